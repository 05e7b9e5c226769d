"""What a review is about, clause by clause, and what its clauses weigh."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.assess import assess
from reviewwatch.assess.clauses import cut
from reviewwatch.assess.phrases import END, Phrases, parsed
from reviewwatch.assess.stems import stem
from reviewwatch.assess.topics import PACKS, OwnTheme, topics
from reviewwatch.types import Unhappy
from tests.make import review, stars


def mentions(text: str, trade: str = "") -> list[tuple[str, str, str]]:
    """Return theme, mood and clause of each mention."""
    one = review(text=text, rating=None, lang=None)
    found = assess(one, asked=topics((trade,) if trade else ())).themes
    return [
        (item.theme, "+" if item.polarity > 0 else "-" if item.polarity < 0 else "0", text[item.start : item.end])
        for item in found
    ]


@pytest.mark.parametrize(
    ("trade", "text", "expected"),
    [
        (
            "hospitality",
            "The bed was comfortable but the shower was broken.",
            [("bed", "+", "The bed was comfortable"), ("room", "-", "the shower was broken")],
        ),
        ("apps", "The app crashes all the time.", [("crashes", "-", "The app crashes all the time")]),
        ("shops", "The sleeves are too short.", [("fit", "-", "The sleeves are too short")]),
        ("delivery", "My parcel arrived a week late.", [("late", "-", "My parcel arrived a week late")]),
        ("games", "Full of cheaters.", [("cheating", "-", "Full of cheaters")]),
        ("health", "The nurse was gentle.", [("bedside_manner", "+", "The nurse was gentle")]),
        ("finance", "They froze my account.", [("account_access", "-", "They froze my account")]),
        ("software", "The CSV export is broken.", [("export", "-", "The CSV export is broken")]),
    ],
)
def test_a_mention_has_its_theme_its_mood_and_its_clause(
    trade: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Good and bad in one sentence are two mentions, each with the clause that says it."""
    assert mentions(text, trade) == expected


@pytest.mark.parametrize(
    ("text", "theme", "mood"),
    [
        ("No complaints about the bed.", "bed", "+"),
        ("The bathroom was not clean.", "cleanliness", "-"),
        ("The breakfast was not bad at all.", "breakfast", "+"),
        ("They were never rude.", "service", "+"),
        ("I wish the pool were heated.", "amenities", "-"),
    ],
)
def test_a_negation_or_a_wish_turns_a_mention_around(text: str, theme: str, mood: str) -> None:
    """Negated blame is praise, negated praise is blame, and a wish is a mild complaint."""
    assert (theme, mood) in [(name, felt) for name, felt, _ in mentions(text, "hospitality")]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Water is free of charge and lovely.", "billing"),
        ("Those cakes are to die for.", "safety"),
        ("The hotel has bed bugs, horrible.", "bed"),
        ("The drinks were great until late night.", "late"),
    ],
)
def test_words_that_mean_something_else_are_no_mention(text: str, theme: str) -> None:
    """The exclusions of a pack take words out of their theme."""
    assert theme not in [name for name, _, _ in mentions(text)]


def test_the_more_special_theme_wins() -> None:
    """A breakfast is no other meal, a rude doctor is no rude waiter."""
    assert [name for name, _, _ in mentions("The food at breakfast was lovely.", "hospitality")] == ["breakfast"]
    assert [name for name, _, _ in mentions("The doctor was rude.", "health")] == ["bedside_manner"]


def test_a_theme_belongs_to_its_trades() -> None:
    """A screen reader matters everywhere, a breakfast in no bank; without a trade all is looked for."""
    assert "breakfast" not in topics(("finance",)).themes
    assert "accessibility" in topics(("finance",)).themes
    assert {"breakfast", "fees", "api"} <= topics().themes


def test_places_point_into_the_text_as_received() -> None:
    """Zero-width and look-alike letters move no offset."""
    text = "Fine.  The shower\u200b was br\u043eken, th\u043eugh."
    one = review(text=text, rating=None)
    found = assess(one, asked=topics(("hospitality",))).themes

    assert [text[item.start : item.end] for item in found if item.theme == "room"] == [
        "The shower\u200b was br\u043eken"
    ]


