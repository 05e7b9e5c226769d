"""What is peculiar to Mozilla's ratings; what every place has in common stands in `test_contract_reading.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from reviewwatch_connectors.mozilla_addons import MozillaAddons

from reviewwatch.connector import Batch, Page
from reviewwatch.demo.loopback import Answer
from reviewwatch.errors import (
    AccessError,
    ConfigError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    SuspiciousEmptyError,
)
from reviewwatch.net import Response
from tests.connectors.place import PER_PAGE
from tests.connectors.places.mozilla_addons import NUMBER, SLUG, Stand
from tests.connectors.recorded import answer, broken, meaning, plain
from tests.connectors.shelf import Shelf

HERE = "mozilla_addons"
OURS = MozillaAddons.from_options("one", {"addon": SLUG})
PAGE1 = answer(HERE, "page1.json")
WEEK_AND_A_DAY = timedelta(days=8)


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve an add-on without ratings."""
    stand = Stand()
    with stand:
        yield stand


def fill(stand: Stand, n: int = 20) -> list[str]:
    """Let people rate."""
    return [stand.put(f"Take {number}.", stars=number % 5 + 1) for number in range(n)]


def pull(stand: Stand, shelf: Shelf, between: Any = lambda page: None, **options: object) -> list[Page]:
    """Pull once."""
    stand.calls.clear()
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http, between)


def asked(stand: Stand) -> list[str]:
    """Return the pages that were asked for, in order."""
    return [call.query["page"] for call in stand.calls]


def read(value: object) -> Batch:
    """Read an answer."""
    return OURS.read(Response(200, "https://recorded.example/", {}, json.dumps(value).encode()))


def page_of(*ratings: object, **more: object) -> dict[str, Any]:
    """Return a page with these ratings."""
    return {"count": len(ratings), "next": None, "previous": None, "results": ratings, **more}


def a_rating(**changed: object) -> dict[str, Any]:
    """Return a rating with some fields changed."""
    first: dict[str, Any] = json.loads(PAGE1.body)["results"][0]
    return first | changed


def test_the_fixture_is_read_as_expected() -> None:
    """Beside the raw answer stands what it means."""
    assert plain(OURS.read(PAGE1)) == meaning(HERE, "page1.json")


@settings(deadline=None, max_examples=150)
@given(body=broken(PAGE1.body))
def test_a_broken_answer_is_a_batch_or_a_connector_error(body: bytes) -> None:
    """Whatever comes, nothing else comes out, and nothing is read out of nothing."""
    try:
        batch = OURS.read(Response(200, "https://recorded.example/", {}, body))
    except ConnectorError:
        return
    assert batch.reviews or batch.problems or batch.notes
    assert len(batch.reviews) + len(batch.problems) <= batch.n_items


def test_a_rating_without_words_is_kept() -> None:
    """Stars alone are a review; words alone are one too; neither is a problem."""
    batch = read(
        page_of(a_rating(body=None, score=1), a_rating(id=2, score=None), a_rating(id=3, body=None, score=None))
    )
    assert [(one.text, one.rating and one.rating.value) for one in batch.reviews] == [
        ("", 1.0),
        ("The night mode is gone.\nWhy?", None),
    ]
    assert [(problem.where, problem.why) for problem in batch.problems] == [("rating 3", "has neither stars nor words")]


@pytest.mark.parametrize("score", [6, 0, "great", True, [5]])
def test_a_score_off_the_scale_is_no_rating(score: object) -> None:
    """Of 0 Mozilla would mean that nobody rated; anything else is a problem beside the good ones."""
    batch = read(page_of(a_rating(score=score), a_rating(id=2)))
    if score == 0:
        assert batch.reviews[0].rating is None
    else:
        assert (len(batch.reviews), len(batch.problems)) == (1, 1)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Lamp", "Lamp"),
        ({"en-US": "Lamp", "de": "Lampe"}, "Lamp"),
        ({"de": "Lampe", "fr": "Lampe à main", "_default": "fr"}, "Lampe à main"),
        ({"de": "Lampe"}, "Lampe"),
        ({}, SLUG),
        (None, SLUG),
        ([1], SLUG),
    ],
)
def test_the_name_may_be_a_map_of_languages(name: object, shown: str) -> None:
    """The default one, else English, else any, else the option."""
    listing = read(page_of(a_rating(addon={"id": NUMBER, "slug": SLUG, "name": name}))).listing
    assert listing is not None
    assert (listing.name, listing.key) == (shown, f"mozilla_addons:{NUMBER}")


def test_developers_own_words_are_no_reviews() -> None:
    """A list of a person's ratings may hold them."""
    batch = read(page_of(a_rating(is_developer_reply=True), a_rating(id=2)))
    assert [one.external_id for one in batch.reviews] == ["2"]
    alone = read(page_of(a_rating(is_developer_reply=True)))
    assert (list(alone.reviews), list(alone.notes)) == ([], ["1 of 1 are removed or developers' own"])


