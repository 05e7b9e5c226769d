"""A team's own model: what it learns from a hundred reviews, and the files that it is kept in."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.errors import DamagedModelError
from reviewwatch.sentiment import measures, own
from reviewwatch.sentiment.own import calibration, files, learning
from reviewwatch.sentiment.own.calibration import logistic
from reviewwatch.sentiment.own.features import MAX_CHARS, SIZE, bag_of

MADE: Final = own.Made(at="2026-11-21T12:00:00Z", sources=("shop",), n_unhappy=50, n_others=50)
# A language that nobody speaks: stems of moods with endings, between stems that say nothing.
UNHAPPY: Final = ("grolm", "vexat", "thund")
HAPPY: Final = ("lisel", "amora", "feyni")
NEITHER: Final = ("tabo", "kirus", "ondel", "palik", "serum", "wato", "hinde", "muro", "jeslo", "bratu")
ENDINGS: Final = ("", "en", "ir", "os", "ak")


def told(rng: random.Random, is_unhappy: bool) -> str:
    """Return an invented review: one or two words of mood among ten others, one time in twelve of the wrong mood."""
    mood = UNHAPPY if is_unhappy is (rng.random() > 1 / 12) else HAPPY
    words = [rng.choice(mood) + rng.choice(ENDINGS) for _ in range(rng.randint(1, 2))]
    words += [rng.choice(NEITHER) + rng.choice(ENDINGS) for _ in range(10)]
    rng.shuffle(words)
    return " ".join(words).capitalize() + "."


def reviews(n: int, seed: int, share: float = 0.5) -> list[tuple[str, bool]]:
    """Return n invented reviews with their labels."""
    rng = random.Random(seed)
    kinds = [at < share * n for at in range(n)]
    rng.shuffle(kinds)
    return [(told(rng, is_unhappy), is_unhappy) for is_unhappy in kinds]


def examples(labelled: list[tuple[str, bool]]) -> list[own.Example]:
    """Return what the model learns from."""
    return [own.Example(bag_of(text), float(is_unhappy)) for text, is_unhappy in labelled]


def trained(n: int = 100, n_unlabelled: int = 0, share: float = 0.5) -> own.Trained:
    """Return a model of the toy language."""
    unlabelled = [bag_of(text) for text, _ in reviews(n_unlabelled, seed=5)]
    return own.train("xx", examples(reviews(n, seed=1, share=share)), unlabelled, MADE)


@pytest.fixture(scope="module")
def model() -> own.OwnModel:
    """Return one model for all that only reads it."""
    return trained().model


def auc_of(model: own.OwnModel, labelled: list[tuple[str, bool]]) -> float:
    """Return how well a model ranks reviews that it has not seen."""
    logits = [model.logit(text) or 0.0 for text, _ in labelled]
    labels = [is_unhappy for _, is_unhappy in labelled]
    value = measures.auc(measures.Judged(labels, logits, labels))
    assert value is not None
    return value


def test_a_hundred_reviews_teach_a_language_nobody_speaks(model: own.OwnModel) -> None:
    """Reviews that it has not seen are ranked nearly as well as their noise allows, in endings that it has not met."""
    assert auc_of(model, reviews(300, seed=2)) > 0.85
    unhappy, happy = model.logit("Tabo grolmus wato."), model.logit("Tabo amorus wato.")
    assert unhappy is not None
    assert happy is not None
    assert unhappy > 0 > happy


@pytest.mark.parametrize("share", [0.15, 0.85])
def test_a_rare_kind_is_still_learned(share: float) -> None:
    """Fifteen of a hundred are enough."""
    assert auc_of(trained(share=share).model, reviews(300, seed=2)) > 0.85


@pytest.mark.parametrize(("share", "seed"), [(0.15, 21), (0.1, 1)])
def test_guesses_do_not_drown_a_rare_kind(share: float, seed: int) -> None:
    """Texts without a label are not all taken for the common kind, nor does that weigh more than the rare one."""
    unlabelled = [bag_of(text) for text, _ in reviews(400, seed=5, share=share)]
    learned = learning.learn(examples(reviews(100, seed=seed, share=share)), unlabelled)
    others = reviews(300, seed=2)
    labels = [is_unhappy for _, is_unhappy in others]
    value = measures.auc(measures.Judged(labels, [learned.logit(bag_of(text)) for text, _ in others], labels))
    assert value is not None
    assert value > 0.85


def test_texts_without_a_label_teach_too() -> None:
    """The same forty labels with three hundred further texts rank better than without."""
    others = reviews(400, seed=3)
    assert auc_of(trained(40, n_unlabelled=300).model, others) > auc_of(trained(40).model, others) + 0.005


def test_probabilities_mean_what_they_say() -> None:
    """Of texts that were not learned from, as many are unhappy as was said, within what a hundred labels allow."""
    model = trained(200, share=0.3).model
    others = reviews(400, seed=4, share=0.3)
    labels = [is_unhappy for _, is_unhappy in others]
    judged = measures.Judged(labels, [logistic(model.logit(text) or 0.0) for text, _ in others], labels)
    error = measures.calibration_error(judged)
    assert error is not None
    assert error < 0.12


def test_labels_that_say_nothing_give_no_certainty() -> None:
    """Shuffled labels: the model says the share of detractors to everybody, more or less."""
    rng = random.Random(8)
    labelled = [(text, rng.random() < 0.5) for text, _ in reviews(100, seed=6)]
    found = own.train("xx", examples(labelled), (), MADE)
    sure = [abs(p - 0.5) for p in found.probabilities]
    assert sum(sure) / len(sure) < 0.12


def test_a_prior_is_kept_where_the_labels_agree_with_it() -> None:
    """With a prior that is right, what is learned adds little; a text of new words gets the prior's verdict."""
    labelled = reviews(100, seed=1)
    known = [own.Example(bag_of(text), float(is_unhappy), 4.0 if is_unhappy else -4.0) for text, is_unhappy in labelled]
    model = own.train("xx", known, (), MADE, prior="detector 1").model
    high, low = model.logit("zzyx qqwv", 4.0), model.logit("zzyx qqwv", -4.0)
    assert high is not None
    assert low is not None
    assert high > 1.0
    assert low < -1.0
    assert model.prior == "detector 1"


