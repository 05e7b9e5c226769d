"""Measure the rules: do they find what is written to break them, in twelve disguises too, and leave the rest alone?

    python3 dev.py eval rules [--sealed] [--missed]

The cases are the project's own (`tests/data/replies`, label rules beside them), judged with its invented businesses on
15 September 2026 as a text nobody has vouched for. `--sealed` also measures the held-out third and gives nothing but
its counts. One JSON row a measure on standard output, a table on standard error; exit code 1 where a mark is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from statistics import quantiles
from typing import Final

from evaluation import disguises, labelled
from evaluation.businesses import business as business_for
from evaluation.labelled import Row
from reviewwatch.approve import text_hash
from reviewwatch.changes import content_hash, thread_hash
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.given import business_of
from reviewwatch.reply.guards.state import standing
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import (
    Approval,
    Business,
    Finding,
    FindingSeverity,
    OwnerReply,
    Profile,
    Rating,
    Review,
    Target,
)

TODAY: Final = date(2026, 9, 15)
NOW: Final = datetime(2026, 9, 15, 12, tzinfo=UTC)
SEED: Final = 20260915
NOBODY: Final = Business(brand_id="", name="")
REACHED: Final[Mapping[str, float]] = {"rules: false blocks on ordinary replies": 0.046}
"""What is held of a mark that is not reached yet; made stricter with every gain."""

# The small business of `guard_cases.jsonl`.
_SMALL: Final = {
    "contacts": [
        {"id": "help", "email": "help@example.com"},
        {"id": "line", "phone": "0800 000 000"},
        {"id": "site", "url": "https://example.com/help"},
        {"id": "guide", "url": "https://example.com/id"},
    ],
    "facts": [
        {"id": "desk.hours", "entity": "front desk", "attribute": "hours", "value": "07:00-23:00"},
        {"id": "bus.route", "entity": "bus", "attribute": "route", "value": "Route 412"},
        {
            "id": "returns.window",
            "entity": "returns",
            "attribute": "refund time",
            "value": "up to 14 days after we receive the item",
        },
        {"id": "deposit.return", "entity": "deposit", "attribute": "return time", "value": "10 days"},
        {
            "id": "refund.card",
            "entity": "refund",
            "attribute": "time to card",
            "value": "5 days after we get the parcel",
        },
        {
            "id": "release.4.2.1",
            "entity": "app",
            "attribute": "release",
            "value": "4.2.1, 3 May: sign-in on tablets changed",
        },
        {"id": "breakfast.rate", "entity": "breakfast", "attribute": "included", "value": "in the flexible rate"},
    ],
    "remedies": [
        {"id": "route.housekeeping", "say": "we have passed this to the housekeeping lead"},
        {"id": "lookup.order", "say": "our team can look up the order by e-mail"},
    ],
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table.

    Attributes:
        value: A share, a count or milliseconds.
        mark: What it must reach, at least or at most; None for a figure that is only reported.
    """

    name: str
    value: float
    n: int
    mark: float | None = None
    is_most: bool = False

    @property
    def is_held(self) -> bool:
        """True where there is no mark, too."""
        return self.mark is None or (self.value <= self.mark if self.is_most else self.value >= self.mark)


def is_as_reached(row: Measured) -> bool:
    """Say whether a row that misses its mark is no worse than it was."""
    reached = REACHED.get(row.name)
    return reached is not None and replace(row, mark=reached).is_held


def cases(is_sealed: bool) -> list[Row]:
    """Return the cases of one part of the sets; `guard_cases` has no sealed one."""
    return labelled.of_replies("rule_cases", is_sealed) + ([] if is_sealed else labelled.of_replies("guard_cases"))


@cache
def _business(brand: str, listing: str, profile: str, platform: str) -> Business:
    known = business_for(brand, listing, "" if platform == "outreach" else platform) if brand else business_of(_SMALL)
    return replace(known, profile=Profile(profile or known.profile))


def review_of(row: Row) -> Review:
    """Return the review of a case."""
    stars = row.get("rating")
    return Review(
        listing_key="case:1",
        external_id=row["id"],
        text=row["review"],
        author=row.get("author"),
        rating=None if stars is None else Rating(raw=str(stars), value=float(stars)),
    )