def test_what_is_called_deleted_is_gone() -> None:
    """It is Mozilla's own word."""
    batch = read(page_of(a_rating(is_deleted=True), a_rating(id=2)))
    assert (list(batch.gone), [one.external_id for one in batch.reviews]) == (["2100016"], ["2"])


def test_one_rating_alone_is_read() -> None:
    """As its own address answers."""
    assert [one.external_id for one in read(a_rating()).reviews] == ["2100016"]


def test_an_answer_that_was_removed_is_none() -> None:
    """And one that stands has its author, account, time and id."""
    reply = a_rating()["reply"]
    (kept, removed) = read(page_of(a_rating(), a_rating(id=2, reply=reply | {"is_deleted": True}))).reviews
    assert removed.owner_replies == ()
    (one,) = kept.owner_replies
    assert (one.author, one.account, one.external_id) == ("Lamp Works", "invented-77", "2100017")


def test_who_rated_before_is_noted(stand: Stand) -> None:
    """Only the latest rating of a person is listed; when a new one takes its place, the old one is gone."""
    (old,) = fill(stand, 1)
    shelf = Shelf()
    pull(stand, shelf)
    stand.delete(old)
    new = stand.put("Still no better.")
    stand.rated_before[new] = 1
    pull(stand, shelf)
    assert shelf.gone == {old}
    assert shelf.reviews[new].notes == ("its author had rated this before",)


@pytest.mark.parametrize(
    ("detail", "error"),
    [
        ("Authentication credentials were not provided.", AccessError),
        ("You do not have permission to perform this action.", AccessError),
        ("Not found.", ListingNotFoundError),
        ("Request was throttled. Expected available in 30 seconds.", RetryLaterError),
        ("Something else.", LayoutChangedError),
    ],
)
def test_an_error_in_the_body_is_of_its_kind(detail: str, error: type[ConnectorError]) -> None:
    """Whatever the status was."""
    with pytest.raises(error, match=f"Mozilla says “{detail}”") as caught:
        read({"detail": detail})
    assert type(caught.value) is error


def test_a_small_add_on_is_read_whole_every_time(stand: Stand) -> None:
    """So edits, answers and removals show at once."""
    ids = fill(stand, PER_PAGE)
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert asked(stand) == ["1"]
    assert pages[-1].is_complete
    stand.edit(ids[0], "On second thought, no.")
    stand.reply(ids[1], "Thank you.")
    stand.delete(ids[2])
    pull(stand, shelf)
    assert shelf.said() == stand.stands()
    assert shelf.gone == {ids[2]}


def test_a_larger_one_is_read_whole_once_a_week(stand: Stand) -> None:
    """Between, one request says that nothing is new."""
    ids = fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    assert asked(stand) == ["1", "2", "3"]
    stand.edit(ids[0], "On second thought, no.")
    stand.clock.move(timedelta(days=6))
    assert not pull(stand, shelf)[-1].is_complete
    assert asked(stand) == ["1"]
    assert shelf.reviews[ids[0]].text == "Take 0."
    stand.clock.move(timedelta(days=2))
    assert pull(stand, shelf)[-1].is_complete
    assert shelf.reviews[ids[0]].text == "On second thought, no."
    pull(stand, shelf)
    assert asked(stand) == ["1"]


def test_nothing_is_gone_where_the_count_disagrees(stand: Stand) -> None:
    """Ratings may be counted and not be listed."""
    ids = fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    stand.clock.move(WEEK_AND_A_DAY)

    def hides_one(call: Any, do: Any) -> Answer:
        body = json.loads(do().body)
        body["results"] = [one for one in body["results"] if str(one["id"]) != ids[3]]
        return Answer(200, json.dumps(body).encode())

    stand.faults = hides_one
    assert not pull(stand, shelf)[-1].is_complete
    assert shelf.gone == set()


def test_a_removal_while_it_is_read_hides_nothing_for_good(stand: Stand) -> None:
    """A rating slips to the page before, where nobody looks again: it is read by the next pull, and nothing is gone."""
    ids = fill(stand)
    shelf = Shelf()

    def remove(page: Page) -> None:
        stand.reviews.pop(ids[-1], None)

    pages = pull(stand, shelf, remove)
    assert "what came or went while it was read" in pages[-1].unseen
    slipped = ids[-1 - PER_PAGE]
    assert slipped not in shelf.reviews
    assert shelf.gone == set()
    stand.clock.move(timedelta(hours=6))
    pull(stand, shelf)
    assert slipped in shelf.reviews
    assert shelf.gone == {ids[-1]}


