"""Measure what the detector sees beyond its verdict: themes, the worst clause, who is at risk, praised or sensitive.

    python3 dev.py eval themes [--data FILE] [--sealed] [--missed KIND]

The default is the project's own labelled set, `tests/data/detector/open.jsonl`, by the rules beside it. `--sealed` also
measures the held-out third, `sealed.jsonl.gz`, and gives nothing but its totals. JSON lines on standard output, a table
on standard error; exit code 1 where a measure misses its mark.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from evaluation.labelled import DETECTOR, Row, rows, sealed
from reviewwatch.assess import assess
from reviewwatch.assess.judge import THANKED
from reviewwatch.assess.topics import topics
from reviewwatch.types import Assessment, Rating, Reason, Review, Sensitivity, TextField, Unhappy

_FELT: Final = 0.15
_MARKS: Final = {
    "at risk": (0.9, 0.8, 0.0),
    "themes": (0.0, 0.0, 0.8),
    "worst clause": (0.8, 0.0, 0.0),
}
"""By measure the least recall, precision and F1."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a field."""

    field: str
    start: int
    end: int

    def shared(self, other: Place) -> int:
        """Return how many characters both hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) if self.field == other.field else 0


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled review with what the detector made of it."""

    label: Mapping[str, Any]
    review: Review
    judged: Assessment

    def quoted(self, mention: Mapping[str, str]) -> Place:
        """Return where a labelled quote stands."""
        start = self.review.field(TextField(mention["field"])).index(mention["quote"])
        return Place(mention["field"], start, start + len(mention["quote"]))

    def placed(self, why: str) -> list[Place]:
        """Return the places of the reasons of a kind."""
        return [Place(str(one.field), one.start, one.end) for one in self.judged.reasons if one.why == why]


@dataclass(frozen=True, slots=True)
class Measure:
    """How well one thing is seen.

    Attributes:
        n_labelled, n_said, n_right: Labels, answers, and labels that an answer meets.
    """

    name: str
    n_labelled: int
    n_said: int
    n_right: int

    @property
    def recall(self) -> float:
        """Share of the labels that were met."""
        return self.n_right / self.n_labelled if self.n_labelled else 1.0

    @property
    def precision(self) -> float:
        """Share of the answers that meet a label."""
        return self.n_right / self.n_said if self.n_said else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.n_labelled + self.n_said
        return 2 * self.n_right / total if total else 1.0

    @property
    def is_met(self) -> bool | None:
        """Whether it reaches its mark; None where there is none."""
        if self.name not in _MARKS:
            return None
        recall, precision, f1 = _MARKS[self.name]
        return self.recall >= recall and self.precision >= precision and self.f1 >= f1


def cases(labels: Iterable[Row]) -> Iterator[Case]:
    """Yield each labelled review with its judgment."""
    return map(case_of, labels)


def case_of(label: Mapping[str, Any]) -> Case:
    """Judge one labelled review, in its own trade."""
    rating = None if label["rating"] is None else Rating(f"{label['rating']:g}", label["rating"], 1.0, label["best"])
    review = Review(
        listing_key="set:", external_id=label["id"], title=label["title"], text=label["text"], rating=rating
    )
    was = label.get("was_rating")
    was_share = None if was is None else (was - 1) / (label["best"] - 1)
    return Case(label, review, assess(review, asked=topics((label["trade"],)), was_share=was_share))


def measures(found: Sequence[Case]) -> list[Measure]:
    """Return all measures of a set, those with a mark first."""
    return [
        _of_sets("themes", found, _labelled_themes, _said_themes),
        _in_place(found),
        _worst(found),
        _strict_worst(found),
        *(_of_flags(name, key, found) for name, key in _FLAGS),
        _held(found),
        _of_sets("names", found, _labelled_names, _said_names),
        _polarity(found),
    ]


_FLAGS: Final = (("at risk", "at_risk"), ("praise", "praise"), ("sensitive", "sensitive"), ("conflict", "conflict"))


def said(case: Case, key: str) -> bool | str:
    """Return what the detector says of a label of the whole review."""
    judged = case.judged
    answers: dict[str, bool | str] = {
        "at_risk": judged.is_at_risk,
        "praise": judged.is_praise,
        "conflict": judged.is_conflict,
        "sensitive": "" if judged.sensitivity is Sensitivity.NONE else str(judged.sensitivity),
    }
    return answers[key]


def labelled(case: Case, key: str) -> bool | str:
    """Return the label, "" for none."""
    value: bool | str = case.label[key]
    return "" if value == "none" else value


def _of_flags(name: str, key: str, found: Sequence[Case]) -> Measure:
    pairs = [(labelled(case, key), said(case, key)) for case in found]
    right = sum(1 for label, answer in pairs if label and label == answer)
    return Measure(name, sum(1 for label, _ in pairs if label), sum(1 for _, answer in pairs if answer), right)


def _held(found: Sequence[Case]) -> Measure:
    """Return how often a sensitive matter is seen at all: a trained person gets it whatever it is called."""
    pairs = [(bool(labelled(case, "sensitive")), bool(said(case, "sensitive"))) for case in found]
    n_labelled, n_said = sum(label for label, _ in pairs), sum(answer for _, answer in pairs)
    return Measure("sensitive of any kind", n_labelled, n_said, sum(label and answer for label, answer in pairs))


def _of_sets(name: str, found: Sequence[Case], labels: Any, answers: Any) -> Measure:
    pairs = [(labels(case), answers(case)) for case in found]
    right = sum(len(label & answer) for label, answer in pairs)
    return Measure(name, sum(len(label) for label, _ in pairs), sum(len(answer) for _, answer in pairs), right)


