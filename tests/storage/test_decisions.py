"""Decisions: appended, and never anything else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewwatch.errors import NotFoundError, StorageError
from reviewwatch.storage.base import Database
from reviewwatch.storage.verbs import decisions
from reviewwatch.types import CaseState, Decision, DecisionKind
from tests.make import NOW, review
from tests.storage.given import decide, dump, new, store, store_one


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(DecisionKind),
    reason=st.text(),
    text=st.none() | st.text(),
    is_timed=st.booleans(),
    state=st.none() | st.sampled_from(CaseState),
)
def test_every_field_comes_back(
    db: Database, kind: DecisionKind, reason: str, text: str | None, is_timed: bool, state: CaseState | None
) -> None:
    """A decision is read back as it was made, with its number."""
    review_id = store_one(db)
    decision = Decision(
        review_id=review_id,
        kind=kind,
        person="noor",
        decided_at=NOW,
        reason=reason,
        text_hash=None if text is None else f"hash of {text!r}",
        until=NOW if is_timed else None,
        state_before=state,
    )
    with db.transaction():
        decision_id = decisions.append(db, decision, text)
    (*_, last) = decisions.of_review(db, review_id)
    assert last.decision_id == decision_id
    assert Decision(**{name: getattr(last, name) for name in Decision.__slots__} | {"decision_id": None}) == decision
    if decision.text_hash is not None:
        assert decisions.text_of(db, decision.text_hash) == text


@pytest.mark.parametrize("sql", ["UPDATE decisions SET person = 'sam'", "DELETE FROM decisions"])
def test_a_decision_never_changes_and_never_leaves(db: Database, sql: str) -> None:
    """The store itself refuses to change or remove what a person did."""
    decide(db, store_one(db))
    before = dump(db)
    with pytest.raises(StorageError, match="append-only"), db.transaction():
        db.run(sql)
    assert dump(db) == before


def test_decisions_come_in_the_order_they_were_made(db: Database) -> None:
    """The history of one review, the first decision first, without those on others."""
    ids = store(db, new(review("a")), new(review("b")))
    first = decide(db, ids["a"], DecisionKind.SNOOZE)
    decide(db, ids["b"], DecisionKind.DISMISS)
    second = decide(db, ids["a"], DecisionKind.DISMISS, decided_at=NOW - timedelta(days=1))
    assert [item.decision_id for item in decisions.of_review(db, ids["a"])] == [first, second]


def test_the_last_standing_decision_is_not_undone(db: Database) -> None:
    """Undoing walks back one decision after the other; an undo itself is never the one to undo."""
    review_id = store_one(db)
    first, second = decide(db, review_id, DecisionKind.SNOOZE), decide(db, review_id, DecisionKind.DISMISS)

    def standing() -> int | None:
        last = decisions.last_standing(db, review_id)
        return last.decision_id if last else None

    assert standing() == second
    decide(db, review_id, DecisionKind.UNDO, undoes=second)
    assert standing() == first
    decide(db, review_id, DecisionKind.UNDO, undoes=first)
    assert standing() is None


def test_a_decision_is_undone_once(db: Database) -> None:
    """A second undo of the same decision says who was faster."""
    decision_id = decide(db, review_id := store_one(db))
    decide(db, review_id, DecisionKind.UNDO, undoes=decision_id, person="sam")
    with pytest.raises(StorageError, match=r"sam took dc-\w+ back already"):
        decide(db, review_id, DecisionKind.UNDO, undoes=decision_id)
    assert len(decisions.of_review(db, review_id)) == 2


def test_a_text_is_kept_once_and_comes_back_when_it_was_emptied(db: Database) -> None:
    """The same text twice is one row; an emptied one reads as None until somebody writes it again."""
    review_id = store_one(db)
    decision = Decision(review_id=review_id, kind=DecisionKind.APPROVE, person="noor", decided_at=NOW, text_hash="t")
    with db.transaction():
        decisions.append(db, decision, "Thank you.")
        decisions.append(db, decision, "Thank you.")
        db.run("UPDATE texts SET text = NULL")
    assert decisions.text_of(db, "t") is None
    with db.transaction():
        decisions.append(db, decision, "Thank you.")
    assert decisions.text_of(db, "t") == "Thank you."


@pytest.mark.parametrize("missing", [{"review_id": 99}, {"text_hash": "none"}, {"undoes": 99}])
def test_a_decision_on_what_is_not_there_is_refused(db: Database, missing: dict[str, object]) -> None:
    """Review, text and undone decision must exist."""
    review_id = store_one(db)
    with pytest.raises(NotFoundError):
        decide(db, **{"review_id": review_id, **missing})  # type: ignore[arg-type]  # one of several fields
    assert decisions.of_review(db, review_id) == []


def test_a_text_needs_its_hash(db: Database) -> None:
    """A text that nothing would point to is a defect, not a silent loss."""
    decision = Decision(review_id=store_one(db), kind=DecisionKind.APPROVE, person="noor", decided_at=NOW)
    with pytest.raises(StorageError, match="without its hash"), db.transaction():
        decisions.append(db, decision, "Thank you.")


def test_an_unknown_text_is_a_typed_error(db: Database) -> None:
    """A hash that was never stored is not the same as a text that was emptied."""
    with pytest.raises(NotFoundError, match="no text with the hash"):
        decisions.text_of(db, "never")
