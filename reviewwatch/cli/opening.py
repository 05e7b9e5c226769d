"""Open what a command works with: the config, the person, and a desk with the store, the network and the connectors.

Everything costly is opened when it is first needed, so that `inbox` loads neither HTTP nor a connector.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewwatch.errors import ConfigError, ConfigProblem, UsageError

if TYPE_CHECKING:
    import typer

    from reviewwatch.config import Config, DemoConfig, HttpConfig, SourceConfig
    from reviewwatch.connector import Connector
    from reviewwatch.demo.site import Site
    from reviewwatch.flow.desk import Desk
    from reviewwatch.net import Http, Response
    from reviewwatch.storage.base import Database

DEMO = "demo"
"""As `base_url` of a source in a demo workspace: the loopback site that is started for the command's run."""


@dataclass(frozen=True, slots=True)
class Globals:
    """The global options of one command line.

    Attributes:
        config: As given with `--config`.
        person: As given with `--as`.
    """

    config: Path | None = None
    person: str | None = None
    is_verbose: bool = False

    @classmethod
    def of(cls, ctx: Any) -> Globals:
        """Return the global options of a Typer context; the defaults where the command line broke before them."""
        found = ctx.find_root().obj
        return found if isinstance(found, Globals) else cls()


def load_config(ctx: typer.Context) -> Config:
    """Find and load the config of this command line, and say what of it will not be read.

    Raises:
        ConfigError: With every problem.
    """
    config = load_quietly(ctx)
    tell_unknown_connectors(config)
    return config


def load_quietly(ctx: typer.Context) -> Config:
    """Find and load the config of this command line.

    Raises:
        ConfigError: With every problem.
    """
    from reviewwatch import config

    return config.load(config.find(Globals.of(ctx).config, os.environ, Path.cwd()))


def tell_unknown_connectors(config: Config, besides: Container[str] = ()) -> None:
    """Name the sources that nothing can read, since what their config calls a connector is none.

    Args:
        besides: Sources of which the command itself tells it.
    """
    from reviewwatch.config.connectors import unknown_connectors

    for source_id, problem in unknown_connectors(config):
        if source_id not in besides:
            from reviewwatch.cli.output import ended, safe, say

            say(safe(f"{config.path}, {ended(str(problem))} `{source_id}` is not read before it is mended."))


def person(ctx: typer.Context, config: Config) -> str:
    """Return who decides: the configured person of this login, else the login itself.

    Raises:
        UsageError: `--as` names nobody, or somebody of another login.
    """
    login = login_name()
    mine = [known.person_id for known in config.people.values() if known.user == login]
    wanted = Globals.of(ctx).person
    if wanted is None:
        return mine[0] if mine else login
    if wanted in mine or (wanted == login and not mine):
        return wanted
    known = config.people.get(wanted)
    why = f"is `{known.user}`'s, and you are `{login}`" if known else "is not in the config"
    raise UsageError(
        f'`--as {wanted}`: that person {why}. Add `[people.{wanted}]` with `user = "{login}"` if it is you.'
    )


def login_name() -> str:
    """Return the login of whoever runs this, as the system knows it: the environment could name anybody."""
    try:
        import pwd
    except ImportError:
        from getpass import getuser

        return getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"


@contextmanager
def open_desk(ctx: typer.Context) -> Iterator[Desk]:
    """Open the desk for one command and close all of it at the end.

    Raises:
        ConfigError: The config cannot be used.
        StorageError: The store cannot be used.
    """
    with desk_for(load_config(ctx)) as desk:
        yield desk


@contextmanager
def desk_for(config: Config) -> Iterator[Desk]:
    """Open the desk of a loaded config; `open_desk` and the demo use it."""
    import logging

    from reviewwatch.flow.desk import Desk

    # A command tells its failures itself; without a handler, Python would print logged warnings beside them.
    logging.getLogger("reviewwatch").addHandler(logging.NullHandler())
    db = open_database(config)
    places = Places(config)
    try:
        yield Desk(
            config=config, db=db, http=LazyHttp(places), now=lambda: datetime.now(UTC), connector=places.connector
        )
    finally:
        places.close()
        db.close()


