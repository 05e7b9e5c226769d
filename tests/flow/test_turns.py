"""Whose turn it is: intervals spread, waits that double, circuits, and what brings a paused source back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config import SourceConfig
from reviewwatch.errors import AccessError, ConnectorError, ListingNotFoundError, RetryLaterError
from reviewwatch.flow import turns
from reviewwatch.storage.verbs import pages, sources
from reviewwatch.types import Health, SourceState
from tests.flow.scene import SOURCE, Scene
from tests.make import NOW

STATE = SourceState(source_id="inn", connector="memory", cursor={"page": "2"})
MINUTE = timedelta(minutes=1)
WAITS = st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=30))
CHANCES = st.floats(0, 1, exclude_max=True)


@given(WAITS, CHANCES)
def test_a_turn_comes_a_tenth_earlier_or_later_at_most(every: timedelta, chance: float) -> None:
    """The spread is a tenth of the interval to both sides, whatever the chance."""
    state = turns.good(STATE, every, NOW, lambda: chance)
    assert state.next_due_at is not None
    assert every * 0.9 - MINUTE / 1000 <= state.next_due_at - NOW <= every * 1.1 + MINUTE / 1000


@pytest.mark.parametrize(("chance", "minutes"), [(0.0, 54), (0.5, 60), (0.75, 63)])
def test_the_same_chance_gives_the_same_turn(chance: float, minutes: int) -> None:
    """The middle of the chance is the interval itself, its ends are the tenths."""
    assert turns.good(STATE, 60 * MINUTE, NOW, lambda: chance).next_due_at == NOW + minutes * MINUTE


def test_a_good_pull_forgets_what_failed() -> None:
    """Failures, waits and the error are gone; the cursor stays."""
    bad = replace(STATE, n_failures=7, last_error="down", health=Health.FAILING, asked_until=NOW)
    good = turns.good(bad, None, NOW, lambda: 0.5)
    assert good == replace(STATE, last_pull_at=NOW, last_good_at=NOW, health=Health.OK)


def after_failures(n: int, error: ConnectorError, chance: float = 0.5) -> SourceState:
    """Return the state after so many failures in a row, all at one time."""
    state = STATE
    for _ in range(n):
        state = turns.failed(state, error, NOW, lambda: chance)
    return state


def test_waits_double_up_to_a_day() -> None:
    """5 minutes after the first failure, twice as long after each more, and no longer than a day."""
    waits = [after_failures(n, ConnectorError("down")).next_due_at for n in range(1, 13)]
    minutes = [round((at - NOW) / MINUTE) for at in waits if at is not None]
    assert minutes == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]


def test_three_failures_in_a_row_open_the_circuit() -> None:
    """Two may be bad luck; a good pull closes it."""
    states = [after_failures(n, ConnectorError("down")) for n in range(5)]
    assert [turns.is_open(state) for state in states] == [False, False, False, True, True]
    assert not turns.is_open(turns.good(states[4], MINUTE, NOW, lambda: 0.5))


@given(WAITS.filter(lambda wait: wait <= timedelta(days=1)), CHANCES, st.integers(1, 12))
def test_a_turn_is_never_before_what_the_place_asked_for(after: timedelta, chance: float, n: int) -> None:
    """However chance falls, a place that asked to be left alone is left alone as long, and our own wait holds too."""
    error = RetryLaterError("busy", after=after)
    state = after_failures(n, error, chance)
    assert state.asked_until == NOW + after
    assert state.next_due_at is not None
    assert state.next_due_at >= state.asked_until
    assert state.next_due_at - NOW >= turns.wait_after(n) * 0.89


@pytest.mark.parametrize("error", [AccessError("no key"), ListingNotFoundError("moved")])
def test_what_a_person_must_mend_is_tried_once_a_day(error: ConnectorError) -> None:
    """Without a change, a paused source costs the place one request a day, however often it failed."""
    for n in (1, 2, 9):
        state = after_failures(n, error)
        assert (state.health, state.next_due_at) == (Health.PAUSED, NOW + timedelta(days=1))


def source(**options: object) -> SourceConfig:
    """Return a configured source."""
    return SourceConfig(source_id="inn", brand="inn", connector="memory", options=options)


@pytest.mark.parametrize(
    ("before", "after", "is_changed"),
    [
        (source(repo="a"), source(repo="a"), False),
        (source(repo="a"), source(repo="b"), True),
        (source(a=1, b=[2]), source(b=[2], a=1), False),
        (source(), replace(source(), every=MINUTE), True),
        (source(), replace(source(), connector="other"), True),
        (source(token_env="A"), source(token_env="B"), True),
    ],
)
def test_the_print_of_a_config_changes_with_it(before: SourceConfig, after: SourceConfig, is_changed: bool) -> None:
    """Every key counts, and their order does not."""
    assert (turns.set_up(before, {}) != turns.set_up(after, {})) is is_changed


def test_the_print_of_a_config_changes_when_its_secret_comes(tmp_path: Path) -> None:
    """A variable that is set or a file that is put there is noticed; what stands in it is not looked at."""

    def prints(environ: Mapping[str, str]) -> str:
        return turns.set_up(source(token_env="TOKEN", key_file=str(tmp_path / "key")), environ)

    missing, empty, there = prints({}), prints({"TOKEN": ""}), prints({"TOKEN": "t1"})
    assert (missing == empty, missing == there, there == prints({"TOKEN": "t2"})) == (True, False, True)
    (tmp_path / "key").touch()
    assert prints({}) not in (missing, there)


def due_at(scene: Scene, source_id: str = SOURCE) -> datetime | None:
    """Return when the source has its turn."""
    state = sources.load(scene.desk.db, source_id)
    return None if state is None else state.next_due_at


def take_up(scene: Scene, chance: float = 0.5, is_urgent: bool = False) -> int:
    """Give turns to those that have none."""
    return turns.take_up(scene.desk.db, scene.desk.config, scene.clock.at, lambda: chance, is_urgent)


def test_a_single_new_source_is_due_at_once(scene: Scene) -> None:
    """Nobody waits for the spread where there is nothing to spread."""
    assert (take_up(scene, 0.9), due_at(scene)) == (1, NOW)
    assert take_up(scene) == 0


@pytest.mark.parametrize(("n", "seconds"), [(11, 15), (101, 150), (10_001, 150)])
def test_many_new_sources_are_spread_over_minutes(scene: Scene, n: int, seconds: int) -> None:
    """Three seconds for each, five minutes at most; when one is urgent, none."""
    many = {f"s{number}": replace(source(), source_id=f"s{number}") for number in range(n)}
    crowd = Scene(replace(scene.desk, config=replace(scene.desk.config, sources=many)), scene.clock, scene.place)
    take_up(crowd)
    assert due_at(crowd, "s0") == NOW + timedelta(seconds=seconds)

    more = {"extra-1": source(), "extra-2": source()}
    urgent = Scene(replace(scene.desk, config=replace(scene.desk.config, sources=more)), scene.clock, scene.place)
    take_up(urgent, 0.9, is_urgent=True)
    assert due_at(urgent, "extra-2") == NOW


def test_a_changed_config_brings_a_paused_source_back(scene: Scene) -> None:
    """Unchanged it waits for its day; changed it is due at once, and by that once alone."""
    scene.place.fail["pages"] = AccessError("no key")
    scene.pull()
    scene.clock.move(minutes=1)
    assert take_up(scene) == 0

    mended = replace(scene.desk.config.sources[SOURCE], options={"token_env": "ANOTHER"})
    desk = replace(scene.desk, config=replace(scene.desk.config, sources={SOURCE: mended}))
    scene = Scene(desk, scene.clock, scene.place)
    assert (take_up(scene), due_at(scene)) == (1, scene.clock.at)
    scene.pull()
    assert take_up(scene) == 0


def test_a_source_without_a_turn_gets_one(scene: Scene) -> None:
    """Pulled while it was not configured, it has no turn; in the config it has one at once and keeps its cursor."""
    pages.touch_source(scene.desk.db, replace(STATE, source_id=SOURCE, last_pull_at=NOW - MINUTE))
    assert (take_up(scene), due_at(scene)) == (1, NOW)
    state = sources.load(scene.desk.db, SOURCE)
    assert state is not None
    assert dict(state.cursor) == {"page": "2"}


@pytest.mark.parametrize(("late", "is_due"), [(timedelta(hours=26), False), (timedelta(days=3_650), True)])
def test_a_turn_that_a_wrong_clock_set_is_not_waited_for(scene: Scene, late: timedelta, is_due: bool) -> None:
    """Years ahead for a while, and right again: no interval and no wait is that long."""
    far = replace(STATE, source_id=SOURCE, next_due_at=NOW + late)
    pages.touch_source(scene.desk.db, far)
    assert (take_up(scene), due_at(scene)) == ((1, NOW) if is_due else (0, NOW + late))


def test_a_place_that_asked_for_long_is_left_alone_for_as_long(scene: Scene) -> None:
    """Its word is not taken for a wrong clock."""
    until = NOW + timedelta(days=9)
    pages.touch_source(scene.desk.db, replace(STATE, source_id=SOURCE, next_due_at=until, asked_until=until))
    assert (take_up(scene), due_at(scene)) == (0, until)
