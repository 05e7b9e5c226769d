"""What is peculiar to Steam's reviews; what every place has in common stands in `test_contract_reading.py`."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewwatch_connectors.steam import SteamConnector

from reviewwatch.connector import Page
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import AccessError, ConfigError, ConnectorError, LayoutChangedError, RetryLaterError
from reviewwatch.net import Response
from reviewwatch.types import RatingKind
from tests.connectors.faults import Do
from tests.connectors.place import PER_PAGE
from tests.connectors.places.steam import APP, KEY, LANGUAGES, Stand
from tests.connectors.recorded import answer, broken, meaning, plain
from tests.connectors.shelf import Shelf

OURS = SteamConnector.from_options("one", {"app_id": APP})
PAGE1 = answer("steam", "page1.json")


@pytest.fixture
def stand() -> Iterator[Stand]:
    """Serve an app without reviews."""
    stand = Stand()
    with stand:
        yield stand


def fill(stand: Stand, n: int = 20) -> list[str]:
    """Let players write; the seventh and fourteenth are off-topic, the third, sixth … were activated with a key."""
    return [stand.put(f"Take {number}.", stars=number % 5 + 1) for number in range(n)]


def pull(stand: Stand, shelf: Shelf, **options: object) -> list[Page]:
    """Pull once."""
    stand.calls.clear()
    with stand.client() as http:
        return shelf.pull(stand.connector(**options), http)


def body(**inner: Any) -> Response:
    """Return an answer of the service."""
    return Response(200, "https://s.example/", {}, json.dumps({"response": inner}).encode())


def item(**other: Any) -> dict[str, Any]:
    """Return a review as the service lists it, with other values."""
    return {"recommendationid": "42", "review": "Dark.", "voted_up": False, "timestamp_created": 1700000000, **other}


@pytest.mark.parametrize("name", ["page1.json", "saved_envelope.json", "saved_by_id.json"])
def test_an_answer_means_what_stands_beside_it(name: str) -> None:
    """The form of today, and those that people have saved from the address that is switched off."""
    assert plain(OURS.read(answer("steam", name))) == meaning("steam", name)


def test_the_question_is_in_the_words_of_the_new_service(stand: Stand) -> None:
    """Every language, every kind of purchase, off-topic ones too, by last change: a wrong name would go unnoticed."""
    fill(stand)
    pull(stand, Shelf())
    assert all(set(call.query) == {"key", "input_json"} for call in stand.calls)
    first, *others = [json.loads(call.query["input_json"]) for call in stand.calls]
    assert first == {
        "appid": APP, "filter": 2, "languages": ["all"], "review_type": 0, "purchase_type": 1, "num_per_page": PER_PAGE,
        "cursor": "*", "filter_offtopic_activity": False,
    }  # fmt: skip
    assert [other["cursor"] for other in others] == ["+/MDAwMDA3==", "+/MDAwMDE0==", "+/MDAwMDIw=="][: len(others)]


def test_old_names_are_ignored_without_a_word(stand: Stand) -> None:
    """The stand-in answers them as the place does: with 200, and with the few helpful ones in English."""
    fill(stand)
    old = {"appid": APP, "filter": 2, "language": "all", "purchase_type": "all", "num_per_page": 7}
    assert stand.asked(Call("GET", "", {"input_json": json.dumps(old)}, {}))["languages"] == ["english"]
    assert stand.asked(Call("GET", "", {"language": "all", "filter": "recent"}, {}))["filter"] == 0
    with stand.client() as http:
        got = http.get(
            f"{stand.address}/IUserReviewsService/GetAppReviews/v1/?{urlencode({'input_json': json.dumps(old)})}"
        )
    assert 0 < len(json.loads(got.body)["response"]["reviews"]) < PER_PAGE


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"languages": ["schinese", "german"]}, lambda number: number % 5 in (1, 2)),
        ({"purchase_type": "steam"}, lambda number: number % 3),
        ({"purchase_type": "other"}, lambda number: number % 3 == 0),
        ({"include_offtopic": False}, lambda number: number % 7),
    ],
)
def test_a_part_can_be_watched(stand: Stand, options: dict[str, object], wanted: Any) -> None:
    """By language, purchase or topic. What a narrower question does not list is not gone."""
    fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    pages = pull(stand, shelf, **options)
    found = {int(review.external_id) - 215_000_000 for page in pages for review in page.reviews}
    assert found == {number for number in range(1, 21) if wanted(number)}
    assert shelf.gone == set()


def test_a_wider_question_reads_everything_anew(stand: Stand) -> None:
    """Its older reviews were never read, so the mark of the narrower one says nothing."""
    fill(stand)
    shelf = Shelf()
    pull(stand, shelf, languages=[LANGUAGES[0]])
    assert len(shelf.reviews) == 4
    pull(stand, shelf)
    assert len(shelf.reviews) == 20


def test_a_page_that_is_short_is_not_the_end(stand: Stand) -> None:
    """The service filters after it has cut the page; a walker that stops at 99 misses nearly everything."""
    fill(stand)

    def one_less(call: Call, do: Do) -> Answer:
        inner = json.loads(do().body)["response"]
        if len(inner.get("reviews", ())) == PER_PAGE:
            del inner["reviews"][-1]
        return Answer(200, json.dumps({"response": inner}).encode())

    stand.faults = one_less
    shelf = Shelf()
    pages = pull(stand, shelf)
    assert len(shelf.reviews) == 18
    assert "2 reviews that the place counts and does not list" in pages[-1].unseen
    assert not pages[-1].is_complete


def test_a_false_end_is_asked_for_again_five_times_at_most(stand: Stand) -> None:
    """Only where the count says that there is more; then the pull says so, and the next one reads all of it."""
    fill(stand)
    n_false = 5

    def ends(call: Call, do: Do) -> Answer:
        nonlocal n_false
        is_false = stand.asked(call)["cursor"] != "*" and n_false > 0
        n_false -= is_false
        return stand.empty_page(call) if is_false else do()

    stand.faults = ends
    shelf = Shelf()
    assert pull(stand, shelf)[-1].unseen == ()
    assert len(shelf.reviews) == 20
    assert len(stand.calls) == 4 + 5
    n_false, shelf = 99, Shelf()
    pages = pull(stand, shelf)
    assert len(stand.calls) == 1 + 6
    assert pages[-1].unseen == ("13 reviews that the place counts and does not list",)
    assert not pages[-1].is_complete
    n_false = 0
    pull(stand, shelf)
    assert len(shelf.reviews) == 20


def test_a_true_end_is_not_asked_for_again(stand: Stand) -> None:
    """Twenty reviews of twenty: three pages and the end."""
    fill(stand)
    pull(stand, Shelf())
    assert len(stand.calls) == 4


def test_a_cursor_that_comes_again_is_the_end(stand: Stand) -> None:
    """Else a pull would never be over."""
    fill(stand)
    stand.faults = lambda call, do: Answer(200, do().body.replace(b"+/MDAwMDE0==", b"+/MDAwMDA3=="))
    pages = pull(stand, Shelf())
    assert len(pages) == 2
    assert pages[-1].unseen


def test_an_unchanged_app_costs_one_request(stand: Stand) -> None:
    """An edit among the oldest comes with it, since it moves up."""
    ids = fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    stand.clock.move(timedelta(hours=1))
    pull(stand, shelf)
    assert len(stand.calls) == 1
    stand.edit(ids[0], "Mended since.")
    pull(stand, shelf)
    assert len(stand.calls) == 1
    assert shelf.reviews[ids[0]].text == "Mended since."


def test_a_small_app_shows_a_removal_at_once(stand: Stand) -> None:
    """One answer that holds as many as are counted is the whole listing."""
    ids = fill(stand, 5)
    shelf = Shelf()
    pull(stand, shelf)
    stand.delete(ids[2])
    stand.clock.move(timedelta(hours=1))
    pull(stand, shelf)
    assert shelf.gone == {ids[2]}


def test_where_more_are_counted_than_listed_nothing_is_gone(stand: Stand) -> None:
    """And the place is believed from the second time on, or every pull would read everything."""
    ids = fill(stand)
    stand.n_more_counted = 3
    shelf = Shelf()
    pull(stand, shelf)
    stand.delete(ids[2])
    stand.n_more_counted = 4
    pull(stand, shelf)
    assert shelf.gone == set()
    pull(stand, shelf)
    pull(stand, shelf)
    assert len(stand.calls) == 1


def test_the_depth_of_a_pull_is_capped_and_said(stand: Stand) -> None:
    """The newest are read; the progress bar ends where the pull does."""
    fill(stand)
    pages = pull(stand, Shelf(), max_pages=2)
    assert [page.n_total for page in pages] == [14, 14]
    assert [page.n_done for page in pages] == [7, 14]
    assert pages[-1].unseen == ("anything older than the newest 14 reviews",)


def test_an_answer_under_an_old_review_shows_with_the_full_pass(stand: Stand) -> None:
    """It does not move the review up; a week later it is seen."""
    ids = fill(stand)
    shelf = Shelf()
    pull(stand, shelf)
    stand.reply(ids[0], "[b]Build 2[/b] mends it.")
    pull(stand, shelf)
    assert shelf.reviews[ids[0]].owner_replies == ()
    stand.clock.move(timedelta(days=7))
    pull(stand, shelf)
    (reply,) = shelf.reviews[ids[0]].owner_replies
    assert (reply.text, reply.created_at) == ("Build 2 mends it.", stand.reviews[ids[0]].replied_at)


@pytest.mark.parametrize("raw", [b'{"response":{}}', b"{}", b'{"success":2}', b'{"response":{"success":2}}'])
def test_nothing_is_a_failure_or_a_wrong_number(raw: bytes) -> None:
    """Never a place without reviews."""
    with pytest.raises(RetryLaterError, match="no app of this number"):
        OURS.read(Response(200, "https://s.example/", {}, raw))


def test_an_app_that_does_not_exist_is_told(stand: Stand) -> None:
    """The service has no status for it."""
    with pytest.raises(RetryLaterError, match="compare it with the address of the store page"):
        pull(stand, Shelf(), app_id=1)


def test_the_end_is_no_failure() -> None:
    """The list is missing where none is counted, and only there."""
    batch = OURS.read(body(query_summary={"num_reviews": 0}, total_matching=0))
    assert (batch.n_items, batch.next, batch.n_total, batch.notes) == (0, "", 0, ("no review is in it",))
    with pytest.raises(LayoutChangedError, match="something else than reviews"):
        OURS.read(body(query_summary={"num_reviews": 100}, total_matching=126))


@pytest.mark.parametrize(
    ("name", "lang"),
    [("schinese", "zh"), ("tchinese", "zh"), ("koreana", "ko"), ("latam", "es"), ("brazilian", "pt"), ("thai", "th"),
     ("english", "en"), ("klingon", None), (None, None), (7, None)],
)  # fmt: skip
def test_languages_are_steam_s_own_names(name: object, lang: str | None) -> None:
    """What is not among them is unknown."""
    assert OURS.read(body(reviews=[item(language=name)])).reviews[0].lang == lang


@pytest.mark.parametrize("votes", [4_294_967_295, 2**31, -1, "7", None, True])
def test_votes_that_are_no_count_are_left_out(votes: object) -> None:
    """Below zero they come as what is left of them in 32 bits."""
    review = OURS.read(body(reviews=[item(votes_up=votes, votes_funny=votes)])).reviews[0]
    assert review.n_votes is None


def test_a_thumb_is_a_binary_rating() -> None:
    """Up is 1, down is 0; the words are those of the page, which an import reads back."""
    up, down = OURS.read(body(reviews=[item(voted_up=True), item(recommendationid=43)])).reviews
    assert up.rating is not None
    assert down.rating is not None
    assert (up.rating.share, up.rating.raw, up.rating.kind) == (1.0, "recommended", RatingKind.BINARY)
    assert (down.rating.share, down.rating.raw) == (0.0, "not recommended")


def test_one_review_may_stand_without_a_list() -> None:
    """Alone, it is no table of reviews by id."""
    assert [review.external_id for review in OURS.read(body(reviews=item())).reviews] == ["42"]


def test_nobody_is_named() -> None:
    """The number of an account is not kept as an author; the link alone holds it, and only where it is a number."""
    odd = item(recommendationid="43", author={"steamid": "1/../x"})
    one, other = OURS.read(body(reviews=[item(author={"steamid": "76561198900000007"}), odd])).reviews
    assert one.author is None
    assert one.url == f"https://steamcommunity.com/profiles/76561198900000007/recommended/{APP}/"
    assert other.url is None


@pytest.mark.parametrize(
    "odd",
    [None, [], "text", {}, item(recommendationid=None), item(recommendationid=True), item(review=7),
     item(voted_up=None), item(voted_up="yes"), {"recommendationid": "1", "review": "x"}],
)  # fmt: skip
def test_one_bad_review_is_a_problem_beside_the_good_ones(odd: object) -> None:
    """Where nothing but bad ones come, the form has changed."""
    batch = OURS.read(body(reviews=[item(), odd]))
    assert [review.external_id for review in batch.reviews] == ["42"]
    assert len(batch.problems) == 1
    with pytest.raises(LayoutChangedError, match="none of which can be read"):
        OURS.read(body(reviews=[odd]))


@pytest.mark.parametrize("raw", [0, "soon", None, -5, [], 10**30, 1e400])
def test_a_time_that_cannot_be_read_loses_no_review(raw: object) -> None:
    """It is noted."""
    (review,) = OURS.read(body(reviews=[item(timestamp_created=raw)])).reviews
    assert review.created_at is None
    assert review.notes


def test_a_key_goes_to_the_publishers_host_and_into_no_log(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    """It travels as a parameter of its own, whose value is masked; a wrong one is told without it."""
    made = SteamConnector.from_options("one", {"app_id": APP, "key_env": "STEAM_KEY"})
    assert made.address == "https://partner.steam-api.com"
    assert OURS.address == "https://api.steampowered.com"
    caplog.set_level(logging.DEBUG)
    fill(stand)
    pull(stand, Shelf())
    assert all(call.query["key"] == KEY and KEY not in call.query["input_json"] for call in stand.calls)
    stand.faults = lambda call, do: stand.answer(Call("GET", call.path, {**call.query, "key": "other"}, {}))
    with pytest.raises(AccessError, match=r"key=\*\*\*") as caught:
        pull(stand, Shelf())
    assert KEY not in caplog.text + str(caught.value)
    assert parse_qs(urlsplit(stand.listing_url).query) == {"l": ["german"]}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "app_id"),
        ({"app_id": "440"}, "app_id"),
        ({"app_id": 2**32}, "app_id"),
        ({"app_id": 1, "languages": ["klingon"]}, "english, schinese or latam"),
        ({"app_id": 1, "languages": ["en"]}, "languages"),
        ({"app_id": 1, "languages": []}, "languages"),
        ({"app_id": 1, "purchase_type": "free"}, "all, steam or other"),
        ({"app_id": 1, "base_url": "http://s.example", "key_env": "K"}, "must begin with https"),
        ({"app_id": 1, "key": "a-secret"}, "not an option"),
    ],
)
def test_options_are_refused_with_what_would_do(options: dict[str, object], says: str) -> None:
    """Before any request; a language that the service does not know would silently be none."""
    with pytest.raises(ConfigError, match=says):
        SteamConnector.from_options("one", options)


@pytest.mark.parametrize(
    ("url", "name", "app_id"),
    [
        (f"https://store.steampowered.com/app/{APP}/Lamp_Harbor/", "lamp-harbor", APP),
        ("store.steampowered.com/app/440", "steam-440", 440),
        ("https://store.steampowered.com/agecheck/app/440/?l=german", "steam-440", 440),
        ("https://steamcommunity.com/app/440/reviews/?browsefilter=toprated", "steam-440", 440),
        ("HTTPS://Store.SteamPowered.com/app/440/%E6%B8%AF/", "steam-440", 440),
    ],
)
def test_addresses_of_an_app(url: str, name: str, app_id: int) -> None:
    """The shop's, with and without the name, and the community's."""
    found = SteamConnector.recognize(url)
    assert found is not None
    assert (found.name, found.options, found.every) == (name, {"app_id": app_id}, "30m")


@pytest.mark.parametrize(
    "url",
    ["https://store.steampowered.com/app/0/", "https://store.steampowered.com/app/4294967296/",
     "https://steamcommunity.com/profiles/76561198900000007/recommended/440/", "https://steam.example/app/440",
     "https://store.steampowered.com/sub/440", "https://store.steampowered.com/app/440x"],
)  # fmt: skip
def test_other_addresses_are_none(url: str) -> None:
    """A person's page, a package, another host."""
    assert SteamConnector.recognize(url) is None


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_broken_answer_is_read_or_refused(data: st.DataObject) -> None:
    """Random values in place of good ones, cuts and bytes: reviews, or an error of a known kind."""
    name = data.draw(st.sampled_from(["page1.json", "saved_by_id.json"]))
    raw = data.draw(broken(answer("steam", name).body))
    with contextlib.suppress(ConnectorError):
        for review in OURS.read(Response(200, "https://s.example/", {}, raw)).reviews:
            assert review.external_id.isdecimal()
            assert len(review.text.encode("utf-8")) >= len(review.text)
