"""What could be wrong with a set-up: config, store, secrets, clock, places and what is known of them.

Each check says what it found, whether that is well, and what to do. Nothing is changed, and no secret is shown.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

from reviewwatch.config import Config, own_store
from reviewwatch.connector import Page, Secret
from reviewwatch.errors import (
    AccessError,
    ConfigError,
    ConfigProblem,
    ConnectorError,
    RetryLaterError,
    StorageError,
    UnknownHostError,
)
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.own import own_of
from reviewwatch.net import Http, Response
from reviewwatch.reply import platforms
from reviewwatch.storage.sqlite import open_store
from reviewwatch.storage.verbs import raw_pages, sources
from reviewwatch.types import Health

N_PAGES: Final = 3
"""Pages of a place that are read at most to see a review: the first may hold replies or a name."""
LITTLE_ROOM: Final = 500_000_000
NO_ROOM: Final = 50_000_000
"""Bytes free on the store's disk: a year of ten places takes some 100 MB."""
OLD: Final = timedelta(days=180)
CLOCKS_DIFFER: Final = timedelta(minutes=2)
CLOCK_IS_WRONG: Final = timedelta(hours=1)
"""By so much, times of duty and the order of versions are wrong."""
BUILT: Final = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right shows less."""


class Level(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check found.

    Attributes:
        area: config, store, secret, own model, source, clock, platforms or kept page.
        name: Of what was checked: a source, a key; empty for the whole.
        what: One clause.
        next_step: A sentence; empty where nothing is to do, or where the error's kind says it.
        error: What was raised, for its kind's next step.
    """

    area: str
    name: str
    level: Level
    what: str
    next_step: str = ""
    error: Exception | None = None


@dataclass(slots=True)
class Clocks:
    """What the places' clocks said while they were read: the smallest difference counts, since a cache may be late."""

    offsets: dict[str, timedelta] = field(default_factory=dict)

    def hear(self, response: Response, now: datetime) -> None:
        """Remember an answer's `Date`, to the second as it is stated."""
        try:
            date = parsedate_to_datetime(response.headers.get("date", ""))
        except ValueError:
            return
        if date.tzinfo is not None:
            host = response.url.split("/")[2] if "//" in response.url else response.url
            self.offsets[host] = now - date


class Listening:
    """The desk's network, with an ear for the clocks of those who answer."""

    def __init__(self, http: Http, clocks: Clocks, desk: Desk) -> None:
        self._http = http
        self._clocks = clocks
        self._desk = desk

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        """Read; see `Http.get`."""
        response = self._http.get(url, headers=headers, params=params)
        self._clocks.hear(response, self._desk.now())
        return response

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        """Send once; see `Http.send_once`. Nobody here does."""
        return self._http.send_once(method, url, headers=headers, json_body=json_body)


def check_config(config: Config, problems: Sequence[ConfigProblem] = ()) -> Iterator[Checked]:
    """Name what stops every other command, then look for what loads and will be missed later."""
    for problem in problems:
        place = str(config.path or "")
        yield Checked("config", place, Level.FAIL, str(problem), "Mend it: every other command stops at this.")
    if config.path is None:
        yield Checked(
            "config", "", Level.WARN, "there is none, the defaults hold", "Write one with `reviewwatch init`."
        )
    elif not problems:
        yield Checked("config", "", Level.OK, str(config.path))
    for brand in config.brands.values():
        if not brand.contacts:
            yield Checked(
                "config", f"brands.{brand.brand_id}", Level.WARN, "has no contact, so replies offer none",
                f"Add a mail address, phone number or page under [brands.{brand.brand_id}.contacts.desk].",
            )  # fmt: skip
    if not config.http.contact and config.sources:
        yield Checked(
            "config", "http.contact", Level.WARN, "is empty, so a site's owner cannot reach you",
            "Set it to a mail address or a page.",
        )  # fmt: skip
    if not config.sources:
        yield Checked("config", "sources", Level.WARN, "no place is watched", "Add one: `reviewwatch add URL`.")


def check_store(path: Path) -> Iterator[Checked]:
    """Look at the store's file: it opens, it is sound, it can be written, and there is room."""
    if not path.exists():
        yield _no_store(path)
        return
    try:
        db = open_store(path, create=False)
    except StorageError as error:
        yield Checked("store", "", Level.FAIL, str(error), error=error)
        return
    try:
        yield _soundness(f"{path}, {_size(path.stat().st_size)}, schema {db.version()}", db.damage())
        with db.transaction():
            pass
    except StorageError as error:
        yield Checked("store", "", Level.FAIL, str(error), error=error)
    finally:
        db.close()
    yield _room(path)
    yield from _rights(path)


