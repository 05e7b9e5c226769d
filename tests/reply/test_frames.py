"""The grammars: complete, parallel, and free of what no frame may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from reviewwatch.assess import topics
from reviewwatch.reply.frames import GLOSS, LANGUAGES, RULE, SLOT, WORDS, Frames, Part, lines, load
from reviewwatch.reply.frames.dice import pick, seed_of
from reviewwatch.reply.frames.facts import clause, day_text, entity_noun
from reviewwatch.reply.frames.grammar import Words, expand
from reviewwatch.reply.frames.nouns import CLAUSE, FAULT, THAT, THING, noun
from reviewwatch.types import Fact, FactKind

STARTS: Final = frozenset({
    "sorry.light", "note.issue", "raised", "wish", "condition", "remedy", "private.remedy",
    "greet.name", "greet.nobody", "sorry.issue", "sorry.two", "sorry.credit", "sorry.plain", "sorry.stars",
    "hear.issue", "hear.plain", "hear.two", "hear.credit", "hear.brief", "request", "mixed.plain",
    "mixed.good", "neutral", "thank.plain", "thank.good", "thank.people", "thank.stars", "feel", "feel.grave",
    "concede", "correct", "explain", "contact.email", "contact.phone", "contact.url", "ask.recommend", "ask.steps",
    "close", "private.thanks", "private.received", "private.name", "private.healthcare", "private.legal",
    "private.finance", "private.phone", "private.write", "line", "line.contact",
})  # fmt: skip
"""What a plan may begin a sentence with; the last two stand in the languages without a grammar alone."""
OTHERS: Final = tuple(lang for lang in LANGUAGES if lang != "en")
SLOTS: Final = frozenset(
    {"issue", "other", "good", "name", "contact", "remedy", "fact", "date", "language", "entity", "value", "begin"}
    | {"end", "attribute", "bare", "some"}
)
FORBIDDEN: Final = re.compile(
    r"\d|\b(?:(?:we|you|it|they)(?: will|'ll)|promise|guarantee|immediately|always|never again|best|refund(?:ed)? you"
    r"|voucher|free (?:night|month)|discount|stars?|our fault|liable|negligen\w+|you should have|you failed|had you"
    r"|unfortunately|valued"
    r"|werden wir|versprechen|garantier\w*|prometemos|garantizamos|nous allons|promettons|garantissons|vamos fazer"
    r"|prometemos|garantimos)\b",
    re.IGNORECASE,
)


def spoken(frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield every rule with the words of each of its alternatives."""
    for rule, alternatives in frames.rules.items():
        for frame in alternatives:
            yield (
                rule,
                "".join(
                    f"{part.first} {part.second}"
                    if part.kind not in (WORDS, RULE, SLOT)
                    else part.text * (part.kind == WORDS)
                    for part in frame
                ),
            )


@pytest.mark.parametrize("lang", [*LANGUAGES, GLOSS])
def test_no_frame_promises_offers_or_asks_for_stars(lang: str) -> None:
    """Nor does one hold a number: those come from facts, help and contacts."""
    for rule, words in spoken(load(lang)):
        assert not FORBIDDEN.search(words), (rule, words)
        assert "!" not in words or rule.startswith("greet.")


@pytest.mark.parametrize("lang", [*LANGUAGES, GLOSS, *lines()])
def test_every_rule_and_slot_that_a_frame_names_is_there(lang: str) -> None:
    """A gap would show in public."""
    frames = load(lang)
    for rule, alternatives in frames.rules.items():
        assert alternatives, rule
        for part in (part for frame in alternatives for part in frame):
            if part.kind == RULE:
                assert part.text in frames.rules, (rule, part.text)
            elif part.text and part.kind != WORDS:
                assert part.text in SLOTS, (rule, part.text)
        assert not any(re.search(r"[<>{}\[\]|]", words) for _, words in spoken(frames))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_what_a_plan_may_begin_with(lang: str) -> None:
    """With three frames or more for each move but the greeting and the help, which stands as somebody wrote it."""
    rules = load(lang).rules
    wanted = STARTS - {"line", "line.contact"}

    assert wanted <= set(rules)
    assert all(len(rules[rule]) >= 3 for rule in wanted if not rule.startswith("greet") and "remedy" not in rule)


