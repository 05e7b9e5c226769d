"""How a reply is read: plain letters, words with meanings, frames over them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.reply import guards
from reviewwatch.reply.guards.frames import frame, frames, together
from reviewwatch.reply.guards.lexicon import repaired
from reviewwatch.reply.guards.plain import plain
from reviewwatch.reply.guards.view import Case, View
from reviewwatch.reply.platforms import load
from reviewwatch.types import Business
from tests.make import review


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("We will r e f u n d you", "We will refund you"),
        ("w e w i l l r e f u n d y o u", "we will refund you"),
        ("r.e.f.u.n.d", "refund"),
        ("a r3fund and a d1scount", "a refund and a discount"),
        ("Call 0️⃣8️⃣0️⃣0️⃣", "Call 0800"),
        ("r\u200bev\u0456ew", "review"),
        ("at 4pm on the 1st of 12", "at 4pm on the 1st of 12"),
        ("version 5.6.1 of 3D", "version 5.6.1 of 3D"),
        ("help@example.com", "help@example.com"),
    ],
)
def test_writing_is_read_as_a_person_reads_it(typed: str, read: str) -> None:
    """Letters set apart, digits for letters and keycaps are words and digits; honest numbers stay."""
    assert plain(typed).text == read


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("refnud", "refund"),
        ("reveiw", "review"),
        ("discoutn", "discount"),
        ("there", "there"),
        ("quiet", "quiet"),
        ("shores", "shores"),
        ("binned", "binned"),
        ("meditation", "meditation"),
        ("quilt", "quilt"),
        ("moths", "moths"),
        ("wager", "wager"),
    ],
)
def test_a_slip_is_read_as_the_word_meant(word: str, meant: str) -> None:
    """Only what is no word itself is read as one that it nearly is."""
    assert repaired(word) == meant


@pytest.mark.parametrize(
    ("line", "text", "is_found"),
    [
        ("WE ..3 GIVE ..4 REWARD", "We will gladly send you a voucher.", True),
        ("WE ..3 GIVE ..4 REWARD", "You sent a voucher.", False),
        ("REMOVE ..3-OUR REVIEW", "Please delete your review.", True),
        ("REMOVE ..3-OUR REVIEW", "We deleted our review page.", False),
        ("COND ..3 REVIEW ...9 REWARD", "Once the review is gone. Then take a voucher.", True),
        ("COND ..3 REVIEW ..9 REWARD", "Once the review is gone. Then take a voucher.", False),
        ("^ REMOVE this $", "Delete this.", True),
        ("^ REMOVE this $", "We will delete this.", False),
        ("YOU ( FAULT_YOU | should_have read )", "You failed to ask.", True),
        ("print ..2 YOUR_name", "We will print your name here.", True),
        ("print ..2 YOUR_name", "We will print her name here.", False),
        ("take ..2 REVIEW !up", "take the review up", False),
        ("take ..2 REVIEW !up", "take the review down", True),
    ],
)
def test_a_frame_says_who_does_what(line: str, text: str, is_found: bool) -> None:
    """Meanings, words, gaps with bars, sentence ends and what may not follow."""
    assert any(frame(line).find(View(text).encoded)) == is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("A voucher for a better review.", True),
        ("A review, and then the voucher.", True),
        ("A voucher, not for a review.", False),
        ("A voucher. And a review.", False),
    ],
)
def test_notions_stand_together_in_any_order(text: str, is_found: bool) -> None:
    """Either may come first, within one sentence, and nothing barred stands between."""
    assert any([*one.find(View(text).encoded)] for one in together("..6-NEG", "REWARD", "REVIEW")) is is_found


@pytest.mark.parametrize(
    ("text", "reach", "held"),
    [
        ("One star. Please think again. Bye.", 1, []),
        ("One star. Please think again. Bye.", 2, ["One star. Please think again."]),
        ("Please think again about the star.", 1, ["Please think again about the star."]),
        ("Please think again about the lamp.", 2, []),
    ],
)
def test_a_run_of_sentences_holds_notions_wherever_they_stand(text: str, reach: int, held: list[str]) -> None:
    """All of them must be there, in as many sentences as a rule reaches over."""
    case = Case(View(text), review(), Business(brand_id="b", name="B"), load("none"))
    found = case.holding(frames("STAR"), frames("think again"), reach=reach)

    assert [case.text[slice(*span)] for span in found] == held


@given(st.text(max_size=200))
def test_every_place_of_the_read_text_leads_into_the_given_one(text: str) -> None:
    """Whatever is typed, spans of what is read lie in what was given."""
    view = View(text)

    for start in range(0, len(view.text), 7):
        first, last = view.span(start, min(start + 5, len(view.text)))
        assert 0 <= first <= last <= len(text)
    assert all(0 <= unit.start <= unit.end <= len(view.text) for unit in view.encoded.units)


def test_the_map_of_the_rules_is_true() -> None:
    """Whoever looks for a rule by its number finds every module that it stands in."""
    told = dict(re.findall(r"\b(G\d\d) (\w+(?:, \w+)*)", guards.__doc__ or ""))
    found: dict[str, list[str]] = {"G33": ["state"], "G34": ["state"]}
    for rule in guards.RULES:
        for number in re.findall(r"G\d\d", (rule.__doc__ or "").partition(":")[0]):
            homes = found.setdefault(number, [])
            homes += [home for home in [rule.__module__.rpartition(".")[2]] if home not in homes]

    assert told == {number: ", ".join(homes) for number, homes in found.items()}
