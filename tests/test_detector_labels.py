"""The labeled reviews keep the promises of their rules, so that a measurement on them means something."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest

DATA = Path(__file__).parent / "data" / "detector"
TRADES = ("hospitality", "apps", "shops", "delivery", "games", "health", "finance", "software")
POLARITIES = {"unhappy", "happy", "mixed", "neutral"}
SENSITIVE = {"safety", "legal", "minors", "discrimination", "self_harm", "extortion"}
KINDS = ("at_risk", "conflict", "praise", "sensitive")
BORROWED = {  # the packs that a trade uses beside the general one and its own (rules.md, "Themes and polarity")
    "games": {"apps"},
    "finance": {"apps"},
    "software": {"apps"},
    "health": {"apps"},
    "delivery": {"apps"},
    "shops": {"delivery"},
}
DELIVERY_ALSO = {"food", "packaging", "stock", "description"}
REQUIRED: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "trade": str,
    "title": str,
    "text": str,
    "rating": (int, type(None)),
    "best": int,
    "themes": list,
    "detractor": bool,
    "conflict": bool,
    "at_risk": bool,
    "praise": bool,
    "names": list,
    "sensitive": str,
    "worst_clause": (dict, type(None)),
    "near": list,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A quote and the field that it stands in."""

    field: str
    quote: str


@dataclass(frozen=True, slots=True)
class Labeled:
    """One labeled review."""

    review_id: str
    trade: str
    title: str
    text: str
    rating: int | None
    was_rating: int | None
    themes: tuple[tuple[str, str, Span], ...]
    is_detractor: bool
    is_conflict: bool
    is_at_risk: bool
    is_praise: bool
    names: tuple[str, ...]
    sensitive: str
    worst: Span | None
    near: tuple[str, ...]

    @property
    def n_words(self) -> int:
        """Words of title and text."""
        return len(f"{self.title} {self.text}".split())

    @property
    def is_passive(self) -> bool:
        """Not a detractor, three or four stars."""
        return not self.is_detractor and self.rating in (3, 4)

    def has(self, kind: str) -> bool:
        """Whether a kind that `near` may name is set."""
        labels = {
            "at_risk": self.is_at_risk,
            "conflict": self.is_conflict,
            "praise": self.is_praise,
            "sensitive": self.sensitive != "none",
        }
        return labels[kind]

    def spans(self) -> Iterator[Span]:
        """Every quote, the worst clause included."""
        yield from (span for _, _, span in self.themes)
        if self.worst:
            yield self.worst


def open_bytes() -> bytes:
    """Read the part that builders may look at."""
    return (DATA / "open.jsonl").read_bytes()


def sealed_bytes() -> bytes:
    """Unpack the part that is for measuring only."""
    return gzip.decompress((DATA / "sealed.jsonl.gz").read_bytes())


def records(content: bytes) -> list[dict[str, Any]]:
    """Parse JSON lines."""
    return [json.loads(line) for line in content.decode().splitlines()]


def labeled(record: dict[str, Any]) -> Labeled:
    """Read one record."""
    worst = record["worst_clause"]
    return Labeled(
        review_id=record["id"],
        trade=record["trade"],
        title=record["title"],
        text=record["text"],
        rating=record["rating"],
        was_rating=record.get("was_rating"),
        themes=tuple((m["theme"], m["polarity"], Span(m["field"], m["quote"])) for m in record["themes"]),
        is_detractor=record["detractor"],
        is_conflict=record["conflict"],
        is_at_risk=record["at_risk"],
        is_praise=record["praise"],
        names=tuple(record["names"]),
        sensitive=record["sensitive"],
        worst=Span(worst["field"], worst["quote"]) if worst else None,
        near=tuple(record["near"]),
    )


@cache
def reviews() -> tuple[Labeled, ...]:
    """Read both parts."""
    return tuple(labeled(record) for record in records(open_bytes()) + records(sealed_bytes()))


@cache
def packs() -> dict[str, frozenset[str]]:
    """Theme ids by pack, as the tables of rules.md define them."""
    found: dict[str, frozenset[str]] = {}
    for section in (DATA / "rules.md").read_text(encoding="utf-8").split("\n### ")[1:]:
        name, _, body = section.partition("\n")
        ids = re.findall(r"^\| ([a-z_]+) \| [^|]+ \| [^|]+ \|$", body.split("\n## ")[0], re.MULTILINE)
        found[name.lower()] = frozenset(ids) - {"theme"}
    return found


def themes_of(trade: str) -> set[str]:
    """Collect the theme ids that a trade's reviews may carry."""
    used = {"general", trade} | BORROWED.get(trade, set())
    allowed = {theme for pack in used for theme in packs()[pack]}
    return allowed | DELIVERY_ALSO if trade == "delivery" else allowed


