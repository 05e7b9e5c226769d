"""What judging a review costs as a whole, and our VADER beside vaderSentiment, in one process.

    python3 dev.py bench scorer

Judging is all of `assess`: taking the texts apart, detector, themes, reasons, who may be lost, sensitive matters. On
one core at least 4,000 invented reviews of 60 words on average are judged in a second (hope: 8,000), and a word of a
text of 6,400 words costs at most twice what a word of one of 100 does; of a longer text than `MAX_CHARS` the words that
are read count.

VADER alone: on the same reviews it takes at most an eighth of vaderSentiment's CPU (hope: a twelfth), at 16 words at
most a fifth; it grows no faster with the text; a hostile text of 40 kB is scored in a tenth of the time that
vaderSentiment takes for 5 kB of it; and not one score differs.

Each figure is the median of turns. Exit code 1 where a goal is missed; the other figures are for reading.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, cycle, islice
from statistics import mean
from typing import Final

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from bench.harness import cpu_of, interleave, row
from bench.invented import Invented, invent
from reviewwatch.assess import MAX_CHARS, assess
from reviewwatch.sentiment.lexicon import load
from reviewwatch.sentiment.roles import core_of
from reviewwatch.sentiment.vader import Polarity, polarity_scores
from reviewwatch.types import Rating, Review

GOAL_JUDGED: Final = 4_000  # reviews a second
HOPE_JUDGED: Final = 8_000
GOAL_MIXED: Final = 8.0
HOPE_MIXED: Final = 12.0
GOAL_SHORT: Final = 5.0
GOAL_GROWTH: Final = 2.0
GOAL_HOSTILE: Final = 10.0

N_TEXTS: Final = 3_000
N_TURNS: Final = 7
N_WORDS: Final = 64_000  # of each length, so that each is measured for as long
SIZES: Final = (100, 200, 400, 800, 1_600, 3_200, 6_400)
PEER_SIZES: Final = (100, 400, 1_600)  # at 6,400 words one call of the peer takes a second
HOSTILE: Final = "bad a "

peer: Callable[[str], Polarity] = SentimentIntensityAnalyzer().polarity_scores


def main() -> int:
    """Measure, print, and return 1 where a goal is missed."""
    mixed = [review.text for review in invent(N_TEXTS)]
    missed = judging(mixed)
    groups = {"mixed": mixed, "16 words": of_length(mixed, 16, N_TEXTS), "200 words": of_length(mixed, 200, 300)}
    goals = {"mixed": GOAL_MIXED, "16 words": GOAL_SHORT}
    missed += [name for name, texts in groups.items() if compare(name, texts) < goals.get(name, 0.0)]
    if growth(mixed) > GOAL_GROWTH:
        missed.append("growth")
    if hostile() < GOAL_HOSTILE:
        missed.append("hostile")
    if mismatches(list(chain(*groups.values(), of_length(mixed, 1_600, 5)))):
        missed.append("mismatches")
    row(name="goals", missed=missed)
    return 1 if missed else 0


def judging(texts: Sequence[str]) -> list[str]:
    """Print what it costs to judge reviews, and how that grows with their length; return the goals that are missed."""
    reviews = [as_review(item) for item in invent(N_TEXTS)]
    judge_all(reviews)  # starts warm
    us = cpu_of(partial(judge_all, reviews), N_TURNS).median / len(reviews) * 1e6
    n_words = mean(len(f"{review.title} {review.text}".split()) for review in reviews)
    a_second = 1e6 / us
    row(name="judging", n_words=n_words, us=us, reviews_a_second=a_second, goal=GOAL_JUDGED, hope=HOPE_JUDGED)
    ratio = judging_growth(texts)
    met = {"judging": a_second >= GOAL_JUDGED, "judging growth": ratio <= GOAL_GROWTH}
    return [name for name, is_met in met.items() if not is_met]


def judging_growth(texts: Sequence[str]) -> float:
    """Print what it costs to judge a word in texts of growing length; return how many times more the last is."""
    costs = []
    for n_words in SIZES:
        reviews = [Review(listing_key="bench:a", external_id="", text=text) for text in of_length(texts, n_words, 10)]
        n_read = sum(len(review.text[:MAX_CHARS].split()) for review in reviews)
        judge_all(reviews)
        us = cpu_of(partial(judge_all, reviews), N_TURNS).median / n_read * 1e6
        row(name="judging growth", n_words=n_words, n_read=n_read / len(reviews), us_per_word=us)
        costs.append(us)
    row(name="judging growth", ratio=costs[-1] / costs[0], goal=GOAL_GROWTH)
    return costs[-1] / costs[0]


def as_review(item: Invented) -> Review:
    """Return an invented review as a connector would give it."""
    rating = Rating(str(item.rating), float(item.rating))
    return Review(listing_key="bench:a", external_id="", title=item.title, text=item.text, rating=rating)


def judge_all(reviews: Sequence[Review]) -> None:
    """Judge reviews and keep nothing."""
    for review in reviews:
        assess(review)


def compare(name: str, texts: Sequence[str]) -> float:
    """Print what texts cost here and there, and return how many times more it is there."""
    score_all(polarity_scores, texts)  # both start warm
    pair = interleave(lambda: score_all(polarity_scores, texts), lambda: score_all(peer, texts), N_TURNS)
    row(
        name=name,
        n_texts=len(texts),
        n_words=mean(len(text.split()) for text in texts),
        n_lexicon_words=mean(sum(core_of(word) in load().valences for word in text.split()) for text in texts),
        us=pair.a.median / len(texts) * 1e6,
        peer_us=pair.b.median / len(texts) * 1e6,
        ratio=pair.ratio,
        ratio_low=pair.ratio_low,
        ratio_high=pair.ratio_high,
        goal={"mixed": GOAL_MIXED, "16 words": GOAL_SHORT}.get(name),
        hope=HOPE_MIXED if name == "mixed" else None,
    )
    return pair.ratio


def growth(texts: Sequence[str]) -> float:
    """Print what a word costs in texts of growing length, and return how many times more the last is than the first."""
    costs = []
    for n_words in SIZES:
        long_texts = of_length(texts, n_words, N_WORDS // n_words)
        ours = cpu_of(partial(score_all, polarity_scores, long_texts), N_TURNS).median / N_WORDS * 1e6
        theirs = cpu_of(partial(score_all, peer, long_texts[:2]), 1) if n_words in PEER_SIZES else None
        row(
            name="growth",
            n_words=n_words,
            us_per_word=ours,
            peer_us_per_word=theirs.median / (2 * n_words) * 1e6 if theirs else None,
        )
        costs.append(ours)
    row(name="growth", ratio=costs[-1] / costs[0], goal=GOAL_GROWTH)
    return costs[-1] / costs[0]


def hostile() -> float:
    """Print what a hostile text costs, and return how many times more the peer needs for an eighth of it."""
    ours = cpu_of(lambda: polarity_scores(HOSTILE * (40_000 // len(HOSTILE))), N_TURNS).median
    theirs = cpu_of(lambda: peer(HOSTILE * (5_000 // len(HOSTILE))), 1).median
    row(name="hostile", ms_40_kb=ours * 1e3, peer_ms_5_kb=theirs * 1e3, ratio=theirs / ours, goal=GOAL_HOSTILE)
    return theirs / ours


def mismatches(texts: Sequence[str]) -> int:
    """Print and return how many texts score otherwise here than there."""
    n_wrong = sum(polarity_scores(text) != peer(text) for text in texts)
    row(name="mismatches", n_texts=len(texts), n=n_wrong, goal=0)
    return n_wrong


def of_length(texts: Sequence[str], n_words: int, n_texts: int) -> list[str]:
    """Return texts of so many words, cut from a stream of others."""
    words = cycle(word for text in texts for word in text.split())
    return [" ".join(islice(words, n_words)) for _ in range(n_texts)]


def score_all(score: Callable[[str], Polarity], texts: Sequence[str]) -> None:
    """Score texts and keep nothing, as an import does."""
    for text in texts:
        score(text)


if __name__ == "__main__":
    sys.exit(main())
