"""Text read whatever it is typed with: folding, sentences, language, and what is shown of it."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reviewwatch.text import (
    Folded,
    Span,
    clauses,
    fold,
    guess_language,
    search_text,
    sentences,
    show_controls,
)

unhurried = settings(deadline=None)  # how long one example takes says more of the machine than of the code
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
TRICKY_TEXT = st.lists(
    st.sampled_from(
        [
            *"abeo tTBs.!?\n'-19",
            *["0", "3", "4", "1t", "s3", "r00m", "d1r7y", "A50s", "$", "@"],
            *["sooo", "baaad", "the ", "The room was ", "а", "со", "нас", "ο", "ψ", "ｂ", "ﬁ", "…", "½", "e\u0301"],
            *[
                "\u0336",
                "\u0301",
                "\u200b",
                "\u200d",
                "\ufe0f",
                "\u00ad",
                "\u202e",
                "👩",
                "❤️",
                "ﾞ",
                "ｶ",
                "\u1100",
                "\u1161",
            ],
            *["İ", "ß", "ÅÅÅ", "𝓫", "ʙ", "🅱", "\ud800", "\x00", "\x1b", "क", "\u093e", "م", "\u200c", "™", "。"],
        ]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Тhe stаff wаs rudе", "The staff was rude"),
        ("а bаd рlасе", "a bad place"),
        ("the food and со were cold", "the food and co were cold"),
        ("ｔｅｒｒｉｂｌｅ　ｆｏｏｄ！", "terrible food!"),
        ("t\u200be\u200br\u2060r\u00adible", "terrible"),
        ("b\u202ead", "bad"),
        ("b\x08ad", "bad"),
        ("ﬁne oﬀer", "fine offer"),
        ("𝓽𝓮𝓻𝓻𝓲𝓫𝓵𝓮 𝐛𝐚𝐝 ⓑⓐⓓ", "terrible bad bad"),
        ("ᴛᴇʀʀɪʙʟᴇ", "terrible"),
        ("🅱🅰🅳", "BAD"),
        ("t̶e̶r̶r̶i̶b̶l̶e̶", "terrible"),
        ("sooooo baaad", "so bad"),
        ("goooood fooood, reallllly sweeeeet", "good food, really sweet"),
        ("feeeel felllll", "feel fell"),
        ("TERRRRRIBLEEEE", "TERRIBLE"),
        ("ｓｏｏｏｏｏ b\u0430aaad", "so bad"),
        ("Cafe\u0301", "Café"),
        ("7h3 r00m w45 d1r7y, 4nd n0b0dy 4n5w3r3d", "the room was dirty, and nobody answered"),
        ("TH3 R00M W4S C0LD", "THE ROOM WAS COLD"),
        ("n07hing w0rked, it's 70 l4te, don'7 buy 17", "nothing worked, it's to late, don't buy it"),
        ("What a sc4m, sh1t serv1ce", "What a scam, shit service"),
        ("l\u043ed\u0435d b3d b\u200br0ken", "loded bed broken"),
        ("t3rrrr1bl3 f000d", "terrible food"),
    ],
)
def test_fold_gives_the_words_that_a_person_reads(typed: str, read: str) -> None:
    """Look-alike, invisible, full-width, styled and stretched letters are undone."""
    assert fold(typed).text == read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A plain review, 4.5 of 5!",
        "Ресторан Bella Italia был супер",
        "У нас в номере было сыро, а у соседа нет",
        "Το φαγητό στο Blue Bar ήταν κρύο, ν.α.",
        "İstanbul'da çok kötü bir otel, ılık su yok",
        "Phòng rất tệ, nhân viên không thân thiện",
        "Привет из СПб, Wi-Fi не работал",
        "SMSки",
        "Сахар OK",
        "We flew to Москва and back",
        "Ölçü 5 μm, 20 kΩ",
        "می‌خواهم",
        "हिन्दी में क्‍या",
        "👩‍🚀 went ❤️ 1️⃣",
        "部屋がとても汚い",
        "방이 더러웠어요",
        "AAA batteries, www.example.com, size XXXL, III",
        "Zoom, well, see, all, too",
        "Bought 4GB for $5 on my PS4 at 10am on the 4th, 3rd time in 15 days",
        "The WRT54G, the A50s and my mp3s are ok: B2B, H2O, 1080p, i5, 5g, cat5e",
        "Mail me@r00m.example or see t3st.example/b4d, order #AB1C0D3E",
        "Máy A50s pin 4000mah, realme5i và j7pro rất tốt",
        "Наш номер 13а был тёплый, завтрак с 7 до 10",
        "Το δωμάτιο 404 ήταν καθαρό και ήσυχο",
        "Odamız 3 gün boyunca kirliydi, ıslak havlu, İzmir'de 5 yıldız değil",
        "Phòng 305 sạch sẽ, nhân viên dễ thương, ăn sáng từ 7h",
    ],
)
def test_fold_leaves_honest_text_alone(text: str) -> None:
    """Other scripts, joiners that a script needs, sizes and addresses stay, and every place is its own."""
    folded = fold(text)

    assert folded.text == text
    assert folded.span(1, len(text)) == (1, len(text))


@pytest.mark.parametrize(
    ("typed", "word", "place"),
    [
        ("The rооm was b\u200ba\u200bd.", "bad", "b\u200ba\u200bd"),
        ("It was sooooo cold", "so", "sooooo"),
        ("the ﬁne room", "fine", "ﬁne"),
        ("we saw ½ of it", "1⁄2", "½"),
        ("a c\u0327a va", "ça", "c\u0327a"),
        ("\u202eno", "no", "no"),
    ],
)
def test_fold_leads_back_to_what_was_typed(typed: str, word: str, place: str) -> None:
    """A word found in the folded text is highlighted whole in the original."""
    folded = fold(typed)
    at = folded.text.index(word)

    start, end = folded.span(at, at + len(word))

    assert typed[start:end] == place


def test_fold_leads_an_empty_place_to_an_empty_one() -> None:
    """A place of no length leads to a place of no length, also at the end and in nothing."""
    assert fold("\u200bab").span(0, 0) == (1, 1)
    assert fold("ab\u200b").span(2, 2) == (2, 2)
    assert fold("\u200b").span(0, 0) == (0, 0)
    assert fold("ab").span(2, 2) == (2, 2)


@unhurried
@given(TRICKY_TEXT | ANY_TEXT)
@example("™\u200d™")
@example("aа\u0336со")
@example("🅱\ufe0f")
@example("ʙ\u0336")
@example("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")
@example("4!bn0b0dyd1r7yo '1")
def test_fold_changes_nothing_the_second_time(text: str) -> None:
    """What is folded reads as itself."""
    once = fold(text).text

    assert fold(once).text == once


@unhurried
@given(TRICKY_TEXT | ANY_TEXT)
def test_fold_gives_places_in_order_and_within(text: str) -> None:
    """Each code point leads to a place that is not empty, in order, inside the original."""
    folded = fold(text)
    places = [folded.span(at, at + 1) for at in range(len(folded.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
    assert all(folded.text[at] == text[start] for at, (start, end) in enumerate(places) if folded.starts is None)


@unhurried
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_fold_of_ascii_misses_nothing(text: str) -> None:
    """Whatever is not copied as it is has a letter three times or figures in a word; nothing else is needed."""
    stretched = re.search(r"([a-wyz])\1\1", text, re.IGNORECASE)

    leet = re.search(r"[a-z][013457]{1,2}[a-z]", text, re.IGNORECASE)
    assert fold(text).text == text or stretched or leet


@unhurried
@given(st.sampled_from("abcdefghijklmnoprstuvwyz"), st.integers(3, 9), st.text("xY -,", max_size=9))
def test_fold_finds_a_stretched_word_anywhere(letter: str, n: int, around: str) -> None:
    """The place of a stretched word in a text, and the signs around it, do not hide it."""
    assert f" q{letter}q " in fold(f"{around} q{letter * n}q {around}").text


def test_fold_cuts_many_marks_on_one_letter() -> None:
    """A tower of marks, which Unicode's own rules put in order in quadratic time, costs no more than its length."""
    folded = fold("ע" + "\u05b0\u0591" * 50_000)

    assert len(folded.text) < 20
    assert folded.span(0, len(folded.text)) == (0, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Good. Bad! Why? Gone…", ["Good.", "Bad!", "Why?", "Gone…"]),
        ("We paid 4.5 euros. Never again", ["We paid 4.5 euros.", "Never again"]),
        ("We left at 9 a.m. and slept. It was Mr. Smith.", ["We left at 9 a.m. and slept.", "It was Mr. Smith."]),
        ("Closed at 9 p.m. The bar too.", ["Closed at 9 p.m.", "The bar too."]),
        ("See e.g. the lobby. J. Smith came.", ["See e.g. the lobby.", "J. Smith came."]),
        ("Room no. 5 was cold. The answer: no. We left.", ["Room no. 5 was cold.", "The answer: no.", "We left."]),
        ("1. Clean room\n2. Bad food", ["1. Clean room", "2. Bad food"]),
        ("It cost 50. We paid.", ["It cost 50.", "We paid."]),
        ("it was good. but then it broke", ["it was good.", "but then it broke"]),
        ("well... it was ok... But no", ["well... it was ok...", "But no"]),
        ("Great!Never again.Would not", ["Great!", "Never again.", "Would not"]),
        ('He said "no." Then (really!) he left', ['He said "no."', "Then (really!)", "he left"]),
        ("Visit www.example.com or v1.2.3. Ok", ["Visit www.example.com or v1.2.3.", "Ok"]),
        ("部屋が汚い。二度と行かない！高い", ["部屋が汚い。", "二度と行かない！", "高い"]),
        ("Line one\r\n\r\n  Line two  ", ["Line one", "Line two"]),
        ("So did I. Then", ["So did I.", "Then"]),
        ("...", ["..."]),
        (" \n ", []),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """Stops end sentences; decimals, abbreviations, initials, list numbers and trailing dots do not."""
    assert [text[start:end] for start, end in sentences(text)] == expected


@unhurried
@given(ANY_TEXT | TRICKY_TEXT | st.text("aA.!? \n'i1"))
def test_sentences_cover_every_word_once(text: str) -> None:
    """Sentences and clauses are apart, in order, without white space around, and leave out nothing else."""
    for spans in (sentences(text), clauses(text)):
        left = list(text)
        for before, (start, end) in zip([Span(0, 0), *spans], spans, strict=False):
            assert before.end <= start < end
            assert text[start:end] == text[start:end].strip()
            left[start:end] = " " * (end - start)

        assert "".join(left).strip() == ""


def test_clauses_turn_at_but_and_dashes() -> None:
    """A sentence that praises and complains is two clauses."""
    text = "The view was fine, but the staff were rude; we left — and then they charged us. Butter is fine."

    assert [text[start:end] for start, end in clauses(text)] == [
        "The view was fine,",
        "but the staff were rude;",
        "we left —",
        "and then they charged us.",
        "Butter is fine.",
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Café  CRÈME\n", "Straße"), "cafe creme strasse"),
        (("Тhe stаff", "sooo ｂａｄ"), "the staff so bad"),
        (("İstanbul", "Ђура"), "istanbul ђура"),
        (("naïve", "", "  "), "naive"),
        (("שָׁלוֹם", "مُحَمَّد"), "שלום محمد"),
        (("हिन्दी", "がぎ"), "हिन्दी がぎ"),
        ((), ""),
    ],
)
def test_search_text_is_without_case_accents_and_disguise(parts: tuple[str, ...], expected: str) -> None:
    """What is indexed and what is asked for meet in one form."""
    assert search_text(*parts) == expected


