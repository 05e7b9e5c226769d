"""A source of several parts that are read one after another: the storefronts of an app, the pages of a shop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reviewwatch.connector.contract import Page
from reviewwatch.errors import AccessError, ConnectorError, ListingNotFoundError, RetryLaterError


def read_apart(parts: Sequence[str], read: Callable[[str], Iterator[Page]]) -> Iterator[Page]:
    """Yield the pages of every part; what failed is raised when the others are read.

    A place that asks to be left alone is left alone: what is behind that part is not asked for. While other parts can
    be read, one that is missing or closed to us must not pause the source, so it is raised as a plain ConnectorError.

    Args:
        parts: Names for messages, at least one.

    Raises:
        ConnectorError: With the words of every part that failed; of the kind of the last one.
    """
    failed: dict[str, ConnectorError] = {}
    for n_done, part in enumerate(parts):
        try:
            for page in read(part):
                yield replace(page, n_done=n_done, n_total=len(parts))
        except ConnectorError as error:
            failed[part] = error
            if isinstance(error, RetryLaterError) and error.after is not None:
                break
    if failed:
        raise _told(failed, len(parts))


def _told(failed: dict[str, ConnectorError], n_parts: int) -> ConnectorError:
    last = list(failed.values())[-1]
    if n_parts > 1:
        # The kind and what it carries (how long to wait, the answer) stay those of the last one.
        last.args = ("; ".join(f"{part}: {error}" for part, error in failed.items()),)
    is_pausing = isinstance(last, AccessError | ListingNotFoundError)
    return ConnectorError(str(last)) if is_pausing and len(failed) < n_parts else last
