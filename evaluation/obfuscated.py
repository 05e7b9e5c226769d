"""What disguised letters cost the detector, once folding has read them, on sets of yours.

    python3 dev.py eval obfuscated --data DIR

`DIR` holds sets in the format of `evaluation/sets.py`; up to `--texts` reviews of each English one that has ratings are
typed otherwise, as below, and read and scored as the product does it. One JSON line a disguise with the mean AUC over
the sets, beside the same texts as they were typed, with and without folding; then one line a set of another language,
with the share of its texts in which folding changes more than Unicode's compatibility forms: honest writing should
stand. Exit code 1 where a disguise costs more than .01.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from evaluation import metrics
from evaluation.languages import Labelled, load
from evaluation.sets import names_in
from reviewwatch.assess import read
from reviewwatch.assess.tone import hear
from reviewwatch.sentiment.model import Detector
from reviewwatch.sentiment.model import load as load_detector
from reviewwatch.sentiment.vader import compound
from reviewwatch.text import fold
from reviewwatch.text.split import pieces
from reviewwatch.types import Review

MOST: Final = 0.01
N_TEXTS: Final = 400

_TWINS: Final = str.maketrans(
    "aeopcxyisjABEKMHOPCTX",
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425",
)
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_LEET: Final = str.maketrans("aeiostAEIOST", "431057431057")
_VOWELS: Final = "aeiou"

Disguise = Callable[[str, random.Random], str]


def look_alikes(text: str, rng: random.Random) -> str:
    """Half of the letters that have a twin in Cyrillic are typed as it."""
    return "".join(sign.translate(_TWINS) if rng.random() < 0.5 else sign for sign in text)


def zero_width(text: str, rng: random.Random) -> str:
    """After every third letter stands a character that nobody sees."""
    return "".join(sign + rng.choice(_INVISIBLE) if sign.isalpha() and rng.random() < 1 / 3 else sign for sign in text)


def full_width(text: str, _: random.Random) -> str:
    """All of ASCII but the space is typed as wide as a Chinese character."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def stretched(text: str, rng: random.Random) -> str:
    """Half of the words have a vowel three to six times."""
    return " ".join(_stretch(word, rng) if rng.random() < 0.5 else word for word in text.split(" "))


def leet(text: str, rng: random.Random) -> str:
    """Half of the letters that a figure looks like are typed as it."""
    return "".join(sign.translate(_LEET) if rng.random() < 0.5 else sign for sign in text)


def leet_all(text: str, _: random.Random) -> str:
    """All of them are, so that some words are bare numbers."""
    return text.translate(_LEET)


def _stretch(word: str, rng: random.Random) -> str:
    places = [at for at, sign in enumerate(word) if sign in _VOWELS]
    if not places or len(word) < 3:
        return word
    at = rng.choice(places)
    return word[:at] + word[at] * rng.randint(3, 6) + word[at + 1 :]


