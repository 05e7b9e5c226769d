"""What every connector that is installed keeps to when it reads, over a stand-in that behaves as its place does.

Each case runs over each connector. A case that makes no sense at a place is named in its stand-in with the reason.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewwatch.connector import Page, Reader, Recognizer, connector_names, load_connector
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.errors import ConfigError, ConnectorError, LayoutChangedError, RetryLaterError
from reviewwatch.net import Response, guard
from reviewwatch.types import Change, Edited, New, Same
from tests.connectors.faults import ANY_FAULTS, MAX_BODY, Do, Fault, gives
from tests.connectors.place import PER_PAGE, Outcome, Stand, stand_of
from tests.connectors.shelf import Shelf, whole_story

N_REVIEWS = 20
WEEK_AND_A_DAY = timedelta(days=8)
NAMES = connector_names()


@pytest.fixture(params=NAMES)
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    """Give each connector's place in turn, with a case that applies there."""
    kind = stand_of(request.param)
    case = request.node.originalname.removeprefix("test_")
    if case in kind.not_here:
        pytest.skip(f"not here: {kind.not_here[case]}")
    with kind() as stand:
        yield stand


def fill(stand: Stand, n: int = N_REVIEWS) -> list[str]:
    """Let customers write reviews, and return their ids, oldest first."""
    return [stand.put(f"The lamp flickers, take {number}.", stars=number % 5 + 1) for number in range(n)]


def pull(stand: Stand, shelf: Shelf, after_page: Callable[[Page], object] = lambda page: None) -> list[Page]:
    """Pull once with the real connector and the real client."""
    stand.refresh()
    with stand.client() as http:
        return shelf.pull(stand.connector(), http, after_page)


def changes(shelf: Shelf) -> list[Change]:
    """Return what changed, without what was read again and is the same."""
    return [change for change in shelf.changes if not isinstance(change, Same)]


def everything(stand: Stand) -> Shelf:
    """Return what a first pull brings."""
    shelf = Shelf()
    pull(stand, shelf)
    return shelf


@pytest.mark.parametrize("name", NAMES)
def test_it_has_a_stand_in_and_a_page(name: str) -> None:
    """A connector without a stand-in fails here, and so does one that says nothing about setting it up."""
    kind = load_connector(name)
    assert stand_of(name).name == kind.name == name
    about = kind.about
    cells = (about.place, about.key, about.limit, about.edits, about.deletions, about.history, about.tested)
    assert all(cells)


def test_the_first_pull_brings_everything(stand: Stand) -> None:
    """Every review of every page comes once, with what the customer wrote, the stars and the time."""
    ids = fill(stand)
    if stand.shows_replies:
        stand.reply(ids[3], "We are looking into it.")
    shelf = everything(stand)
    assert shelf.said() == stand.stands()
    assert len(changes(shelf)) == N_REVIEWS
    assert shelf.gone == set()


def test_ratings_and_times_are_the_place_s_own(stand: Stand) -> None:
    """Five kinds of stars keep their order, and times are aware and never in the future."""
    fill(stand)
    reviews = everything(stand).reviews
    rated = [(stand.reviews[id_].stars, review.rating.share) for id_, review in reviews.items() if review.rating]
    assert not rated or len(rated) == N_REVIEWS
    assert all(one <= other for (low, one) in rated for (high, other) in rated if low < high)
    times = [at for review in reviews.values() for at in (review.created_at, review.updated_at) if at]
    assert all(at.tzinfo is not None and at <= stand.clock() for at in times)


def test_an_unchanged_place_brings_nothing(stand: Stand) -> None:
    """The second pull finds no change, and neither does one a week later that reads everything again."""
    fill(stand)
    shelf = everything(stand)
    for delta in (timedelta(hours=1), WEEK_AND_A_DAY):
        stand.clock.move(delta)
        n_before = len(changes(shelf))
        pull(stand, shelf)
        assert len(changes(shelf)) == n_before


def test_a_new_review_comes_with_the_next_pull(stand: Stand) -> None:
    """It comes alone, whatever else is read again."""
    fill(stand)
    shelf = everything(stand)
    n_before = len(shelf.changes)
    stand.clock.move(timedelta(hours=1))
    new = stand.put("Brand new and broken.")
    pull(stand, shelf)
    assert [change.review.external_id for change in shelf.changes[n_before:] if isinstance(change, New)] == [new]
    assert shelf.said() == stand.stands()