@pytest.mark.parametrize(
    "rule",
    [
        *("sorry.issue", "sorry.two", "sorry.plain", "feel", "concede", "correct", "explain", "remedy"),
        *(
            "contact.email",
            "contact.phone",
            "contact.url",
            "ask.recommend",
            "close",
            "thank.plain",
        ),
    ],
)
def test_english_has_many_frames_for_each_move(rule: str) -> None:
    """Twelve at least, each with choices of its own (what two issues share is ten)."""
    assert len(load("en").rules[rule]) >= 10 + 2 * (rule != "sorry.two")


@pytest.mark.parametrize("lang", OTHERS)
def test_the_twin_has_a_frame_for_each_frame(lang: str) -> None:
    """Rule by rule and place by place, so that the same choices say the same."""
    own, gloss = load(lang).rules, load(GLOSS).rules
    for rule, alternatives in own.items():
        assert len(alternatives) == len(gloss[rule.partition("~")[0]]), rule
    assert {rule.partition("~")[0] for rule in own} == set(gloss) - {"line", "line.contact"}


def test_every_theme_has_a_name_and_so_has_every_aspect() -> None:
    """An English reply can name whatever the reading finds; the others name the forty that matter."""
    assert set(topics().themes) <= set(load("en").names)
    for lang in OTHERS:
        assert len([name for name in load(lang).names if "." not in name]) >= 40


@pytest.mark.parametrize(
    ("text", "is_plural", "kind"),
    [
        ("the shower", False, THING),
        ("the crashes", True, FAULT),
        ("the wait at check-in", False, FAULT),
        ("the facilities on site", True, THING),
        ("how slow it was", False, CLAUSE),
        ("that nobody told you", False, THAT),
        ("the size and fit", True, THING),
        ("the tone you met with", False, FAULT),
        ("the wireless", False, THING),
        ("the access", False, THING),
    ],
)
def test_an_english_noun_phrase_tells_its_number_and_kind(text: str, is_plural: bool, kind: str) -> None:
    """By its head, not by its last word."""
    read = noun(text, "en")

    assert (read.is_plural, read.kind) == (is_plural, kind)


@pytest.mark.parametrize(
    ("given", "accusative", "dative"),
    [
        ("der Lärm", "den Lärm", "dem Lärm"),
        ("das Zimmer", "das Zimmer", "dem Zimmer"),
        ("die Wartezeit", "die Wartezeit", "der Wartezeit"),
        ("+die Gebühren", "die Gebühren", "den Gebühren"),
        ("+die Preise|den Preisen", "die Preise", "den Preisen"),
    ],
)
def test_a_german_article_follows_its_case(given: str, accusative: str, dative: str) -> None:
    """Written once in the nominative."""
    read = noun(given, "de")

    assert (read.form("acc"), read.form("dat")) == (accusative, dative)


@pytest.mark.parametrize(
    ("lang", "issue", "words"),
    [
        ("es", "el ruido", "del ruido"),
        ("es", "la cama", "de la cama"),
        ("fr", "le bruit", "du bruit"),
        ("pt", "o quarto", "do quarto"),
    ],
)
def test_a_preposition_and_an_article_melt(lang: str, issue: str, words: str) -> None:
    """Where the language melts them."""
    frames = load(lang)
    made = Frames(lang, {"x": ((Part(WORDS, "x de "), Part(SLOT, "issue")),)}, {}, frames.joins, {})

    assert expand(made, "x", Words({"issue": noun(issue, lang)}), 1) == f"x {words}"


def fact(entity: str, attribute: str, value: str, kind: FactKind) -> Fact:
    """Return a fact about something."""
    return Fact(fact_id="f", entity=entity, attribute=attribute, value=value, kind=kind)


