"""In what the drafts of a review differ, in one line each, for the person who chooses. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reviewwatch.reply.plan.steps import Plan, PlanKind, Step

_LEAD: Final = {
    PlanKind.FULL: "in full",
    PlanKind.TWO: "both matters",
    PlanKind.SHORT: "brief",
    PlanKind.TALK: "in private",
    PlanKind.WARM: "warmer",
    PlanKind.ASKING: "with a question",
    PlanKind.BRIEF: "brief thanks",
    PlanKind.THANKS: "thanks alone",
    PlanKind.PEOPLE: "brief thanks",
    PlanKind.PRIVATE: "in full, about nobody",
    PlanKind.LINE: "one honest line",
    PlanKind.APPROVED: "your approved text",
}
_BY_RULE: Final = {
    "thank.good": "thanks for what they liked",
    "thank.people": "thanks for naming people",
    "mixed.good": "thanks for what they liked",
    "sorry.two": "names two matters",
    "hear.two": "names two matters",
    "sorry.also": "names two matters",
    "ask.steps": "asks for version and steps",
    "line": "says that nobody answers in this language yet",
}
_BY_MOVE: Final = {
    "thank": "thanks",
    "name": "takes up the matter",
    "apologize": "apologizes",
    "empathize": "says how it feels",
    "concede": "agrees with what is so",
    "correct": "corrects with the fact",
    "explain": "says what changed",
    "remedy": "offers the help",
    "contact": "says where to turn",
    "ask": "asks what was missing",
}
_WEIGHTY: Final = (
    "corrects with the fact",
    "agrees with what is so",
    "says what changed",
    "says what there is already",
    "offers the help",
)
"""What a person misses where it is left out."""


def why_of(plan: Plan, plans: Sequence[Plan]) -> str:
    """Return what a draft does, and what of the first one it leaves out.

    Args:
        plans: All of a review, in their order.
    """
    said = list(dict.fromkeys(_said(plan.steps)))
    left_out = [one for one in dict.fromkeys(_said(plans[0].steps)) if one in _WEIGHTY and one not in said]
    line = f"{_LEAD[plan.kind]}: {', '.join(said)}" if said else _LEAD[plan.kind]
    return f"{line}; without: {', '.join(left_out)}" if left_out else line


def _said(steps: Sequence[Step]) -> Iterator[str]:
    for step in steps:
        if step.rule == "text" and step.move == "explain":
            yield "uses an approved text"
        elif step.rule == "correct" and step.move == "explain":
            yield "says what there is already"
        elif step.rule.startswith("private.") and step.move == "explain":
            yield "says why there is no more"
        elif step.move in _BY_MOVE:
            yield _BY_RULE.get(step.rule, _BY_MOVE[step.move])