DISGUISES: Final[Mapping[str, Disguise]] = {
    "as typed": lambda text, _: text,
    "look-alike letters": look_alikes,
    "zero-width": zero_width,
    "full-width": full_width,
    "stretched": stretched,
    "leet": leet,
    "leet, every letter": leet_all,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one disguise does, the mean over the sets.

    Attributes:
        auc: Folded, as the product reads it; `low` and `high` hold 95 % of the bootstrap draws of what it costs.
        unfolded: Of the same detector on the text as it stands.
        cost: AUC of the texts as typed less this one.
    """

    disguise: str
    n: int
    auc: float
    unfolded: float
    cost: float
    cost_low: float
    cost_high: float

    @property
    def is_met(self) -> bool:
        """True where it costs no more than it may."""
        return self.cost <= MOST


def rows_of(sets: Sequence[Sequence[Labelled]], detector: Detector, n_draws: int) -> Iterator[Row]:
    """Yield a row a disguise; the first is no disguise."""
    clean = _scored(sets, detector, DISGUISES["as typed"])
    labels = [[review.is_unhappy for review in own] for own in sets]
    for name, disguise in DISGUISES.items():
        scores = _scored(sets, detector, disguise)
        plain = [[_unfolded(detector, text) for text in _disguised(own, disguise)] for own in sets]
        costs = [_draw(labels, clean, scores, seed) for seed in range(1, n_draws + 1)]
        low, high = metrics.middle(costs)
        auc = _mean_auc(labels, scores)
        yield Row(
            disguise=name,
            n=sum(map(len, sets)),
            auc=auc,
            unfolded=_mean_auc(labels, plain),
            cost=_mean_auc(labels, clean) - auc,
            cost_low=low,
            cost_high=high,
        )


def _disguised(own: Sequence[Labelled], disguise: Disguise) -> list[str]:
    rng = random.Random(1)  # noqa: S311 - nothing secret; the same disguise each time
    return [disguise(review.text, rng) for review in own]


def _scored(sets: Sequence[Sequence[Labelled]], detector: Detector, disguise: Disguise) -> list[list[float]]:
    return [[_folded(detector, text) for text in _disguised(own, disguise)] for own in sets]


def _folded(detector: Detector, text: str) -> float:
    heard = hear(read(Review(listing_key="set:", external_id="", text=text)))
    sentences = [words for passage in heard.passages for words in passage.words]
    return detector.score(sentences, heard.tones).logit


def _unfolded(detector: Detector, text: str) -> float:
    parts = [part for start, end in pieces(text) if (part := text[start:end]).split()]
    return detector.score([part.split() for part in parts], [compound(part) for part in parts]).logit


def _mean_auc(labels: Sequence[Sequence[bool]], scores: Sequence[Sequence[float]]) -> float:
    return metrics.mean([metrics.auc(own, given) for own, given in zip(labels, scores, strict=True)])


def _draw(
    labels: Sequence[Sequence[bool]], clean: Sequence[Sequence[float]], other: Sequence[Sequence[float]], seed: int
) -> float:
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    costs = []
    for own, before, after in zip(labels, clean, other, strict=True):
        places = rng.choices(range(len(own)), k=len(own))
        drawn = [own[at] for at in places]
        costs.append(
            metrics.auc(drawn, [before[at] for at in places]) - metrics.auc(drawn, [after[at] for at in places])
        )
    return metrics.mean(costs)


def left_alone(reviews: Sequence[Labelled]) -> float:
    """Return the share of texts in which folding changes no more than compatibility forms."""
    texts = [unicodedata.normalize("NFKC", review.text) for review in reviews]
    return sum(fold(text).text == text for text in texts) / len(texts)


def main(args: Sequence[str]) -> int:
    """Print a line a disguise and a line a set of another language."""
    parser = argparse.ArgumentParser(prog="python3 dev.py eval obfuscated", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder of labelled sets")
    parser.add_argument("--texts", type=int, default=N_TEXTS, help=f"of each set, at random ({N_TEXTS})")
    parser.add_argument("--draws", type=int, default=100, help="bootstrap draws (100)")
    options = parser.parse_args(args)
    detector = load_detector("en")
    sets = list(_sets(options.data, options.texts)) if options.data.is_dir() else []
    english = [own for _, lang, own in sets if lang == "en"]
    if detector is None or not english:
        print(f"there is no set of English reviews in {options.data}", file=sys.stderr)
        return 2
    is_met = True
    for row in rows_of(english, detector, options.draws):
        is_met = is_met and row.is_met
        print(
            json.dumps(
                {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(row).items()}
            )
        )
        beside = f"costs {row.cost:+.4f} ({row.cost_low:+.4f} to {row.cost_high:+.4f})"
        verdict = "" if row.is_met else f"  MISSED: at most {MOST}"
        print(f"{row.disguise:20} AUC {row.auc:.4f}, unfolded {row.unfolded:.4f}, {beside}{verdict}", file=sys.stderr)
    for name, lang, own in sets:
        if lang != "en":
            share = left_alone(own)
            print(json.dumps({"name": name, "lang": lang, "n": len(own), "left_alone": round(share, 4)}))
            print(f"{name:20} {lang}: folding leaves {share:.2%} of {len(own):,} texts alone", file=sys.stderr)
    return 0 if is_met else 1


def _sets(folder: Path, n_texts: int) -> Iterator[tuple[str, str, list[Labelled]]]:
    for name in names_in(folder):
        path = folder / f"{name}.csv.gz"
        if path.is_file():
            lang, reviews = load(path)
            if lang == "en":
                reviews = random.Random(1).sample(reviews, min(n_texts, len(reviews)))  # noqa: S311 - the same each time
            if reviews:
                yield name, lang, reviews


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