@pytest.mark.parametrize(
    ("stated", "clauses"),
    [
        (
            fact("front desk", "hours", "07:00-23:00", FactKind.HOURS),
            r"the front desk .*07:00.*23:00|.*front desk are 07:00 to 23:00",
        ),
        (
            fact("front desk", "hours", "00:00-24:00", FactKind.HOURS),
            r"the front desk is open (around the clock|day and night)",
        ),
        (
            fact("breakfast", "price", "£14 per person", FactKind.MONEY),
            r"(breakfast costs|the price for breakfast is) £14 per person",
        ),
        (
            fact("parking", "price", "free", FactKind.MONEY),
            r"parking is free( of charge)?|there is no charge for parking",
        ),
        (
            fact("pro plan", "price per month", "$4.99", FactKind.MONEY),
            r"(the pro plan costs|the price for the pro plan is) \$4.99 per month",
        ),
        (fact("lift", "present", "yes", FactKind.YES_NO), r"there is a lift( here)?"),
        (
            fact("air conditioning", "present", "no", FactKind.YES_NO),
            r"there is no air conditioning( here)?",
        ),
        (fact("pets", "allowed", "no", FactKind.YES_NO), r"pets are not allowed"),
        (fact("trial", "card needed", "no", FactKind.YES_NO), r"no card is needed for the trial"),
        (fact("trial", "card needed", "yes", FactKind.YES_NO), r"a card is needed for the trial"),
        (
            fact("pets", "fee", "£15 per stay", FactKind.MONEY),
            r"the fee for pets is £15 per stay|for pets, the .*",
        ),
        (fact("pool", "heated", "yes", FactKind.YES_NO), r"the pool is heated"),
        (fact("Corran shelf", "screws included", "yes", FactKind.YES_NO), r"the Corran shelf comes with screws"),
        (
            fact("Aldwin lamp", "bulb included", "no", FactKind.YES_NO),
            r"the Aldwin lamp (does not come with|comes without) a bulb",
        ),
        (fact("substitutions", "can be switched off", "yes", FactKind.YES_NO), r"substitutions can be switched off"),
        (fact("check-in", "from", "15:00", FactKind.TIME), r"check-in (is possible from|starts at) 15:00"),
        (fact("restaurant", "closed on", "Monday", FactKind.TEXT), r"the restaurant is closed on Monday"),
        (
            fact("cancellation", "free until", "48 hours before arrival", FactKind.NUMBER),
            r"cancellation is free until 48 hours before arrival",
        ),
        (fact("free plan", "lists", "5", FactKind.NUMBER), r"the free plan (comes with|has) 5 lists"),
        (fact("rooms", "number", "22", FactKind.NUMBER), r"the number of rooms is 22|there are 22 rooms"),
        (
            fact("refund", "time", "7 days", FactKind.NUMBER),
            r"the time for the refund is 7 days|for the refund, the time is 7 days",
        ),
        (
            fact("free delivery", "from order value", "£40", FactKind.MONEY),
            r"free delivery is possible from an order value of £40",
        ),
        (fact("ios", "minimum version", "16", FactKind.NUMBER), r".*minimum version.*is 16"),
    ],
)
def test_a_fact_is_spoken_as_a_clause(stated: Fact, clauses: str) -> None:
    """Whatever is chosen, its value stands in it as configured."""
    for seed in range(8):
        said = clause(stated, load("en"), seed)
        assert said is not None
        assert re.fullmatch(clauses, said), said


@pytest.mark.parametrize("lang", OTHERS)
def test_other_languages_speak_the_facts_that_they_have_words_for(lang: str) -> None:
    """And leave the others alone."""
    frames = load(lang)

    assert "07:00" in (clause(fact("front desk", "hours", "07:00-23:00", FactKind.HOURS), frames, 1) or "")
    assert clause(fact("Aldwin lamp", "price", "£14", FactKind.MONEY), frames, 1) is None
    assert clause(fact("pool", "heated", "yes", FactKind.YES_NO), frames, 1) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "1 February 2026"), ("de", "1. Februar 2026"), ("es", "1 de febrero de 2026"), ("fr", "1 février 2026")],
)
def test_a_day_is_written_as_the_language_writes_it(lang: str, text: str) -> None:
    """In words, so that no order of day and month misleads."""
    assert day_text(date(2026, 2, 1), load(lang)) == text


