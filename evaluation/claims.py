"""Measure how claims of reviews are verified against dated facts: what would be corrected, and what wrongly contested.

    python3 dev.py eval claims [--sealed] [--missed]

The sets are the project's own: `tests/data/replies/claims.jsonl` by the label rules beside it, and in
`tests/data/claims` the files `claims.jsonl` about five businesses of other trades, `wordings.jsonl` with more ways to
say what the first set is about, and `spoken.txt` with both in ordinary talk, near misses among them. These were written
beside the code: they guard it, and flatter it. `--sealed` also measures the held-out third and gives nothing but its
counts.

Three ways: the review's text alone (whatever is contested anywhere in it counts), the verdict at the labelled clause,
and the labelled claim itself, verified. JSON lines on standard output, a table on standard error; exit code 1 where a
mark is missed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from evaluation.businesses import business, businesses
from reviewwatch.reply.claims import verdicts, verify
from reviewwatch.reply.given import business_of
from reviewwatch.reply.understood import Claim, Place, Verdict, VerdictKind
from reviewwatch.sentiment.measures import share
from reviewwatch.types import Business, Review, TextField

DATA: Final = Path(__file__).parents[1] / "tests" / "data"
OPEN: Final = DATA / "replies" / "claims.jsonl"
SEALED: Final = DATA / "replies" / "sealed" / "claims.jsonl.gz"
OTHERS: Final = DATA / "claims"
LEAST_PRECISION, LEAST_RECALL, MOST_CONTESTS = 0.99, 0.90, 0
_WORDING: Final = (
    *("event", "hearsay", "wish", "comparison", "feeling", "opinion", "sarcasm", "guess", "other_listing", "hyperbole"),
    *("question", "other_business", "same_number"),
)
"""Kinds that the words decide, not the value: the claim by itself says nothing of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled claim with the verdicts of its review."""

    label: Mapping[str, Any]
    business: Business
    found: tuple[Verdict, ...]

    @property
    def expected(self) -> tuple[str, str | None]:
        """The labelled verdict and the fact that decides it."""
        return self.label["verdict"], self.label["fact_id"]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to measure a set.

    Attributes:
        way: text, clause or claim.
        n_labelled, n_corrected, n_right: Claims to correct, corrections, corrections that a label asks for.
        n_contested: Of supported, unknown and outdated claims, or with another fact.
        n_verdicts_right: Of all n claims.
    """

    set: str
    way: str
    n: int
    n_labelled: int
    n_corrected: int
    n_right: int
    n_contested: int
    n_verdicts_right: int

    @property
    def precision(self) -> float:
        """Share of the corrections that a label asks for."""
        return self.n_right / self.n_corrected if self.n_corrected else 1.0

    @property
    def recall(self) -> float:
        """Share of the claims to correct that are corrected."""
        return self.n_right / self.n_labelled if self.n_labelled else 1.0

    @property
    def is_met(self) -> bool:
        """Whether all three marks are."""
        is_sure = self.precision >= LEAST_PRECISION and self.n_contested <= MOST_CONTESTS
        return is_sure and self.recall >= LEAST_RECALL


def cases(lines: Iterable[str], of: Callable[[Mapping[str, Any]], Business]) -> Iterator[Case]:
    """Yield each labelled claim with the verdicts of its review."""
    for line in lines:
        label = json.loads(line)
        about = of(label)
        at = datetime.combine(date.fromisoformat(label["review_date"]), time(12), ZoneInfo(about.time_zone))
        review = Review(
            listing_key="set:", external_id=label["id"], text=label["review"], created_at=at.astimezone(UTC)
        )
        yield Case(label, about, verdicts(review, about))


def rows(name: str, found: Sequence[Case]) -> list[Row]:
    """Return the rows of a set, each way that its labels allow."""
    made = [_row(name, "text", found, [case.found for case in found])]
    if all("clause" in case.label for case in found):
        made.append(_row(name, "clause", found, [_at_clause(case) for case in found]))
        given = [case for case in found if case.label["kind"] not in _WORDING]
        made.append(_row(name, "claim", given, [(_of_claim(case),) for case in given]))
    return made


def is_right(case: Case, found: Sequence[Verdict]) -> bool:
    """Say whether the verdicts are the labelled one and no other."""
    said = {(str(one.kind), one.fact.fact_id if one.fact else None) for one in found} - {("unknown", None)}
    return said == (set() if case.expected[0] == "unknown" else {case.expected})


def _row(name: str, way: str, cases_: Sequence[Case], found: Sequence[Sequence[Verdict]]) -> Row:
    asked = [case.expected[0] == VerdictKind.CONTRADICTED for case in cases_]
    told = [[one for one in verdicts_ if one.kind is VerdictKind.CONTRADICTED] for verdicts_ in found]
    right = [
        sum(1 for one in corrected if is_asked and one.fact and one.fact.fact_id == case.expected[1])
        for case, is_asked, corrected in zip(cases_, asked, told, strict=True)
    ]
    n_contested = sum(len(corrected) - n for corrected, n in zip(told, right, strict=True))
    n_right = sum(1 for n in right if n)
    return Row(
        set=name,
        way=way,
        n=len(cases_),
        n_labelled=sum(asked),
        n_corrected=n_right + n_contested,
        n_right=n_right,
        n_contested=n_contested,
        n_verdicts_right=sum(is_right(case, one) for case, one in zip(cases_, found, strict=True)),
    )


def _at_clause(case: Case) -> tuple[Verdict, ...]:
    start = case.label["review"].index(case.label["clause"])
    end = start + len(case.label["clause"])
    return tuple(one for one in case.found if one.claim.place.start < end and start < one.claim.place.end)