def test_what_the_prior_knows_is_not_learned_again() -> None:
    """The words that it judges by weigh less than half of what they would alone."""
    labelled = reviews(100, seed=1)
    with_prior = learning.learn(
        [own.Example(bag_of(text), float(unhappy), 4.0 if unhappy else -4.0) for text, unhappy in labelled]
    )
    alone = learning.learn(examples(labelled))
    bag = bag_of("grolmen vexatir thundos")
    assert 0 <= with_prior.logit(bag) < alone.logit(bag) / 2


def test_the_same_reviews_give_the_same_bytes() -> None:
    """Nothing depends on chance, on time or on hash seeds."""
    first, second = (files.packed(trained(60, n_unlabelled=40).model) for _ in range(2))
    assert first == second


def test_a_model_comes_back_from_its_file(model: own.OwnModel, tmp_path: Path) -> None:
    """The same verdicts and the same words on where it came from; the file is small."""
    path = own.save(tmp_path / "rw.models", model)
    found = own.own_models(tmp_path / "rw.models")["xx"]
    assert found == model
    assert found.scorer == model.scorer
    assert found.logit("Tabo grolmus wato.") == model.logit("Tabo grolmus wato.")
    assert path.stat().st_size < 200_000


def test_a_missing_folder_holds_no_models(tmp_path: Path) -> None:
    """Whoever never trained has nothing to read."""
    assert own.own_models(tmp_path / "none") == {}


@pytest.mark.parametrize("at", [0, 40, 200, -1])
def test_one_changed_byte_is_seen(model: own.OwnModel, tmp_path: Path, at: int) -> None:
    """Nothing is scored with a file that is not as it was written; the error names it."""
    path = own.save(tmp_path, model)
    data = bytearray(path.read_bytes())
    data[at] ^= 0x01
    path.write_bytes(data)
    with pytest.raises(DamagedModelError, match=r"own-xx\.model"):
        own.own_models(tmp_path)


@pytest.mark.parametrize(("before", "after"), [(b'"slope": ', b'"slope": 1'), (b'"lang": "xx"', b'"lang": "xy"')])
def test_a_changed_number_is_seen(model: own.OwnModel, tmp_path: Path, before: bytes, after: bytes) -> None:
    """What a person can read in the file is as little to be changed as the rest."""
    path = own.save(tmp_path, model)
    path.write_bytes(path.read_bytes().replace(before, after))
    with pytest.raises(DamagedModelError, match="has changed since"):
        own.own_models(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"reviewwatch own model 1",
        b"reviewwatch own model 1\n[]\nx",
        b"reviewwatch own model 1\n{}\n",
        b"\xff" * 2_000,
        b"reviewwatch own model 1\n" + b"[" * 100_000 + b"\n",
    ],
)
def test_a_file_that_is_none_is_told_apart(tmp_path: Path, data: bytes) -> None:
    """Cut short, empty or something else: the same error, never another."""
    (tmp_path / "own-xx.model").write_bytes(data)
    with pytest.raises(DamagedModelError):
        own.own_models(tmp_path)


def test_a_cut_file_is_told_apart(model: own.OwnModel, tmp_path: Path) -> None:
    """Half of a file is no model."""
    path = own.save(tmp_path, model)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedModelError):
        own.load(path)


