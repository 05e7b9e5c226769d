"""What a trained person should see, whatever the stars: danger, law, children, discrimination, self-harm, extortion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewwatch.assess.statements import Clause
from reviewwatch.assess.topics import MATTER, NEAR
from reviewwatch.types import Sensitivity

ORDER: Final = (
    Sensitivity.SELF_HARM,
    Sensitivity.MINORS,
    Sensitivity.SAFETY,
    Sensitivity.DISCRIMINATION,
    Sensitivity.EXTORTION,
    Sensitivity.LEGAL,
)
"""When several fit, the first is said."""
CLAUSES: Final = {
    Sensitivity.SELF_HARM: "speaks of self-harm",
    Sensitivity.MINORS: "speaks of a child in danger or made to pay",
    Sensitivity.SAFETY: "speaks of an injury or a danger",
    Sensitivity.DISCRIMINATION: "speaks of discrimination",
    Sensitivity.EXTORTION: "stars are used as a lever",
    Sensitivity.LEGAL: "speaks of legal steps",
}


_DENIED: Final = frozenset([Sensitivity.SAFETY, Sensitivity.LEGAL])
"""What a negation right before takes back: "nobody was hurt", "no lawyer". In other matters it belongs to them."""


class Matter(NamedTuple):
    """A sensitive matter and the clause that speaks of it."""

    kind: Sensitivity
    clause: Clause


def matter_in(clauses: Sequence[Clause]) -> Matter | None:
    """Return the weightiest sensitive matter of a review.

    Words that only sound so ("safe area", "as a lawyer, I use it daily") take its kind out of their sentence.
    """
    told = [(clause, sign) for clause in clauses for _, _, sign in clause.further if sign.kind in (MATTER, NEAR)]
    harmless = {(sign.name, clause.sentence) for clause, sign in told if sign.kind == NEAR}
    found: dict[str, Clause] = {}
    for clause, sign in told:
        is_meant = sign.kind == MATTER and (sign.name, clause.sentence) not in harmless
        if is_meant and not (sign.is_turned and sign.name in _DENIED):
            found.setdefault(sign.name, clause)
    return next((Matter(kind, found[kind]) for kind in ORDER if kind in found), None)
