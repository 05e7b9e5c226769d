"""What sounds like a matter for a trained person, and what only nearly does."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewwatch.assess import assess
from reviewwatch.assess.topics import topics
from tests.make import review


def kind_of(text: str, trade: str = "") -> str:
    """Return the sensitive matter that is seen in a text."""
    return str(assess(review(text=text, rating=None, lang="en"), asked=topics((trade,) if trade else ())).sensitivity)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("safety", "The hob stayed on by itself and we woke up to a kitchen full of smoke."),
        ("safety", "Handle came away and two litres of boiling water went down my leg."),
        ("safety", "The emergency exit on our floor was chained shut."),
        ("safety", "Told them about my nut allergy and still got pesto, my lips were swollen all night."),
        ("minors", "The button eye came off the teddy and our baby nearly choked on it."),
        ("minors", "A stranger in the chat asked my daughter where she lives and for a photo."),
        ("minors", "No fence round the pond, our little boy fell in."),
        ("discrimination", "As soon as they saw my headscarf there was suddenly no table free."),
        ("discrimination", "The receptionist said people like you should learn the language first."),
        ("self_harm", "I do not see a way out any more and I don't want to be here."),
        ("extortion", "Refund my order today and this review goes away."),
        ("extortion", "The seller wrote: ten euros back if I make it five stars."),
        ("legal", "My solicitor has written to you, you have fourteen days."),
    ],
)
def test_what_stands_together_makes_a_matter(kind: str, text: str) -> None:
    """No single word tells it: a child is none and a photo is none, and both with a stranger are."""
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The chilli almost killed me, in the best way.",
        "Our kids loved the pool and slept like stones.",
        "Fire in the hearth, dog on the rug, no reason to leave.",
        "As a lawyer I use it every day in court.",
        "My solicitor wears the same shoes, that is how I found them.",
        "Bought for my son's tenth birthday, he has not put it down.",
        "A wheelchair user myself, I was served like everyone else.",
        "If I could give six stars I would.",
        "This knife is so sharp that I cut myself just by looking.",
        "We had our youngest with us and the desk charged the room to our daughter's card by mistake.",
        "The blinds were down and the railing has hangers for coats.",
        "A breakfast that ends at nine, who thought of that.",
        "I had a shot at the bar and we knocked them all down, bowling is great fun.",
        "Even my seven year old laptop runs it.",
        "Across from the hospital, so handy for visitors.",
    ],
)
def test_what_only_sounds_so_is_no_matter(text: str) -> None:
    """Figures of speech, happy children and lawyers on holiday hold no trained person up."""
    assert kind_of(text) == "none"


@pytest.mark.parametrize(
    ("trade", "harmless", "meant"),
    [
        ("health", "She set my broken wrist so gently.", "He set the wrong wrist, it was infected for weeks."),
        ("games", "I died four hundred times and smiled.", "Strobing without warning, I had a seizure."),
    ],
)
def test_where_harm_is_the_trade_only_a_fault_is_a_matter(trade: str, harmless: str, meant: str) -> None:
    """A clinic mends broken bones and a game breaks them; elsewhere both would be dangers."""
    assert (kind_of(harmless, trade), kind_of(meant, trade)) == ("none", "safety")


def test_a_lever_may_stand_in_the_next_sentence() -> None:
    """A demand and what is said of the stars belong together."""
    assert kind_of("You know what I want. Lifetime licence, then the stars come back.") == "extortion"


def test_of_many_sentences_most_are_told_from_harmless_ones() -> None:
    """Who did what to whom makes a matter in nine of ten sentences; of harmless talk one in twenty sounds so."""
    lines = (Path(__file__).parent / "data" / "matters" / "sentences.txt").read_text("utf-8").splitlines()
    found = []
    kind = ""
    for line in lines:
        if line.startswith("["):
            kind = line[1:-1]
        else:
            found.append((kind, kind_of(f"{line[2:].capitalize()}.", "hospitality")))
    meant = [said == kind for kind, said in found if kind]
    alarms = [said != "none" for kind, said in found if not kind]

    assert sum(meant) / len(meant) > 0.85
    assert sum(alarms) / len(alarms) < 0.05


def test_a_child_and_a_danger_stand_near_each_other() -> None:
    """What happens at the other end of a long sentence happens to something else."""
    near = "Our son was left alone in the car park."
    far = "Our son chose the blue one with the long straps and the seller, who is always there alone, wrapped it."

    assert (kind_of(near, "shops"), kind_of(far, "shops")) == ("minors", "none")
