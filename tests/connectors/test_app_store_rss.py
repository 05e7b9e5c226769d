"""What is peculiar to the App Store's feed; what every place has in common stands in `test_contract_reading.py`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.app_store_rss import AppStoreRss

from reviewwatch.connector import Batch, Page
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import (
    ConfigError,
    ConnectorError,
    LayoutChangedError,
    ListingNotFoundError,
    RetryLaterError,
    SuspiciousEmptyError,
)
from reviewwatch.net import Response
from tests.connectors.place import PER_PAGE, Written
from tests.connectors.places.app_store_rss import APP, Stand
from tests.connectors.recorded import answer, broken, meaning, plain
from tests.connectors.shelf import Shelf

HERE = "app_store_rss"
OURS = AppStoreRss.from_options("one", {"app_id": APP, "countries": ["gb"]})
PAGE1 = answer(HERE, "page1.json")


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve an app without reviews."""
    stand = Stand()
    with stand:
        yield stand


def fill(stand: Stand, n: int = 20) -> list[str]:
    """Let customers write."""
    return [stand.put(f"Take {number}.", stars=number % 5 + 1) for number in range(n)]


def pull(stand: Stand, shelf: Shelf, **options: object) -> list[Page]:
    """Pull once."""
    stand.calls.clear()
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http)


def asked(stand: Stand) -> list[int]:
    """Return the pages that were asked for, in order."""
    return [int(re.findall(r"/page=(\d+)", call.path)[0]) for call in stand.calls]


def unseen(pages: list[Page]) -> list[str]:
    """Return what a pull could not see."""
    return [part for page in pages for part in page.unseen]


def read(body: bytes, url: str = "https://recorded.example/") -> Batch:
    """Read a body."""
    return OURS.read(Response(200, url, {}, body))


def with_entry(entry: object) -> bytes:
    """Return the first page with something else listed."""
    value = json.loads(PAGE1.body)
    value["feed"]["entry"] = entry
    return json.dumps(value).encode()


def an_entry(**changed: object) -> dict[str, Any]:
    """Return a review's entry with some fields replaced; `_` stands for the colon of a name."""
    entry: dict[str, Any] = json.loads(PAGE1.body)["feed"]["entry"][0]
    return entry | {key.replace("_", ":"): value for key, value in changed.items()}


@pytest.mark.parametrize("name", ["page1.json", "single_2021.json"])
def test_the_fixtures_are_read_as_expected(name: str) -> None:
    """Beside the raw answer stands what it means."""
    assert plain(OURS.read(answer(HERE, name))) == meaning(HERE, name)


@settings(deadline=None, max_examples=150)
@given(body=st.one_of(*(broken(answer(HERE, name).body) for name in ("page1.json", "single_2021.json"))))
def test_a_broken_answer_is_a_batch_or_a_connector_error(body: bytes) -> None:
    """Whatever comes, nothing else comes out, and nothing is read out of nothing."""
    try:
        batch = read(body)
    except ConnectorError:
        return
    assert batch.reviews or batch.problems or batch.notes
    assert len(batch.reviews) + len(batch.problems) == batch.n_items


@pytest.mark.parametrize("entry", [None, [], "gone"], ids=["null", "an empty list", "missing"])
def test_a_feed_without_entries_says_so(entry: object) -> None:
    """An app without reviews, a wrong id and a page that came empty look the same."""
    body = with_entry(entry) if entry != "gone" else answer(HERE, "empty.json").body
    batch = read(body)
    assert (batch.n_items, list(batch.reviews)) == (0, [])
    assert "or the app or country is wrong" in batch.notes[0]


def test_an_app_that_apple_does_not_know_may_be_told() -> None:
    """Its feed has no address of its own."""
    value = json.loads(answer(HERE, "empty.json").body)
    value["feed"]["link"] = [one for one in value["feed"]["link"] if one["attributes"]["rel"] != "self"]
    assert "Apple does not know the app" in read(json.dumps(value).encode()).notes[0]


def test_one_review_may_stand_without_a_list() -> None:
    """Where there is one, `entry` is an object."""
    assert [review.external_id for review in read(with_entry(an_entry())).reviews] == ["14500000333"]


def test_the_app_itself_is_no_review(stand: Stand) -> None:
    """Old feeds list it first; where it stands alone there is no review."""
    stand.puts_app_first = True
    ids = fill(stand, 3)
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert set(shelf.reviews) == set(ids)
    assert not [problem for page in pages for problem in page.problems]
    app = {"im:name": {"label": "Harbor Notes"}, "id": {"label": "https://apps.apple.com/app/id1"}}
    assert read(with_entry(app)).n_items == 0


