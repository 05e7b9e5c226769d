"""The contract that a connector keeps, and how one is found.

A connector is a class behind an entry point of the group `reviewwatch.connectors`. It turns one place into pages of
house values and, where the place has an API for it, posts a reply. It holds no state: what it must remember travels in
the cursor, and all calls go through the `Http` that it is given.
"""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from reviewwatch.config.durations import parse_duration
from reviewwatch.errors import AccessError, ConfigError, ConfigProblem
from reviewwatch.types import Cursor, Listing, Posted, Problem, Retention, Review, Target

if TYPE_CHECKING:
    from reviewwatch.net import Http

GROUP = "reviewwatch.connectors"
IMPORTERS = "reviewwatch.importers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a place can do; the docs' table and the flow read it.

    Attributes:
        platform: The entry of `reply/platforms.toml` that holds the limits of replies.
        can_reply: A reply can be posted through an API.
        can_reread: One review with its whole thread can be read again by id.
        shows_owner_replies: A posted reply can be seen when reading.
        is_windowed: Shows only the newest; absence proves nothing.
        keeps_ids: An edit keeps the id.
        retention: What may be kept.
    """

    platform: str
    can_reply: bool = False
    can_reread: bool = False
    shows_owner_replies: bool = False
    is_windowed: bool = False
    keeps_ids: bool = True
    retention: Retention = Retention.STORE


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one request brought, ready to be stored in one transaction.

    Attributes:
        listing: The thing reviewed; pages of one pull may differ in it.
        reviews: In the site's order. Empty says nothing about the end.
        problems: Items that could not be read; the good ones are in `reviews`.
        cursor: Where a pull goes on once this page is stored.
        is_not_modified: The place said that nothing changed since the cursor.
        is_complete: This page ends a listing that was read from the first item to the last in this pull; absence from
            it proves Gone.
        gone: Ids that the place itself calls removed.
        n_total: How many pages, items or bytes are expected in all, for a progress bar; None if unknown.
        n_done: How many of `n_total` are done with this page.
        notes: What was assumed in reading the place, for the report: a guessed encoding, the scale of a column.
    """

    listing: Listing
    reviews: Sequence[Review]
    cursor: Cursor
    problems: Sequence[Problem] = ()
    is_not_modified: bool = False
    is_complete: bool = False
    gone: Sequence[str] = ()
    n_total: int | None = None
    n_done: int | None = None
    notes: Sequence[str] = ()


@runtime_checkable
class Connector(Protocol):
    """One configured place to watch."""

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> Connector:
        """Validate the options of one `[sources.<id>]` table. No network.

        Raises:
            ConfigError: With every problem, keyed `sources.<id>.<option>`.
        """
        ...

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:
        """Read the place from the cursor on, oldest change first where the place allows it.

        Args:
            cursor: Of the last stored page; empty on the first pull.

        Raises:
            ConnectorError: Of the kind that says what to do next. Pages yielded before stay good.
        """
        ...


@runtime_checkable
class Replier(Connector, Protocol):
    """A connector whose place takes replies through an API."""

    address: str
    account: str | None

    def reread(self, http: Http, external_id: str) -> Review | None:
        """Read one review with its whole thread now, past every cache.

        Returns:
            None where the place says that it is gone.
        """
        ...

    def reply(self, http: Http, target: Target, text: str) -> Posted:
        """Send the text once.

        Raises:
            ReplyRefusedError: The place said no; nothing is public.
            RetryLaterError: Certain that nothing was sent.
            AccessError: No or wrong credentials; nothing was sent.
            OutcomeUnknownError: It may be public.
        """
        ...