@pytest.mark.parametrize("n", [0, 1, 2 * PER_PAGE])
def test_few_reviews_and_an_exactly_full_last_page(stand: Stand, n: int) -> None:
    """None at all, one alone, and nothing behind a full page: all is read, and an empty place is said to be so."""
    fill(stand, n)
    shelf = Shelf()
    if n == 0 and not stand.may_be_empty:
        with pytest.raises(LayoutChangedError, match=r"."):
            pull(stand, shelf)
        return
    pages = pull(stand, shelf)
    assert shelf.said() == stand.stands()
    assert n or all(page.is_complete or page.notes or page.unseen or page.listing.name for page in pages)


def test_an_empty_page_in_the_middle_is_no_end(stand: Stand) -> None:
    """A page that comes empty at the place's whim hides nothing for good, and proves nothing gone."""
    fill(stand)
    n_listed = 0

    def empty_once(call: Call, do: Do) -> Answer:
        nonlocal n_listed
        n_listed += stand.is_listing(call)
        return stand.empty_page(call) if n_listed == 2 and stand.is_listing(call) else do()

    stand.faults = empty_once
    shelf = everything(stand)
    assert n_listed >= 2
    assert shelf.gone == set()
    stand.faults = None
    stand.clock.move(WEEK_AND_A_DAY)
    pull(stand, shelf)
    assert shelf.said() == stand.stands()
    assert shelf.gone == set()


def test_a_place_that_falls_to_nothing_is_not_believed(stand: Stand) -> None:
    """Where there were reviews and suddenly every page is empty, that is an error or said, and nothing is gone."""
    fill(stand)
    shelf = everything(stand)
    stand.clock.move(WEEK_AND_A_DAY)
    stand.faults = lambda call, do: stand.empty_page(call) if stand.is_listing(call) else do()
    n_before = len(changes(shelf))
    pages: list[Page] = []
    with contextlib.suppress(ConnectorError):
        pages = pull(stand, shelf)
    assert len(changes(shelf)) == n_before
    # Of a complete listing without a review, the flow makes an error where there were some.
    assert all(page.is_complete or page.unseen or page.is_not_modified for page in pages[-1:])
    stand.faults = None
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


def test_an_item_on_two_pages_comes_once(stand: Stand) -> None:
    """A review that arrives between two pages pushes another onto both; each is stored once, and none is missed."""
    fill(stand)
    shelf = Shelf()
    late: list[str] = []

    def arrive(page: Page) -> None:
        if page.reviews and not late:
            late.append(stand.put("This one arrives in between."))

    pull(stand, shelf, arrive)
    stand.clock.move(timedelta(hours=1))
    pull(stand, shelf)
    assert late
    assert shelf.said() == stand.stands()
    assert not any(isinstance(change, Edited) for change in shelf.changes)


def test_an_edit_is_seen(stand: Stand) -> None:
    """At the latest a week later the text is the new one, under the same id."""
    ids = fill(stand)
    shelf = everything(stand)
    stand.clock.move(timedelta(hours=1))
    stand.edit(ids[4], "The lamp flickers, and now it smells.")
    stand.clock.move(WEEK_AND_A_DAY)
    n_before = len(changes(shelf))
    pull(stand, shelf)
    if stand.sees_edits:
        assert shelf.said() == stand.stands()
        (change,) = changes(shelf)[n_before:]
        assert isinstance(change, Edited)
    assert shelf.gone == set()


def test_a_removal_needs_proof(stand: Stand) -> None:
    """It is seen at the latest a week later where the place proves it, and never elsewhere; nobody else is gone."""
    ids = fill(stand)
    shelf = everything(stand)
    stand.delete(ids[4])
    stand.clock.move(WEEK_AND_A_DAY)
    pull(stand, shelf)
    assert shelf.gone == ({ids[4]} if stand.sees_removals else set())