def test_a_team_adds_its_own_themes() -> None:
    """Words and phrases of a team count like those of the packs, in the trades that it names."""
    own = (OwnTheme("moorings", ("mooring", "pontoon (light|lights)"), ("hospitality",)),)
    text = "The pontoon lights were broken."
    one = review(text=text, rating=None)

    assert "moorings" in [item.theme for item in assess(one, asked=topics(("hospitality",), own)).themes]
    assert "moorings" not in [item.theme for item in assess(one, asked=topics(("apps",), own)).themes]


@pytest.mark.parametrize("pack", PACKS)
def test_every_pack_can_be_read(pack: str) -> None:
    """Each phrase begins with a word, and each theme has some."""
    data = tomllib.loads((files("reviewwatch.assess.packs") / f"{pack}.toml").read_text("utf-8"))
    themes = {name: table for name, table in data.items() if name != "trades"}

    assert data["trades"]
    assert all(any(table.get(key) for key in ("words", "always", "unhappy", "happy")) for table in themes.values())


@pytest.mark.parametrize(
    "words", ["charg END twic", "charg my END twic", "charg my card END twic", "card twic END charg"]
)
def test_no_phrase_reaches_into_the_next_sentence(words: str) -> None:
    """A text is searched as a whole, and each of its sentences for itself."""
    stems = [END if word == "END" else word for word in [*words.split(), "END"]]

    assert Phrases([("charged .. twice", "found"), ("charged twice", "found")]).found(stems) == []


@pytest.mark.parametrize(
    ("phrase", "text", "is_there"),
    [
        ("stopped working", "it stops working", True),
        ("stopped working", "it stopped us working", False),
        ("charged .. twice", "charged my card twice", True),
        ("charged .. twice", "charged my one and only card twice", False),
        ("(slow|late) delivery", "late deliveries", True),
        ("no (hidden )?fee", "no fees", True),
        ("no (hidden )?fee", "no hidden fees", True),
        ("<num> hours", "3 hours", True),
        ("<num> hours", "happy hours", False),
    ],
)
def test_a_phrase_is_found_by_its_words_however_inflected(phrase: str, text: str, is_there: bool) -> None:
    """Gaps, choices, words that may be missing, and groups."""
    phrases = Phrases([(phrase, "found")])
    words = [stem(word) for word in text.split()]

    assert bool(phrases.found([*words, END])) == is_there


@pytest.mark.parametrize("phrase", ["", "..", ".. twice", "charged ..", "a (b", "a b)"])
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str) -> None:
    """It must begin and end with a word, and its brackets must close."""
    with pytest.raises(ValueError, match=r"bracket|begin"):
        list(parsed(phrase))


