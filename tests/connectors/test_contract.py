"""What every connector that reads a place and replies there keeps to, each on a place of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.connector import Page, Replier, connector_names, load_connector
from reviewwatch.errors import AccessError, OutcomeUnknownError, ReplyRefusedError
from reviewwatch.types import Gone, New, ReplyState, Target
from tests.connectors.scenes import SCENES, Scene
from tests.connectors.shelf import Shelf

WEEK_AND_A_DAY = timedelta(days=8)


@pytest.fixture(params=sorted(SCENES))
def scene(request: pytest.FixtureRequest) -> Iterator[Scene]:
    """Give each connector's place in turn."""
    with SCENES[request.param]() as scene:
        yield scene


def target(scene: Scene, external_id: str, listing_key: str | None = None) -> Target:
    """Return where a reply to a review goes."""
    page = next(iter(scene.connector.pages(scene.http, {})))
    return Target(listing_key or page.listing.key, external_id, scene.connector.address)


def test_every_connector_that_replies_has_a_scene() -> None:
    """One that is added without fails here; reading is held by `test_contract_reading.py`, over every connector."""
    repliers = {name for name in connector_names() if load_connector(name).capabilities.can_reply}
    assert repliers <= set(SCENES)


def test_each_keeps_the_shape_of_the_contract(scene: Scene) -> None:
    """It is a replier, says what it can do, and what it says is loopback is the place's address."""
    assert isinstance(scene.connector, Replier)
    assert scene.connector.capabilities.can_reply
    assert scene.connector.capabilities.can_reread
    assert scene.connector.account
    assert scene.connector.address.startswith("http://127.0.0.1")


def test_the_first_pull_brings_everything_and_the_next_nothing(scene: Scene) -> None:
    """All pages of a place come once; unchanged, the place is not modified and the cursor stays."""
    for number in range(20):
        scene.put(f"The lamp flickers, take {number}.")
    shelf = Shelf()
    pages = shelf.pull(scene.connector, scene.http)
    assert shelf.said() == scene.stands()
    assert [page.is_complete for page in pages if page.reviews][-1:] == [True]
    assert not any(page.is_not_modified for page in pages)
    cursor, n_changes = shelf.cursor, len(shelf.changes)
    (page,) = shelf.pull(scene.connector, scene.http)
    assert (page.is_not_modified, list(page.reviews), page.cursor) == (True, [], cursor)
    assert len(shelf.changes) == n_changes


def test_an_empty_place_is_complete_and_no_error(scene: Scene) -> None:
    """A place without reviews is read to its end; whether that is strange is the flow's to judge."""
    pages = Shelf().pull(scene.connector, scene.http)
    assert [(list(page.reviews), page.is_complete) for page in pages] == [([], True)]


def test_what_changes_is_seen_by_the_next_pull(scene: Scene) -> None:
    """A new review, an edit, and an answer by a colleague; whatever else comes along is unchanged."""
    ids = [scene.put(f"The lamp flickers, take {number}.") for number in range(17)]
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.clock.move(timedelta(hours=1))
    new = scene.put("Brand new and broken.")
    scene.edit(ids[1], "The lamp flickers, and now it smells.")
    scene.answer(ids[2], "We are looking into it.")
    before = len(shelf.changes)
    shelf.pull(scene.connector, scene.http)
    assert shelf.said() == scene.stands()
    assert "We are looking into it." in shelf.said()[ids[2]][2]
    assert [change.review.external_id for change in shelf.changes[before:] if isinstance(change, New)] == [new]


def test_an_answer_is_added_to_those_before(scene: Scene) -> None:
    """A thread of which a pull sees only the newest part keeps the rest."""
    ids = [scene.put(f"The lamp flickers, take {number}.") for number in range(17)]
    for external_id in ids:
        scene.answer(external_id, "Thank you.")
        scene.clock.move(timedelta(seconds=2))
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.clock.move(timedelta(hours=1))
    scene.answer(ids[0], "It is mended now.")
    shelf.pull(scene.connector, scene.http)
    assert shelf.said()[ids[0]][2] == {"Thank you.", "It is mended now."}


def test_a_removal_is_believed_only_on_proof(scene: Scene) -> None:
    """A complete listing without it proves that a review is gone; nothing else is marked so."""
    ids = [scene.put(f"The lamp flickers, take {number}.") for number in range(17)]
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.delete(ids[3])
    scene.clock.move(WEEK_AND_A_DAY)
    pages = shelf.pull(scene.connector, scene.http)
    assert pages[-1].is_complete
    assert [change.known.external_id for change in shelf.changes if isinstance(change, Gone)] == [ids[3]]
    assert shelf.said() == scene.stands()


def test_a_pull_that_broke_off_goes_on_where_it_stood(scene: Scene) -> None:
    """From the cursor of any page, the rest comes: nothing is missed, whichever page was the last one stored."""
    for number in range(30):
        external_id = scene.put(f"The lamp flickers, take {number}.")
        scene.clock.move(timedelta(minutes=1))
        if number % 3 == 0:
            scene.answer(external_id, f"Thank you for take {number}.")
    n_pages = len(Shelf().pull(scene.connector, scene.http))
    assert n_pages >= 5
    for stop_after in range(1, n_pages):
        shelf = Shelf()
        with pytest.raises(KeyboardInterrupt):
            shelf.pull(scene.connector, scene.http, after_page=Stop(stop_after))
        n_before = len(shelf.reviews)
        pages = shelf.pull(scene.connector, scene.http)
        assert set(shelf.said()) == set(scene.stands())
        assert shelf.gone == set()
        assert not (n_before and pages[-1].is_complete), "a walk that went on has not seen the first items"