def open_database(config: Config) -> Database:
    """Open the store of a config, and make it where there is none.

    Of folders only the default one is made unasked: a misspelled folder in a config must not come to life.

    Raises:
        StorageError: The store cannot be used.
    """
    from reviewwatch.config import own_store
    from reviewwatch.storage.sqlite import open_store

    folder = config.store.parent
    if not folder.exists() and config.store == own_store():
        folder.mkdir(parents=True)
    return open_store(config.store)


class Places:
    """The configured places: connectors by source, loaded once, and the demo's own site if this is a demo workspace."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._connectors: dict[str, Connector] = {}
        self._site: Site | None = None
        self._http: Http | None = None
        self._opened = ExitStack()

    def connector(self, source_id: str) -> Connector:
        """Return the connector of a source.

        Raises:
            ConfigError: The source is not configured, or its options do not fit.
        """
        if source_id not in self._connectors:
            self._connectors[source_id] = self._load(source_id)
        return self._connectors[source_id]

    def http(self) -> Http:
        """Return the one HTTP client of this run."""
        if self._http is None:
            from reviewwatch.net import HttpClient

            client = HttpClient(self._http_config())
            self._opened.callback(client.close)
            self._http = client
        return self._http

    def close(self) -> None:
        """Close the client and stop the demo's site."""
        self._opened.close()

    def _load(self, source_id: str) -> Connector:
        from reviewwatch.config import with_lines

        source = self._config.sources.get(source_id)
        if source is None:
            raise _unknown_source(source_id, self._config)
        try:
            return self._kind(source).from_options(source_id, self._options(source.options))
        except ConfigError as error:
            raise with_lines(error, self._config.path) from error

    def _kind(self, source: SourceConfig) -> type[Connector]:
        """Import a source's connector; what is wrong with it is told of the key that names it."""
        from reviewwatch.connector import load_connector

        key = f"sources.{source.source_id}.connector"
        try:
            return load_connector(source.connector)
        except ConfigError as error:
            raise ConfigError(tuple(replace(problem, key=key) for problem in error.problems)) from error
        except (ImportError, AttributeError) as error:
            why = f"names `{source.connector}`, which cannot be loaded ({error}); install its package again"
            raise ConfigError((ConfigProblem(key, why),)) from error

    def _options(self, options: Mapping[str, object]) -> Mapping[str, object]:
        if self._config.demo is None or options.get("base_url") != DEMO:
            return options
        site = self._demo_site(self._config.demo)
        token_env = options.get("token_env")
        if isinstance(token_env, str):
            os.environ[token_env] = site.token
        return {**options, "base_url": site.address}

    def _demo_site(self, demo: DemoConfig) -> Site:
        if self._site is None:
            from reviewwatch.demo.site import Site

            self._site = self._opened.enter_context(Site(log=demo.site))
        return self._site

    def _http_config(self) -> HttpConfig:
        # The demo's site is the only place of a demo workspace, and it is on loopback.
        return replace(self._config.http, allow_private=True) if self._config.demo else self._config.http


class LazyHttp:
    """The HTTP client, made on the first call: its TLS context alone costs more than all of `inbox`."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, str] | None = None
    ) -> Response:
        """Read; see `Http.get`."""
        return self._places.http().get(url, headers=headers, params=params)

    def send_once(self, method: str, url: str, *, headers: Mapping[str, str], json_body: object) -> Response:
        """Send once; see `Http.send_once`."""
        return self._places.http().send_once(method, url, headers=headers, json_body=json_body)


def _unknown_source(source_id: str, config: Config) -> ConfigError:
    from difflib import get_close_matches

    near = get_close_matches(source_id, config.sources, n=1)
    names = ", ".join(config.sources) or "none"
    problem = ConfigProblem(
        f"sources.{source_id}", f"is not in the config; there are: {names}", nearest=near[0] if near else None
    )
    return ConfigError((problem,), str(config.path) if config.path else None)
