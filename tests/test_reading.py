"""A review taken apart once: what its words tell is what each room would find by itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch import assess, triage
from reviewwatch.assess.praise import _FORMS, forms_among, names_in
from reviewwatch.assess.words import line_of, marks_in
from reviewwatch.config import TriageConfig
from reviewwatch.sentiment.vader import compound
from reviewwatch.text import fold, guess_language, search_text, sentences
from reviewwatch.text.folding import is_plain
from reviewwatch.text.language import speaks_english
from reviewwatch.text.split import pieces
from reviewwatch.types import TextField
from tests.make import NOW, review

ENGLISH = [
    "the",
    "room",
    "was",
    "never",
    "good",
    "and",
    "I",
    "don't",
    "think",
    "we",
    "loved",
    "it",
    "GREAT,",
    "check-in",
    "at",
    "9",
    "'quoted'",
    "a/b",
]
FOREIGN = [
    "le",
    "la",
    "très",
    "bon",
    "die",
    "das",
    "und",
    "nicht",
    "muy",
    "bueno",
    "pero",
    "niet",
    "@you",
    "#tag",
    "www.x.org",
    "https://y.z",
]
ODD = [
    "sooooo",
    "\u200b",
    "ｆｕｌｌ",
    "ре",
    "😀",
    "❤️",
    "it’s",
    "…",
    "\x07",
    "é",
    "良い",
    "great!Would",
    "4.5",
    "\n",
    "...",
]
PRAISE = [
    "Thanks",
    "to",
    "Marit",
    "Odo",
    "our",
    "The",
    "waiter",
    "staff",
    "team",
    "was",
    "were",
    "is",
    "so",
    "very",
    "friendly",
    "kind",
    "great",
    "helped",
    "us",
    "took",
    "care",
]
ALARMS = [
    "they",
    "lost",
    "my",
    "data",
    "charged",
    "me",
    "twice",
    "food",
    "poisoning",
    "because",
    "I",
    "am",
    "sue",
    "refund",
    "rip-off",
    "scam",
    "fire",
]
WORDS = st.lists(st.sampled_from([*ENGLISH, *FOREIGN, *ODD, *PRAISE, *ALARMS, ".", "!", "?!", "  "]), max_size=25)
TEXTS = st.one_of(WORDS.map(" ".join), WORDS.map("".join), st.text(st.characters(exclude_categories=()), max_size=40))


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_each_word_has_a_letter_of_every_kind(title: str, text: str) -> None:
    """The lines of a review are as long as its words, which are those of its sentences in order."""
    reading = assess.read(review(title=title, text=text))
    line = reading.line
    assert list(line.words) == [word for passage in reading.passages for words in passage.words for word in words]
    assert {len(line.roles), len(line.voices), len(line.kinds), len(line.joints)} == {len(line.words)}
    for passage in reading.passages:
        whole = passage.folded.text
        assert passage.folded == fold(title if passage.field is TextField.TITLE else text)
        assert [whole[start:end].split() for start, end in passage.spans] == passage.words
        assert [whole[start:end].strip() for start, end in passage.spans] == [
            whole[start:end] for start, end in sentences(whole)
        ]


@given(TEXTS)
def test_sentences_with_the_space_around_them_are_the_whole_text(text: str) -> None:
    """Nothing of a text is lost between two sentences."""
    assert "".join(text[start:end] for start, end in pieces(text)) == text


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_sentence_sounds_in_its_text_as_it_does_alone(text: str) -> None:
    """Looking up all words of a text at once changes the tone of no sentence."""
    one = review(text=text, title="", lang=None)
    heard = assess.tone.hear(assess.read(one))
    expected = [compound(fold(text).text[start:end]) for start, end in sentences(fold(text).text)]

    assert heard.tones == expected


@given(WORDS.map(" ".join))
@settings(max_examples=300, deadline=None)
def test_words_that_speak_english_make_an_english_text(text: str) -> None:
    """Where the words alone decide, the whole text is judged the same."""
    if fold(text).starts is None and speaks_english(line_of(text.split()).voices):
        assert guess_language(text) == "en"


def test_most_english_texts_are_told_by_their_words() -> None:
    """A word with a hyphen, a quote or an emoji is no reason to look at the whole text; an address is."""
    assert speaks_english(line_of(["The", "check-in", "was", "“never”", "quick,", "it’s", "true!", "😀"]).voices)
    assert not speaks_english(line_of(["The", "room", "was", "good,", "see", "www.example.org"]).voices)
    assert not speaks_english(line_of(["Die", "Zimmer", "waren", "nicht", "gut"]).voices)


PHRASES = st.tuples(
    st.sampled_from(["", "Thanks to", "thank you so much", "Kudos,", "Breakfast was fine and", "We met"]),
    st.sampled_from(
        ["the staff", "Marit", "our waiter Odo", "The front desk", "the kitchen crew", "Odo and Marit", "it"]
    ),
    st.sampled_from(["", "here was", "were", "has been", "helped", "took great care", "was,"]),
    st.sampled_from(["", "so", "really very", "not"]),
    st.sampled_from(["", "kind", "friendly!", "a gem", "the best", "lovely.", "great", "Great", "late"]),
).map(lambda parts: " ".join(filter(None, parts)))


@given(PHRASES)
@settings(max_examples=600, deadline=None)
def test_praise_is_found_where_its_pattern_fits(text: str) -> None:
    """The signs of its words never hide a praise that a pattern would find."""
    marks = marks_in(line_of(text.split()).kinds)
    fits = any(form.pattern.search(text) for form in _FORMS)

    assert bool(names_in(text, marks, forms_among(marks, is_told=True), frozenset())) == fits


@given(TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_flag_is_the_same_with_and_without_a_reading(title: str, text: str) -> None:
    """Alarms are heard by the words that were looked up as by the text itself."""
    one = review(title=title, text=text, rating=None)
    reading, judged = assess.read(one), assess.assess(one)

    assert assess.assess(one, reading) == judged
    assert triage.flag(one, judged, TriageConfig(), NOW, reading) == triage.flag(one, judged, TriageConfig(), NOW)


@given(st.lists(TEXTS, max_size=3))
@settings(max_examples=200, deadline=None)
def test_plain_texts_are_searched_as_all_others(texts: list[str]) -> None:
    """To know that texts are plain saves time and changes nothing."""
    if all(map(is_plain, texts)):
        assert search_text(*texts, is_plain=True) == search_text(*texts)


def test_a_reading_is_plain_only_where_nothing_was_folded_or_left_out() -> None:
    """Stretched letters, other letters and what is too long to be read are not plain."""
    assert assess.read(review(title="Fine", text="As it was.")).is_plain
    for text in ("sooooo good", "café", "a " * assess.MAX_CHARS, "bell\x07"):
        assert not assess.read(review(title="Fine", text=text)).is_plain
