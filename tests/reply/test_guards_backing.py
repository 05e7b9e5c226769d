"""Promises, numbers and copies: what stands behind a sentence, and who may answer for it."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.types import Business, DraftSentence, Fact, FactKind, FindingSeverity, Macro
from tests.make import review
from tests.reply.given_rules import BRAND, of_rule, said

PROMISE = "We will replace the boiler by Monday."
DAY = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("text", "is_backed"),
    [
        ("The desk is staffed from 07:00 to 23:00.", True),
        ("The desk is staffed from 7 am until 11 pm.", True),
        ("The desk is staffed until midnight.", False),
        ("Breakfast costs £14.", True),
        ("Breakfast costs £12.", False),
        ("Breakfast is £23 for two.", False),
        ("Dogs are not allowed.", True),
        ("Dogs are welcome.", False),
        ("Ninety percent of our guests come back.", False),
        ("We are the best inn in town.", False),
        ("You waited twenty minutes, and we are sorry.", True),
    ],
)
def test_a_number_or_a_rule_of_the_house_needs_a_fact_or_the_review(text: str, is_backed: bool) -> None:
    """The fact's value in any format, the review's own number, and nothing else."""
    answered = review(text="Twenty minutes at the desk! And is breakfast for two?", author=None)

    assert (of_rule("G24", said(text, answered=answered, today=DAY)) == []) == is_backed


def test_a_fact_that_has_ended_backs_only_what_was() -> None:
    """Yesterday's price may be told as yesterday's."""
    ended = Fact(
        fact_id="old",
        entity="breakfast",
        attribute="price",
        value="£12",
        kind=FactKind.MONEY,
        valid_to=date(2025, 12, 31),
    )
    brand = Business(brand_id="b", name="B", facts=(*BRAND.facts, ended))

    assert of_rule("G24", said("Breakfast costs £12.", business=brand, today=DAY)) != []
    assert of_rule("G24", said("Until December 2025 breakfast was £12.", business=brand, today=DAY)) == []


def test_who_answers_for_a_promise_decides_how_grave_it_is() -> None:
    """Nobody's promise blocks, a person's warns and can be vouched for; without facts it warns too."""
    nobody, person, factless = said(PROMISE), said(PROMISE, is_persons=True), said(PROMISE, has_business=False)

    assert {finding.severity for finding in of_rule("G23", nobody)} == {FindingSeverity.BLOCK}
    assert [(one.severity, "vouch" in one.why) for one in of_rule("G23", person)] == [(FindingSeverity.WARN, True)]
    assert [(one.severity, "no facts given" in one.why) for one in of_rule("G23", factless)] == [
        (FindingSeverity.WARN, True)
    ]
    vouched = said(PROMISE, is_persons=True, vouched=("we will  replace the boiler by monday",))
    assert of_rule("G23", vouched) + of_rule("G24", vouched) == []


def test_nobody_can_vouch_for_what_law_forbids() -> None:
    """A vouched sentence is free of missing facts alone."""
    text = "Change your stars and breakfast is free."

    assert of_rule("G01", said(text, is_persons=True, vouched=(text,))) != []


def test_a_licensed_sentence_carries_its_own_backing() -> None:
    """What the drafter made from a remedy or a fact is not asked for it again; courtesy alone backs nothing."""
    backed = DraftSentence(text=PROMISE, move="remedy", licence=("remedy:boiler",))
    courteous = DraftSentence(text=PROMISE, move="close", licence=("courtesy",))

    assert of_rule("G23", said(PROMISE, sentences=(backed,))) == []
    assert of_rule("G23", said(PROMISE, sentences=(courteous,))) != []


def test_a_remedy_may_be_said_and_nothing_beside_it() -> None:
    """The help that is configured is no unbacked promise; a deadline tied to it is."""
    assert of_rule("G23", said("We are sorry, and we have passed this to the head of housekeeping.")) == []
    assert of_rule("G23", said("We have passed this to the head of housekeeping and it will be fixed by Friday.")) != []


LONG = "It is a pity that the room was so cold on your first night here by the sea, and that nobody came to look."


def test_repetition_blocks_copies_and_warns_of_short_thanks_and_approved_texts() -> None:
    """A near-copy is canned; thanks may be said twice, and what somebody approved for use may be used."""
    macro = Business(brand_id="b", name="B", macros=(Macro(macro_id="m", text=LONG),))
    copied = of_rule("G30", said(f"Hello Bo, {LONG}", recent=(f"Hello Ada, {LONG}",)))
    thanks = of_rule(
        "G30",
        said(
            "Thank you for the kind words, we were glad to have you.",
            recent=("Thank you for the kind words, we were glad to have you.",),
        ),
    )
    approved = of_rule("G30", said(LONG, business=macro, recent=(LONG,)))

    assert [one.severity for one in copied] == [FindingSeverity.BLOCK]
    assert {one.severity for one in thanks + approved} == {FindingSeverity.WARN}


@pytest.mark.parametrize(
    ("published", "text", "is_found"),
    [
        ("The desk is open until 22:00.", "Our desk is open until 23:00.", True),
        ("The desk is open until 23:00.", "Our desk is open until 11 pm.", False),
        ("There is a lift in the house.", "There is no lift in the house.", True),
        ("The pool is open until 20:00.", "The desk is open until 23:00.", False),
        ("Sorry, the desk was shut at 21:00.", "The desk is open until 23:00.", False),
    ],
)
def test_two_replies_of_a_brand_tell_one_thing_in_one_way(published: str, text: str, is_found: bool) -> None:
    """Hours, prices and yes or no of the same thing agree with what the brand said in public."""
    assert (of_rule("G41", said(text, published=(published,))) != []) == is_found


def test_words_that_the_voice_avoids_warn() -> None:
    """The brand's own list, whatever the case."""
    (finding,) = of_rule("G42", said("Rest assured, we read it."))

    assert (finding.severity, finding.start, finding.end) == (FindingSeverity.WARN, 0, 12)


def _seconds(text: str) -> float:
    begun = time.process_time()
    said(text)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "piece",
    ["refund ", "if you ", "your review ", "we will ", "a", "1 ", "not ", "please delete ", "\n", "( ", "v0uch3r "],
)
def test_a_hostile_text_of_40_kilobytes_is_judged_in_time(piece: str) -> None:
    """Time grows with the length, not with its square."""
    took = []
    for size in (10_000, 40_000):
        text = piece * (size // len(piece))
        took.append(min(_seconds(text) for _ in range(3)))

    assert took[1] < max(1.0, took[0] * 12), "a process that shares its machine is slow, but not that slow"


@given(st.text(alphabet="we will refund you if the review is gone5 .!\u200b\u0430", max_size=120))
def test_findings_lie_in_the_text_and_say_why(text: str) -> None:
    """Place, reason and law of every finding, and a mend that fits its span."""
    for finding in said(text):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.why
        assert finding.source