def findings(row: Row, text: str | None = None) -> tuple[Finding, ...]:
    """Return what the rules say of a case, or of another text in its place."""
    reply = row["reply"] if text is None else text
    if row["rule"] in ("G33", "G34"):
        return _standing(row)
    business = _business(row.get("brand", ""), row.get("listing", ""), row["profile"], row["platform"])
    context = Context(today=TODAY, recent=tuple(row.get("history", ())))
    return guards.check(reply, review_of(row), business, platforms.load(row["platform"]), context)


def _standing(row: Row) -> tuple[Finding, ...]:
    """Judge a state or an approval by the code that posting goes through."""
    drafted = _revision(row, row["state"]["drafted_on"] if "state" in row else row.get("revision"))
    now = _revision(row, row["state"]["now"] if "state" in row else row.get("revision"))
    if "state" in row:
        state = row["state"]
        thread = (OwnerReply(text="Answered."),) if state["answered"] else ()
        return standing(
            row["reply"], _approval(row["reply"], drafted, "ines"), None if state["deleted"] else now, thread, NOW
        )
    given = row["approval"]
    if given is None:
        return standing(row["reply"], None, now, (), NOW)
    return standing(row["reply"], _approval(given["text"], _revision(row, given["on"]), given["by"]), now, (), NOW)


def _revision(row: Row, revision: str | None) -> Review:
    """Return the review as it read in one revision."""
    return replace(review_of(row), title=str(revision or ""))


def _approval(text: str, review: Review, person: str) -> Approval:
    return Approval(
        person=person,
        approved_at=NOW,
        text_hash=text_hash(text),
        content_hash=content_hash(review),
        thread_hash=thread_hash(()),
        target=Target(review.listing_key, review.external_id, None),
        account=None,
    )


_RANK: Final = {"ok": 0, "warn": 1, "hold": 2, "block": 3}


def is_right(row: Row, found: Sequence[Finding]) -> bool:
    """Say whether the strongest finding of the case's rule is the one that its label names.

    The older cases call a hold a block. A near miss has no block of any other rule either; among the older cases, whose
    business knows little, only the rule of the case counts.
    """
    mine = max((f.severity.value for f in found if f.rule == row["rule"]), key=lambda one: _RANK[one], default="ok")
    if row["expect"] != "ok":
        return mine == row["expect"] or (mine, row["rule"], row["expect"]) == ("hold", "G26", "block")
    others = found if "brand" in row else ()
    return mine == "ok" and not any(finding.severity is FindingSeverity.BLOCK for finding in others)


def measured(is_sealed: bool) -> Iterator[Measured]:
    """Yield the rows of the open cases, or the totals of the sealed ones."""
    rows = cases(is_sealed)
    broken = [row for row in rows if row["expect"] != "ok"]
    near = [row for row in rows if row["expect"] == "ok"]
    mark = None if is_sealed else 1.0
    yield _share("rules: recall on written violations", broken, mark)
    yield _blocked(near, None if is_sealed else 0.01)
    yield _ordinary(labelled.of_replies("ordinary", is_sealed), None if is_sealed else 0.01)
    yield from _disguised(broken, None if is_sealed else 0.95)
    if not is_sealed:
        yield from _by_rule(broken)
        yield from _speed(rows)


def _share(name: str, rows: Sequence[Row], mark: float | None) -> Measured:
    right = sum(is_right(row, findings(row)) for row in rows)
    return Measured(name, right / len(rows), len(rows), mark)


def _blocked(near: Sequence[Row], mark: float | None) -> Measured:
    wrong = sum(not is_right(row, findings(row)) for row in near)
    return Measured("rules: false blocks on near misses", wrong / len(near), len(near), mark, is_most=True)


def _ordinary(rows: Sequence[Row], mark: float | None) -> Measured:
    wrong = sum(bool(blocks(row)) for row in rows)
    return Measured("rules: false blocks on ordinary replies", wrong / len(rows), len(rows), mark, is_most=True)


def blocks(row: Row) -> list[Finding]:
    """Return what blocks an ordinary reply, nothing being known of the business; every one of them is false."""
    place = platforms.load(row["platform"] or "none")
    review = review_of({**row, "rating": row["stars"]})
    found = guards.check(row["reply"], review, NOBODY, place, Context(today=TODAY, has_business=False))
    return [finding for finding in found if finding.severity is FindingSeverity.BLOCK]