@pytest.mark.parametrize(
    "words",
    [
        "charge charges charged charging",
        "battery batteries",
        "log logs logged logging",
        "cancel cancelled canceled",
        "rate rated",
    ],
)
def test_inflections_share_a_stem(words: str) -> None:
    """Plural, -ing and -ed make no difference, doubled letters included."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["bed bee", "last lasted", "not note", "price prize", "two twice"])
def test_different_words_keep_different_stems(words: str) -> None:
    """To cut too much would make one word of two."""
    first, second = words.split()
    assert stem(first) != stem(second)


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("The room was loud and dirty", ["The room was loud and dirty"]),
        ("The room was clean and breakfast was cold", ["The room was clean", "breakfast was cold"]),
        ("Great app, but it crashes", ["Great app,", "it crashes"]),
        ("Lovely view, dirty room", ["Lovely view,", "dirty room"]),
        ("I like it; they charge too much", ["I like it;", "they charge too much"]),
        ("But it was fine", ["it was fine"]),
    ],
)
def test_a_clause_is_one_statement(sentence: str, clauses: list[str]) -> None:
    """Cut at "but", at semicolons, and at "and" or a comma where a new statement starts; joining words are left out."""
    words = sentence.split()
    assert [" ".join(words[start:end]) for start, end in cut(words)] == clauses


WORDS = ["the", "room", "was", "cold,", "and", "but", "we", "never", "got", "it;", "fine,", "however", "a", "-"]


@given(st.lists(st.sampled_from(WORDS), min_size=1))
def test_clauses_stand_in_order_and_apart(words: list[str]) -> None:
    """Whatever is written: none is empty, none overlaps the next, all lie within the sentence."""
    clauses = cut(words)

    assert all(0 <= start < end <= len(words) for start, end in clauses)
    assert all(first[1] <= second[0] for first, second in pairwise(clauses))


@pytest.mark.parametrize(
    ("text", "rating", "worst"),
    [
        (
            "Nice pool. They charged my card twice and kept the deposit. Never again.",
            1,
            "They charged my card twice and kept the deposit",
        ),
        (
            "Bland soup. The worst was the waiter, who shouted at my mother. Cold room.",
            2,
            "The worst was the waiter, who shouted at my mother",
        ),
        ("Lovely people, but my order never arrived.", 3, "my order never arrived"),
        ("Everything was wonderful and we loved it.", 5, None),
    ],
)
def test_the_clause_that_weighs_most_is_told(text: str, rating: int, worst: str | None) -> None:
    """A fact weighs more than a verdict; what the author calls the worst weighs most; a happy review has none."""
    one = review(text=text, rating=stars(rating))
    found = [text[reason.start : reason.end] for reason in assess(one).reasons if reason.why == Unhappy.WORST]

    assert found == ([] if worst is None else [worst])


def test_without_a_trade_the_text_tells_it() -> None:
    """Themes of other trades are left out: a dashboard is no hotel."""
    found = {
        theme for theme, _, _ in mentions("The dashboard is slow, the CSV export fails and our admin can't log in.")
    }

    assert "export" in found
    assert found <= set(topics(("software",)).themes)


def test_a_broken_thing_is_said_of_the_thing() -> None:
    """What has a theme of its own is no matter of reliability."""
    assert {theme for theme, _, _ in mentions("The shower was broken.", "hospitality")} == {"room"}


def test_a_borrowed_theme_is_not_merely_named() -> None:
    """A bank's reviews speak of accounts all the time; signing in is meant where it is judged."""
    assert "login" not in {theme for theme, _, _ in mentions("I opened my account in May.", "finance")}
    assert "login" in {theme for theme, _, _ in mentions("I can't log in.", "finance")}


def test_of_things_merely_named_the_first_is_spoken_of() -> None:
    """A clause that only names several is about the first; one that judges more than one has them all."""
    assert {theme for theme, _, _ in mentions("The visuals beside the combat.", "games")} == {"graphics"}
    assert {theme for theme, _, _ in mentions("Great story and a fun combat loop.", "games")} == {"gameplay", "story"}


def test_a_lone_word_that_judges_is_of_whatever_is_spoken_of() -> None:
    """It tells a theme of every trade where nothing else is told, and is said of the rest otherwise."""
    assert "reliability" in {theme for theme, _, _ in mentions("It is unreliable.", "games")}
    assert "reliability" not in {
        theme for theme, _, _ in mentions("The servers drop daily. It is unreliable.", "games")
    }


@pytest.mark.parametrize(
    ("trade", "text", "theme"),
    [
        ("finance", "A Christmas card came from my adviser, lovely.", "card"),
        ("finance", "My money is where it was.", "transfer"),
        ("software", "They put the price up in spring.", "uptime"),
        ("apps", "The dentist's report on my account arrived.", "login"),
    ],
)
def test_a_word_of_every_day_is_no_theme_of_a_trade(trade: str, text: str, theme: str) -> None:
    """An account, money or "up" is a theme only with the words that make it one."""
    assert theme not in {found for found, _, _ in mentions(text, trade)}


def test_stars_say_how_a_bare_fact_is_meant() -> None:
    """A clause that judges nothing is taken as the stars are: no fact is told for nothing beside one star."""
    text = "Breakfast from seven to nine."
    low, high = (
        assess(review(text=text, rating=stars(n), lang="en"), asked=topics(("hospitality",))).themes[0] for n in (1, 5)
    )

    assert low.polarity < 0 < high.polarity