class Stop:
    """Ends a pull after some pages, as Control-C does."""

    def __init__(self, after: int) -> None:
        self._left = after

    def __call__(self, page: Page) -> None:
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt


ACTS = st.tuples(
    st.sampled_from(["put", "edit", "delete", "answer"]), st.integers(0, 30), st.sampled_from([0, 0, 1, 2, 90])
)


@pytest.mark.parametrize("name", sorted(SCENES))
@settings(max_examples=25, deadline=None)
@given(born=st.integers(0, 25), between=st.lists(st.lists(ACTS, max_size=3), max_size=12))
def test_whatever_moves_while_it_is_read_nothing_is_lost(
    name: str, born: int, between: list[list[tuple[str, int, int]]]
) -> None:
    """The next quiet pull holds every text and answer, and after the next full walk all is equal.

    Acts happen between any two pages, within one second or minutes apart.
    """
    with SCENES[name]() as scene:
        ids = [scene.put(f"take {number}") for number in range(born)]
        acts = iter(between)

        def move(page: Page) -> None:
            scene.clock.move(timedelta(seconds=1))
            for what, which, seconds in next(acts, []):
                scene.clock.move(timedelta(seconds=seconds))
                act(scene, ids, what, which)

        shelf = Shelf()
        for _ in range(2):
            shelf.pull(scene.connector, scene.http, after_page=move)
        shelf.pull(scene.connector, scene.http)
        stands = scene.stands()
        for external_id, (title, text, replies) in stands.items():
            assert shelf.said()[external_id][:2] == (title, text)
            assert shelf.said()[external_id][2] >= replies
        scene.clock.move(WEEK_AND_A_DAY)
        shelf.pull(scene.connector, scene.http)
        assert shelf.said() == stands


def act(scene: Scene, ids: list[str], what: str, which: int) -> None:
    """Do one thing to the place; `which` picks among what stands."""
    standing = [external_id for external_id in ids if external_id in scene.stands()]
    if what == "put" or not standing:
        ids.append(scene.put(f"take {which}"))
    elif what == "edit":
        scene.edit(standing[which % len(standing)], f"changed to {which}")
    elif what == "delete":
        scene.delete(standing[which % len(standing)])
    else:
        scene.answer(standing[which % len(standing)], f"answer {which}")


def test_rereading_brings_the_whole_thread_or_none(scene: Scene) -> None:
    """One review as it stands now, with every answer; None once it is gone."""
    external_id = scene.put("The lamp flickers.")
    for number in range(5):
        scene.answer(external_id, f"Answer {number}.")
    review = scene.connector.reread(scene.http, external_id)
    assert review is not None
    assert [reply.text for reply in review.owner_replies] == [f"Answer {number}." for number in range(5)]
    assert not review.is_thread_partial
    scene.delete(external_id)
    assert scene.connector.reread(scene.http, external_id) is None


def test_a_reply_stands_once_and_is_seen_by_the_next_pull(scene: Scene) -> None:
    """Posted under the configured account, with an id; re-reading and pulling show it with that account and text."""
    external_id = scene.put("The lamp flickers.")
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    text = "We are sorry. Please write to care@lamp.example — we will mend it."
    posted = scene.connector.reply(scene.http, target(scene, external_id), text)
    assert (posted.state, posted.account) == (ReplyState.PUBLISHED, scene.connector.account)
    assert posted.external_id
    assert posted.url
    assert scene.ours(external_id) == [text]
    shelf.pull(scene.connector, scene.http)
    for review in (shelf.reviews[external_id], scene.connector.reread(scene.http, external_id)):
        assert review is not None
        seen = [reply for reply in review.owner_replies if reply.account == scene.connector.account]
        assert [(reply.text, reply.external_id) for reply in seen] == [(text, posted.external_id)]


def test_a_reply_whose_answer_is_lost_is_unknown_and_stands_once(scene: Scene) -> None:
    """The place took it and then failed: unknown, never sent again, found by re-reading."""
    external_id = scene.put("The lamp flickers.")
    where = target(scene, external_id)
    scene.lose_next_answer()
    with pytest.raises(OutcomeUnknownError):
        scene.connector.reply(scene.http, where, "Sorry.")
    assert scene.ours(external_id) == ["Sorry."]
    review = scene.connector.reread(scene.http, external_id)
    assert review is not None
    assert [reply.text for reply in review.owner_replies] == ["Sorry."]


def test_a_reply_to_what_is_gone_is_refused(scene: Scene) -> None:
    """Nothing is public, and the reason is the place's own."""
    external_id = scene.put("The lamp flickers.")
    where = target(scene, external_id)
    scene.delete(external_id)
    with pytest.raises(ReplyRefusedError) as caught:
        scene.connector.reply(scene.http, where, "Sorry.")
    assert caught.value.reason


def test_an_empty_reply_is_refused_by_the_place(scene: Scene) -> None:
    """The place's own check reaches the person."""
    external_id = scene.put("The lamp flickers.")
    with pytest.raises(ReplyRefusedError):
        scene.connector.reply(scene.http, target(scene, external_id), "  ")
    assert scene.ours(external_id) == []


def test_a_reply_for_another_listing_is_not_sent(scene: Scene) -> None:
    """An approval for one place cannot end up at another that happens to have the same id."""
    external_id = scene.put("The lamp flickers.")
    with pytest.raises((ReplyRefusedError, AccessError)):
        scene.connector.reply(scene.http, target(scene, external_id, "other:place"), "Sorry.")
    assert scene.ours(external_id) == []


@pytest.mark.parametrize("name", connector_names())
def test_loading_a_connector_reads_no_network(name: str) -> None:
    """The class is there by name, and says what it can do without being made."""
    connector = load_connector(name)
    assert connector.name == name
    assert connector.capabilities.platform