def test_an_entry_without_stars_that_is_no_app_is_a_problem() -> None:
    """A renamed field must not make reviews vanish."""
    odd = an_entry()
    del odd["im:rating"]
    batch = read(with_entry([odd, an_entry()]))
    assert len(batch.reviews) == 1
    assert [problem.why for problem in batch.problems] == ["`im:rating` is missing"]
    with pytest.raises(LayoutChangedError, match="none of which can be read"):
        read(with_entry([odd]))


@pytest.mark.parametrize("stars", ["", "0", None])
def test_empty_stars_leave_the_words(stars: object) -> None:
    """With a note; but an entry that has nothing at all is a problem."""
    (review,) = read(with_entry(an_entry(im_rating={"label": stars}))).reviews
    assert (review.rating, review.notes) == (None, ("the feed gives it no stars",))
    nothing = {"label": ""}
    with pytest.raises(LayoutChangedError, match="neither stars nor words"):
        read(with_entry(an_entry(im_rating=nothing, title=nothing, content=nothing)))


@pytest.mark.parametrize("stars", ["6", "-1", "many", ["5"]])
def test_stars_that_are_none_are_a_problem(stars: object) -> None:
    """Nothing is put into the scale by force."""
    batch = read(with_entry([an_entry(im_rating={"label": stars}), an_entry()]))
    assert (len(batch.reviews), len(batch.problems)) == (1, 1)
    assert batch.problems[0].where == "review 14500000333"


def test_plain_words_are_taken_where_markup_stands_beside_them() -> None:
    """The feed may give the text twice."""
    plainly = {"label": "2 < 3", "attributes": {"type": "text"}}
    marked = {"label": "<table>2 &lt; 3</table>", "attributes": {"type": "html"}}
    assert [one.text for one in read(with_entry(an_entry(content=[marked, plainly]))).reviews] == ["2 < 3"]


def test_times_are_read_with_their_offset() -> None:
    """Cupertino is seven or eight hours behind; a time that cannot be read costs no review."""
    times = [review.updated_at for review in OURS.read(PAGE1).reviews]
    assert times[0] == datetime(2026, 9, 14, 11, 24, 23, tzinfo=UTC)
    assert times[-1] == datetime(2026, 2, 12, 7, 59, 59, tzinfo=UTC)
    (review,) = read(with_entry(an_entry(updated={"label": "last week"}))).reviews
    assert review.created_at is None
    assert "its time cannot be read" in review.notes[0]


def test_without_times_no_time_is_made_up_and_every_pull_reads_everything(stand: Stand) -> None:
    """As in the JSON of 2021; that it is so is said."""
    stand.has_times = False
    ids = fill(stand)
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert all(review.created_at is None and review.updated_at is None for review in shelf.reviews.values())
    assert "the feed gives no times, so each pull reads all pages" in pages[0].notes
    stand.edit(ids[0], "Changed at the very end.")
    pull(stand, shelf)
    assert shelf.reviews[ids[0]].text == "Changed at the very end."


def test_votes_that_are_no_number_are_left_out() -> None:
    """They decide nothing."""
    (review,) = read(with_entry(an_entry(im_voteSum={"label": "-3"}))).reviews
    assert review.n_votes is None
    assert OURS.read(PAGE1).reviews[0].n_votes == 3


@pytest.mark.parametrize(
    ("url", "country"),
    [("https://itunes.apple.com/fr/rss/customerreviews/page=1/id=1/sortby=mostrecent/json", "FR"), ("file:///x", "GB")],
)
def test_the_country_stands_in_the_address_or_the_links(url: str, country: str) -> None:
    """A saved page tells it by its links."""
    assert {review.country for review in read(PAGE1.body, url).reviews} == {country}


def test_an_unchanged_app_costs_one_request(stand: Stand) -> None:
    """The first page holds something that is known."""
    fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    assert asked(stand) == [1, 2, 3, 4]
    stand.clock.move(timedelta(hours=6))
    pull(stand, shelf)
    assert asked(stand) == [1]


def test_an_edit_comes_at_once(stand: Stand) -> None:
    """It keeps the id and moves to the top."""
    ids = fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    stand.edit(ids[0], "On second thought, no.")
    pull(stand, shelf)
    assert asked(stand) == [1]
    assert shelf.reviews[ids[0]].text == "On second thought, no."
    assert len(shelf.reviews) == 20


def test_page_eleven_is_never_asked_for(stand: Stand) -> None:
    """What is older than the ten pages is said to be unseen."""
    fill(stand, 11 * PER_PAGE)
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert asked(stand) == list(range(1, 11))
    assert len(shelf.reviews) == 10 * PER_PAGE
    assert unseen(pages) == [f"GB: anything older than the newest {10 * PER_PAGE} reviews"]


