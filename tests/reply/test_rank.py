"""Which wording is taken: the newest beside the last replies, in voice, easy to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewwatch.reply import platforms
from reviewwatch.reply.frames import load
from reviewwatch.reply.plan.steps import Step
from reviewwatch.reply.rank import NEAR_COPY, grade, ranked, recent_of, similarity
from reviewwatch.reply.realize import Candidate, candidates
from reviewwatch.types import DraftSentence
from tests.reply.scenes import HARBOR, judged
from tests.reply.test_realize import READS, planned

PLACE = platforms.load("google_business")


def wording(*texts: str) -> Candidate:
    """Return a draft of some sentences."""
    steps = tuple(Step(move="close", rule="close", text=text) for text in texts)
    return Candidate(1, steps, tuple(DraftSentence(text, "close", ("courtesy",)) for text in texts))


def first(*made: Candidate, recent: tuple[str, ...] = (), avoid: tuple[str, ...] = ()) -> str:
    """Return the text that is taken."""
    business = replace(HARBOR, avoid=avoid)
    return ranked(made, business, PLACE, recent_of(recent), "en")[0].text


def test_what_was_said_lately_is_not_said_again() -> None:
    """Neither nearly the same text nor the same first eight words."""
    one, other = "Thank you for telling us about the cold room.", "It is good to know what you think of it."
    assert first(wording(one), wording(other)) == one
    assert first(wording(one), wording(other), recent=(one,)) == other

    opening = "We are sorry about the noise in the"
    same, new = wording(f"{opening} yard at night."), wording("The noise in the yard is not right, and we are sorry.")
    assert first(same, new, recent=(f"{opening} hall, and thank you for the frank words that you wrote.",)) == new.text


def test_words_that_the_voice_avoids_cost_a_wording_its_place() -> None:
    """Whole words, in any case."""
    one, other = wording("Sadly this went badly for you."), wording("This went badly for you, and we know it.")

    assert first(one, other, avoid=("sadly",)) == other.text
    assert first(one, other, avoid=("sad",)) == one.text


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("We are sorry.", "Please write to us."), ("We are sorry.",)),
        (("We are sorry about the room.",), (" ".join(["word"] * 23) + ".",)),
        (("We read it.", "Thank you for it."), ("We read it.", "We read it all.")),
        (("The room was cold.",), ("Unsatisfactory accommodation temperatures necessitate considerable remediation.",)),
    ],
)
def test_a_better_wording_goes_first(better: tuple[str, ...], worse: tuple[str, ...]) -> None:
    """One that says more, in short sentences, in other words each time, and simply."""
    assert first(wording(*worse), wording(*better)) == wording(*better).text


def test_of_equals_the_first_is_taken() -> None:
    """So that the same candidates give the same draft."""
    assert first(wording("It is so."), wording("It was so.")) == "It is so."


def nearest(text: str, *others: str) -> float:
    """Return how near a text is to the nearest of the others."""
    own, *last = recent_of([text, *others]).trigrams
    return max((similarity(own, other) for other in last), default=0.0)


def test_texts_are_as_near_as_the_trigrams_that_they_share() -> None:
    """Case and marks aside; a text of one word has none."""
    assert nearest("We are sorry about the noise!", "we are sorry about the noise.") == 1.0
    assert nearest("We are sorry about it.", "We are sorry about her.") == 0.5
    assert nearest("We are sorry about the noise.", "The food was cold and late, we hear.") == 0.0
    assert nearest("Sorry.", "Sorry.") == 0.0


def test_reading_grade_rises_with_length_of_words_and_sentences() -> None:
    """Nothing to read is grade zero."""
    assert grade(["The cat sat on the mat."]) < grade(["Notwithstanding considerable difficulties, we persevered."])
    assert grade([]) == 0.0


def test_two_hundred_replies_of_a_listing_do_not_read_alike() -> None:
    """The same complaint from two hundred nameless people: no near-copy of the last twenty, no opening shared."""
    plan = planned(READS[0], judged(), author=None)[0]
    texts: list[str] = []
    for number in range(200):
        made = candidates(plan, load("en"), HARBOR, PLACE, number * 7919, 64)
        texts.append(ranked(made, HARBOR, PLACE, recent_of(texts[::-1][:20]), "en")[0].text)
    openings = [" ".join(text.split()[:8]) for text in texts]

    assert max(nearest(text, *texts[max(0, at - 20) : at]) for at, text in enumerate(texts)) < NEAR_COPY
    assert not any(opening in openings[max(0, at - 20) : at] for at, opening in enumerate(openings))
