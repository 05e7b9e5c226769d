"""Measure what is understood of a review before a reply is drafted: issues, requests, promises, names, holds.

    python3 dev.py eval reading [--data FILE] [--sealed] [--part all|seen|aside] [--missed WHAT]

The default is the project's own labelled set, `tests/data/replies/reviews.jsonl`, by the rules beside it. While cues
are written, three in ten of its rows, chosen by a hash of their ids, stand aside: `--part`. `--sealed` also measures
the held-out third and gives nothing but its totals. JSON lines on standard output, a table on standard error; exit
code 1 where a measure misses its mark.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from evaluation import labelled
from evaluation.labelled import Row
from evaluation.naming import names, things_not_held
from reviewwatch.assess import assess
from reviewwatch.reply.answer import Decision, Policy, answer
from reviewwatch.reply.frames import load as load_frames
from reviewwatch.reply.naming import names_of
from reviewwatch.reply.platforms import Platform, load
from reviewwatch.reply.reading import understand
from reviewwatch.reply.understood import Issue, Place, Understood
from reviewwatch.types import Business, Profile, Rating, Review, TextField

OPEN: Final = labelled.REPLIES / "reviews.jsonl"
_PROFILES: Final = {
    "larkmoor": Profile.HOSPITALITY,
    "potterwick": Profile.GENERAL,
    "oddfern": Profile.GENERAL,
    "hollingate": Profile.HEALTHCARE,
    "averill": Profile.LEGAL,
}
_ASIDE: Final = 0.3
_MARKS: Final[Mapping[str, tuple[str, float]]] = {
    "main issue found": ("least", 0.98),
    "main issue wrong": ("most", 0.01),
    "names of things not in the review": ("most", 0.01),
    "hold recall": ("least", 1.0),
    "needless replies": ("most", 0.03),
}

THEMES: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(words.split())
    for name, words in {
        "service": "service bedside_manner courier",
        "waiting": "waiting service.slow service.absent check_in",
        "communication": "communication support support.no_answer app.notifications",
        "support": "support communication.none",
        "price": "price fees value",
        "billing": "billing subscription",
        "refund": "refund",
        "quality": "quality material finish damaged care.result",
        "description": "description quality.poor",
        "privacy": "privacy permissions",
        "checkin": "check_in waiting service.absent",
        "room": "room cleanliness bed amenities",
        "cleanliness": "cleanliness hygiene",
        "noise": "noise",
        "comfort": "bed comfort room amenities.seat",
        "temperature": "room room.cold room.hot room.water",
        "breakfast": "breakfast food",
        "food": "food cold_food breakfast hygiene",
        "facilities": "amenities accessibility room",
        "parking": "parking amenities",
        "booking": "booking description",
        "wifi": "wifi",
        "crash": "crashes reliability",
        "bug": "reliability crashes data_loss sync",
        "login": "login account_access",
        "sync": "sync",
        "update": "update",
        "ads": "ads",
        "subscription": "subscription billing pricing_plan",
        "performance": "speed",
        "data_loss": "data_loss reliability",
        "missing_feature": "features export integration",
        "usability": "usability controls",
        "notifications": "notifications",
        "battery": "battery",
        "delivery_late": "late tracking waiting",
        "delivery_missing": "missing_items delivery.missing late",
        "damaged": "damaged",
        "wrong_item": "missing_items items.wrong",
        "missing_item": "missing_items",
        "substitution": "stock missing_items items.substituted items.wrong",
        "stock": "stock",
        "packaging": "packaging",
        "returns": "returns refund",
        "freshness": "quality freshness food",
        "assembly": "documentation assembly",
        "safety": "safety",
        "discrimination": "discrimination",
    }.items()
}
"""The themes of the set: which themes or aspects of ours (as a whole, or the part before the dot) are the same."""


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled review with what was understood of it."""

    label: Mapping[str, Any]
    review: Review
    understood: Understood
    decision: Decision

    def places(self, quotes: Iterable[str]) -> list[Place]:
        """Return where labelled quotes stand."""
        return [place for quote in quotes if (place := self._place(quote))]

    def _place(self, quote: str) -> Place | None:
        for name in (TextField.TITLE, TextField.TEXT):
            start = self.review.field(name).find(quote)
            if start >= 0:
                return Place(name, start, start + len(quote))
        return None


@dataclass(slots=True)
class Counts:
    """What is counted over a set."""

    n: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, what: str, is_right: bool, case: Case, note: str = "") -> None:
        """Count one judged thing; keep it for `--missed` where it is not right."""
        self.n[f"{what}/all"] += 1
        self.n[f"{what}/right"] += is_right
        if not is_right:
            self.missed.append((what, str(case.label["id"]), note))

    def share(self, what: str) -> float:
        """Return the share of the right ones, 1 where there are none."""
        return self.n[f"{what}/right"] / self.n[f"{what}/all"] if self.n[f"{what}/all"] else 1.0

    def f1(self, what: str) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.n[f"{what}/said"] + self.n[f"{what}/labelled"]
        return 2 * self.n[f"{what}/met"] / total if total else 1.0