def _of_claim(case: Case) -> Verdict:
    label = case.label
    day = date.fromisoformat(label.get("event_date") or label["review_date"])
    claim = Claim(
        label["entity"],
        label["attribute"],
        label["value"],
        label["polarity"] == "denied",
        Place(TextField.TEXT, 0, 0),
        is_past=label["kind"] == "used_to" and label["verdict"] in ("outdated", "unknown"),
    )
    return verify(claim, case.business.facts, day)


@cache
def _others() -> Mapping[str, Business]:
    tables = tomllib.loads((OTHERS / "businesses.toml").read_text(encoding="utf-8"))["businesses"]
    return {row["listing"]: business_of(row) for row in tables}


def open_cases() -> list[Case]:
    """Return the part of the set that everybody may see."""
    return list(cases(OPEN.read_text(encoding="utf-8").splitlines(), _of_brand))


def sealed_cases() -> list[Case]:
    """Return the part of the set that is for measuring: its counts may be shown, its rows not."""
    return list(cases(gzip.decompress(SEALED.read_bytes()).decode().splitlines(), _of_brand))


def other_cases() -> list[Case]:
    """Return the claims about businesses of other trades."""
    lines = (OTHERS / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return list(cases(lines, lambda label: _others()[label["listing"]]))


def wording_cases() -> list[Case]:
    """Return more ways to say what the first set is about."""
    return list(cases((OTHERS / "wordings.jsonl").read_text(encoding="utf-8").splitlines(), _of_brand))


_VERDICTS: Final = {"c": "contradicted", "s": "supported", "o": "outdated", "u": "unknown"}


def spoken_cases() -> list[Case]:
    """Return claims in ordinary talk, and near misses of them."""
    return list(cases(_spoken((OTHERS / "spoken.txt").read_text(encoding="utf-8")), _of_listing))


def _spoken(text: str) -> Iterator[str]:
    listing = ""
    for number, line in enumerate(text.splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "#":
            listing = rest
        elif mark:
            fact, _, review = rest.partition(" ")
            row = {
                "id": f"spoken-{number}",
                "listing": listing,
                "review_date": "2026-06-01",
                "review": review,
                "verdict": _VERDICTS[mark],
                "fact_id": None if fact == "-" else fact,
            }
            yield json.dumps(row)


def _of_listing(label: Mapping[str, Any]) -> Business:
    name = label["listing"]
    return _others()[name] if name in _others() else _own()[name]


@cache
def _own() -> Mapping[str, Business]:
    return {listing: about for (_, listing, _), about in businesses().items()}


def _of_brand(label: Mapping[str, Any]) -> Business:
    return business(label["brand"], label["listing"], "")


def main(args: Sequence[str] | None = None) -> int:
    """Measure the sets that are asked for."""
    parser = argparse.ArgumentParser(prog="dev.py eval claims", description=__doc__)
    parser.add_argument("--sealed", action="store_true")
    parser.add_argument("--missed", action="store_true", help="show what is not right, of the open sets only")
    asked = parser.parse_args(args)
    sets = {
        "open": open_cases(),
        "other trades": other_cases(),
        "wordings": wording_cases(),
        "spoken": spoken_cases(),
    }
    made = [row for name, found in sets.items() for row in rows(name, found)]
    if asked.sealed:
        made += rows("sealed", sealed_cases())
    for row in made:
        bounds = {
            "precision_95": share(row.n_right, row.n_corrected)[1:],
            "recall_95": share(row.n_right, row.n_labelled)[1:],
        }
        print(
            json.dumps(
                {**asdict(row), "precision": row.precision, "recall": row.recall, **bounds, "mark_met": row.is_met}
            )
        )
        print(_told(row), file=sys.stderr)
    _print_kinds(sets["open"])
    if asked.missed:
        _print_missed([case for found in sets.values() for case in found])
    return 0 if all(row.is_met for row in made if row.way == "text") else 1


def _told(row: Row) -> str:
    low, least = share(row.n_right, row.n_corrected).low or 0.0, share(row.n_right, row.n_labelled).low or 0.0
    mark = "met" if row.is_met else "MISSED"
    return (
        f"  {row.set:13s} {row.way:7s} precision {row.precision:.3f} (from {low:.3f})"
        f"  recall {row.recall:.3f} (from {least:.3f})"
        f"  {row.n_right:3d} of {row.n_labelled:3d} corrected, {row.n_contested} contested"
        f"  verdicts {row.n_verdicts_right} of {row.n}  {mark}"
    )


def _print_kinds(found: Sequence[Case]) -> None:
    for kind in sorted({case.label["kind"] for case in found}):
        of_kind = [case for case in found if case.label["kind"] == kind]
        n_right = sum(is_right(case, _at_clause(case)) for case in of_kind)
        print(json.dumps({"set": "open", "kind": kind, "n": len(of_kind), "n_verdicts_right": n_right}))
        print(f"    {kind:16s} {n_right:3d} of {len(of_kind):3d}", file=sys.stderr)


def _print_missed(found: Sequence[Case]) -> None:
    for case in found:
        if not is_right(case, case.found):
            print(
                f"{case.label['id']} {case.label['review_date']} {case.expected} {case.label['review']}",
                file=sys.stderr,
            )
            for one in case.found:
                fact = one.fact.fact_id if one.fact else ""
                print(
                    f"    {one.kind} {one.claim.entity}: {one.claim.attribute} {one.claim.value} {fact}",
                    file=sys.stderr,
                )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
