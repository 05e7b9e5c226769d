"""Our VADER against upstream's, on texts made to trip over every rule, and what only ours promises."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from reviewwatch.sentiment import vader
from reviewwatch.sentiment.lexicon import load
from reviewwatch.sentiment.roles import Memo
from reviewwatch.sentiment.vader import Polarity, compound, polarity_scores

upstream: Callable[[str], Polarity] = SentimentIntensityAnalyzer().polarity_scores

N_TEXTS = 8_000  # of each kind of salad
PLAIN = ["table", "the", "I", "WE", "street", "ok.", "42", "10/10", "e-mail", "Ωmega", "it's", "-", "..."]
NAMED = ["no", "doubt", "kind", "so", "very", "never", "without", "nor", "or", "this", "at", "least", "but", "of"]
PHRASES = ["the shit", "the bomb", "bad ass", "bus stop", "yeah right", "kiss of death", "to die for", "beating heart"]
SPLIT = ["just enough", "kind of", "sort of", "fed up", "at least", "very least", "never so", "without a doubt"]
SIGNS = ["😀", "💘", "☺️", "👍🏽", "❤️‍🔥", "👩‍🚀", "©", "‼", "🇩🇪", "e\u0301", "ſ", "K", "İ", "ß", "\u200d", "\ufe0f"]
SPACES = [" "] * 12 + ["  ", "\n", "\t", "\u00a0", "\u2003", "\u2028", "\x1c", "\x85", "\u200b", "\u200d", "\u3000", ""]
MARKS = [""] * 8 + ["!", "!!!", "?", "??", "?!?!?", ".", ",", "...", "'", '"', ")", "(", "*", "_", "-", ";"]
SHAPES: Sequence[Callable[[str], str]] = [str] * 8 + [str.upper] * 3 + [str.title, str.swapcase]


@cache
def felt() -> list[str]:
    """All words that carry sentiment, in a fixed order."""
    return sorted(load().valences)


def any_word(rng: random.Random) -> str:
    """A word of any kind, the rare kinds as often as the common ones."""
    lexicon = load()
    kinds = (felt(), PLAIN, NAMED, PHRASES, SPLIT, SIGNS, sorted(lexicon.boosters), sorted(lexicon.negations))
    return rng.choice(rng.choice(kinds))


def negated_word(rng: random.Random) -> str:
    """Mostly what a rule about negation, boosting or "least" names."""
    return rng.choice([*NAMED, *NAMED, "not", "isn't", "mustn't've", "hardly", "more", "good", "horrible", "table"])


def phrase_word(rng: random.Random) -> str:
    """Mostly parts of idioms, whole and torn apart."""
    words = " ".join([*PHRASES, *SPLIT]).split()
    return rng.choice([*PHRASES, *words, *words, "great", "terrible", "very"])


def repeated_word(rng: random.Random) -> str:
    """Few weights that come again and again, halves and doubles of each other, around many a "but"."""
    return rng.choice(["good", "good", "bad", "great", "awful", "but", "BUT", "ok", "not", "x", "fun", "nice", "no"])


def emoji_word(rng: random.Random) -> str:
    """Emoji that touch each other and words, with their joiners and selectors."""
    signs = [*load().emoji, *SIGNS, "good", "a", " "]
    return "".join(rng.choices(signs, k=rng.randint(1, 3)))


def salad(rng: random.Random, word: Callable[[random.Random], str], longest: int = 12) -> str:
    """Words with odd capitals, marks and spaces."""
    shout = rng.random() < 0.1
    parts = []
    for _ in range(rng.randint(1, longest)):
        shaped = rng.choice(SHAPES)(word(rng))
        parts += [rng.choice(MARKS) if rng.random() < 0.1 else "", shaped, rng.choice(MARKS), rng.choice(SPACES)]
    text = "".join(parts)
    return text.upper() if shout else text


@pytest.mark.parametrize("word", [any_word, negated_word, phrase_word, repeated_word, emoji_word])
def test_scores_equal_upstream_on_salads(word: Callable[[random.Random], str]) -> None:
    """Thousands of seeded texts of each kind score the same four numbers as upstream."""
    rng = random.Random(word.__name__)
    texts = [salad(rng, word) for _ in range(N_TEXTS)]

    wrong = [(text, polarity_scores(text), upstream(text)) for text in texts if polarity_scores(text) != upstream(text)]

    assert wrong == []


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=300, deadline=None)
def test_scores_equal_upstream_on_any_text(text: str) -> None:
    """Controls, lone surrogates and unassigned code points are nothing special."""
    assert polarity_scores(text) == upstream(text)


@given(st.lists(st.sampled_from([*NAMED, *PHRASES, "good", "bad", "NOT", "BAD", "very", "x", "!", "??"]), max_size=14))
@settings(max_examples=300, deadline=None)
def test_scores_equal_upstream_on_any_order_of_rule_words(words: list[str]) -> None:
    """No order of the words that rules name scores otherwise than upstream."""
    text = " ".join(words)

    assert polarity_scores(text) == upstream(text)


def test_every_word_of_the_lexicon_scores_as_upstream() -> None:
    """Each word alone, after a negation, after a booster, shouted: also those that can never match."""
    texts = [form.format(word) for word in felt() for form in ("{}", "not {}", "a very {} x")]

    assert [polarity_scores(text) for text in texts] == [upstream(text) for text in texts]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "!", "?!", "\ud800", "\x00", "\u200b", "x" * 300, "😀" * 200, "'" * 99]
)
def test_odd_texts_score_as_upstream(text: str) -> None:
    """Nothing, next to nothing, and one endless word."""
    assert polarity_scores(text) == upstream(text)


def test_long_texts_score_as_upstream() -> None:
    """The order in which a long text is summed up does not differ either."""
    rng = random.Random(7)
    texts = [salad(rng, word, longest=150) for word in (any_word, repeated_word, negated_word) for _ in range(40)]

    assert [polarity_scores(text) for text in texts] == [upstream(text) for text in texts]


def test_compound_alone_is_the_same_number() -> None:
    """The short cut gives what the whole gives."""
    rng = random.Random(8)
    texts = ["", *(salad(rng, any_word) for _ in range(500))]

    assert [compound(text) for text in texts] == [polarity_scores(text)["compound"] for text in texts]


@pytest.mark.parametrize("pattern", ["bad a ", "bad but a ", "good ", "not good! ", "🔥 bad "])
def test_a_hostile_text_of_40_kb_is_scored(pattern: str) -> None:
    """A text that upstream needs seconds for is scored, and its first kilobyte gives what it gives upstream."""
    short = pattern * (1_000 // len(pattern))

    assert polarity_scores(short) == upstream(short)
    assert abs(compound(pattern * (40_000 // len(pattern)))) > 0.99


@pytest.mark.parametrize("pattern", ["bad a ", "good bad but ", "no kind of doubt never so good ", "the bomb and 😀 "])
def test_work_grows_with_the_length_alone(pattern: str) -> None:
    """Four times the text takes four times the steps."""
    polarity_scores(pattern * 50)

    steps_short = n_steps(lambda: polarity_scores(pattern * 50))
    steps_long = n_steps(lambda: polarity_scores(pattern * 200))

    assert steps_long < 4.2 * steps_short


def n_steps(call: Callable[[], object]) -> int:
    """Count the lines of Python and the calls that something runs."""
    count = 0

    def step(_frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal count
        count += 1
        return step

    before, profile_before = sys.gettrace(), sys.getprofile()
    sys.settrace(step)
    sys.setprofile(step)
    try:
        call()
    finally:
        sys.settrace(before)
        sys.setprofile(profile_before)
    return count


class CountedFloat(float):
    """A weight that counts how often it is compared."""

    n_compared = 0

    def __eq__(self, other: object) -> bool:
        CountedFloat.n_compared += 1
        return float.__eq__(self, other)

    __hash__ = float.__hash__


def test_but_compares_no_weight_with_all_others() -> None:
    """Upstream searches for each weight from the start; ours finds it, and compares as often as there are weights."""

    def n_compared(n: int) -> int:
        CountedFloat.n_compared = 0
        vader._weigh_but([CountedFloat(1.5 + i % 7) for i in range(n)], n // 2)
        return CountedFloat.n_compared

    assert n_compared(800) < 4.5 * n_compared(200)


def test_memory_stays_flat_over_words_never_seen_before() -> None:
    """What is remembered of words is bounded, keeps what is in use, and holds no long word."""
    asked: list[str] = []

    def compute(key: str) -> int:
        asked.append(key)
        return len(key)

    memo = Memo(compute, size=100, longest=8)
    for number in range(1_000):
        assert memo["common"] == 6
        assert memo[f"w{number}"] == len(f"w{number}")
        assert memo["x" * 9] == 9
        assert len(memo) + len(memo._old) <= 100

    assert asked.count("common") == 1
    assert asked.count("x" * 9) == 1_000


def test_a_common_word_returns_after_junk() -> None:
    """A flood of junk does not shut the words out that come after it."""
    asked: list[str] = []

    def compute(key: str) -> str:
        asked.append(key)
        return key

    memo = Memo(compute, size=10, longest=8)
    for number in range(50):
        memo[f"junk{number}"]
    for _ in range(20):
        memo["new"]

    assert asked.count("new") == 1


def test_importing_loads_no_lexicon() -> None:
    """A command that scores nothing does not pay for 7,500 words."""
    code = "import sys, reviewwatch.sentiment.vader; sys.exit('vaderSentiment' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