def cases(labels: Iterable[Row], part: str = "all") -> Iterator[Case]:
    """Yield labelled reviews as they are understood.

    Args:
        part: "seen" and "aside" are the two parts of the open rows; "all" is both.
    """
    for label in labels:
        if part == "all" or (part == "aside") == is_aside(label["id"]):
            yield case_of(label)


def is_aside(case_id: str) -> bool:
    """Say whether a row stands aside while cues are written."""
    return int(sha256(f"aside:{case_id}".encode()).hexdigest(), 16) % 10 < 10 * _ASIDE


def case_of(label: Mapping[str, Any]) -> Case:
    """Return a labelled review with what is understood of it."""
    rating = None if label.get("rating") is None else Rating(str(label["rating"]), float(label["rating"]))
    created = label.get("created_at")
    review = Review(
        listing_key=f"set:{label.get('brand', '')}",
        external_id=label["id"],
        title=label.get("title") or "",
        text=label.get("text") or "",
        author=label.get("author") or None,
        rating=rating,
        lang=label.get("lang"),
        created_at=datetime.fromisoformat(created.replace("Z", "+00:00")) if created else None,
    )
    assessment = assess(review)
    profile = _PROFILES.get(label.get("brand", ""), Profile.GENERAL)
    understood = understand(review, assessment, Business(brand_id=label.get("brand", ""), name="", profile=profile))
    decision = answer(review, assessment, understood, _platform(label), Policy())
    return Case(label, review, understood, decision)


def _platform(label: Mapping[str, Any]) -> Platform:
    return load(label.get("platform") or "none")


def measure(found: Iterable[Case]) -> Counts:
    """Count what was understood right."""
    counts = Counts()
    for case in found:
        _issues(case, counts)
        _holds(case, counts)
        _decision(case, counts)
        for what, got in (
            ("requests", case.understood.requests),
            ("promises", case.understood.promises),
        ):
            _places(case, counts, what, got)
        _names(case, counts)
    return counts


def is_same(issue: Issue, theme: str) -> bool:
    """Say whether an issue is of a theme of the set."""
    ours = THEMES.get(theme, frozenset([theme]))
    return not ours.isdisjoint({issue.theme, issue.aspect, issue.aspect.partition(".")[0]})


def _issues(case: Case, counts: Counts) -> None:
    label = case.label
    if label["decision"] == "hold":
        return
    main, issues = label["main_issue"], case.understood.issues
    foreign = _foreign(case) if issues else []
    counts.add("names hold nothing else", not foreign, case, f"{foreign} {_told(issues[:1])}")
    if main is None:
        counts.add("no issue where none is", not issues, case, _told(issues))
        return
    note = f"{main}: {_told(issues)} | {_texts(case, issues[:1])}"
    first = issues[0] if issues else None
    quotes = [one["quote"] for one in label["issues"] if one["theme"] == main]
    counts.add("main issue found", first is not None and _is_named(first, main, quotes), case, note)
    is_wrong = first is not None and not _meets(case, first, [one["quote"] for one in label["issues"]])
    counts.add("main issue not wrong", not is_wrong, case, note)
    counts.add("main issue's clause", first is not None and _meets(case, first, quotes), case, note)
    counts.add("main issue's theme", first is not None and is_same(first, main), case, note)
    if len(issues) > 1:
        is_second = _meets(case, issues[1], [one["quote"] for one in label["issues"]])
        counts.add("second issue not wrong", is_second, case, f"{_told(issues[1:2])} {_texts(case, issues[1:2])}")


def _foreign(case: Case) -> list[str]:
    """Return the things that the main issue could be called by, though the review does not hold them."""
    if case.understood.lang not in ("en", None):
        return []
    said = f"{case.review.title} {case.review.text}"
    called = names_of(case.understood.issues[0], load_frames("en"))
    return [word for one in called for word in things_not_held(one.text, said)]


def _is_named(issue: Issue, theme: str, quotes: Sequence[str]) -> bool:
    """Say whether the name that an issue would get in a draft names the labelled one."""
    called = " ".join(one.text for one in names_of(issue, load_frames("en"))[:1])
    return is_same(issue, theme) or any(names(called, theme, quote) for quote in quotes)


def _texts(case: Case, issues: Sequence[Issue]) -> list[str]:
    return [case.review.field(one.place.field)[one.place.start : one.place.end] for one in issues]


def _told(issues: Sequence[Issue]) -> str:
    return ", ".join(f"{one.aspect or one.theme or '-'}/{one.noun or '-'}/{one.severity}" for one in issues)


def _meets(case: Case, issue: Issue, quotes: Iterable[str]) -> bool:
    return any(_overlap(issue.place, place) for place in case.places(quotes))


def _overlap(one: Place, other: Place) -> bool:
    return one.field is other.field and one.start < other.end and other.start < one.end