@pytest.mark.parametrize(
    ("entity", "phrase"),
    [("front desk", "the front desk"), ("wifi", "Wi-Fi"), ("pets", "pets"), ("sunday delivery", "Sunday delivery")],
)
def test_a_thing_has_the_article_that_it_needs(entity: str, phrase: str) -> None:
    """What cannot be counted has none."""
    assert entity_noun(entity).text == phrase


def test_choices_depend_on_the_seed_and_the_key_alone() -> None:
    """The same on every machine: these are the numbers of the first one."""
    assert seed_of("a", "b") != seed_of("ab", "")
    assert [pick(1, "sorry", 7) for _ in range(2)] == [pick(1, "sorry", 7)] * 2
    assert [pick(seed, "sorry.issue", 1000) for seed in range(4)] == [10, 826, 788, 803]


@pytest.mark.parametrize(
    ("lang", "stated", "said"),
    [
        ("de", fact("check-in", "from", "15:00", FactKind.TIME), "der Check-in ist ab 15:00 möglich"),
        ("de", fact("sauna", "price", "€9", FactKind.MONEY), "der Preis für die Sauna beträgt €9"),
        ("de", fact("rooms", "number", "22", FactKind.NUMBER), "es gibt 22 Zimmer"),
        ("es", fact("lift", "present", "no", FactKind.YES_NO), "no hay ascensor"),
        ("es", fact("dogs", "allowed", "yes", FactKind.YES_NO), "se permiten perros"),
        ("fr", fact("check-out", "until", "11:00", FactKind.TIME), "le départ est possible jusqu'à 11:00"),
        ("fr", fact("pets", "allowed", "no", FactKind.YES_NO), "on n'accepte pas les animaux"),
        ("pt", fact("lift", "present", "yes", FactKind.YES_NO), "há elevador"),
        ("pt", fact("front desk", "hours", "07:00-23:00", FactKind.HOURS), "a receção abre das 07:00 às 23:00"),
        ("de", fact("restaurant", "closed on", "Monday", FactKind.TEXT), None),
        ("de", fact("breakfast", "price", "£12 per person", FactKind.MONEY), None),
        ("fr", fact("trial", "length", "14 days", FactKind.NUMBER), None),
        ("es", fact("glasshouse", "price", "€4", FactKind.MONEY), None),
    ],
)
def test_a_fact_is_spoken_in_another_language_where_nothing_of_it_is_english(
    lang: str, stated: Fact, said: str | None
) -> None:
    """Hours, money, numbers, yes and no of things that have a name there; else it is left out."""
    assert clause(stated, load(lang), 0) == said


def test_a_thing_may_bring_its_own_names() -> None:
    """What our lists do not know, a config can name."""
    stated = replace(fact("glasshouse", "price", "€4", FactKind.MONEY), names=(("de", "das Gewächshaus"),))
    assert clause(stated, load("de"), 0) == "der Preis für das Gewächshaus beträgt €4"
    assert clause(stated, load("fr"), 0) is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        (fact("trial", "length", "14 days", FactKind.NUMBER), "the trial lasts 14 days"),
        (fact("main pool", "length", "25 m", FactKind.NUMBER), "the main pool is 25 m long"),
        (fact("Corran shelf", "width", "80 cm", FactKind.NUMBER), "the Corran shelf is 80 cm wide"),
        (fact("station", "distance", "1.2 km", FactKind.NUMBER), "the station is 1.2 km away"),
    ],
)
def test_a_measure_is_spoken_as_people_speak(stated: Fact, said: str) -> None:
    """Not "the length for the trial"."""
    assert clause(stated, load("en"), 0) == said