@runtime_checkable
class Importer(Connector, Protocol):
    """A connector that reads a file which a person names; found by the entry-point group `reviewwatch.importers`."""

    source_id: str

    @classmethod
    def from_file(cls, path: Path, source_id: str | None, options: Mapping[str, object]) -> Importer:
        """Look at the head of the file and settle how it is read.

        Args:
            source_id: As the person said, else the importer names it after the report's listing or the file's stem.
            options: As of a `[sources.<id>]` table, without `path`.

        Raises:
            ConfigError: An option does not fit.
            ConnectorError: The file cannot be read at all; the message says why and what to try.
        """
        ...


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a source's secret stands; its value is read when it is used and kept nowhere.

    Attributes:
        key: Of the option, for messages: `sources.ferry.token`.
        env: The environment variable that holds it, else empty.
        file: The file that holds it, else empty.
    """

    key: str
    env: str = ""
    file: str = ""

    def read(self) -> str:
        """Return the secret without the white space around it.

        Raises:
            AccessError: It is not there, or the file may be read by others.
        """
        value = os.environ.get(self.env, "").strip() if self.env else self._from_file()
        if not value:
            place = f"the environment variable {self.env}" if self.env else f"the file {self.file}"
            raise AccessError(f"{place}, which `{self.key}_{'env' if self.env else 'file'}` names, is not set or empty")
        return value

    def _from_file(self) -> str:
        path = Path(self.file)
        try:
            if os.name != "nt" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise AccessError(f"the file {path} can be read by others; run `chmod 600 {path}`")
            return path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise AccessError(f"the file {path}, which `{self.key}_file` names, cannot be read ({error})") from error


class OptionReader:
    """Reads the options of a source with types, and collects every problem before it complains."""

    def __init__(self, source_id: str, options: Mapping[str, object]) -> None:
        self._prefix = f"sources.{source_id}"
        self._options = options
        self._known: list[str] = []
        self._problems: list[ConfigProblem] = []

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the option is required."""
        value = self._take(key, default)
        if isinstance(value, str) and (value or default == ""):
            return value
        self._missing_or_wrong(key, value, "text")
        return ""

    def flag(self, key: str, default: bool) -> bool:
        """Return true or false."""
        value = self._take(key, default)
        if isinstance(value, bool):
            return value
        self._missing_or_wrong(key, value, "true or false")
        return default

    def number(self, key: str, default: int, lowest: int, highest: int) -> int:
        """Return a whole number within bounds, both included."""
        value = self._take(key, default)
        if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
            return value
        self._missing_or_wrong(key, value, f"a whole number from {lowest} to {highest}")
        return default

    def texts(self, key: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._take(key, list(default))
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._missing_or_wrong(key, value, "a list of texts")
        return ()

    def decimal(self, key: str) -> float | None:
        """Return a number, None where it is not given."""
        value = self._take(key, None)
        if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
            return value
        self._missing_or_wrong(key, value, "a number")
        return None

    def table(self, key: str) -> Mapping[str, str]:
        """Return a table of texts, empty where it is not given."""
        value = self._take(key, {})
        if isinstance(value, Mapping) and all(isinstance(item, str) for pair in value.items() for item in pair):
            return value
        self._missing_or_wrong(key, value, 'a table of texts, such as { "Your words" = "text" }')
        return {}

    def duration(self, key: str, default: str) -> timedelta:
        """Return a duration, written as in `15m`, `6h` or `7d`."""
        value = self._take(key, default)
        try:
            return parse_duration(value if isinstance(value, str) else "")
        except ValueError:
            self._missing_or_wrong(key, value, "a duration such as 15m, 6h or 7d")
            return parse_duration(default)

    def secret(self, key: str) -> Secret | None:
        """Return where a secret stands, by `<key>_env` or `<key>_file`; None where neither is given."""
        secret = Secret(f"{self._prefix}.{key}", self.text(f"{key}_env", ""), self.text(f"{key}_file", ""))
        if secret.env and secret.file:
            self.refuse(f"{key}_file", f"is given as well as `{key}_env`; one of them is enough")
        return secret if secret.env or secret.file else None

    def refuse(self, key: str, why: str) -> None:
        """Add a problem that the connector itself found."""
        self._problems.append(ConfigProblem(f"{self._prefix}.{key}", why))

    def finish(self) -> None:
        """Complain about everything at once, options that nobody asked for included.

        Raises:
            ConfigError: If there is any problem.
        """
        for key in self._options:
            if key not in self._known:
                nearest = difflib.get_close_matches(key, self._known, n=1)
                self._problems.append(
                    ConfigProblem(
                        f"{self._prefix}.{key}",
                        "is not an option of this connector",
                        nearest=nearest[0] if nearest else None,
                    )
                )
        if self._problems:
            raise ConfigError(tuple(self._problems))

    def _take(self, key: str, default: object) -> object:
        self._known.append(key)
        return self._options.get(key, default)

    def _missing_or_wrong(self, key: str, value: object, wanted: str) -> None:
        self.refuse(key, f"must be {wanted}" if value is not None else f"is missing; it is {wanted}")


def connector_names() -> tuple[str, ...]:
    """Return the names of all installed connectors without importing any."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load_connector(name: str) -> type[Connector]:
    """Import one connector.

    Raises:
        ConfigError: There is none of that name; the message lists those that are installed.
    """
    for point in entry_points(group=GROUP, name=name):
        loaded: type[Connector] = point.load()
        return loaded
    names = connector_names()
    nearest = difflib.get_close_matches(name, names, n=1)
    raise ConfigError(
        (
            ConfigProblem(
                "connector",
                f"`{name}` is not installed; there are: {', '.join(names)}",
                nearest=nearest[0] if nearest else None,
            ),
        )
    )


def load_importers() -> tuple[type[Importer], ...]:
    """Import every connector that reads files, in the order of their names."""
    return tuple(point.load() for point in sorted(entry_points(group=IMPORTERS), key=lambda point: point.name))
