"""What ends a pull early, at its next request or page: its deadline, or the daemon's end. No thread is killed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from reviewwatch.config.durations import format_duration
from reviewwatch.errors import RetryLaterError
from reviewwatch.net import Http, Response


class StoppedError(BaseException):
    """The daemon ends: leave, and change nothing more.

    It is no Exception, so that no connector takes it for a failure of its place.
    """


class Bounds:
    """How long one pull may go on.

    Args:
        clock: Seconds that only grow.
        is_stopping: Says whether the daemon ends.
    """

    def __init__(self, deadline: timedelta, clock: Callable[[], float], is_stopping: Callable[[], bool]) -> None:
        self._deadline = deadline
        self._clock = clock
        self._is_stopping = is_stopping
        self._ends_at = clock() + deadline.total_seconds()

    def check(self) -> None:
        """Go on.

        Raises:
            RetryLaterError: The deadline is over.
            StoppedError: The daemon ends.
        """
        if self._is_stopping():
            raise StoppedError
        if self._clock() >= self._ends_at:
            raise RetryLaterError(
                f"it took longer than {format_duration(self._deadline)} and was ended; what it stored stays, and the "
                "next pull goes on from there (`deadline` under `[daemon]` gives it more time)"
            )


class BoundedHttp:
    """The network for one pull: each request begins only within the bounds."""

    def __init__(self, http: Http, bounds: Bounds) -> None:
        self._http = http
        self._bounds = bounds

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        """Read; see `Http.get`."""
        self._bounds.check()
        return self._http.get(url, headers=headers, params=params)

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        """Send once; see `Http.send_once`."""
        self._bounds.check()
        return self._http.send_once(method, url, headers=headers, json_body=json_body)