@pytest.mark.parametrize("status", [400, 200])
def test_a_shorter_feed_is_explained(stand: Stand, status: int) -> None:
    """Apple says in words, packed, that there are fewer pages."""
    fill(stand)
    words = b"CustomerReviews RSS page depth is limited to 1"
    stand.faults = lambda call, do: Answer(status, words) if "/page=2/" in call.path else do()
    with pytest.raises(LayoutChangedError, match="fewer pages than were asked for; set `max_pages` lower") as caught:
        pull(stand, Shelf())
    assert caught.value.body == words
    assert {len(page.reviews) for page in pull(stand, Shelf(), max_pages=1)} == {PER_PAGE}


def test_an_empty_page_is_asked_for_in_the_other_form(stand: Stand) -> None:
    """One form may be empty for an app for which the other is not; then nothing is unseen."""
    fill(stand)
    stand.faults = lambda call, do: stand.empty_page(call) if "sortby=" in call.path else do()
    shelf = Shelf()
    assert unseen(pull(stand, shelf)) == []
    assert len(shelf.reviews) == 20
    assert [call.path.rsplit("/", 3)[1:] for call in stand.calls[:2]] == [
        [f"id={APP}", "sortby=mostrecent", "json"],
        ["sortBy=mostRecent", "page=1", "json"],
    ]


def test_a_page_that_stays_empty_is_read_by_the_next_pull(stand: Stand) -> None:
    """The mark does not move past it, and it is said."""
    ids = fill(stand)
    stand.faults = lambda call, do: stand.empty_page(call) if re.search("/page=2/", call.path) else do()
    shelf = Shelf()
    assert unseen(pull(stand, shelf)) == ["GB: 1 of 4 pages came back empty; they are asked for again next time"]
    assert len(shelf.reviews) == 20 - PER_PAGE
    stand.faults = None
    pull(stand, shelf)
    assert set(shelf.reviews) == set(ids)


def test_a_feed_whose_first_page_is_empty_is_not_said_to_list_nothing(stand: Stand) -> None:
    """What stands on the next page says otherwise."""
    fill(stand)
    stand.faults = lambda call, do: stand.empty_page(call) if re.search("/page=1/", call.path) else do()
    made = pull(stand, Shelf())
    assert [note for page in made for note in page.notes] == []
    assert unseen(made) == ["GB: 1 of 4 pages came back empty; they are asked for again next time"]


def test_three_empty_pages_end_a_pull(stand: Stand) -> None:
    """Each in both forms, and no more."""
    fill(stand, 10 * PER_PAGE)
    stand.faults = lambda call, do: do() if "/page=1/" in call.path else stand.empty_page(call)
    pull(stand, Shelf())
    assert asked(stand) == [1, 2, 2, 3, 3, 4, 4]


def test_an_app_without_reviews_may_be_a_wrong_one(stand: Stand) -> None:
    """It is no error, and both are said."""
    cases: list[tuple[dict[str, object], str]] = [
        ({}, "or the app or country is wrong"),
        ({"app_id": "999"}, "not know"),
    ]
    for options, says in cases:
        pages = pull(stand, Shelf(), **options)
        assert unseen(pages)[0] == "GB: no review is listed"
        assert says in next(note for page in pages for note in page.notes)


def test_a_country_that_falls_to_nothing_is_an_error(stand: Stand) -> None:
    """With what to do, and with the answer kept; the app of another id starts anew."""
    fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    stand.faults = lambda call, do: stand.empty_page(call)
    with pytest.raises(SuspiciousEmptyError, match=r"lists no review in GB.*take that country out") as caught:
        pull(stand, shelf)
    assert b"iTunes Store" in caught.value.body
    assert unseen(pull(stand, shelf, app_id="999"))[0] == "GB: no review is listed"


def abroad(stand: Stand) -> None:
    """Sell the app in three countries, with reviews in each."""
    stand.countries = ["gb", "de", "jp"]
    fill(stand, 3)
    times = [stand.clock(), stand.clock() - timedelta(days=1)]
    for number, country in ((101, "de"), (201, "jp")):
        stand.abroad[country] = [
            Written(number + n, "Elsewhere.", "Far", 4, "invented-abroad", at) for n, at in enumerate(times)
        ]


