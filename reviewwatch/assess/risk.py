"""Who may be lost though they are no detractor: what is still open, what was better once, who looks around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reviewwatch.assess.statements import Clause
from reviewwatch.assess.topics import RISK
from reviewwatch.assess.worst import HAPPY, sounds_unhappy

OPEN, WORSE, LEAVING = "open", "worse", "leaving"
WHY: Final = {
    LEAVING: "may leave, or looks around",
    WORSE: "says that it was better before",
    OPEN: "happy, but a problem is still open",
}
ORDER: Final = (LEAVING, WORSE, OPEN)
LOWERED: Final = "the rating was higher before"


class Risk(NamedTuple):
    """Why somebody may be lost, and the clause that tells."""

    kind: str
    clause: Clause


def risk_in(clauses: Sequence[Clause], is_torn: bool) -> Risk | None:
    """Return the weightiest sign that its author may be lost, None where there is none.

    Args:
        is_torn: The stars are neither the best nor bad. Few give those without a reason, so each sign counts; beside
            five stars, or none, one counts only where it turns against praise or an open problem sounds unhappy, and
            the sentence names no way out.
            What lasts is a problem that is open where it sounds unhappy, whatever it is.
    """
    told = [(clause, names) for clause in clauses if clause.further and (names := _names(clause))]
    if not told or any("raised" in names for _, names in told):
        return None
    solved = {clause.sentence for clause, names in told if "solved" in names}
    found: dict[str, Clause] = {}
    for clause, names in told:
        is_solved = clause.sentence in solved
        if is_torn and "lasting" in names and not is_solved and sounds_unhappy(clause):
            names.add(OPEN)
        for name in ORDER:
            if name not in names or name in found or ("not_risk" in names and name != OPEN):
                continue
            if is_torn or _is_sure(name, clause, is_solved, "against" in names):
                found[name] = clause
    return next((Risk(name, found[name]) for name in ORDER if name in found), None)


def _names(clause: Clause) -> set[str]:
    return {sign.name for _, _, sign in clause.further if sign.kind == RISK and not sign.is_turned}


def _is_sure(kind: str, clause: Clause, is_solved: bool, is_against: bool) -> bool:
    """Say whether a sign counts beside the best stars: told against praise or as a problem, and not over."""
    if is_solved or clause.tone >= HAPPY:
        return False
    return kind == LEAVING or clause.is_turn or is_against or (kind == OPEN and sounds_unhappy(clause))