def check_secrets(config: Config) -> Iterator[Checked]:
    """See that every secret that the config names is there, and readable for its owner alone."""
    for source in config.sources.values():
        if config.demo is not None and source.options.get("base_url") == "demo":
            continue  # the demo's own site gives its token at every start
        for key, place in source.options.items():
            stem, _, kind = key.rpartition("_")
            if kind not in ("env", "file") or not stem or not isinstance(place, str):
                continue
            name = f"sources.{source.source_id}.{key}"
            secret = Secret(
                f"sources.{source.source_id}.{stem}",
                env=place if kind == "env" else "",
                file=place if kind == "file" else "",
            )
            try:
                secret.read()
            except AccessError as error:
                yield Checked("secret", name, Level.FAIL, str(error), _about_secret(kind, place))
            else:
                yield Checked("secret", name, Level.OK, f"{place} is set")


def check_own_models(config: Config) -> Iterator[Checked]:
    """Name the own models that take part in judging, and those that cannot."""
    found = own_of(config)
    for model in found.models.values():
        about = f"{model.scorer} of {model.made.at[:10]}, from {model.made.n_unhappy + model.made.n_others:,} labels"
        yield Checked("own model", model.lang, Level.OK, about)
    if found.calibration is not None:
        learned = found.calibration
        about = f"{learned.scorer} of {learned.at[:10]}, from {learned.n_right + learned.n_wrong:,} decisions"
        yield Checked("own model", "flags", Level.OK, about)
    for one in found.unused:
        yield Checked("own model", one.name, Level.WARN, f"is not used: {one.why}", f"Run `{one.next_step}`.")


def check_sources(desk: Desk, clocks: Clocks, is_offline: bool) -> Iterator[Checked]:
    """See that each source's options fit and, unless offline, that its place answers with something to read."""
    for source_id in desk.config.sources:
        yield _check_source(desk, source_id, clocks, is_offline)


def check_clock(desk: Desk, clocks: Clocks) -> Checked:
    """Compare this machine's clock with those of the places that were read, else with what the store remembers."""
    now = desk.now()
    times = [at for state in sources.all_states(desk.db) for at in (state.last_pull_at, state.last_good_at) if at]
    newest = max(times, default=BUILT)
    if newest > now + CLOCKS_DIFFER or now < BUILT:
        what = f"it is {now:%Y-%m-%d %H:%M} UTC here, before {newest:%Y-%m-%d %H:%M} UTC, which was already"
        return Checked("clock", "", Level.FAIL, what, _SET_CLOCK)
    if not clocks.offsets:
        return Checked("clock", "", Level.OK, f"{now:%Y-%m-%d %H:%M} UTC; no place was read to compare it with")
    host, offset = min(clocks.offsets.items(), key=lambda one: abs(one[1]))
    if abs(offset) <= CLOCKS_DIFFER:
        return Checked("clock", "", Level.OK, f"{now:%Y-%m-%d %H:%M} UTC, as {host} has it")
    ahead = "ahead of" if offset > timedelta(0) else "behind"
    level = Level.FAIL if abs(offset) >= CLOCK_IS_WRONG else Level.WARN
    return Checked("clock", "", level, f"it is {_span(abs(offset))} {ahead} that of {host}", _SET_CLOCK)


def check_platforms(desk: Desk) -> Checked:
    """See how long ago the limits of replies were read, of the places that the config names or reads."""
    config = desk.config
    named = {*config.platforms, *(place for brand in config.brands.values() for place in brand.platforms)}
    used = sorted({*named, *_places_read(desk)} & set(platforms.known_platforms()))
    entries = [platforms.load(platform_id, config.platforms) for platform_id in used]
    old = [entry for entry in entries if desk.now().date() - entry.checked_on > OLD]
    if not old:
        return Checked("platforms", "", Level.OK, _not_old(len(entries)))
    step = "Look at the place, and write what holds now with `checked_on` under "
    return Checked(
        "platforms", "", Level.WARN,
        f"the limits of replies were read over {OLD.days} days ago for: {', '.join(entry.name for entry in old)}",
        f"{step}{', '.join(f'[platforms.{entry.platform_id}]' for entry in old)}, or upgrade reviewwatch.",
    )  # fmt: skip


def _not_old(n_places: int) -> str:
    if not n_places:
        return "no place is read whose limits of replies could be old"
    return f"the limits of replies at {_counted(n_places, 'place')} are not old"


def _counted(n: int, one: str) -> str:
    return f"{n:,} {one}" if n == 1 else f"{n:,} {one}s"


def _places_read(desk: Desk) -> Iterator[str]:
    for source_id in desk.config.sources:
        try:
            yield desk.connector(source_id).capabilities.platform
        except ConfigError:
            continue  # told with the sources


def check_kept_pages(desk: Desk) -> Iterator[Checked]:
    """Name the answers that could not be read and are kept for a look."""
    known = dict.fromkeys([*desk.config.sources, *(state.source_id for state in sources.all_states(desk.db))])
    for source_id in known:
        page = raw_pages.latest(desk.db, source_id)
        if page is not None and desk.now() - page.fetched_at < raw_pages.KEPT:
            yield Checked(
                "kept page", source_id, Level.WARN, f"of {page.fetched_at:%Y-%m-%d %H:%M} UTC: {page.reason}",
                "Look at the place in a browser; if it is right there, report it with the source's name. "
                "It is deleted after seven days.",
            )  # fmt: skip


