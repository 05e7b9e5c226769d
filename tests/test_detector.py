"""The detector: what it sees of a text, how it adds up, and what its file of weights promises."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain
from math import isclose, isfinite
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.errors import DamagedWeightsError
from reviewwatch.sentiment.features import TONES, forms_of, of_sentence, of_words, tokens_of, tones_of
from reviewwatch.sentiment.model import Detector, Scored, load
from reviewwatch.sentiment.vader import compound
from reviewwatch.sentiment.weights.format import Weights, packed, quantized, unpacked

HOSTILE = [
    "\ud800",
    "\x00",
    "👍🏽",
    "🇩🇪",
    "ſ",
    "İ",
    "ß",
    "e\u0301",
    "´",
    "’",
    "n't",
    "NOT",
    "not",
    "!",
    ":)",
    "1" * 400,
    "_",
    "漢字",
]


def detector(words: dict[str, float], **values: Any) -> Detector:
    """Return a detector that knows these weights and, if not told otherwise, nothing of tones."""
    quanta, unit = quantized(words)
    known = {"tones": (0.0,) * len(TONES), "base": -1.0, "damping": 0.0, "threshold": 0.3, "sets": ("invented",)}
    return Detector(Weights(words=quanta, unit=unit, **{**known, **values}))


def scored(text: str, by: Detector) -> Scored:
    """Return how a text reads whose sentences end with a line."""
    lines = [line for line in text.split("\n") if line.split()]
    return by.score([line.split() for line in lines], [compound(line) for line in lines])


@pytest.fixture(scope="module")
def shipped() -> Detector:
    """Return the detector for English that ships."""
    found = load("en")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "singles"),
    [
        ("Cold coffee, slow staff", ["cold", "coffee", "slow", "staff"]),
        ("It never really worked for us", ["it", "never", "N_really", "N_worked", "N_for", "us"]),
        ("not good, though", ["not", "N_good", "though"]),
        ("no wait but late", ["no", "N_wait", "but", "late"]),
        ("don’t. DON'T.", ["dont", "dont"]),
        ("we don't care", ["we", "dont", "N_care"]),
        ("10/10 in 2024", ["10", "10", "in", "####"]),
        ("never 👍🏽 again!", ["never", "👍", "N_again", "!"]),
        ("a_b ´ -", ["a", "b"]),
    ],
)
def test_a_sentence_is_seen_as_its_tokens(sentence: str, singles: list[str]) -> None:
    """Case, punctuation, apostrophes and long numbers go; what a negation turns around is marked, up to a turn."""
    assert of_sentence(sentence.split())[0] == singles


def test_pairs_cross_no_sentence_and_know_its_start() -> None:
    """The first word is paired with the start, each other with the one before."""
    assert of_sentence(["Very", "slow", "staff."])[1] == [("<s>", "very"), ("very", "slow"), ("slow", "staff")]


def test_a_token_weighs_with_its_beginnings() -> None:
    """Forms of a word share what they begin with, turned around or not."""
    begun = ("N_disa*", "N_disap*", "N_disapp*", "N_disappo*", "N_disappoi*")
    assert forms_of("N_disappointing") == ("N_disappointing", *begun)
    assert forms_of("bad") == ("bad",)


def test_words_give_the_features_of_their_sentence() -> None:
    """What is told word by word is what the sentence is scored by."""
    words = ["It", "was", "never/not", "good,", "but", "5", "stars!"]
    singles, pairs = of_sentence(words)
    told = list(chain.from_iterable(of_words(words)))
    assert ([single for single, _ in told], [pair for _, pair in told]) == (singles, pairs)


def test_parts_add_up_by_hand() -> None:
    """A feature counts once, where it first stands; sums are divided by a power of the number of features."""
    by = detector({"slow": 2.0, "slow*": 0.0, "cold": 1.0, "<s> slow": -0.5}, damping=0.5)
    found = scored("slow\ncold slow", by)
    # slow, <s> slow; cold, <s> cold, cold slow
    near = [(2.0 - 0.5) / 5**0.5, 1.0 / 5**0.5]
    assert [isclose(part, value, abs_tol=0.02) for part, value in zip(found.parts, near, strict=True)] == [True, True]


def test_tone_parts_add_up_to_the_weighed_tones() -> None:
    """What the tones weigh as a whole is what the sentences get of it."""
    weights = tuple(0.7 * place - 2.0 for place in range(len(TONES)))
    by = detector({}, tones=weights, base=0.25)
    sentences, tones = [["a"] * 3, ["b"], ["c"] * 5, ["d"]], [0.4, -0.7, 0.02, 0.4]
    features = tones_of(tones, [len(words) for words in sentences])
    whole = 0.25 + sum(weight * value for weight, value in zip(weights, features, strict=True))
    found = by.score(sentences, tones)
    assert isclose(found.logit, whole, abs_tol=1e-9)
    assert isclose(found.base + sum(found.parts), whole, abs_tol=1e-9)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=12)), min_size=1, max_size=8),
        max_size=6,
    )
)
def test_no_text_is_too_odd(shipped: Detector, drawn: list[list[str]]) -> None:
    """Whatever the words are, the score is a number, its parts add up to it, and a second look says the same."""
    sentences = [words for line in drawn if (words := " ".join(line).split())]
    tones = [compound(" ".join(words)) for words in sentences]
    found = shipped.score(sentences, tones)
    assert isfinite(found.logit)
    assert 0.0 <= found.p <= 1.0
    assert len(found.parts) == len(sentences)
    assert isclose(found.logit, found.base + sum(found.parts), abs_tol=1e-9)
    assert found == shipped.score(sentences, tones)
    assert [len(shipped.by_word(words)) for words in sentences] == [len(words) for words in sentences]


def test_words_of_a_sentence_weigh_what_its_part_does() -> None:
    """Without a tone, a damping and repeated features, the words of a sentence weigh together what it adds."""
    by = detector({"slow": 1.5, "staff": 0.5, "<s> slow": 0.25, "slow staff": -0.75, "N_staff": 2.0})
    words = ["Slow", "staff."]
    assert isclose(sum(by.by_word(words)), by.score([words], [0.0]).parts[0], abs_tol=1e-9)


def test_the_clause_that_complains_weighs_most(shipped: Detector) -> None:
    """Words tell where in a sentence the complaint stands."""
    words = [
        "The",
        "view",
        "is",
        "lovely",
        "but",
        "the",
        "shower",
        "broke",
        "twice",
        "and",
        "they",
        "refused",
        "a",
        "refund",
    ]
    weights = shipped.by_word(words)
    assert sum(weights[4:]) > sum(weights[:4])


@pytest.mark.parametrize(
    ("unhappy", "happy"),
    [
        ("The app crashes and support never answers.\nI want a refund.", "Works well and support answers at once."),
        ("Cold food, and we waited an hour.", "Hot food, and we did not wait at all. Delicious!"),
        ("Not worth the money", "Worth every penny"),
        ("I will never come back", "I will come back soon!"),
        ("Broke after two weeks, waste of money", "Still works after two years, money well spent"),
    ],
)
def test_complaints_stand_above_praise(shipped: Detector, unhappy: str, happy: str) -> None:
    """Complaints are called a detractor's and praise is not, also where no single word says so."""
    threshold = shipped.threshold
    assert scored(unhappy, shipped).p >= threshold > scored(happy, shipped).p


