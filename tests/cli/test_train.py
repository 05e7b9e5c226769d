"""The commands `train` and `eval`: a team's own model, and how good the flags were."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reviewwatch.flow import marks
from reviewwatch.flow.own import folder_of
from reviewwatch.ids import REVIEW, to_number
from reviewwatch.sentiment import own
from reviewwatch.types import QueueFilter
from tests.cli.scene import PAPER, Scene, id_of, scene_in
from tests.make import stars
from tests.test_own_model import reviews

# Small words that only Swedish has, so that the invented words around them are taken for it.
SWEDISH = "och det är inte"


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """An empty workspace."""
    return scene_in(tmp_path, monkeypatch)


def fill(scene: Scene, n: int, seed: int = 1, **fields: Any) -> None:
    """Write n rated reviews of a language that the shipped judge does not read, and pull them."""
    rng = random.Random(seed)
    for at, (text, is_unhappy) in enumerate(reviews(n, seed)):
        given = {"rating": stars(rng.choice((1, 2)) if is_unhappy else rng.choice((3, 4, 5))), **fields}
        scene.place.put(f"{seed}-{at}", text=f"{text} {SWEDISH}.", lang="sv", **given)
    scene.ok("pull")


def models(scene: Scene) -> dict[str, own.OwnModel]:
    """Return what is in use."""
    with scene.desk() as desk:
        return dict(own.own_models(folder_of(desk.config)))


def test_train_shows_before_and_after_and_waits_for_a_yes(scene: Scene) -> None:
    """A dry run and a script without --yes write nothing; both say what was measured."""
    fill(scene, 120)
    told = scene.ok("train", "--dry-run")
    assert "unhappy above happy (AUC)\tnot judged\t0." in told.stdout
    assert "texts not judged\t120\t0" in told.stdout
    assert "sv: nothing was changed." in told.stderr
    refused = scene.run("train")
    assert refused.exit_code == 2
    assert "Use it from now on?" in refused.stderr
    assert "add `--yes`" in refused.stderr
    assert models(scene) == {}


def test_train_puts_a_better_model_to_use_and_undo_goes_back(scene: Scene) -> None:
    """The file says what it came from; a second model replaces the first, and undo brings that back, then none."""
    fill(scene, 120)
    [told] = scene.json("train", "--lang", "sv", "--yes", "--json")["languages"]
    assert (told["n_unhappy"], told["n_others"], told["is_enough"]) == (60, 60, True)
    assert told["after"]["auc"]["value"] > 0.8
    assert told["before"]["auc"]["value"] is None
    assert (told["before"]["n_unscored"], told["is_better"], told["is_used"]) == (120, True, True)
    first = models(scene)["sv"]
    assert first.scorer == told["scorer"]
    assert (first.made.sources, first.made.n_unhappy, first.made.n_marked) == (("shop",), 60, 0)
    assert first.made.after == round(told["after"]["auc"]["value"], 4)
    logit = first.logit("Tabo grolmus wato.")
    assert logit is not None
    assert logit > 0

    fill(scene, 40, seed=2)
    assert f"In use now: {first.scorer}" in scene.ok("train", "--yes").stderr
    second = models(scene)["sv"]
    assert second.made.n_unhappy == 80
    assert "back to the model of" in scene.ok("train", "--undo", "--lang", "sv").stderr
    assert models(scene) == {"sv": first}
    assert scene.json("train", "--undo", "--lang", "sv", "--json") == {"lang": "sv", "scorer": None}
    assert models(scene) == {}
    gone = scene.run("train", "--undo", "--lang", "sv")
    assert (gone.exit_code, "no own model of `sv`" in gone.stderr) == (2, True)


@pytest.mark.parametrize(("n", "fields"), [(60, {}), (120, {"rating": stars(5)})], ids=["too few", "of one kind"])
def test_too_few_labels_are_said_to_be_too_few(scene: Scene, n: int, fields: dict[str, Any]) -> None:
    """No figure and no model; exit code 1 where the language was asked for by name."""
    fill(scene, n, **fields)
    told = scene.ok("train", "--yes")
    assert "sv: too few to say." in told.stderr
    assert "it takes 100, at least 15 of either kind" in told.stderr
    [record] = scene.json("train", "--json", "--yes")["languages"]
    assert record["is_enough"] is False
    assert "after" not in record
    assert scene.run("train", "--lang", "sv", "--yes").exit_code == 1
    assert models(scene) == {}


def test_a_store_without_labels_says_so(scene: Scene) -> None:
    """Nothing to learn from is no failure."""
    assert "no rated review" in scene.ok("train").stderr
    assert scene.json("train", "--json") == {"languages": []}
    assert "--undo needs --lang" in scene.run("train", "--undo").stderr


def test_sources_and_languages_narrow_what_is_learned_from(scene: Scene) -> None:
    """Reviews of another source, or taken for another language, are no labels then."""
    fill(scene, 30)
    fill(scene, 20, seed=2, listing=PAPER)
    scene.place.put("english", text="The lamp broke and nobody answered the phone.")
    scene.ok("pull")
    by_lang = {one["lang"]: one for one in scene.json("train", "--json")["languages"]}
    assert {lang: one["n_unhappy"] + one["n_others"] for lang, one in by_lang.items()} == {"sv": 50, "en": 1}
    [paper] = scene.json("train", "--json", "--source", "paper")["languages"]
    assert (paper["lang"], paper["n_unhappy"] + paper["n_others"]) == ("sv", 20)


def test_a_mark_beats_the_stars(scene: Scene) -> None:
    """A one-star review whose flag was marked wrong is a happy label, a five-star one marked missed an unhappy one."""
    scene.place.put("sarcasm", rating=stars(5), text="It shines for a whole minute a day.")
    scene.place.put("slip", rating=stars(1), text="I could not do without it.")
    scene.place.put("plain", rating=stars(1))
    scene.ok("pull")
    with scene.desk() as desk:
        ids = {one.stored.review.external_id: one for one in marks.marked(desk, QueueFilter())}
        marks.mark_wrong(desk, ids["slip"].stored.review_id, "noor")
        marks.mark_missed(desk, ids["sarcasm"].stored.review_id, "noor")
        after = {one.stored.review.external_id: one for one in marks.marked(desk, QueueFilter())}
    assert {name: (one.is_unhappy, one.basis) for name, one in after.items()} == {
        "sarcasm": (True, marks.Basis.MARK),
        "slip": (False, marks.Basis.MARK),
        "plain": (True, marks.Basis.STARS),
    }
    assert (after["slip"].was_wrong, after["sarcasm"].was_missed) == (True, True)


def test_what_was_undone_is_no_mark(scene: Scene) -> None:
    """A dismissal that was taken back leaves the stars; a dismissal for another reason never counted."""
    scene.place.put("one")
    scene.ok("pull")
    [review] = scene.ids()
    scene.ok("dismiss", review, "--reason", marks.WRONG_FLAG)
    assert [one.is_unhappy for one in all_marked(scene)] == [False]
    scene.ok("undo", review)
    assert [one.is_unhappy for one in all_marked(scene)] == [True]
    scene.ok("dismiss", review, "--reason", "a duplicate")
    assert [(one.is_unhappy, one.was_wrong) for one in all_marked(scene)] == [(True, False)]


def test_an_unrated_review_is_a_label_by_what_was_done(scene: Scene) -> None:
    """Flagged and held counts as unhappy; without an act nothing says what it is."""
    scene.place.put("one", rating=None, text="Terrible. It broke after a day, and nobody answered.")
    scene.ok("pull")
    assert [one.is_unhappy for one in all_marked(scene)] == [None]
    [review] = scene.ids()
    scene.ok("hold", review, "--reason", "for Noor")
    assert [(one.is_unhappy, one.is_confirmed) for one in all_marked(scene)] == [(True, True)]


def test_an_act_on_what_was_not_flagged_confirms_no_flag(scene: Scene) -> None:
    """A happy review that somebody held was never flagged; one that was, and was held, confirms its flag."""
    scene.place.put("happy", rating=stars(5), text="A fine lamp.")
    scene.place.put("unhappy")
    scene.ok("pull")
    for one in all_marked(scene):
        scene.ok("hold", id_of(one.stored.review_id), "--reason", "for Noor")
    confirmed = {one.stored.review.external_id: one.is_confirmed for one in all_marked(scene)}
    assert confirmed == {"happy": False, "unhappy": True}


def test_eval_says_too_few_of_few(scene: Scene) -> None:
    """Counts, but no figure that a few decisions would make up."""
    fill(scene, 10)
    told = scene.ok("eval")
    assert "0 right, 0 marked wrong, 0 marked missed: too few to say; it takes 30" in told.stdout
    assert "10 rated texts, 5 of detractors: too few to say" in told.stdout
    record = scene.json("eval", "--json")
    assert record["flags"]["is_enough"] is False
    assert record["flags"]["precision"] == {"value": None, "low": None, "high": None}


def test_eval_counts_what_people_decided(scene: Scene) -> None:
    """Precision from right and wrong flags, recall from right and missed ones, each with its interval."""
    for at in range(40):
        scene.place.put(f"low-{at}", rating=stars(1), text=f"Number {at} broke and nobody answered.")
    scene.place.put("missed", rating=stars(5), text="A fine lamp.")
    scene.ok("pull")
    ids = [id_of(one.stored.review_id) for one in all_marked(scene) if one.is_unhappy]
    for review in ids[:30]:
        scene.ok("hold", review, "--reason", "for Noor")
    for review in ids[30:36]:
        scene.ok("dismiss", review, "--reason", marks.WRONG_FLAG)
    with scene.desk() as desk:
        happy = next(one for one in marks.marked(desk, QueueFilter()) if not one.is_unhappy and not one.was_wrong)
        marks.mark_missed(desk, happy.stored.review_id, "noor")
    record = scene.json("eval", "--json")
    flags = record["flags"]
    assert (flags["n_right"], flags["n_wrong"], flags["n_missed"], flags["is_enough"]) == (30, 6, 1, True)
    assert flags["precision"]["value"] == pytest.approx(30 / 36)
    assert flags["precision"]["low"] < 30 / 36 < flags["precision"]["high"]
    assert flags["recall"]["value"] == pytest.approx(30 / 31)
    assert flags["calibration"]["value"] is not None
    assert to_number(REVIEW, record["missed"][0]["id"]) == happy.stored.review_id
    assert record["missed"][0]["is_marked"] is True
    assert sum(one["n"] for one in flags["bins"]) == 36
    assert all(one["low"] <= one["said"] <= one["high"] for one in flags["bins"])
    told = [one for one in flags["bins"] if one["right"]["value"] is not None]
    assert told
    assert all(one["n"] >= 10 and one["right"]["low"] < one["right"]["value"] <= one["right"]["high"] for one in told)
    shown = scene.ok("eval").stdout
    assert "right when flagged: 0.83 (0." in shown
    assert " on average, 0." in shown


def test_eval_measures_an_own_model_on_what_came_after_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The labels that it learned from tell nothing about it; a damaged model is named and the rest is measured."""
    fill(scene, 120)
    scene.ok("train", "--yes")
    [shipped] = scene.json("eval", "--json")["texts"]
    assert (shipped["n_unscored"], shipped["auc"]["value"]) == (120, None)
    model = models(scene)["sv"]
    with scene.desk() as desk:
        folder = folder_of(desk.config)
    own.save(folder, model_of_yesterday(model))
    [before, after] = sorted(scene.json("eval", "--json")["texts"], key=lambda one: one["n_unscored"])
    assert before["scorer"].startswith("own sv ")
    assert before["auc"]["value"] > 0.9
    assert after == shipped
    (folder / "own-sv.model").write_bytes(b"junk")
    broken = scene.json("eval", "--json")
    assert broken["texts"] == [shipped]
    assert "own-sv.model" in broken["problems"][0]


