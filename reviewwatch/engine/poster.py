"""What the daemon does for the outbox, one reply at a time: post what is due, look for what was posted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from reviewwatch.engine.bounds import BoundedHttp, Bounds
from reviewwatch.engine.resting import Resting
from reviewwatch.flow import post, seen
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import PUBLICATION, to_text
from reviewwatch.storage.verbs import outbox
from reviewwatch.types import Publication, PublicationState

_log = logging.getLogger(__name__)

AGAIN: Final = timedelta(minutes=1)
"""First wait before a reply that could not be sent is tried again; doubles each time. A person waits for it."""
AGAIN_AT_MOST: Final = timedelta(hours=1)


class Poster:
    """Serves the outbox.

    Args:
        clock: Seconds that only grow.
        is_stopping: Says whether the daemon ends.
    """

    def __init__(self, clock: Callable[[], float], is_stopping: Callable[[], bool]) -> None:
        self._clock = clock
        self._is_stopping = is_stopping
        self._unsent: Resting[int] = Resting(clock)

    def has_work(self, desk: Desk, now: datetime) -> bool:
        """Say whether there is anything to do now."""
        if any(not self._unsent.has(publication.publication_id) for publication in post.due(desk, now)):
            return True
        return bool(outbox.to_look_for(desk.db, now, 1) or outbox.stuck(desk.db, now - post.stuck_after(desk)))

    def work(self, desk: Desk) -> Iterator[bool]:
        """Do it, and yield for each reply that was tried whether it was sent.

        Raises:
            StoppedError: The daemon ends; between two replies, never in one.
        """
        post.settle_stuck(desk)
        for publication in post.due(desk, desk.now()):
            if self._is_stopping():
                return
            if not self._unsent.has(publication.publication_id):
                yield self._post(desk, publication)
        bounds = Bounds(desk.config.daemon.deadline, self._clock, self._is_stopping)
        for looked_for in seen.look_again(replace(desk, http=BoundedHttp(desk.http, bounds))):
            _log.info("looked for the reply %s: %s", _name(looked_for), looked_for.state)

    def _post(self, desk: Desk, publication: Publication) -> bool:
        outcome = post.post_one(desk, publication)
        if outcome is None:
            return False
        is_well = outcome.was_sent and not outcome.next_step
        _log.log(logging.INFO if is_well else logging.WARNING, "the reply %s: %s", _name(publication), outcome.message)
        if outbox.get(desk.db, publication.publication_id).state is PublicationState.APPROVED:
            self._unsent.fail(publication.publication_id, AGAIN, AGAIN_AT_MOST)
        else:
            self._unsent.forget(publication.publication_id)
        return outcome.was_sent


def _name(publication: Publication) -> str:
    return f"{to_text(PUBLICATION, publication.publication_id)} at {publication.source_id}"
