"""Written cases of the rules on pressure, privacy, contacts and form.

`tests/data/guard_cases.jsonl` holds invented replies, one a line, with the rule that must find them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.reply import guards, platforms
from reviewwatch.types import Business, Contact, Fact, Finding, FindingSeverity, Review
from tests.make import review

BRAND: Final = Business(
    brand_id="harbor",
    name="Harbor Inn",
    sign_off="THE HARBOR INN TEAM",
    contacts=(
        Contact(contact_id="help", email="help@example.com"),
        Contact(contact_id="line", phone="0800 000 000"),
        Contact(contact_id="site", url="https://example.com/help"),
    ),
    facts=(Fact(fact_id="desk.hours", entity="front desk", attribute="hours", value="07:00-23:00"),),
)


@dataclass(frozen=True, slots=True)
class Written:
    """One line of the file of cases."""

    id: str
    rule: str
    expect: str
    platform: str
    review: str
    reply: str


CASES: Final = [
    Written(**json.loads(line))
    for line in (Path(__file__).parents[1] / "data" / "guard_cases.jsonl").read_text(encoding="utf-8").splitlines()
]


def of_rule(rule: str, findings: list[Finding]) -> list[Finding]:
    """Return what one rule said."""
    return [finding for finding in findings if finding.rule == rule]


def found(
    text: str, platform: str = "google_business", business: Business = BRAND, answered: Review | None = None
) -> list[Finding]:
    """Return the findings on a reply to a review that says nothing of its own."""
    one = answered or review(text="", author=None, lang=None, rating=None)
    return list(guards.check(text, one, business, platforms.load(platform)))


@pytest.mark.parametrize("case", [case for case in CASES if case.expect != "ok"], ids=lambda case: case.id)
def test_what_a_rule_is_for_is_found(case: Written) -> None:
    """Each written violation is found by its rule, as severe as it must be."""
    findings = found(case.reply, case.platform, answered=review(text=case.review, lang=None))

    assert (case.rule, case.expect) in {(finding.rule, finding.severity) for finding in findings}


@pytest.mark.parametrize("case", [case for case in CASES if case.expect == "ok"], ids=lambda case: case.id)
def test_what_only_looks_like_it_is_left_alone(case: Written) -> None:
    """Near-misses get no finding of their rule, and are not blocked by what they are no case of."""
    findings = found(case.reply, case.platform, answered=review(text=case.review, lang=None, author=None))

    assert [finding for finding in findings if finding.rule == case.rule] == []
    assert [
        finding for finding in findings if finding.severity is FindingSeverity.BLOCK and finding.rule not in BACKED
    ] == []


BACKED: Final = {"G09", "G23", "G24"}
"""What needs facts; the small business of these cases has few, and their texts name hours and versions."""
LATIN_TWINS: Final = str.maketrans("aeopcyx", "аеорсух")
FULL_WIDTH: Final = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def with_zero_width(text: str) -> str:
    """Put an invisible blank after every third letter."""
    return "".join(f"{letter}\u200b" if place % 3 == 0 else letter for place, letter in enumerate(text))


@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        str.lower,
        with_zero_width,
        lambda text: text.translate(LATIN_TWINS),
        lambda text: text.translate(FULL_WIDTH),
        lambda text: re.sub(r"(?<=\w\w) (?=\w\w)", "  \t", text),
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("e", "eeee", 1),
        lambda text: f"Hello Ines, thank you for your words. {text} Have a nice day.",
    ],
    ids=["upper", "lower", "zero width", "look-alikes", "full width", "blanks", "quotes", "stretched", "wrapped"],
)
def test_no_disguise_hides_a_violation(disguise: Callable[[str], str]) -> None:
    """Pressure, asking for data and insults are found through letters that look alike, cannot be seen, or shout."""
    worded = {"G01", "G02", "G03", "G04", "G05", "G15", "G16", "G21"}
    missed = [
        case.id
        for case in CASES
        if case.expect != "ok" and case.rule in worded
        if case.rule not in {finding.rule for finding in found(disguise(case.reply), case.platform)}
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("plain", "disguised", "span"),
    [
        ("refund", "r\u200befund", "r\u200befund"),
        ("refund", "r\u0435fund", "r\u0435fund"),
        ("refund", "\uff52\uff45\uff46\uff55\uff4e\uff44", "\uff52\uff45\uff46\uff55\uff4e\uff44"),
        ("refund", "r e f u n d", "r e f u n d"),
        ("refund", "r.e.f.u.n.d", "r.e.f.u.n.d"),
        ("refund", "REFUND", "REFUND"),
    ],
)
def test_a_finding_points_to_the_disguise_itself(plain: str, disguised: str, span: str) -> None:
    """Its span counts in the text as given, invisible letters and all."""
    text = f"Thank you. We will {disguised} you. Good bye."

    offers = [finding for finding in found(text) if finding.rule == "G02"]

    assert [text[finding.start : finding.end] for finding in offers] == [f"We will {span} you."]


def test_every_finding_says_why_on_what_ground_and_where() -> None:
    """A person sees the rule, the place, a clause and the law behind it."""
    for case in CASES:
        for finding in found(case.reply, case.platform, answered=review(text=case.review, lang=None)):
            assert finding.why
            assert finding.source
            assert 0 <= finding.start <= finding.end <= len(case.reply)


def test_the_limit_counts_what_the_place_counts() -> None:
    """At 90 % it warns, over it blocks from where it is too long; bytes where the place counts bytes."""
    at = {size: of_rule("G17", found("x" * size, "google_play")) for size in (315, 316, 350, 351)}

    assert at[315] == []
    assert [(finding.rule, finding.severity) for finding in at[316] + at[350]] == [("G17", FindingSeverity.WARN)] * 2
    assert [(finding.severity, finding.start, finding.end) for finding in at[351]] == [
        (FindingSeverity.BLOCK, 350, 351)
    ]
    assert at[351][0].why == "has 351 characters, and Google Play takes 350"
    bytes_over = of_rule("G17", found("好" * 1366))
    assert [(finding.start, finding.end) for finding in bytes_over] == [(1365, 1366)]
    assert bytes_over[0].why == "has 4,098 bytes, and Google Business Profile takes 4,096"


def test_the_limit_of_an_unknown_place_warns() -> None:
    """Nobody is kept from posting by a guess at a place; a named place's limit is kept, as the label rules list it."""
    (finding,) = of_rule("G17", found("x" * 2100, "none"))
    (named,) = of_rule("G17", found("x" * 1600, "tripadvisor"))

    assert (named.severity, named.start) == (FindingSeverity.BLOCK, 1500)
    assert (finding.severity, finding.start) == (FindingSeverity.WARN, 2000)
    assert finding.why.endswith("as far as known")


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Write to help@exarnple.com.", "help@example.com"),
        ("Write to somebody@other.net.", "help@example.com"),
        ("We \u0430re sorry.", "are"),
        ("We are\u200b sorry.", ""),
        ("Thank you!!!", "!"),
        ("WE ARE VERY SORRY NOW.", "We are very sorry now"),
    ],
)
def test_a_mend_is_offered_where_one_is_known(text: str, fix: str | None) -> None:
    """The nearest configured contact, the plain letters, one mark instead of three."""
    assert fix in [finding.fix for finding in found(text)]