def test_each_country_is_read_with_a_mark_of_its_own(stand: Stand) -> None:
    """One listing; the country stands on the review."""
    abroad(stand)
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert {page.listing.key for page in pages} == {f"app_store_rss:{APP}"}
    assert {review.country for review in shelf.reviews.values()} == {"GB", "DE", "JP"}
    assert set(shelf.cursor) == {"app", "gb", "de", "jp"}
    assert shelf.cursor["gb"] <= shelf.cursor["de"]
    assert [page.n_done for page in pages][-1] == 2
    pull(stand, shelf)
    assert len(stand.calls) == 3


def failing(stand: Stand, country: str, answer: Answer) -> None:
    """Let one country fail."""

    def act(call: Call, do: Any) -> Answer:
        return answer if call.path.startswith(f"/{country}/") else do()

    stand.faults = act


def test_a_country_that_fails_takes_nothing_from_the_others(stand: Stand) -> None:
    """They are read and stored; it is raised afterwards, by name, and is read once it works."""
    abroad(stand)
    failing(stand, "de", Answer(500))
    shelf = Shelf()
    with pytest.raises(RetryLaterError, match=r"de: .*answered 500"):
        pull(stand, shelf)
    assert {review.country for review in shelf.reviews.values()} == {"GB", "JP"}
    assert set(shelf.cursor) == {"app", "gb", "jp"}
    stand.faults = None
    pull(stand, shelf)
    assert {review.country for review in shelf.reviews.values()} == {"GB", "DE", "JP"}


def test_a_country_that_is_not_there_does_not_pause_the_others(stand: Stand) -> None:
    """A 404 of all is of the whole app."""
    abroad(stand)
    failing(stand, "de", Answer(404))
    with pytest.raises(ConnectorError, match=r"de: .*404") as caught:
        pull(stand, Shelf())
    assert type(caught.value) is ConnectorError
    stand.faults = lambda call, do: Answer(404)
    with pytest.raises(ListingNotFoundError, match=r"gb: .*de: .*jp: "):
        pull(stand, Shelf())


def test_an_atom_answer_is_named(stand: Stand) -> None:
    """The feed has another form, which this does not read."""
    body = b'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'
    with pytest.raises(LayoutChangedError, match="in JSON, not Atom"):
        read(body)


@pytest.mark.parametrize(
    ("url", "app_id", "country", "name"),
    [
        ("https://apps.apple.com/gb/app/harbor-notes/id1234567890?see-all=reviews", "1234567890", "gb", "harbor-notes"),
        ("https://apps.apple.com/app/id77", "77", "us", "app-77"),
        ("itunes.apple.com/JP/app/%E6%B8%AF/id77?mt=8", "77", "jp", "app-77"),
        ("https://apps.apple.com/us/app/a/id77/", "77", "us", "a"),
    ],
)
def test_addresses_of_apps_are_known(url: str, app_id: str, country: str, name: str) -> None:
    """In any of their forms, with the country."""
    found = AppStoreRss.recognize(url)
    assert found is not None
    assert (found.name, found.options) == (name, {"app_id": app_id, "countries": [country]})


@pytest.mark.parametrize(
    "url",
    [
        "https://music.apple.com/gb/album/id77",
        "https://apps.apple.com/gb/developer/x/id77",
        "https://a.example/app/id77",
    ],
)
def test_other_addresses_are_not(url: str) -> None:
    """Developers, music and other hosts."""
    assert AppStoreRss.recognize(url) is None


def test_options_in_other_writings_hold() -> None:
    """A number for the app, capitals and repeats for the countries."""
    made = AppStoreRss.from_options("one", {"app_id": 77, "countries": ["GB", "gb", "De"]})
    assert (made.app_id, made.countries, made.address) == ("77", ("gb", "de"), "https://itunes.apple.com")


@pytest.mark.parametrize(
    ("options", "key", "says"),
    [
        ({"app_id": "77"}, "countries", "must name storefronts, as in"),
        ({"app_id": "77", "countries": ["uk"]}, "countries", r"not \['uk'\]"),
        ({"app_id": "77", "countries": ["gbr"]}, "countries", "must name storefronts"),
        ({"app_id": "id77", "countries": ["gb"]}, "app_id", "must be the digits"),
        ({"app_id": "77", "countries": ["gb"], "max_pages": 11}, "max_pages", "from 1 to 10"),
        ({"app_id": "77", "countries": ["gb"], "base_url": "apple"}, "base_url", "must be a web address"),
    ],
)
def test_wrong_options_are_explained(options: dict[str, object], key: str, says: str) -> None:
    """Each by its key, with what would be right."""
    with pytest.raises(ConfigError, match=says) as caught:
        AppStoreRss.from_options("one", options)
    assert [problem.key for problem in caught.value.problems] == [f"sources.one.{key}"]
