"""When a place is asked again: as it wishes, at a pace, within its budget."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import stamina
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config import HttpConfig
from reviewwatch.errors import RetryLaterError
from reviewwatch.net import HttpClient
from reviewwatch.net.client import ATTEMPTS, LONGEST_WAIT
from reviewwatch.net.waits import Pace, asked_wait
from tests.net.serving import QUICK, Serve, answer

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_a_wait_that_the_place_asks_for_is_waited(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short Retry-After is honored to the second, with a little on top so that clients do not return as a herd."""
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    server = serve(answer(503, Retry_After="7"), answer(429), answer())
    with stamina.set_testing(False), HttpClient(QUICK) as http:
        http.get(server.url)
    asked, own = waits
    assert 7 <= asked <= 7.5
    assert 0 < own <= 20


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (429, {"Retry_After": "3600"}),
        (503, {"Retry_After": format_datetime(NOW + timedelta(hours=1), usegmt=True)}),
        (403, {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": str(int(NOW.timestamp()) + 3600)}),
    ],
)
def test_a_long_wait_is_left_to_a_later_pull(serve: Serve, status: int, headers: dict[str, str]) -> None:
    """A place that wants an hour is asked once, and the error says how long to stay away by the place's own clock."""
    server = serve(answer(status, b"", Date=format_datetime(NOW, usegmt=True), **headers))
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError) as caught:
        http.get(server.url)
    assert caught.value.after == timedelta(hours=1)
    assert len(server.asked) == 1


def test_a_limit_without_a_time_waits_a_minute(serve: Serve) -> None:
    """A 403 that speaks of a rate limit is no lack of rights: it is left alone for a minute."""
    server = serve(answer(403, b'{"message": "You have exceeded a secondary rate limit"}'))
    with HttpClient(QUICK) as http, pytest.raises(RetryLaterError) as caught:
        http.get(server.url)
    assert caught.value.after == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "20"}, timedelta(seconds=20)),
        ({"retry-after": "Sat, 21 Nov 2026 12:00:20 GMT"}, timedelta(seconds=20)),
        ({"retry-after": "Sat, 21 Nov 2026 11:59:00 GMT"}, timedelta(0)),
        ({"retry-after": "20", "date": "Sat, 21 Nov 2030 12:00:00 GMT"}, timedelta(seconds=20)),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "99999999999999"}, timedelta(days=1)),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}, timedelta(seconds=30)),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "30"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30", "retry-after": "60"}, timedelta(seconds=60)),
    ],
)
def test_how_long_a_place_asks_to_be_left_alone(headers: dict[str, str], expected: timedelta | None) -> None:
    """Seconds, dates and resets are understood; the longer of two counts; nonsense is no wish."""
    assert asked_wait(headers, NOW) == expected


@given(
    st.dictionaries(st.sampled_from(["retry-after", "date", "x-ratelimit-remaining", "x-ratelimit-reset"]), st.text())
)
def test_no_header_breaks_the_reading_of_waits(headers: dict[str, str]) -> None:
    """Whatever stands in these headers, the wait is none or from nothing to a day."""
    wait = asked_wait(headers, NOW)
    assert wait is None or timedelta(0) <= wait <= timedelta(days=1)


def test_a_used_up_budget_stops_the_next_request_before_it_is_sent(serve: Serve) -> None:
    """The last allowed answer is good; the next request with the same credentials is not sent, with others it is."""
    server = serve(answer(200, X_RateLimit_Remaining="0", X_RateLimit_Reset="600"), answer())
    with HttpClient(QUICK, clock=lambda: 0.0) as http:
        assert http.get(server.url).json() == []
        with pytest.raises(RetryLaterError, match="nothing was sent") as caught:
            http.get(server.url)
        with pytest.raises(RetryLaterError):
            http.send_once("POST", server.url, headers={}, json_body={})
        assert len(server.asked) == 1
        http.get(server.url, headers={"Authorization": "Bearer other"})
    assert caught.value.after == timedelta(seconds=600)
    assert len(server.asked) == 2


def test_requests_to_one_host_keep_their_distance() -> None:
    """From many threads at once, each request gets a slot of its own; another host has slots of its own."""
    slept: list[float] = []
    pace = Pace(timedelta(seconds=2), clock=lambda: 100.0, sleep=slept.append)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(pace.wait, ["one.example"] * 8))
    pace.wait("two.example")
    assert sorted(slept) == [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0]


def test_a_client_waits_between_requests(serve: Serve) -> None:
    """The configured pace reaches the wire: the second request waits out the rest of the gap."""
    server = serve(answer())
    slept: list[float] = []
    config = HttpConfig(allow_private=True, pace=timedelta(seconds=3))
    with HttpClient(config, clock=lambda: 0.0, sleep=slept.append) as http:
        http.get(server.url)
        http.get(server.url)
    assert slept == [3.0]


def test_longest_wait_is_below_the_lease_of_a_pull() -> None:
    """All attempts of one read with their waits stay within the ten minutes that a pull's lease lasts."""
    one = QUICK.timeout * 3
    assert ATTEMPTS * (one + LONGEST_WAIT) < timedelta(minutes=10)