@pytest.mark.parametrize("platform", ["booking", "workspace_marketplace"])
def test_a_place_that_takes_no_contacts_gets_none(platform: str) -> None:
    """Not even configured ones."""
    for contact in ("help@example.com", "0800 000 000", "https://example.com/help"):
        assert [finding.rule for finding in found(f"You can reach us: {contact}", platform)] == ["G18"]


def test_a_page_on_a_shared_host_is_that_page_alone() -> None:
    """A configured page on a network does not vouch for its neighbors."""
    page = Contact(contact_id="page", url="https://www.facebook.com/harborinn")
    brand = replace(BRAND, contacts=(page,))

    assert of_rule("G18", found("See facebook.com/harborinn/hours for more.", business=brand)) == []
    assert of_rule("G18", found("See facebook.com/harborin for more.", business=brand)) != []


def test_capitals_of_the_brand_do_not_shout() -> None:
    """A sign-off that the config writes in capitals is the brand's own way."""
    assert found("We are sorry.\nTHE HARBOR INN TEAM") == []
    assert [finding.rule for finding in found("WE ARE SORRY FOLKS\nTHE HARBOR INN TEAM")] == ["G32"]


def test_what_the_site_says_of_a_language_only_warns() -> None:
    """A phone set to German does not make a short review German."""
    short = review(text="ok", lang="de")

    findings = found("We are sorry about the delay, and we have read what you wrote.", answered=short)

    assert [(finding.rule, finding.severity) for finding in findings] == [("G29", FindingSeverity.WARN)]


def test_a_short_review_in_another_language_only_warns() -> None:
    """Few words are weak evidence of a language."""
    reply = "We are sorry about the delay, and we have read what you wrote."
    short = found(reply, answered=review(text="Das Zimmer war sehr kalt.", lang=None))
    long = found(reply, answered=review(text="Das Zimmer war sehr kalt, und niemand hat sich gekümmert.", lang=None))

    assert [(finding.rule, finding.severity) for finding in short] == [("G29", FindingSeverity.WARN)]
    assert [(finding.rule, finding.severity) for finding in long] == [("G29", FindingSeverity.BLOCK)]


def test_a_sign_off_in_another_language_is_the_brands_own() -> None:
    """The house signs as it always does; what counts is the text above."""
    brand = replace(BRAND, sign_off="Ihr freundliches Team vom Gasthaus am Hafen, wir sind immer für Sie da")
    answered = review(text="The room was cold and nobody answered the bell for an hour.", lang=None)

    assert of_rule("G29", found(f"We are sorry.\n{brand.sign_off}", business=brand, answered=answered)) == []


@given(st.text(max_size=300))
def test_any_text_can_be_checked(text: str) -> None:
    """Whatever a person types: no error, spans within the text, the same findings again, in the order of the text."""
    findings = found(text, "none")

    assert findings == found(text, "none")
    assert all(0 <= finding.start <= finding.end <= len(text) for finding in findings)
    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)


@given(
    st.lists(
        st.sampled_from(["a", " ", "we", "refund", "review", "!", "1", "@", ".com", "{", "_", "\u200b", "A"]),
        max_size=400,
    )
)
def test_hostile_text_ends_in_time(parts: list[str]) -> None:
    """Repeated pieces of what the patterns look for make none of them run away."""
    found("".join(parts))