def _holds(case: Case, counts: Counts) -> None:
    reasons = {str(hold.reason) for hold in case.understood.holds}
    if case.label["decision"] == "hold":
        wanted = case.label["hold_reason"]
        counts.add("hold recall", bool(reasons), case, f"{wanted}: {sorted(reasons)}")
        counts.add(f"hold recall {wanted}", wanted in reasons, case)
    else:
        counts.add("not held without need", not reasons, case, f"{sorted(reasons)}")
        if case.label.get("near"):
            counts.add("look-alikes not held", not reasons, case, f"{sorted(reasons)}")


def _decision(case: Case, counts: Counts) -> None:
    label, got = case.label["decision"], case.decision
    said = "brief_thanks" if got.is_brief else {"skip": "none"}.get(str(got.answer), str(got.answer))
    counts.n[f"decision {label} -> {said}"] += 1
    if label in ("brief_thanks", "none"):
        rating = case.label.get("rating") or 0
        is_needless = said == "reply" or (said == "brief_thanks" and label == "none" and rating < 4)
        counts.add("not needless", not is_needless, case, f"{label} -> {said}")
    if label == "reply":
        counts.add("reply where one is due", said == "reply", case, f"-> {said}")


def _places(case: Case, counts: Counts, what: str, got: Sequence[Place]) -> None:
    if case.label["decision"] == "hold":
        return
    wanted = case.places(case.label[what])
    met = sum(any(_overlap(one, other) for other in got) for one in wanted)
    counts.n[f"{what}/labelled"] += len(wanted)
    counts.n[f"{what}/said"] += max(len(got), met)
    counts.n[f"{what}/met"] += met
    if met < len(wanted) or len(got) > met:
        texts = [case.review.field(one.field)[one.start : one.end] for one in got]
        counts.missed.append((what, str(case.label["id"]), f"{case.label[what]} <> {texts}"))


def _names(case: Case, counts: Counts) -> None:
    wanted, got = set(case.label["names"]), set(case.understood.names)
    counts.n["names/labelled"] += len(wanted)
    counts.n["names/said"] += len(got)
    counts.n["names/met"] += len(wanted & got)
    if wanted != got:
        counts.missed.append(("names", str(case.label["id"]), f"{sorted(wanted)} <> {sorted(got)}"))


def rows(counts: Counts, name: str) -> list[dict[str, object]]:
    """Return the measures with their marks."""
    found: list[dict[str, object]] = []
    wrong = 1.0 - counts.share("main issue not wrong")
    values = {
        "main issue found": counts.share("main issue found"),
        "main issue wrong": wrong,
        "names of things not in the review": 1.0 - counts.share("names hold nothing else"),
        "main issue's clause": counts.share("main issue's clause"),
        "main issue's theme": counts.share("main issue's theme"),
        "second issue wrong": 1.0 - counts.share("second issue not wrong"),
        "no issue where none is": counts.share("no issue where none is"),
        "hold recall": counts.share("hold recall"),
        "held without need": 1.0 - counts.share("not held without need"),
        "look-alikes held": 1.0 - counts.share("look-alikes not held"),
        "needless replies": 1.0 - counts.share("not needless"),
        "reply where one is due": counts.share("reply where one is due"),
        **{what: counts.f1(what) for what in ("requests", "promises", "names")},
    }
    for what, value in values.items():
        found.append({"set": name, "measure": what, "value": round(value, 4), "ok": _is_met(what, value)})
    for key in sorted(counts.n):
        if key.startswith("decision "):
            found.append({"set": name, "measure": key, "value": counts.n[key], "ok": None})
        if key.startswith("hold recall ") and key.endswith("/all"):
            what = key.removesuffix("/all")
            found.append({"set": name, "measure": what, "value": round(counts.share(what), 4), "ok": None})
    return found


def _is_met(what: str, value: float) -> bool | None:
    if what not in _MARKS:
        return None
    side, mark = _MARKS[what]
    return value >= mark if side == "least" else value <= mark


def main() -> int:
    """Measure, print, and say with the exit code whether the marks are met."""
    parser = argparse.ArgumentParser(prog="dev.py eval reading", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=OPEN, help="labelled reviews")
    parser.add_argument("--part", choices=("all", "seen", "aside"), default="all", help="rows seen, aside, or both")
    parser.add_argument("--sealed", action="store_true", help="also the held-out third, totals alone")
    parser.add_argument("--missed", default="", help="also list what was missed of one measure (open rows)")
    args = parser.parse_args()
    counts = measure(cases(labelled.rows(args.data), args.part))
    found = rows(counts, "open" if args.part == "all" else args.part)
    if args.sealed:
        found += rows(measure(cases(labelled.rows(labelled.sealed(OPEN)))), "sealed")
    for row in found:
        print(json.dumps(row))
        print(f"{row['set']:8} {row['measure']:44} {row['value']!s:8} {row['ok']}", file=sys.stderr)
    for what, case_id, note in counts.missed if args.missed else ():
        if what == args.missed:
            print(f"{case_id} {note}", file=sys.stderr)
    return int(any(row["ok"] is False for row in found))


if __name__ == "__main__":
    sys.exit(main())
