"""Which review a row is: the site's id where there is one, else what does not change when it is edited.

A row without an id is known by author, exact time and title. If one of the first two is missing, or the same three
stand in several rows, everything that the reviewer said is added; rows that are equal even then are counted. So no row
is lost, and the order of the rows never matters: rows that are counted are equal, and may change places.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import Final

from reviewwatch.normalize import DateOrder, parse_time
from reviewwatch.types import Precision
from reviewwatch_connectors.file.columns import Columns
from reviewwatch_connectors.file.fields import Field

_N_BUCKETS: Final = 256
_LONGEST_ID: Final = 200
_N_ID: Final = 2
_N_SAID_ALL: Final = 8
_SAID: Final = (Field.TEXT, Field.POSITIVE, Field.NEGATIVE)
_REST: Final = (
    Field.UPDATED, Field.LANG, Field.COUNTRY, Field.VERSION, Field.URL, Field.VOTES, Field.REPLY, Field.REPLY_AUTHOR,
    Field.REPLY_CREATED,
)  # fmt: skip

Cells = list[str]
Key = tuple[object, ...]
"""(listing, id), or (listing, author, time, title), or the same and all that was said."""


class KeyMaker:
    """Makes the keys of a file's rows.

    Args:
        site_id: Gives the site's id of a row, empty where it has none.
        known_by: Gives what such a row is known by, None for author, exact time and title.
    """

    def __init__(
        self,
        columns: Columns,
        order: DateOrder | None,
        site_id: Callable[[Cells], str],
        known_by: Callable[[Cells], Key] | None = None,
    ) -> None:
        place = columns.place
        rating = place(Field.RATING) if Field.RATING in columns.places else place(Field.NPS)
        self._site_id = site_id
        self._known_by = known_by
        self._listing = place(Field.LISTING)
        self._who = itemgetter(place(Field.AUTHOR), place(Field.CREATED), place(Field.TITLE))
        self._said = itemgetter(*(place(field) for field in _SAID), rating)
        self._rest = itemgetter(*(place(field) for field in _REST))
        # The same cell is asked for twice a row, and days come in runs.
        self.time = lru_cache(maxsize=1024)(lambda raw: parse_time(raw, order))

    def key(self, cells: Cells) -> Key:
        """Return the shortest key of a row.

        Raises:
            ValueError: Its time cannot be read.
        """
        site_id = self._site_id(cells)
        if site_id:
            return (cells[self._listing], site_id)
        if self._known_by is not None:
            return self._known_by(cells)
        author, created, title = self._who(cells)
        author = author.strip()
        moment, precision = self.time(created) if created.strip() else (None, None)
        if author and precision is Precision.INSTANT:
            return (cells[self._listing], author, moment, title)
        return (cells[self._listing], author, f"{moment} {precision}", title, *self._said(cells))

    def who(self, cells: Cells) -> int:
        """Return a number for who wrote a row and when, or for its text where neither is said."""
        author, created, _ = self._who(cells)
        author, moment = author.strip(), self.time(created)[0] if created.strip() else None
        return hash((author, moment) if author or moment else self._said(cells))

    def full_key(self, key: Key, cells: Cells) -> Key:
        """Return a key that rows share only where they are equal in everything that is read."""
        rest = self._rest(cells)
        whole = key if len(key) == _N_SAID_ALL else (*key, *self._who(cells), *self._said(cells))
        return (*whole, *rest) if any(rest) else whole


class Repeats:
    """Finds keys that stand in several rows, in 16 bytes a row: 160 MB at ten million."""

    def __init__(self) -> None:
        # Buckets, so that finding the repeats needs a set of one 256th of the rows at a time.
        self._buckets = [array("q") for _ in range(_N_BUCKETS)]

    def add(self, key_hash: int, who: int) -> None:
        """Note the key of one row, with who wrote it where the key is the site's id."""
        bucket = self._buckets[key_hash % _N_BUCKETS]
        bucket.append(key_hash)
        bucket.append(who)

    def settle(self) -> Repeated:
        """Return what repeats, and let go of all else."""
        repeated: set[int] = set()
        shared: set[int] = set()
        while self._buckets:
            bucket = self._buckets.pop()
            seen: dict[int, int] = {}
            for key_hash, who in zip(bucket[::2], bucket[1::2], strict=True):
                if key_hash not in seen:
                    seen[key_hash] = who
                    continue
                repeated.add(key_hash)
                if seen[key_hash] != who:
                    shared.add(key_hash)
        return Repeated(frozenset(repeated), frozenset(shared))


@dataclass(frozen=True, slots=True)
class Repeated:
    """Hashes of keys that stand in several rows of a file.

    Attributes:
        keys: All of them.
        shared: Ids among them that cannot be a review's, since several people or times stand under one.
    """

    keys: frozenset[int]
    shared: frozenset[int]


class Identifier:
    """Gives each row of a file its external id, once it is known which keys repeat in it."""

    def __init__(self, keys: KeyMaker, repeated: Repeated) -> None:
        self._keys = keys
        self._repeated = repeated
        self._counts: dict[str, int] = {}

    def identify(self, cells: Cells) -> tuple[str, bool]:
        """Return the external id of a row, and whether other rows are versions of the same review.

        Raises:
            ValueError: Its time cannot be read.
        """
        key = self._keys.key(cells)
        has_id = len(key) == _N_ID
        repeated = self._repeated
        if repeated.keys and (key_hash := hash(key)) in repeated.keys:
            if has_id and key_hash not in repeated.shared:
                return short_id(str(key[1])), True
            return self._count(_digest(self._keys.full_key(key, cells))), False
        return short_id(str(key[1])) if has_id else _digest(key), False

    def _count(self, external_id: str) -> str:
        n = self._counts[external_id] = self._counts.get(external_id, 0) + 1
        return external_id if n == 1 else f"{external_id}-{n}"


def _digest(key: Key) -> str:
    """Return 32 hex digits for a key. Cells hold no NUL, so that no two keys run into each other."""
    return blake2b("\0".join(map(str, key)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def short_id(site_id: str) -> str:
    """Return the site's id, or a hash of one that is too long to be one."""
    return site_id if len(site_id) <= _LONGEST_ID else _digest((site_id,))