@unhurried
@given(ANY_TEXT | TRICKY_TEXT)
@example("asß")
@example("BAAÀ")
@example("0A0A")
def test_search_text_is_its_own(text: str) -> None:
    """A query made from what was indexed finds it."""
    assert search_text(search_text(text)) == search_text(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\n\ttext", "plain\n\ttext"),
        ("Grüße, 部屋, Привет", "Grüße, 部屋, Привет"),
        ("red \x1b[31m", "red ⟨U+001B⟩[31m"),
        ("a\x00b\x7fc\x9bd\x85", "a⟨U+0000⟩b⟨U+007F⟩c⟨U+009B⟩d⟨U+0085⟩"),
        ("a\u202egnp.exe", "a⟨U+202E⟩gnp.exe"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("b\u200bad b\u00adad b\u2060ad \ufeff", "b⟨U+200B⟩ad b⟨U+00AD⟩ad b⟨U+2060⟩ad ⟨U+FEFF⟩"),
        ("a\u200db", "a⟨U+200D⟩b"),
        ("x\ufe0f 5\ufe0f", "x⟨U+FE0F⟩ 5⟨U+FE0F⟩"),
        ("\ud83d lone", "⟨U+D83D⟩ lone"),
        ("hi\U000e0041\U000e0042", "hi⟨U+E0041⟩⟨U+E0042⟩"),
        ("one\r\ntwo\rthree", "one\ntwo⟨U+000D⟩three"),
        ("a\u2028b\x0bc", "a⟨U+2028⟩b⟨U+000B⟩c"),
        ("👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3", "👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3"),
        ("👩\u200d", "👩⟨U+200D⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_show_controls_makes_visible_what_is_obeyed_or_unseen(text: str, shown: str) -> None:
    """Escapes, direction marks and zero-width characters are read, not obeyed; emoji and Persian stay whole."""
    assert show_controls(text) == shown


@unhurried
@given(ANY_TEXT | TRICKY_TEXT)
def test_show_controls_leaves_nothing_that_moves_a_terminal(text: str) -> None:
    """After it there is no control but newline and tab, no direction mark, no surrogate, and it can be encoded."""
    shown = show_controls(text)

    assert not [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"]
    assert not set(shown) & set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert shown.encode().decode() == shown


@unhurried
@given(ANY_TEXT | TRICKY_TEXT)
def test_show_controls_changes_nothing_the_second_time(text: str) -> None:
    """What is shown is harmless and so shown as it is."""
    assert show_controls(show_controls(text)) == show_controls(text)


@pytest.mark.parametrize("read", [fold, sentences, clauses, search_text, guess_language, show_controls])
@pytest.mark.parametrize(
    "pattern", ["a", "aaab", "a\u0301\u0316", "\u200d", "аb", ". ", "e.g. ", '."', "со ", " ", "\ufdfa", "1.\n"]
)
def test_hostile_texts_are_read_to_the_end(read: Callable[[str], object], pattern: str) -> None:
    """A long text of one pattern takes no more than time in proportion, or this test would not end."""
    read(pattern * (100_000 // len(pattern)))


def test_showing_text_loads_no_word_lists() -> None:
    """A command that shows a review does not pay for the profiles of twenty languages."""
    code = (
        "import sys; from reviewwatch.text import show_controls; show_controls('x\\x1b');"
        "sys.exit('reviewwatch.text.language' in sys.modules or 'reviewwatch.text.folding' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_name_that_is_not_there_is_named() -> None:
    """A misspelled import fails as it does in any module."""
    import reviewwatch.text

    with pytest.raises(AttributeError, match="foldd"):
        reviewwatch.text.foldd  # noqa: B018  # the access is what fails


def test_an_unfolded_text_needs_no_map() -> None:
    """Plain text costs no list of places."""
    assert fold("plain") == Folded("plain")
