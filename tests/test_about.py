"""What the words of a clause are about, and the file that their weights are kept in."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.assess import about, assess
from reviewwatch.assess.about import FELT, NONE, Scale, Sum, Weights, packed, scale_for, unpacked
from reviewwatch.assess.topics import topics
from reviewwatch.errors import DamagedWeightsError
from tests.make import review, stars

_EVEN = [0.0, 0.0, 0.0, 0.0]


def weights(**rows: list[int]) -> Weights:
    """Return weights of two themes, nothing and mood, in parts of UNIT."""
    return Weights(
        ["food", "room", NONE, FELT],
        _EVEN,
        [4.0] * 5,
        1.0,
        {stem: bytes(one + 128 for one in row) for stem, row in rows.items()},
    )


def weighed(scale: Scale, *stems: str, sentence: tuple[str, ...] = ()) -> tuple[list[str], float]:
    """Return what a clause is about, and how happy it is."""
    return scale.weigh(scale.sum(stems), scale.sum(sentence or stems), ())


@pytest.mark.parametrize(
    ("trade", "text", "theme"),
    [
        ("hospitality", "The wardrobe had no hangers and the lamp flickered all evening.", "room"),
        ("hospitality", "Scooters and shouting below us until dawn.", "noise"),
        ("delivery", "He flung the crate across the lawn and drove off.", "courier"),
        ("games", "The villain has no motive and the dialogue is wooden.", "story"),
        ("health", "She looked at her watch while I was crying.", "bedside_manner"),
        ("finance", "The payment to my landlord bounced twice.", "transfer"),
        ("apps", "Tiny icons, nested menus, and I never find the way back.", "usability"),
        ("software", "Whenever the month ends the whole thing is offline for hours.", "uptime"),
        ("shops", "The jumper pilled after one evening.", "material"),
    ],
)
def test_wordings_that_no_pack_lists_are_met(trade: str, text: str, theme: str) -> None:
    """Words that go together tell a theme though no phrase names it."""
    found = assess(review(text=text, rating=stars(1)), asked=topics((trade,))).themes
    assert theme in [one.theme for one in found]


@pytest.mark.parametrize(
    "text", ["We will see.", "My brother told me about it on Sunday.", "I read the other reviews first."]
)
def test_what_is_about_nothing_has_no_theme(text: str) -> None:
    """Talk around the matter is no mention."""
    assert not assess(review(text=text, rating=stars(3)), asked=topics(("shops",))).themes


def test_a_theme_needs_a_large_share_of_its_clause() -> None:
    """What speaks for two themes alike names both, what speaks for neither names none."""
    scale = Scale(weights(soup=[64, 0, 0, 0], bed=[0, 64, 0, 0], week=[0, 0, 64, 0]), {"food", "room"})

    assert weighed(scale, "soup")[0] == ["food"]
    assert weighed(scale, "soup", "bed")[0] == ["food", "room"]
    assert weighed(scale, "week")[0] == []
    assert weighed(scale, "never", "met")[0] == []


def test_the_rest_of_the_sentence_counts_a_little() -> None:
    """A clause that alone says nothing is about what its sentence is about, if that says it loudly."""
    scale = Scale(weights(soup=[120, 0, 0, 0], cold=[0, 0, 24, 0]), {"food", "room"})

    assert weighed(scale, "cold", "and", "stale")[0] == []
    assert weighed(scale, "cold", "and", "stale", sentence=("soup", "cold", "and", "stale"))[0] == ["food"]


def test_a_phrase_counts_beside_the_words() -> None:
    """A phrase names its theme; one of a theme that is not asked for changes nothing."""
    scale = Scale(weights(cold=[0, 0, 32, 0]), {"food"})
    own = scale.sum(["cold"])

    assert scale.weigh(own, own, [("food", 3)])[0] == ["food"]
    assert scale.weigh(own, own, [("room", 3)])[0] == []


def test_mood_is_a_lane_of_its_own() -> None:
    """How happy words are is told in log odds, whatever they are about."""
    scale = Scale(weights(lovely=[0, 0, 0, 32], awful=[0, 0, 0, -48]), {"food"})

    assert weighed(scale, "lovely")[1] == pytest.approx(2.0)
    assert weighed(scale, "awful")[1] == pytest.approx(-3.0)


@given(st.lists(st.text("abcdefgh ", min_size=1, max_size=8), max_size=60))
def test_any_words_can_be_weighed(stems: list[str]) -> None:
    """Any number of any words has at most two themes at a share above a third, in any order the same."""
    scale = scale_for(topics(("hospitality",)).themes)
    own, back = scale.sum(stems), scale.sum(stems[::-1])
    assert own == back
    if own.n:
        assert len(scale.weigh(own, own, ())[0]) <= 1 / about._SHARE


def test_a_file_of_weights_comes_back_as_it_was() -> None:
    """What is written is what is read."""
    written = weights(soup=[64, -3, 0, 1], bed=[0, 127, -127, 0])
    assert unpacked(packed(written), "words.bin") == written


@pytest.mark.parametrize("data", [b"", b"reviewwatch words of themes 1\n{}\n", b"\x00" * 40])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    """The error names the file."""
    with pytest.raises(DamagedWeightsError, match=r"words\.bin"):
        unpacked(data, "words.bin")


def test_a_changed_file_is_refused() -> None:
    """What is missing is noticed."""
    whole = packed(weights(soup=[64, -3, 0, 1]))
    with pytest.raises(DamagedWeightsError, match="has changed"):
        unpacked(whole[:-12], "words.bin")


def test_the_shipped_lanes_are_the_themes_of_the_packs() -> None:
    """Every theme that a pack has was learned, and nothing else."""
    assert set(about.load().lanes) == topics().themes | {NONE, FELT}
    assert log(len(about.load().rows)) > 8
    assert Sum(0, 0) == scale_for(topics().themes).sum(())
