"""`threshold` shows what a budget costs and changes nothing without a yes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reviewwatch import assess
from tests.cli.scene import Scene, an_hour_ago, scene_in
from tests.make import by_stars, stars


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Sixty reviews of thirty days: a third each of one, three and five stars."""
    monkeypatch.setattr(assess, "assess", by_stars)
    made = scene_in(tmp_path, monkeypatch)
    for at in range(60):
        written_at = an_hour_ago() - timedelta(days=at / 2)
        made.place.put(f"r{at}", rating=stars((1, 3, 5)[at % 3]), text="It is a lamp.", created_at=written_at)
    made.ok("pull")
    return made


def test_a_budget_is_answered_and_written_after_a_yes(scene: Scene) -> None:
    """The least unhappy third is left out; comments of the config stay, and the rest of it too."""
    before = scene.config.read_text()
    with scene.config.open("a") as file:
        file.write("# mine\n")
    dry = scene.json("threshold", "--budget", "5/week", "--dry-run", "--json")
    assert (dry["reviews"], dry["is_written"]) == (60, False)
    assert dry["chosen"]["n_a_day"] <= 5 / 7 < dry["now"]["n_a_day"]
    assert dry["chosen"]["threshold"] > dry["now"]["threshold"] == 0.5
    assert scene.config.read_text() == before + "# mine\n"
    refused = scene.run("threshold", "--budget", "5/week")
    assert (refused.exit_code, "--yes" in refused.stderr) == (2, True)

    written = scene.ok("threshold", "--budget", "5/week", "--yes")
    assert "`reviewwatch rescore`" in written.stderr
    text = scene.config.read_text()
    assert text.startswith(before + "# mine\n")
    assert f"threshold = {dry['chosen']['threshold']}" in text
    again = scene.ok("threshold", "--budget", "5/week")
    assert "The present threshold is the one for this budget." in again.stderr


def test_the_budget_of_the_config_is_the_one_without_another(scene: Scene) -> None:
    """What may be missed, as an expectation while nobody decided enough."""
    with scene.config.open("a") as file:
        file.write('[triage]\nbudget = "5%"\n')
    said = scene.json("threshold", "--dry-run", "--json")
    assert said["chosen"]["missed"] <= 0.05
    assert said["chosen"]["is_counted"] is False
    assert "expected from the probabilities" in scene.ok("threshold", "--dry-run").stderr


def test_too_few_reviews_say_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is chosen from them."""
    few = scene_in(tmp_path, monkeypatch)
    few.place.put("one")
    few.ok("pull")
    assert "Too few recent reviews to say: 1, where it takes 50." in few.ok("threshold", "--budget", "5%").stderr


def test_what_is_no_budget_is_refused(scene: Scene) -> None:
    """With examples of what is one."""
    result = scene.run("threshold", "--budget", "lots")
    assert (result.exit_code, '"20/day"' in result.stderr) == (2, True)