def _labelled_themes(case: Case) -> set[str]:
    return {mention["theme"] for mention in case.label["themes"]}


def _said_themes(case: Case) -> set[str]:
    return {mention.theme for mention in case.judged.themes}


def _labelled_names(case: Case) -> set[str]:
    return {name.lower() for name in case.label["names"]}


def _said_names(case: Case) -> set[str]:
    fields = {field: case.review.field(TextField(field)) for field in ("title", "text")}
    return {fields[place.field][place.start : place.end].lower() for place in case.placed(THANKED)}


def _in_place(found: Sequence[Case]) -> Measure:
    """Return the themes by mention: an answer is right where a label of the theme shares a character with it."""
    n_labelled = n_said = n_right = 0
    for case in found:
        labels = [(mention["theme"], case.quoted(mention)) for mention in case.label["themes"]]
        answers = [(one.theme, Place(str(one.field), one.start, one.end)) for one in case.judged.themes]
        n_labelled, n_said = n_labelled + len(labels), n_said + len(answers)
        for theme, place in labels:
            met = next((one for one in answers if one[0] == theme and one[1].shared(place)), None)
            if met:
                answers.remove(met)
                n_right += 1
    return Measure("themes in place", n_labelled, n_said, n_right)


def _worst(found: Sequence[Case]) -> Measure:
    """Return how often the worst clause is the labelled one: it holds half of it, and a third of itself lies in it."""
    return _worst_by("worst clause", found, lambda label, said, both: 2 * both >= label and 3 * both >= said)


def _strict_worst(found: Sequence[Case]) -> Measure:
    return _worst_by("worst clause by the shorter", found, lambda label, said, both: 2 * both > min(label, said))


def _worst_by(name: str, found: Sequence[Case], is_right: Any) -> Measure:
    n_labelled = n_said = n_right = 0
    for case in found:
        label, answers = case.label["worst_clause"], case.placed(Unhappy.WORST)
        n_labelled += label is not None
        n_said += bool(answers)
        if label and answers:
            place = case.quoted(label)
            both = place.shared(answers[0])
            n_right += is_right(place.end - place.start, answers[0].end - answers[0].start, both)
    return Measure(name, n_labelled, n_said, n_right)


def _polarity(found: Sequence[Case]) -> Measure:
    """Return how often the polarity of a theme that was found is right; mixed and neutral are one."""
    n = n_right = 0
    for case in found:
        for mention in case.label["themes"]:
            answers = [one.polarity for one in case.judged.themes if one.theme == mention["theme"]]
            if answers:
                n += 1
                n_right += mention["polarity"] in {_named(one) for one in answers} or (
                    mention["polarity"] == "mixed" and "neutral" in {_named(one) for one in answers}
                )
    return Measure("polarity of themes found", n, n, n_right)


def _named(polarity: float) -> str:
    return "happy" if polarity >= _FELT else "unhappy" if polarity <= -_FELT else "neutral"


def main(args: Sequence[str] | None = None) -> int:
    """Measure the sets that are asked for."""
    parser = argparse.ArgumentParser(prog="dev.py eval themes", description=__doc__)
    parser.add_argument("--data", type=Path, default=DETECTOR)
    parser.add_argument("--sealed", action="store_true")
    parser.add_argument("--missed", choices=["themes", "at_risk", "praise", "sensitive", "conflict", "worst", "names"])
    asked = parser.parse_args(args)
    sets = {asked.data.stem: list(cases(rows(asked.data)))}
    if asked.sealed:
        sets["sealed"] = list(cases(rows(sealed(DETECTOR))))
    is_met = True
    for name, found in sets.items():
        print(f"{name}: {len(found)} reviews", file=sys.stderr)
        for one in measures(found):
            row = {"set": name, **asdict(one), "recall": one.recall, "precision": one.precision, "f1": one.f1}
            print(json.dumps({**row, "mark_met": one.is_met}))
            print(_table_row(one), file=sys.stderr)
            is_met = is_met and one.is_met is not False
    if asked.missed:
        _show_missed(sets[asked.data.stem], asked.missed)
    return 0 if is_met else 1


def _table_row(one: Measure) -> str:
    mark = {True: "met", False: "MISSED", None: ""}[one.is_met]
    counts = f"{one.n_right:4d} of {one.n_labelled:4d} labels, {one.n_said:4d} answers"
    return f"  {one.name:28s} recall {one.recall:.3f}  precision {one.precision:.3f}  F1 {one.f1:.3f}  {counts}  {mark}"


def _show_missed(found: Sequence[Case], kind: str) -> None:
    for case in found:
        wanted, got = _wanted_and_got(case, kind)
        if wanted != got:
            text = " | ".join(filter(None, (case.review.title, case.review.text)))
            print(f"{case.label['id']} {case.label['rating']} wanted {wanted} got {got}\n    {text}", file=sys.stderr)


def _wanted_and_got(case: Case, kind: str) -> tuple[object, object]:
    if kind == "themes":
        return sorted(_labelled_themes(case)), sorted(_said_themes(case))
    if kind == "names":
        return sorted(_labelled_names(case)), sorted(_said_names(case))
    if kind == "worst":
        label = case.label["worst_clause"]
        return (label or {}).get("quote"), _first_text(
            case, [one for one in case.judged.reasons if one.why == Unhappy.WORST]
        )
    return labelled(case, kind), said(case, kind)


def _first_text(case: Case, reasons: Sequence[Reason]) -> str | None:
    return next((case.review.field(one.field)[one.start : one.end] for one in reasons), None)


if __name__ == "__main__":
    sys.exit(main())