def test_where_the_shipped_judge_reads_the_language_it_is_kept(scene: Scene) -> None:
    """English words that it knows still count in a text of which nothing was learned; the model names its prior."""
    said = [(f"{text} It was {'terrible' if bad else 'very good'}.", bad) for text, bad in reviews(120, 1)]
    for at, (text, is_unhappy) in enumerate(said):
        scene.place.put(f"{at}", text=text, rating=stars(1 if is_unhappy else 5))
    scene.ok("pull")
    [told] = scene.json("train", "--yes", "--json")["languages"]
    assert (told["lang"], told["before"]["n_unscored"]) == ("en", 0)
    model = models(scene)["en"]
    assert model.prior
    unhappy, happy = model.logit("zzyx qqwv", 3.0), model.logit("zzyx qqwv", -3.0)
    assert unhappy is not None
    assert happy is not None
    assert unhappy > happy + 1
    alone = own.train("en", [own.Example(own.bag_of(text), float(bad)) for text, bad in said], (), model.made).model
    bag = own.bag_of("It was terrible.")
    assert model.raw(bag) < alone.raw(bag) - 0.5


def test_a_model_that_is_no_better_is_only_used_after_a_yes(scene: Scene) -> None:
    """Stars that have nothing to do with the words: it says that the gain may be chance."""
    rng = random.Random(4)
    for at, (text, _) in enumerate(reviews(120, 1)):
        scene.place.put(f"{at}", text=f"{text} {SWEDISH}.", lang="sv", rating=stars(rng.choice((1, 5))))
    scene.ok("pull")
    told = scene.run("train")
    assert told.exit_code == 2
    assert "no better than chance would make it" in told.stderr
    assert models(scene) == {}


def model_of_yesterday(model: own.OwnModel) -> own.OwnModel:
    """Return the model as if it had been made before all reviews of the scene."""
    return replace(model, made=model.made._replace(at="2020-01-01T00:00:00Z"))


def all_marked(scene: Scene) -> list[marks.Marked]:
    """Return every review with what is said of it."""
    with scene.desk() as desk:
        return list(marks.marked(desk, QueueFilter()))
