"""A config that changes is taken up between pulls; one that is broken is told and not used."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviewwatch.storage.verbs import daemon
from tests.engine.scene import Watch, of_sources


def problem_of(watch: Watch) -> str:
    """Return what `status` is told of the config."""
    with watch.desk() as desk:
        state = daemon.load(desk.db)
    assert state is not None
    return state.config_problem


def test_a_new_source_is_taken_up_without_a_restart(watch: Watch) -> None:
    """It is read at the next tick, and one that left is read no more."""
    watch.first_minute()
    watch.pulled()
    watch.configure(of_sources("a", "b", "new"))
    watch.tick(seconds=15)
    assert watch.pulled() == ["new"]
    watch.tick_until(timedelta(hours=1))
    assert set(watch.pulled()) == {"a", "b", "new"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sources.a]\nconnector = 'memory'\n[daemon]\nevry = 1\n", "evry"),
        ("[sources", "not valid TOML"),
        ("[sources.a]\nconnector = 'memory'\n[daemon]\nparallel = 0\n", "parallel"),
    ],
)
def test_a_broken_config_is_told_and_the_old_one_kept(watch: Watch, text: str, said: str) -> None:
    """Watching goes on as before until the file is mended."""
    watch.first_minute()
    watch.pulled()
    watch.configure(text)
    watch.tick_until(timedelta(minutes=30))
    assert said in problem_of(watch)
    assert set(watch.pulled()) == {"a", "b", "c"}

    watch.configure(of_sources("a"))
    watch.tick(seconds=15)
    assert problem_of(watch) == ""
    assert list(watch.daemon.config.sources) == ["a"]


def test_a_config_that_is_gone_or_names_another_store_is_not_used(watch: Watch) -> None:
    """A daemon belongs to its store: moving it is a restart."""
    text = watch.path.read_text()
    watch.path.unlink()
    watch.tick(seconds=15)
    assert "does not exist" in problem_of(watch)

    watch.path.write_text(text.replace("reviews.db", "other.db"))
    watch.tick(seconds=15)
    assert "start the daemon again" in problem_of(watch)
    assert not (watch.folder / "other.db").exists()

    watch.path.write_text(text)
    watch.tick(seconds=15)
    assert problem_of(watch) == ""


def test_a_config_that_cannot_be_read_is_told(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights that were taken away stop neither the tick nor the watching."""

    def refused(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    watch.tick()
    watch.configure(of_sources("a"))
    monkeypatch.setattr("reviewwatch.engine.office.configs.load", refused)
    assert watch.tick(minutes=20)
    assert "Permission denied" in problem_of(watch)
    assert set(watch.pulled()) == {"a", "b", "c"}


def test_what_was_open_for_the_old_config_is_closed_when_its_last_pull_ends(watch: Watch) -> None:
    """A pull that is under way keeps the places that it began with."""
    watch.first_minute()
    assert watch.town.n_open == 1
    watch.town.network.on_get = lambda url: watch.configure(of_sources("a"))

    with watch.daemon._office.desk():
        watch.configure(of_sources("a", "b"))
        watch.tick(seconds=15)
        assert watch.town.n_open == 2
    assert watch.town.n_open == 1
    watch.daemon.end()
    assert watch.town.n_open == 0


def test_an_unchanged_config_is_not_opened_again(watch: Watch) -> None:
    """Saving a file without a change changes nothing."""
    watch.tick()
    config = watch.daemon.config
    watch.path.write_text(watch.path.read_text())
    watch.tick(seconds=15)
    assert watch.daemon.config is config