def test_a_model_of_another_language_is_not_taken(model: own.OwnModel, tmp_path: Path) -> None:
    """A file that was renamed would judge texts that it knows nothing of."""
    own.save(tmp_path, model).rename(tmp_path / "own-yy.model")
    with pytest.raises(DamagedModelError, match="language xx"):
        own.own_models(tmp_path)


def test_undo_goes_back_step_by_step(model: own.OwnModel, tmp_path: Path) -> None:
    """To the model before, then to none; a third time there is nothing to go back from."""
    second = replace(model, threshold=0.25)
    own.save(tmp_path, model)
    own.save(tmp_path, second)
    assert own.own_models(tmp_path)["xx"] == second
    assert own.undo(tmp_path, "xx") == model
    assert own.own_models(tmp_path)["xx"] == model
    assert own.undo(tmp_path, "xx") is None
    assert own.own_models(tmp_path) == {}
    with pytest.raises(FileNotFoundError):
        own.undo(tmp_path, "xx")


def test_a_language_is_no_path(tmp_path: Path) -> None:
    """A name from a command line never leaves the folder."""
    with pytest.raises(ValueError, match="no code"):
        own.undo(tmp_path, "../x")


HOSTILE: Final = (
    "",
    "   \n\t",
    "\ud800\udfff broken",
    "\x00\x01\x02",
    "grolm " * 50_000,
    "a" * 1_000_000,
    "QUJD" * 5_000,
    "😡" * 3_000,
    "\u202eolleh\u202c שלום 你好 Привет",
    "é" + "\u0301" * 5_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_it(model: own.OwnModel, text: str) -> None:
    """A verdict, or None where there is nothing to judge by; in a bounded number of features."""
    logit = model.logit(text)
    assert logit is None or -100 < logit < 100
    assert (logit is None) is (not text.strip() or text == "\x00\x01\x02")
    assert len(bag_of(text).pieces) <= 5 * MAX_CHARS


def test_hostile_texts_can_be_learned_from() -> None:
    """Empty bags and very long ones among the labels neither stop it nor make it unsure of the rest."""
    labelled = [*reviews(100, seed=1), *((text, at % 2 == 0) for at, text in enumerate(HOSTILE))]
    assert auc_of(own.train("xx", examples(labelled), (), MADE).model, reviews(200, seed=2)) > 0.8


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_the_same_verdict_twice(text: str) -> None:
    """And its features are places of the table, each once."""
    bag = bag_of(text)
    assert bag == bag_of(text)
    assert bag.pieces == sorted(set(bag.pieces))
    assert all(0 <= place < SIZE for place in (*bag.pieces, *bag.words))


def test_runs_without_spaces_have_pieces_alone() -> None:
    """Chinese and Thai are cut into pieces; words and pairs are for scripts that set them apart."""
    assert bag_of("送餐太慢了！").words == []
    assert bag_of("ส่งช้ามาก").words == []
    assert len(bag_of("배송이 너무 늦어요!").words) == 6


@given(st.lists(st.booleans(), min_size=1, max_size=60))
def test_folds_part_all_reviews_evenly(kinds: list[bool]) -> None:
    """Each place is in one part, and every part holds as many unhappy ones, give or take one."""
    parts = learning.folds(kinds)
    assert sorted(place for part in parts for place in part) == list(range(len(kinds)))
    counts = [sum(kinds[place] for place in part) for part in parts]
    assert max(counts) - min(counts) <= 1 + (len(parts) < learning.N_FOLDS)


def test_a_scale_undoes_what_was_stretched() -> None:
    """Log odds that are three times too sure come back to what is true."""
    rng = random.Random(3)
    true = [rng.gauss(0, 1.5) for _ in range(3_000)]
    labels = [rng.random() < logistic(one) for one in true]
    scale = calibration.fit([3 * one + 1 for one in true], labels)
    assert scale.slope == pytest.approx(1 / 3, abs=0.04)
    assert scale.of(1.0) == pytest.approx(0.0, abs=0.15)


@pytest.mark.parametrize("labels", [[True] * 5, [False] * 5, [True, False]])
def test_a_scale_from_next_to_nothing_is_still_a_scale(labels: list[bool]) -> None:
    """One kind alone, or two labels: no failure, and no certainty."""
    scale = calibration.fit([0.5] * len(labels), labels)
    assert 0.05 < logistic(scale.of(0.5)) < 0.95


def test_the_threshold_is_where_f1_is_best() -> None:
    """Between what is worth flagging and what is not."""
    assert calibration.best_threshold([0.9, 0.8, 0.3, 0.2], [True, True, False, False]) == pytest.approx(0.55)
    assert calibration.best_threshold([], []) == 0.5