def test_nothing_said_is_where_a_text_begins(shipped: Detector) -> None:
    """No sentence adds nothing."""
    assert shipped.score([], []) == Scored(shipped.weights.base, shipped.weights.base, ())


def test_the_same_text_scores_the_same_in_another_process(shipped: Detector) -> None:
    """Sums do not depend on the order of sets, which differs from process to process."""
    text = "The room was cold, the staff slow and nobody came, though we called three times about the noise next door!"
    code = (
        "import sys; from reviewwatch.sentiment.model import load; words = sys.argv[1].split();"
        "print(repr(load('en').score([words], [-0.5]).logit))"
    )
    here = repr(shipped.score([text.split()], [-0.5]).logit)
    seeds = ("1", "2", "3")
    told = {
        subprocess.run(
            [sys.executable, "-c", code, text],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in seeds
    }
    assert told == {here}


@pytest.mark.parametrize(
    "text", ["Never again. It was not good!", "I love it", "Slow, slow staff. 😀 was fine. Bad; bad; bad", "- . -"]
)
def test_the_log_odds_alone_are_those_of_the_parts(shipped: Detector, text: str) -> None:
    """Asked for nothing else, the detector says of a text what its base and its parts add up to."""
    sentences = [one.split() for one in text.split(". ")]
    tones = [compound(" ".join(words)) for words in sentences]
    by_word = [tokens_of(word) for words in sentences for word in words]

    assert isclose(shipped.logit(sentences, by_word, tones), shipped.score(sentences, tones).logit, abs_tol=1e-9)
    assert shipped.logit([], [], []) == shipped.score([], []).logit


def lines_run(by: Detector, n: int) -> int:
    """Return how many lines of Python it takes to score one sentence of `n` words and `n` sentences of one."""
    count = 0

    def trace(_: FrameType, event: str, __: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    words = [f"word{place}" for place in range(n)]
    by.score([words], [0.1])  # what is remembered of a word is worked out before
    sys.settrace(trace)
    try:
        by.score([words], [0.1])
        by.score([[word] for word in words], [0.1] * n)
    finally:
        sys.settrace(None)
    return count


def test_work_grows_with_the_length_alone(shipped: Detector) -> None:
    """A text of eight times the words takes at most nine times the steps."""
    assert lines_run(shipped, 1_600) < 9 * lines_run(shipped, 200)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), st.floats(-9, 9), max_size=40)
)
def test_weights_come_back_from_their_file(words: dict[str, float]) -> None:
    """What is written is read, byte for byte the same again, and close to what was learned."""
    weights = detector(words).weights
    data = packed(weights)
    back = unpacked(data, "w.bin")
    assert back == weights
    assert packed(back) == data
    most = max((abs(value) for value in words.values()), default=0.0)
    assert all(abs(words[name] - back.words.get(name, 0) / 1e6) <= most / 100 + 2e-3 for name in words)


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda data: b"", "is no file of weights"),
        (lambda data: b"GIF89a" + data, "is no file of weights"),
        (lambda data: data[:-10], "has changed"),
        (lambda data: data[:40], "cannot be read"),
        (lambda data: data.replace(b'"features": 1', b'"features": 99'), "learned for features 99"),
        (lambda data: data.replace(b'"n": 2', b'"n": 3'), "cannot be read"),
        (lambda data: data[:-4] + b"\x00\x00\x00\x00", "cannot be read"),
        (lambda data: data.replace(b'"unit"', b'"unity"'), "cannot be read"),
    ],
)
def test_a_damaged_file_is_named(damage: Any, says: str) -> None:
    """A file that was cut, changed or written for other rules is refused with its path and what is wrong."""
    data = packed(detector({"slow": 1.0, "kind": -1.0}).weights)
    with pytest.raises(DamagedWeightsError, match=says) as raised:
        unpacked(damage(data), "weights/en.bin")
    assert raised.value.path == "weights/en.bin"
    assert "weights/en.bin" in str(raised.value)


def test_there_is_none_for_a_language_without_weights() -> None:
    """A language without weights, or no language, gives none and no error."""
    assert [load(lang) for lang in ("xx", "", "../en", "en.bin")] == [None] * 4


def test_weights_are_small() -> None:
    """What ships stays below 2 MB."""
    folder = Path(__file__).parents[1] / "reviewwatch" / "sentiment" / "weights"
    assert 0 < sum(path.stat().st_size for path in folder.glob("*.bin")) < 2_000_000