def _by_rule(rows: Sequence[Row]) -> Iterator[Measured]:
    n = Counter(row["rule"] for row in rows)
    right = Counter(row["rule"] for row in rows if is_right(row, findings(row)))
    for rule in sorted(n):
        yield Measured(f"rules: recall of {rule}", right[rule] / n[rule], n[rule])


def _disguised(broken: Sequence[Row], mark: float | None) -> Iterator[Measured]:
    """Yield the recall under each disguise, over the cases that are found without it."""
    for name, disguise in {**disguises.LETTERS, **disguises.WORDS}.items():
        asked = [row for row in broken if disguises.applies(name, row["rule"]) and is_right(row, findings(row))]
        found = sum(_is_heard(row, disguise(row["reply"], seeded(row))) for row in asked)
        yield Measured(f"rules: recall disguised, {name}", found / max(1, len(asked)), len(asked), mark)
    if mark is None:
        return
    for name in disguises.WRITTEN:
        texts = [(rule, text) for rule, listed in disguises.written()[name].items() for text in listed]
        found = sum(_is_heard(_case_of(rule, broken), text) for rule, text in texts)
        yield Measured(f"rules: recall disguised, {name}", found / len(texts), len(texts), mark)


def seeded(row: Row) -> random.Random:
    """Return chance that is the same for a case in every run."""
    return random.Random(f"{SEED}{row['id']}")  # noqa: S311 - slips of the keyboard, no secret


def _case_of(rule: str, rows: Sequence[Row]) -> Row:
    return next(row for row in rows if row["rule"] == rule and row["platform"] != "outreach")


def _is_heard(row: Row, text: str) -> bool:
    """Say whether the rule still speaks as loud as without the disguise."""
    least = _RANK[row["expect"]]
    return any(
        finding.rule == row["rule"] and _RANK[finding.severity.value] >= min(least, 2)
        for finding in findings(row, text)
    ) or (least == 1 and any(finding.rule == row["rule"] for finding in findings(row, text)))


def _speed(rows: Sequence[Row]) -> Iterator[Measured]:
    """Yield what checking one reply takes, after a first round that loads what is loaded once."""
    took = []
    for row in rows:
        begun = time.perf_counter()
        findings(row)
        took.append((time.perf_counter() - begun) * 1000)
    cuts = quantiles(took, n=20)
    yield Measured("rules: milliseconds, median", cuts[9], len(took))
    yield Measured("rules: milliseconds, 95th percentile", cuts[18], len(took), 20.0, is_most=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return 1 where a mark is missed."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval rules", description=__doc__)
    parser.add_argument("--sealed", action="store_true", help="also the held-out third, counts alone")
    parser.add_argument("--missed", action="store_true", help="list the open cases that are judged wrong")
    asked = parser.parse_args(arguments)
    parts: list[tuple[str, Callable[[], Iterator[Measured]]]] = [("", lambda: measured(False))]
    if asked.sealed:
        parts.append(("sealed: ", lambda: measured(True)))
    is_held = True
    for prefix, part in parts:
        for row in part():
            is_held = is_held and row.is_held
            show(replace(row, name=prefix + row.name))
    if asked.missed:
        _list_missed()
    return 0 if is_held else 1


def show(row: Measured) -> None:
    """Print a row, as JSON and for people."""
    kept = {"name": row.name, "value": round(row.value, 4), "n": row.n, "mark": row.mark, "is_held": row.is_held}
    print(json.dumps(kept), flush=True)
    held = "" if row.mark is None else ("held" if row.is_held else "MISSED")
    print(f"{row.name:<52} {row.value:>9.4f} {row.n:>6,} {held}", file=sys.stderr)


def _list_missed() -> None:
    for row in cases(False):
        found = findings(row)
        if not is_right(row, found):
            said = ", ".join(f"{finding.rule} {finding.severity}" for finding in found)
            print(f"{row['id']} {row['rule']} {row['expect']}: {row['reply'][:100]!r} ({said})", file=sys.stderr)
    for row in labelled.of_replies("ordinary"):
        for finding in blocks(row):
            words = row["reply"][finding.start : finding.end]
            print(f"{row['id']} {finding.rule} ordinary: {words!r} ({finding.why})", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
