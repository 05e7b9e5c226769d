"""The same rows for what others do: owners' real replies, a canned reply for each star band, the nearest past reply.

The pairs stay in their folder: nothing of them is printed or kept, and no text of theirs enters the project. BLEU is
reported because the field reports it, and is never a mark: the most common canned reply wins at it.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evaluation import wording
from evaluation.naming import shares_meaning
from evaluation.rules import NOBODY, Measured
from reviewwatch.config.names import PLATFORMS
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Finding, FindingSeverity, Rating, Review

_MOST: Final = 4_000
_TESTED: Final = 0.1
"""Share of a set, the latest of it, on which the peers are tested."""
_MASK: Final = re.compile(r"<+(?:NAME|ID)>")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A real review and what its owner answered.

    Attributes:
        place: The platform it stands on, "none" where that is not told.
    """

    app: str
    stars: float
    review: str
    reply: str
    place: str = "none"


def pairs(folder: Path) -> dict[str, list[Pair]]:
    """Return the pairs of each set of a folder, in their order."""
    found = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            read = (json.loads(line) for line in lines)
            found[path.name.partition(".")[0]] = [_pair(row) for row in read if row.get("reply") and row.get("review")]
    for path in sorted(folder.glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines)
            found[path.name.partition(".")[0]] = [_pair(row) for row in table if row.get("reply") and row.get("review")]
    return {name: some for name, some in found.items() if len(some) > 100}


def _pair(row: dict[str, str]) -> Pair:
    try:
        stars = float(row.get("rating") or 0)
    except ValueError:
        stars = 0.0
    place = row.get("platform") or "none"
    place = place if place in PLATFORMS else "none"
    return Pair(row.get("app", ""), stars, row["review"], _unmasked(row["reply"]), place)


def _unmasked(reply: str) -> str:
    # Whoever collected the replies masked the names in them. The owners wrote no "<NAME>", which is a slot left open.
    return _MASK.sub("Ana", reply)


def measured(folder: Path) -> Iterator[Measured]:
    """Yield the rows of every set for the real replies, the canned ones and the nearest ones."""
    for name, some in pairs(folder).items():
        past, latest = _split(some)
        tested = [pair for pair in latest if 0 < pair.stars <= 3][:_MOST]
        if len(tested) < 20:
            continue
        systems = {
            "real": [pair.reply for pair in tested],
            "canned": canned(past, tested),
            "nearest": nearest(past, tested),
        }
        for system, replies in systems.items():
            yield from _rows(f"{name}, {system}", tested, replies)


def _split(some: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return what came before, and the last tenth of each app, which nobody has seen."""
    by_app: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in some:
        by_app[pair.app].append(pair)
    past, latest = [], []
    for own in by_app.values():
        cut = max(1, int(len(own) * (1 - _TESTED)))
        past += own[:cut]
        latest += own[cut:]
    return past, latest


def _rows(name: str, tested: Sequence[Pair], replies: Sequence[str]) -> Iterator[Measured]:
    n = len(tested)
    named = sum(shares_meaning(reply, pair.review) for pair, reply in zip(tested, replies, strict=True))
    blocked = sum(bool(blocks(pair, reply)) for pair, reply in zip(tested, replies, strict=True))
    easy = sum(wording.grade(reply) <= 8 and wording.longest_sentence(reply) <= 22 for reply in replies)
    yield Measured(f"{name}: shares a word with the review", named / n, n)
    yield Measured(f"{name}: blocked by a rule", blocked / n, n)
    yield Measured(f"{name}: near-copies of the last 20", wording.near_copies(replies), n)
    yield Measured(f"{name}: same opening", wording.same_opening(replies), n)
    yield Measured(f"{name}: easy to read", easy / n, n)
    yield Measured(f"{name}: BLEU-4", wording.bleu(replies, [pair.reply for pair in tested]), n)


def blocks(pair: Pair, reply: str) -> list[Finding]:
    """Return what blocks a reply to a real review, nothing being known of the business."""
    review = Review(listing_key="peer:1", external_id="1", text=pair.review, rating=Rating(str(pair.stars), pair.stars))
    findings = guards.check(reply, review, NOBODY, platforms.load(pair.place), Context(has_business=False))
    return [finding for finding in findings if finding.severity is FindingSeverity.BLOCK]


def canned(past: Sequence[Pair], tested: Sequence[Pair]) -> list[str]:
    """Return for each review the reply that its app gave most often to its star band."""
    said: defaultdict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
    anywhere: Counter[str] = Counter()
    for pair in past:
        said[pair.app, pair.stars <= 3][pair.reply] += 1
        anywhere[pair.reply] += pair.stars <= 3
    usual = anywhere.most_common(1)[0][0] if anywhere else ""
    return [(said[pair.app, True].most_common(1) or [(usual, 1)])[0][0] for pair in tested]


def nearest(past: Sequence[Pair], tested: Sequence[Pair]) -> list[str]:
    """Return for each review the reply to the most alike past one of its app: cosine of TF-IDF."""
    spread = Counter(word for pair in past for word in set(_words(pair.review)))
    weight = {word: math.log((1 + len(past)) / (1 + n)) + 1 for word, n in spread.items()}
    holding: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, pair in enumerate(past):
        for word, share in _vector(pair.review, weight).items():
            holding[pair.app, word].append((number, share))
    replies = []
    for pair in tested:
        alike: Counter[int] = Counter()
        for word, share in _vector(pair.review, weight).items():
            for number, other in holding[pair.app, word]:
                alike[number] += share * other  # type: ignore[assignment]  # Counter adds any number
        replies.append(past[alike.most_common(1)[0][0]].reply if alike else past[0].reply)
    return replies


def _vector(text: str, weight: dict[str, float]) -> dict[str, float]:
    parts = {word: n * weight[word] for word, n in Counter(_words(text)).items() if word in weight}
    length = math.sqrt(sum(part * part for part in parts.values())) or 1.0
    return {word: part / length for word, part in parts.items()}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
