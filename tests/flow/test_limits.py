"""What a team knows better of a place holds wherever a reply is drafted, approved and posted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewwatch.config.known import Limits
from reviewwatch.errors import ApprovalError
from reviewwatch.flow import decide
from reviewwatch.flow.drafting import draft_due
from reviewwatch.flow.post import publish_due
from reviewwatch.storage.verbs import outbox, reviews, suggestions
from reviewwatch.types import PublicationState
from tests.flow.scene import SOURCE, Scene
from tests.make import LISTING

PLATFORM = LISTING.platform
TEXT = "We are sorry about the cold room. Please write to help@harbor-inn.example."


def with_limit(scene: Scene, limit: int) -> Scene:
    """Return the scene with a config that knows another limit of the place."""
    limits = {PLATFORM: Limits(platform_id=PLATFORM, limit=limit, source="the place's own form")}
    return replace(scene, desk=replace(scene.desk, config=replace(scene.desk.config, platforms=limits)))


@pytest.fixture
def opened(scene: Scene) -> Scene:
    """One unhappy review in the queue, number 1."""
    scene.place.put("r1", 1)
    scene.pull()
    return scene


def test_a_text_over_a_teams_own_limit_is_not_approved(opened: Scene) -> None:
    """The ticket carries the limit, and the rule blocks what the shipped limit would let through."""
    strict = with_limit(opened, 40)
    ticket = decide.prepare(strict.desk, 1)

    assert ticket.platform.limit == 40
    assert "G17" in [one.rule for one in decide.check(ticket, TEXT)]
    with pytest.raises(ApprovalError):
        strict.approve(1, TEXT)
    opened.approve(1, TEXT)


def test_a_draft_is_made_anew_for_another_limit(opened: Scene) -> None:
    """A draft fits the limit that holds when it is shown; one that was made for another is not taken for it."""
    wide = decide.prepare(opened.desk, 1).suggestion.drafts
    strict = with_limit(opened, 90)

    drafts = decide.prepare(strict.desk, 1).suggestion.drafts

    assert max(len(one.text) for one in wide) > 90
    assert all(len(one.text) <= 90 for one in drafts)


def test_drafting_ahead_knows_the_limit(scene: Scene) -> None:
    """What waits for the person after a pull was made for the place as the team knows it."""
    strict = with_limit(scene, 90)
    strict.place.put("r1", 1)
    strict.pull()
    draft_due(strict.desk, SOURCE)
    stored = reviews.get(strict.desk.db, 1)

    kept = suggestions.get(strict.desk.db, 1, stored.content_hash)

    assert stored.listing.platform == PLATFORM
    assert kept is not None
    assert all(len(one.text) <= 90 for one in kept.drafts)


def test_a_limit_that_came_after_the_approval_stops_the_post(opened: Scene) -> None:
    """The rules run again at posting, by what the config says then."""
    publication = opened.approve(1, TEXT)
    opened.clock.move(hours=1)

    list(publish_due(with_limit(opened, 40).desk))

    assert outbox.get(opened.desk.db, publication.publication_id).state is PublicationState.STALE
    assert opened.place.n_sent == 0
