"""What a verdict hangs on, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import safe
from reviewwatch.cli.screen.wording import rating_words, span

if TYPE_CHECKING:
    from reviewwatch.explain import Clause, Explanation
    from reviewwatch.flow.why import Why
    from reviewwatch.types import Review

_QUOTED: Final = 120


def quoted(text: str) -> str:
    """Return words of a review in quotes, on one line, cut where they are many."""
    shown = safe(text)
    return f"“{shown if len(shown) <= _QUOTED else shown[: _QUOTED - 1] + '…'}”"


def hinge_lines(why: Why, review: Review) -> Iterator[str]:
    """Yield which clause drove the verdict, which rules made it, and what would turn it."""
    found = why.explanation
    if why.is_outdated:
        yield as_called(
            "It was judged otherwise when it was stored; `reviewwatch rescore` shows and settles that. As judged now:"
        )
    if found.driver is not None:
        place = f"{found.driver.field} {found.driver.start}-{found.driver.end}"
        yield f"What weighs most: {quoted(found.driver.words(review))} ({place}). {_without(found.driver, found)}"
    if found.weighed is not None:
        yield f"Rules: {'; '.join(found.weighed.rules)}."
    yield _turns(found, review)


def priority_lines(why: Why, priority: int) -> Iterator[str]:
    """Yield what a place in the queue is made of."""
    if why.parts:
        yield f"Priority {priority} of 1000: {parts_words(why)}."
    if why.praise_route is not None:
        yield f"The praise goes to: {safe(why.praise_route)}."


def parts_words(why: Why) -> str:
    """Return the parts of a priority, the weightiest first, the wait at last."""
    parts = sorted(why.parts, key=lambda part: -abs(part.points))
    said = [f"{part.why} ({part.points:+d})" for part in parts]
    if why.waited is not None:
        passed, promised = why.waited
        said.append(f"{span(passed)} of {span(promised)} passed ({why.risen:+d})")
    return safe("; ".join(said))


def _without(clause: Clause, found: Explanation) -> str:
    if clause.is_flagged is not found.is_flagged:
        return f"Without it, it would {_be(clause.is_flagged)}{_chance(clause.p, ' and ')}."
    return f"Without it, it would {_be(clause.is_flagged, is_still=True)}{_chance(clause.p, ', at ')}."


def _turns(found: Explanation, review: Review) -> str:
    """Return the smallest changes that would turn the verdict, each of them alone."""
    ways = []
    if found.without is not None and found.without != found.driver:
        ways.append(f"without {quoted(found.without.words(review))}{_chance(found.without.p)}")
    if found.rating is not None:
        ways.append(f"with {safe(rating_words(found.rating.rating))}{_chance(found.rating.p)}")
    if found.threshold is not None:
        ways.append(f"at a threshold of {found.threshold:g} instead of {found.threshold_now:g}")
    if ways:
        return f"It would {_be(not found.is_flagged)} {', or '.join(ways)}."
    if found.without is not None:
        return "Neither other stars nor another threshold would change that."
    return "No single clause, no other stars and no other threshold would change that."


def _be(is_flagged: bool, is_still: bool = False) -> str:
    if is_still:
        return "still be flagged" if is_flagged else "still not be flagged"
    return "be flagged" if is_flagged else "not be flagged"


def _chance(p: float | None, before: str = ": ") -> str:
    return "" if p is None else f"{before}{p:.2f} likely a detractor"
