"""Which connectors a config names and which are installed: by their names alone, none is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewwatch.config.load import with_lines
from reviewwatch.config.names import SHIPPED_CONNECTORS, nearest
from reviewwatch.errors import ConfigError, ConfigProblem

if TYPE_CHECKING:
    from reviewwatch.config.model import Config

GROUP: Final = "reviewwatch.connectors"
"""The entry points by which connectors are found."""


def installed() -> tuple[str, ...]:
    """Return the names of all installed connectors."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs 15 ms that a list of reviews need not pay

    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def unknown(name: str, names: tuple[str, ...], key: str = "connector") -> ConfigProblem:
    """Return what to say of a connector that is not among those that are installed.

    Args:
        key: Where it was named.
    """
    near = nearest(name, names)
    there = "" if near else f"; there are: {', '.join(names)}"
    return ConfigProblem(key, f"names no connector that is installed: `{name}`{there}", nearest=near)


def unknown_connectors(config: Config) -> tuple[tuple[str, ConfigProblem], ...]:
    """Return the ids of the sources whose connector is not installed, each with what to say of it.

    They stop nothing: a package that brings a connector may be missing on one machine of several, and the other
    sources work.
    """
    doubtful = [source for source in config.sources.values() if source.connector not in SHIPPED_CONNECTORS]
    names = installed() if doubtful else ()
    return tuple(
        (source.source_id, _located(unknown(source.connector, names, f"sources.{source.source_id}.connector"), config))
        for source in doubtful
        if source.connector and source.connector not in names
    )


def _located(problem: ConfigProblem, config: Config) -> ConfigProblem:
    (located,) = with_lines(ConfigError((problem,)), config.path).problems
    return located