def test_an_answer_on_the_site_is_seen(stand: Stand) -> None:
    """What the business answered stands under the review at the latest a week later, where the place shows it."""
    ids = fill(stand)
    shelf = everything(stand)
    stand.clock.move(timedelta(hours=1))
    stand.reply(ids[-1], "We are looking into it.")
    stand.clock.move(WEEK_AND_A_DAY)
    pull(stand, shelf)
    assert shelf.said() == stand.stands()


@pytest.mark.parametrize(("name", "fault"), [pytest.param(name, fault, id=name) for name, fault in ANY_FAULTS.items()])
def test_a_fault_ends_in_its_error(
    stand: Stand,
    name: str,
    fault: Fault,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """At once and in the middle: typed, in words, without a secret; when it is over everything is read, once."""
    if name in stand.not_here:
        pytest.skip(f"not here: {stand.not_here[name]}")
    caplog.set_level(logging.DEBUG)
    fill(stand)
    for n_good in stand.fault_points:
        check_fault(stand, fault, stand.outcomes.get(name, Outcome(fault.error, fault.says)), n_good, caplog)


def test_an_error_in_a_200_is_an_error(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    """A body that says no is not a place without reviews."""
    fill(stand)
    fault = Fault(gives(200, stand.error_in_200()), ConnectorError, "")
    outcome = stand.outcomes.get("error in 200", Outcome(ConnectorError))
    for n_good in stand.fault_points:
        check_fault(stand, fault, outcome, n_good, caplog)


def test_a_changed_layout_is_said(stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    """A redesign that hides the reviews from the connector is told, and the page goes with the error."""
    fill(stand)

    def act(call: Call, do: Do) -> Answer:
        answer = do()
        return replace(answer, body=stand.another_layout(answer.body)) if stand.is_listing(call) else answer

    fault = Fault(act, LayoutChangedError, "")
    outcome = stand.outcomes.get("layout", Outcome(LayoutChangedError))
    check_fault(stand, fault, outcome, 0, caplog)


def check_fault(stand: Stand, fault: Fault, outcome: Outcome, n_good: int, caplog: pytest.LogCaptureFixture) -> None:
    """Let a fault begin after some good answers, and see what the pull ends in; then what the next one brings."""
    left = n_good

    def from_then_on(call: Call, do: Do) -> Answer:
        nonlocal left
        left -= 1
        return do() if left >= 0 else fault.act(call, do)

    stand.faults = from_then_on
    stand.refresh()
    shelf, error, pages = Shelf(), None, list[Page]()
    with (
        pytest.MonkeyPatch.context() as patch,
        stand.client(allow_private=False, timeout=fault.timeout, max_body=MAX_BODY) as http,
    ):
        patch.setattr(guard, "is_private", lambda address: address == "127.0.0.2")
        try:
            pages = shelf.pull(stand.connector(), http)
        except ConnectorError as caught:
            error = caught
    check_end(stand, shelf, pages, error, outcome)
    if isinstance(error, RetryLaterError) and fault.after:
        assert error.after == fault.after
    told = whole_story(error) + caplog.text
    assert not [secret for secret in stand.secret_env.values() if secret in told]
    assert shelf.gone == set()
    stand.faults = None
    stand.clock.move(WEEK_AND_A_DAY)
    pull(stand, shelf)
    assert stand.stands().items() <= shelf.said().items()
    assert shelf.said() == stand.stands() or not stand.sees_edits
    assert shelf.gone == set()


def check_end(stand: Stand, shelf: Shelf, pages: list[Page], error: ConnectorError | None, outcome: Outcome) -> None:
    """An error of the kind that says what to do, or all reviews, or some with a word about the others."""
    if error is not None:
        assert outcome.error is not None, f"{error!r}"
        assert isinstance(error, outcome.error), f"{error!r}"
        assert type(error) is not ConnectorError
        assert len(str(error)) > 20
        assert re.search(outcome.says, str(error)), str(error)
        return
    assert outcome.error is None or outcome.says == "", f"no error, {len(shelf.reviews)} reviews"
    is_said = any(page.problems or page.notes or page.unseen for page in pages)
    assert set(shelf.reviews) == set(stand.reviews) or (shelf.reviews and is_said), "a silent loss"


def test_one_failure_is_not_seen(stand: Stand) -> None:
    """A server error that passes is asked again, and the pull is whole."""
    fill(stand)
    failed: list[str] = []

    def once(call: Call, do: Do) -> Answer:
        key = f"{call.path}?{sorted(call.query.items())}"
        if key in failed:
            return do()
        failed.append(key)
        return Answer(500)

    stand.faults = once
    assert everything(stand).said() == stand.stands()
    assert failed


HOSTILE = (
    "ends \x1b[31mred\x1b]0;title\x07",
    "turned \u202eround\u2066 and \u200bzero",
    "=cmd|' /C calc'!A0",
    "<b>bold</b> &amp; <script>alert(1)</script>",
    "broken " + "x" * 200_000,
    "emoji \U0001f926\U0001f3fd\u200d\u2642\ufe0f and \u0645\u0631\u062d\u0628\u0627",
)


def test_hostile_texts_are_kept_as_text(stand: Stand) -> None:
    """Escapes, bidi controls, formulas, markup and 200 kB of one word come through, and can be written as UTF-8."""
    ids = [stand.put(text) for text in HOSTILE]
    shelf = everything(stand)
    assert set(shelf.reviews) == set(ids)
    for review in shelf.reviews.values():
        assert "\x00" not in review.text
        assert review.text.encode("utf-8")
    assert len(shelf.reviews[ids[4]].text) >= 200_000


def test_a_pull_that_broke_off_loses_nothing(stand: Stand) -> None:
    """Whichever page was the last one stored, the next pull brings what is missing."""
    fill(stand)
    n_pages = len(pull(stand, Shelf()))
    for stop_after in range(1, n_pages):
        shelf, n_taken = Shelf(), 0

        def stop(page: Page, last: int = stop_after) -> None:
            nonlocal n_taken
            n_taken += 1
            if n_taken == last:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            pull(stand, shelf, stop)
        pull(stand, shelf)
        assert shelf.said() == stand.stands()
        assert shelf.gone == set()


def test_one_answer_is_read_as_the_pull_reads_it(stand: Stand) -> None:
    """`read` on the first page gives what the pull's first page holds."""
    fill(stand, PER_PAGE)
    connector = stand.connector()
    assert isinstance(connector, Reader)
    kept: list[Answer] = []

    def keep(call: Call, do: Do) -> Answer:
        answer = do()
        if stand.is_listing(call):
            kept.append(answer)
        return answer

    stand.faults = keep
    shelf = everything(stand)
    headers = {key.lower(): value for key, value in kept[0].headers.items()}
    batch = connector.read(Response(200, stand.address, headers, kept[0].body))
    assert {review.external_id: review.text for review in batch.reviews} == {
        external_id: review.text for external_id, review in shelf.reviews.items()
    }
    assert batch.n_items == PER_PAGE


def test_its_address_is_recognized(stand: Stand) -> None:
    """What a person copies from the browser becomes options that hold, and what is no address becomes nothing."""
    kind, connector = load_connector(stand.name), stand.connector()
    assert isinstance(connector, Recognizer)
    found = connector.recognize(stand.listing_url)
    assert found is not None
    assert kind.from_options("place", found.options).name == stand.name
    assert found.name == found.name.lower().replace(" ", "-")
    for text in ("", "http://", "https://[", "no address", "javascript:alert(1)", "https://example.com:99999999/"):
        connector.recognize(text)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=60)
@given(text=st.one_of(st.text(max_size=40), st.from_regex(r"https?://[a-z.:\[\]@/%0-9?#&=]{0,40}", fullmatch=True)))
def test_any_text_may_be_asked_for_as_an_address(name: str, text: str) -> None:
    """Recognizing never fails."""
    recognize = getattr(load_connector(name), "recognize", None)
    assert recognize is not None
    recognize(text)


def test_options_are_checked_all_at_once(stand: Stand) -> None:
    """A wrong key and a wrong value are told together, each with its key, and without the network."""
    kind = load_connector(stand.name)
    wrong = {**{key: object() for key in stand.options()}, "no_such_option": 1}
    with pytest.raises(ConfigError) as caught:
        kind.from_options("place", wrong)
    keys = {problem.key for problem in caught.value.problems}
    assert "sources.place.no_such_option" in keys
    assert len(keys) > 1
    assert all(key.startswith("sources.place.") for key in keys)
    assert stand.calls == []