def ids_where(is_wrong: Callable[[Labeled], bool]) -> list[str]:
    """Name the reviews that break a rule, without showing their text."""
    return [review.review_id for review in reviews() if is_wrong(review)]


def is_sealed(review_id: str) -> bool:
    """Tell which part a review belongs to."""
    return int(hashlib.sha256(review_id.encode()).hexdigest(), 16) % 3 == 0


def test_both_parts_are_the_ones_that_were_hashed() -> None:
    """SHA256 names both parts, and neither changed since."""
    lines = (DATA / "SHA256").read_text(encoding="ascii").splitlines()
    expected = {name: digest for digest, name in (line.split() for line in lines)}
    actual = {
        "open.jsonl": hashlib.sha256(open_bytes()).hexdigest(),
        "sealed.jsonl": hashlib.sha256(sealed_bytes()).hexdigest(),
    }
    assert actual == expected


def test_the_hash_of_the_id_decides_what_is_sealed() -> None:
    """Nobody chose which reviews are easy enough to show."""
    assert not [r["id"] for r in records(open_bytes()) if is_sealed(r["id"])]
    assert not [r["id"] for r in records(sealed_bytes()) if not is_sealed(r["id"])]


def test_no_label_is_missing_and_none_is_unknown() -> None:
    """Each record has every field in its type, and no other but `was_rating`."""
    for record in records(open_bytes()) + records(sealed_bytes()):
        assert set(record) - {"was_rating"} == set(REQUIRED), record["id"]
        assert not [key for key, kind in REQUIRED.items() if not isinstance(record[key], kind)], record["id"]
        assert all(set(m) == {"theme", "polarity", "field", "quote"} for m in record["themes"]), record["id"]
        assert record["best"] == 5, record["id"]


def test_values_come_from_their_lists() -> None:
    """Trades, ratings, polarities, fields and kinds are the defined ones."""
    assert ids_where(lambda r: r.trade not in TRADES) == []
    assert ids_where(lambda r: r.rating not in (None, 1, 2, 3, 4, 5)) == []
    assert ids_where(lambda r: r.was_rating is not None and r.was_rating in (r.rating, 0)) == []
    assert ids_where(lambda r: r.sensitive not in SENSITIVE | {"none"}) == []
    assert ids_where(lambda r: any(polarity not in POLARITIES for _, polarity, _ in r.themes)) == []
    assert ids_where(lambda r: any(span.field not in ("title", "text") for span in r.spans())) == []
    assert ids_where(lambda r: not set(r.near) <= set(KINDS)) == []


def test_ids_and_texts_are_unique() -> None:
    """No review stands twice, not even in another case or spacing."""
    ids = Counter(review.review_id for review in reviews())
    texts = Counter(" ".join(review.text.lower().split()) for review in reviews())
    assert [key for key, n in (ids + texts).items() if n > 1] == []
    assert ids_where(lambda r: not r.text.strip()) == []


def test_no_sentence_is_used_twice() -> None:
    """Eight words in a row never occur in two reviews."""
    seen: dict[tuple[str, ...], str] = {}
    twice = []
    for review in reviews():
        words = re.findall(r"\w+", review.text.lower())
        for run in {tuple(words[i : i + 8]) for i in range(len(words) - 7)}:
            if seen.setdefault(run, review.review_id) != review.review_id:
                twice.append((seen[run], review.review_id, " ".join(run)))
    assert twice == []


def test_every_quote_stands_once_in_its_field() -> None:
    """An offset can be found for each quote, and only one."""

    def is_wrong(review: Labeled) -> bool:
        fields = {"title": review.title, "text": review.text}
        return any(not s.quote.strip() or fields[s.field].count(s.quote) != 1 for s in review.spans())

    assert ids_where(is_wrong) == []


def test_quotes_are_clauses() -> None:
    """A quote is no more than 25 words on one line, without a joining word before or a stop behind."""

    def is_wrong(span: Span) -> bool:
        joined = re.match(r"(?:and|but|though|yet|however)\b", span.quote, re.IGNORECASE)
        return bool(joined) or "\n" in span.quote or span.quote[-1] in ".,;:" or len(span.quote.split()) > 25

    assert ids_where(lambda r: any(is_wrong(span) for span in r.spans())) == []


def test_themes_are_defined_for_their_trade() -> None:
    """Each mention carries an id of a pack that its trade uses."""
    assert sum(len(pack) for pack in packs().values()) == len(frozenset.union(*packs().values()))
    assert ids_where(lambda r: any(theme not in themes_of(r.trade) for theme, _, _ in r.themes)) == []


def test_every_theme_is_tried() -> None:
    """No defined theme lacks mentions: five at the least."""
    n_mentions = Counter(theme for review in reviews() for theme, _, _ in review.themes)
    assert [theme for theme in frozenset.union(*packs().values()) if n_mentions[theme] < 5] == []


