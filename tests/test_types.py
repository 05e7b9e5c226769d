"""The transition tables, pair by pair, and what values know of themselves."""

from __future__ import annotations

from itertools import product

import pytest

from reviewwatch.types import (
    CASE_TRANSITIONS,
    PUBLICATION_TRANSITIONS,
    CaseEvent,
    CaseState,
    PublicationState,
    Rating,
    RatingKind,
    TextField,
)
from tests.make import review, stars

# A row per event, a column per state: where the case goes, or a dot where the pair is refused.
CASE_TABLE = """
              quiet      open       snoozed    held       dismissed  answered   closed
flagged       open       .          .          .          .          .          .
screened      held       held       .          .          .          .          .
cleared       .          quiet      .          .          .          .          .
edited        open       open       open       open       open       open       open
gone          closed     closed     closed     closed     closed     closed     closed
answer_seen   answered   answered   answered   answered   .          .          .
reply_failed  .          .          .          .          .          open       .
woke          .          .          open       .          .          .          .
approve       answered   answered   answered   answered   .          .          .
dismiss       dismissed  dismissed  dismissed  dismissed  .          .          .
hold          held       held       held       held       .          .          .
snooze        snoozed    snoozed    snoozed    snoozed    .          .          .
reopen        open       .          open       open       open       open       .
undo          open       open       open       open       open       open       .
"""

# A row per state: every state that may follow; a dot where it is terminal.
PUBLICATION_TABLE = """
approved      posting withdrawn stale handed_over
posting       posted pending refused unknown stale approved
posted        seen refused
pending       seen refused
unknown       seen handed_over withdrawn
handed_over   seen withdrawn
seen          .
refused       .
withdrawn     .
stale         .
"""


def case_rows() -> dict[tuple[CaseState, CaseEvent], CaseState | None]:
    """Return the case table as pairs."""
    head, *rows = [line.split() for line in CASE_TABLE.strip().splitlines()]
    return {
        (CaseState(state), CaseEvent(event)): None if to == "." else CaseState(to)
        for event, *states in rows
        for state, to in zip(head, states, strict=True)
    }


def publication_rows() -> dict[PublicationState, frozenset[PublicationState]]:
    """Return the publication table as sets."""
    rows = [line.split() for line in PUBLICATION_TABLE.strip().splitlines()]
    return {
        PublicationState(state): frozenset(PublicationState(to) for to in next_ones if to != ".")
        for state, *next_ones in rows
    }


@pytest.mark.parametrize(("state", "event"), list(product(CaseState, CaseEvent)))
def test_every_pair_of_case_state_and_event_is_stated(state: CaseState, event: CaseEvent) -> None:
    """Each of the pairs is allowed with one outcome or refused, and the table says which."""
    assert CASE_TRANSITIONS.get((state, event)) == case_rows()[state, event]


@pytest.mark.parametrize(("state", "to"), list(product(PublicationState, PublicationState)))
def test_every_pair_of_publication_states_is_stated(state: PublicationState, to: PublicationState) -> None:
    """Each step of a publication is allowed or refused, and the table says which."""
    assert (to in PUBLICATION_TRANSITIONS[state]) == (to in publication_rows()[state])


def test_the_tables_name_every_state() -> None:
    """No state was added without a word on what follows it."""
    assert set(PUBLICATION_TRANSITIONS) == set(PublicationState) == set(publication_rows())
    assert {state for state, _ in case_rows()} == set(CaseState)
    assert {event for _, event in case_rows()} == set(CaseEvent)


def test_a_finished_publication_never_moves_again() -> None:
    """What is seen, refused, withdrawn or stale stays so; another try is another approval."""
    finished = {state for state, following in PUBLICATION_TRANSITIONS.items() if not following}

    assert finished == {
        PublicationState.SEEN,
        PublicationState.REFUSED,
        PublicationState.WITHDRAWN,
        PublicationState.STALE,
    }


def test_nothing_is_posted_twice() -> None:
    """No road leads from where a text may be public back to posting."""
    after = {state: reachable(state) for state in PublicationState}

    for state in (
        PublicationState.POSTED,
        PublicationState.PENDING,
        PublicationState.UNKNOWN,
        PublicationState.HANDED_OVER,
    ):
        assert not after[state] & {PublicationState.APPROVED, PublicationState.POSTING}


def test_every_publication_state_is_reached() -> None:
    """From an approval, every state can come about."""
    assert reachable(PublicationState.APPROVED) | {PublicationState.APPROVED} == set(PublicationState)


def test_every_case_state_is_reached() -> None:
    """From a quiet case, every state can come about, and a closed one only comes back by an edit."""
    reached = {CaseState.QUIET}
    while more := {to for (state, _), to in CASE_TRANSITIONS.items() if state in reached} - reached:
        reached |= more

    assert reached == set(CaseState)
    assert {(event, to) for (state, event), to in CASE_TRANSITIONS.items() if state is CaseState.CLOSED} == {
        (CaseEvent.EDITED, CaseState.OPEN),
        (CaseEvent.GONE, CaseState.CLOSED),
    }


def reachable(state: PublicationState) -> set[PublicationState]:
    """Return every state that can follow, at any distance."""
    found: set[PublicationState] = set()
    waiting = [state]
    while waiting:
        for to in PUBLICATION_TRANSITIONS[waiting.pop()] - found:
            found.add(to)
            waiting.append(to)
    return found


@pytest.mark.parametrize(
    ("rating", "share"),
    [
        (stars(1), 0.0),
        (stars(3), 0.5),
        (stars(5), 1.0),
        (Rating("8.0", 8, 0, 10, RatingKind.TEN), 0.8),
        (Rating("8.2", 8.2, 1, 10, RatingKind.TEN), 0.8),
        (Rating("no", 0, 0, 1, RatingKind.BINARY), 0.0),
    ],
)
def test_the_share_is_the_place_on_the_scale(rating: Rating, share: float) -> None:
    """0 is the worst of the scale and 1 the best, wherever it starts."""
    assert rating.share == pytest.approx(share)


def test_a_field_is_the_text_that_offsets_count_in() -> None:
    """Reasons point into these, and a review without a rating has an empty one."""
    one = review(title="Cold", positive="View", negative="Bell")

    assert [one.field(name) for name in TextField] == ["Cold", one.text, "View", "Bell", "2"]
    assert review(rating=None).field(TextField.RATING) == ""