_SET_CLOCK: Final = "Set the clock; `timedatectl set-ntp true` keeps it right on most Linux systems."


def _no_store(path: Path) -> Checked:
    there = next(folder for folder in path.absolute().parents if folder.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        step = "Check who owns it, or name another place for the store in the config."
        return Checked("store", "", Level.FAIL, f"there is none at {path} yet, and you may not write in {there}", step)
    if path.parent.is_dir() or path == own_store():
        return Checked(
            "store", "", Level.WARN, f"there is none at {path} yet", "The first `reviewwatch pull` makes it."
        )
    step = "Make it, or name another place for the store in the config."
    return Checked("store", "", Level.FAIL, f"the folder {path.parent} is missing", step)


def _soundness(about: str, damage: Sequence[str]) -> Checked:
    if not damage:
        return Checked("store", "", Level.OK, f"{about}, sound")
    more = f", and {len(damage) - 1} more" if len(damage) > 1 else ""
    step = "Restore a backup, or move the file away and pull again."
    return Checked("store", "", Level.FAIL, f"{about}, damaged: {damage[0]}{more}", step)


def _room(path: Path) -> Checked:
    free = shutil.disk_usage(path.parent).free
    level = Level.FAIL if free < NO_ROOM else Level.WARN if free < LITTLE_ROOM else Level.OK
    return Checked(
        "store", "", level, f"{_size(free)} free on its disk", "" if level is Level.OK else "Free some space."
    )


def _rights(path: Path) -> Iterator[Checked]:
    mode = path.stat().st_mode
    if mode & (stat.S_IRWXG | stat.S_IRWXO) and stat.S_IMODE(mode) != 0o666:  # file systems without rights show 666
        yield Checked("store", "", Level.WARN, "others on this machine can read it", f"Run `chmod 600 {path}`.")


def _about_secret(kind: str, place: str) -> str:
    if kind == "env":
        return f"Set {place} where reviewwatch runs, the service's environment included."
    return f"Write the secret into {place} and run `chmod 600 {place}`."


def _check_source(desk: Desk, source_id: str, clocks: Clocks, is_offline: bool) -> Checked:
    try:
        connector = desk.connector(source_id)
    except ConfigError as error:
        what = "; ".join(map(str, error.problems))
        return Checked("source", source_id, Level.FAIL, what, "Mend it in the config; the other sources work.")
    if is_offline:
        return Checked("source", source_id, Level.OK, "its options fit; it was not read (--offline)")
    state = sources.load(desk.db, source_id)
    if state is not None and state.asked_until is not None and state.asked_until > desk.now():
        what = f"asked to be left alone until {state.asked_until:%Y-%m-%d %H:%M} UTC"
        return Checked("source", source_id, Level.WARN, what, "It is pulled again after that.")
    is_paused = state is not None and state.health is Health.PAUSED
    return _read(source_id, connector.pages(Listening(desk.http, clocks, desk), {}), is_paused)


def _read(source_id: str, pages: Iterator[Page], is_paused: bool) -> Checked:
    try:
        return _said(source_id, _first_pages(pages), is_paused)
    except UnknownHostError as error:
        return Checked("source", source_id, Level.FAIL, str(error), error=error)
    except RetryLaterError as error:
        return Checked("source", source_id, Level.FAIL, str(error), "It may be down for a while: try again later.")
    except ConnectorError as error:
        return Checked("source", source_id, Level.FAIL, str(error), error=error)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError) as error:
        what = f"its connector failed on what it read ({type(error).__name__}: {error})"
        return Checked("source", source_id, Level.FAIL, what, "Please report it with the connector's name.")


def _first_pages(pages: Iterator[Page]) -> list[Page]:
    """Read until a review comes, and a few pages at most."""
    came: list[Page] = []
    for page in islice(pages, N_PAGES):
        came.append(page)
        if page.reviews:
            break
    return came


def _said(source_id: str, came: Sequence[Page], is_paused: bool) -> Checked:
    n = sum(len(page.reviews) for page in came)
    problems = [problem for page in came for problem in page.problems]
    name = came[0].listing.name if came else source_id
    level, what, step = Level.OK, f"{name}: {_counted(n, 'review')} on its first page", ""
    if problems:
        level, step = Level.WARN, f"`reviewwatch pull {source_id}` lists all of them."
        n_bad = _counted(len(problems), "item")
        what = f"{name}: {_counted(n, 'review')} came, {n_bad} could not be read, the first: {problems[0].why}"
    elif not n:
        level, what, step = Level.WARN, f"{name} answered, and no review came", "Look at the place in a browser."
    elif is_paused:
        level, what = Level.WARN, f"{what}; it is paused"
        step = f"It can be read now: `reviewwatch pull {source_id}` takes it up again."
    return Checked("source", source_id, level, what, step)


def _size(n_bytes: int) -> str:
    for unit, size in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if n_bytes >= size:
            return f"{n_bytes / size:.1f} {unit}"
    return f"{n_bytes} bytes"


def _span(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    return f"{seconds // 3600} h" if seconds >= 7200 else f"{seconds // 60} min"