def test_no_mention_is_labeled_twice() -> None:
    """One mention per clause and theme."""
    assert ids_where(lambda r: len({(t, span) for t, _, span in r.themes}) != len(r.themes)) == []


def test_a_worst_clause_stands_where_something_is_unhappy() -> None:
    """Detractors, at-risk reviews and unhappy mentions have one; a review without unhappiness has none."""

    def is_wrong(review: Labeled) -> bool:
        unhappy = any(polarity in ("unhappy", "mixed") for _, polarity, _ in review.themes)
        return (unhappy or review.is_detractor or review.is_at_risk) != (review.worst is not None)

    assert ids_where(is_wrong) == []


def test_stars_and_text_disagree_only_in_conflicts() -> None:
    """High stars on a detractor's text or low stars on a happy one are a conflict, and nothing else is."""

    def disagrees(review: Labeled) -> bool:
        if review.rating in (None, 3):
            return False
        assert review.rating is not None
        return (review.rating < 3) != review.is_detractor

    assert ids_where(lambda r: disagrees(r) != r.is_conflict) == []


def test_at_risk_is_for_those_who_are_not_lost() -> None:
    """A detractor or a conflict is never at risk, and a rating edited down always is unless it is lost."""
    assert ids_where(lambda r: r.is_at_risk and (r.is_detractor or r.is_conflict)) == []

    def went_down(review: Labeled) -> bool:
        return review.was_rating is not None and review.rating is not None and review.was_rating > review.rating

    assert ids_where(lambda r: went_down(r) and not (r.is_at_risk or r.is_detractor)) == []


def test_praise_has_names_and_names_have_praise() -> None:
    """The names are words of the review, and there are some exactly where somebody is thanked."""
    assert ids_where(lambda r: r.is_praise != bool(r.names)) == []
    assert ids_where(lambda r: any(name not in f"{r.title}\n{r.text}" for name in r.names)) == []


def test_danger_and_discrimination_carry_their_theme() -> None:
    """Reviews held for safety or discrimination say so among their themes too."""

    def lacks(review: Labeled) -> bool:
        return review.sensitive in ("safety", "discrimination") and review.sensitive not in {
            theme for theme, _, _ in review.themes
        }

    assert ids_where(lacks) == []


def test_a_near_miss_is_a_miss() -> None:
    """What a hasty reader would set is not set."""
    assert ids_where(lambda r: any(r.has(kind) for kind in r.near)) == []


@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_has_its_share(trade: str) -> None:
    """Each trade has 42 reviews or more, of every kind."""
    own = [review for review in reviews() if review.trade == trade]
    assert len(own) >= 42
    least = {"at_risk": 7, "conflict": 5, "praise": 4, "sensitive": 5}
    least_near = {"at_risk": 7, "conflict": 2, "praise": 2, "sensitive": 3}
    assert [kind for kind, n in least.items() if sum(r.has(kind) for r in own) < n] == []
    assert [kind for kind, n in least_near.items() if sum(kind in r.near for r in own) < n] == []
    assert {None, 1, 2, 3, 4, 5} <= {review.rating for review in own}


@pytest.mark.parametrize(
    ("kind", "n_least", "n_near"),
    [("at_risk", 60, 60), ("conflict", 40, 20), ("praise", 35, 20), ("sensitive", 40, 30)],
)
def test_there_are_enough_of_each_kind_and_of_its_near_misses(kind: str, n_least: int, n_near: int) -> None:
    """The promised counts over the whole set."""
    assert sum(review.has(kind) for review in reviews()) >= n_least
    assert sum(kind in review.near for review in reviews()) >= n_near


def test_the_sensitive_ones_are_of_every_sort() -> None:
    """At least six of each reason to hold a review."""
    n_of = Counter(review.sensitive for review in reviews())
    assert [kind for kind in SENSITIVE if n_of[kind] < 6] == []


def test_the_mix_is_that_of_an_honest_inbox() -> None:
    """About two in five are detractors, one in five passives; titles in a third; lengths from 3 words to 180 or so."""
    n = len(reviews())
    lengths = sorted(review.n_words for review in reviews())
    assert n >= 345
    assert 0.35 <= sum(r.is_detractor for r in reviews()) / n <= 0.45
    assert 0.15 <= sum(r.is_passive for r in reviews()) / n <= 0.27
    assert 0.30 <= sum(bool(r.title) for r in reviews()) / n <= 0.45
    assert (lengths[0], lengths[-1] >= 175) == (3, True)
    assert 40 <= median(lengths) <= 50


def test_the_sealed_part_has_every_kind() -> None:
    """A measurement on the sealed part alone says something about each label."""
    sealed = [review for review in reviews() if is_sealed(review.review_id)]
    assert 0.28 <= len(sealed) / len(reviews()) <= 0.40
    assert [kind for kind in KINDS if sum(r.has(kind) for r in sealed) < 10] == []
    assert {review.trade for review in sealed} == set(TRADES)