def test_a_last_page_that_vanishes_is_the_end(stand: Stand) -> None:
    """Mozilla says 404 for a page behind the last; the add-on is still there."""
    ids = fill(stand, PER_PAGE + 1)
    shelf = Shelf()

    def remove(page: Page) -> None:
        stand.reviews.pop(ids[0], None)

    pages = pull(stand, shelf, remove)
    assert asked(stand) == ["1", "2"]
    assert not pages[-1].is_complete
    assert len(shelf.reviews) == PER_PAGE
    stand.faults = lambda call, do: Answer(404, b'{"detail": "Invalid page."}')
    with pytest.raises(ListingNotFoundError):
        pull(stand, Shelf())


@pytest.mark.parametrize("count", [20, None])
def test_a_list_without_ratings_where_some_are_is_an_error(stand: Stand, count: int | None) -> None:
    """By the count, or by what was there before; one that counts none is left to the flow."""
    fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    empty: dict[str, object] = {"count": count, "next": None, "previous": None, "results": []}
    stand.faults = lambda call, do: Answer(200, json.dumps(empty).encode())
    with pytest.raises(SuspiciousEmptyError, match="lists no review, where there are some"):
        pull(stand, shelf)
    stand.faults = lambda call, do: Answer(200, json.dumps({**empty, "count": 0}).encode())
    assert shelf.cursor["key"] == f"mozilla_addons:{NUMBER}"
    with stand.client() as http:
        (page,) = stand.connector().pages(http, shelf.cursor)
    assert (page.is_complete, page.listing.key) == (True, f"mozilla_addons:{NUMBER}")


def test_no_more_pages_than_allowed_are_asked_for(stand: Stand) -> None:
    """What lies behind them is said, and proves nothing gone."""
    fill(stand)
    pages = pull(stand, Shelf(), max_pages=2)
    assert asked(stand) == ["1", "2"]
    assert list(pages[-1].unseen) == [f"anything older than the newest {2 * PER_PAGE} reviews"]
    assert not pages[-1].is_complete


def test_the_listing_keeps_its_key_under_another_name(stand: Stand) -> None:
    """Its number is the key, whether the option is the name or the number."""
    fill(stand, 2)
    shelf = Shelf()
    pull(stand, shelf)
    pages = pull(stand, shelf, addon=str(NUMBER))
    assert {page.listing.key for page in pages} == {f"mozilla_addons:{NUMBER}"}
    assert len(shelf.changes) == 4
    assert len(shelf.reviews) == 2


def test_another_add_on_starts_anew(stand: Stand) -> None:
    """A source that is pointed elsewhere takes neither mark nor key along."""
    ids = fill(stand)
    old = {"addon": "other", "key": "mozilla_addons:1", "seen_until": "2099", "full_at": stand.clock().isoformat()}
    shelf = Shelf(cursor=old)
    pages = pull(stand, shelf)
    assert set(shelf.reviews) == set(ids)
    assert {page.listing.key for page in pages} == {f"mozilla_addons:{NUMBER}"}


@pytest.mark.parametrize(
    ("url", "addon", "name"),
    [
        ("https://addons.mozilla.org/en-US/firefox/addon/lamp-dimmer/", "lamp-dimmer", "lamp-dimmer"),
        ("https://addons.mozilla.org/de/android/addon/lamp-dimmer/reviews/?score=1", "lamp-dimmer", "lamp-dimmer"),
        ("addons.mozilla.org/firefox/addon/1865", "1865", "1865"),
        ("https://addons.mozilla.org/fr/firefox/addon/lampe-%C3%A9teinte/", "lampe-éteinte", "lampe-eteinte"),
        ("https://addons.mozilla.org/fr/firefox/addon/%E7%81%AF/", "灯", "add-on"),
    ],
)
def test_addresses_of_add_ons_are_known(url: str, addon: str, name: str) -> None:
    """In any language, for desktop and Android."""
    found = MozillaAddons.recognize(url)
    assert found is not None
    assert (found.name, found.options) == (name, {"addon": addon})


@pytest.mark.parametrize(
    "url",
    [
        "https://addons.mozilla.org/en-US/firefox/user/12/",
        "https://addons.thunderbird.net/en-US/firefox/addon/lamp-dimmer/",
        "https://addons.mozilla.org/firefox/addon/a%2Fb/",
    ],
)
def test_other_addresses_are_not(url: str) -> None:
    """People, other programs' sites, and names that cannot be."""
    assert MozillaAddons.recognize(url) is None


@pytest.mark.parametrize(
    ("options", "key", "says"),
    [
        ({}, "addon", "is missing"),
        ({"addon": "https://addons.mozilla.org/firefox/addon/x/"}, "addon", "last part of the add-on's address"),
        ({"addon": "x", "full_every": "weekly"}, "full_every", "a duration"),
        ({"addon": "x", "max_pages": 0}, "max_pages", "from 1 to 2000"),
    ],
)
def test_wrong_options_are_explained(options: dict[str, object], key: str, says: str) -> None:
    """Each by its key, with what would be right."""
    with pytest.raises(ConfigError, match=says) as caught:
        MozillaAddons.from_options("one", options)
    assert [problem.key for problem in caught.value.problems] == [f"sources.one.{key}"]
