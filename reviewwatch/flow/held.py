"""What a trained person does best with what is held for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.verbs import suggestions
from reviewwatch.types import CaseState, QueueRow

_REPORTED: Final = "reviewwatch reported"


def next_steps(desk: Desk, rows: Sequence[QueueRow]) -> Mapping[int, str]:
    """Return by row number what is best done with those that are held."""
    held = [row.review_id for row in rows if row.case.state is CaseState.HELD]
    known = suggestions.next_steps(desk.db, held) if held else {}
    return {review_id: _with_id(known.get(review_id, ""), review_id) or _usual(review_id) for review_id in held}


def _with_id(step: str, review_id: int) -> str:
    """Return a step whose command can be typed as it stands; the drafter knows no ids."""
    return step.replace(_REPORTED, f'{_REPORTED} {to_text(REVIEW, review_id)} --reason "…"')


def _usual(review_id: int) -> str:
    """Return the step where the drafter knows no better one."""
    name = to_text(REVIEW, review_id)
    return f"Answer it yourself if you may: `reviewwatch respond {name}`. Or give it back: `hold {name} --release`."
