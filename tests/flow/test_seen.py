"""A reply that was posted is looked for at its place until it is seen there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reviewwatch.errors import ConnectorError, OutcomeUnknownError, RetryLaterError
from reviewwatch.flow import post
from reviewwatch.flow.seen import look_again
from reviewwatch.storage.verbs import outbox
from reviewwatch.types import PublicationState
from tests.flow.scene import Scene
from tests.make import NOW

POSTED_AT = NOW + timedelta(minutes=2)


@pytest.fixture
def posted(scene: Scene) -> Scene:
    """A reply that was posted two minutes after now."""
    scene.place.put("r1")
    scene.pull()
    scene.approve(1)
    scene.clock.move(minutes=2)
    assert [outcome.was_sent for outcome in post.publish_due(scene.desk)] == [True]
    return scene


def states(scene: Scene) -> list[PublicationState]:
    """Look for what is due and return how each stands after it."""
    return [publication.state for publication in look_again(scene.desk)]


def test_a_posted_reply_is_seen_without_a_pull(posted: Scene) -> None:
    """Five minutes after it was posted its place is read once, and it is seen there; then never again."""
    posted.clock.move(minutes=4)
    assert states(posted) == []
    posted.clock.move(minutes=1)
    assert states(posted) == [PublicationState.SEEN]
    posted.clock.move(days=1)
    assert states(posted) == []


@pytest.mark.parametrize("error", [None, RetryLaterError("busy"), ConnectorError("down")])
def test_one_that_is_not_there_yet_is_looked_for_again(posted: Scene, error: Exception | None) -> None:
    """A place that does not show it, or cannot be read, is read again at the next time and not before."""
    shown = posted.place.listed.pop("r1")
    if error is not None:
        posted.place.fail["reread"] = error
    posted.clock.move(minutes=5)
    assert states(posted) == [PublicationState.POSTED]
    posted.clock.move(minutes=54)
    assert states(posted) == []
    posted.place.listed["r1"] = shown
    posted.place.fail.clear()
    posted.clock.move(minutes=1)
    assert states(posted) == [PublicationState.SEEN]


def test_after_its_week_a_reply_is_left_to_the_pulls(posted: Scene) -> None:
    """A place that never shows it is not asked for ever."""
    posted.place.listed.clear()
    posted.clock.move(days=9)
    assert states(posted) == [PublicationState.POSTED]
    posted.clock.move(days=100)
    assert states(posted) == []


def test_an_unknown_reply_is_looked_for_too(scene: Scene) -> None:
    """An answer that was lost while the place was down is found by the look, and nothing is sent again."""
    scene.place.put("r1")
    scene.pull()
    scene.approve(1)
    scene.clock.move(minutes=2)
    scene.place.loses_answers = OutcomeUnknownError("lost")
    scene.place.goes_down = RetryLaterError("down")
    list(post.publish_due(scene.desk))
    assert outbox.get(scene.desk.db, 1).state is PublicationState.UNKNOWN

    scene.clock.move(minutes=5)
    assert states(scene) == [PublicationState.UNKNOWN]
    scene.place.fail.clear()
    scene.clock.move(hours=1)
    assert (states(scene), scene.place.n_sent) == ([PublicationState.SEEN], 1)


def test_a_source_that_left_the_config_is_not_looked_at(posted: Scene) -> None:
    """Nothing can be read there any more."""
    with posted.desk.db.transaction():
        posted.desk.db.run("UPDATE publications SET source_id = 'left'")
    posted.clock.move(minutes=5)
    assert states(posted) == [PublicationState.POSTED]
    posted.clock.move(days=1)
    assert states(posted) == []
