"""How a connector is found: by entry point, loaded one at a time."""

from __future__ import annotations

import importlib
from importlib.metadata import entry_points

from reviewwatch.config.connectors import GROUP, installed, unknown
from reviewwatch.connector.contract import Connector, Importer
from reviewwatch.errors import ConfigError

IMPORTERS = "reviewwatch.importers"


def connector_names() -> tuple[str, ...]:
    """Return the names of all installed connectors without importing any."""
    return installed()


def load_connector(name: str) -> type[Connector]:
    """Import one connector.

    Raises:
        ConfigError: There is none of that name; the message says the nearest, or lists those that are installed.
    """
    for point in entry_points(group=GROUP, name=name):
        loaded: type[Connector] = point.load()
        return loaded
    raise ConfigError((unknown(name, connector_names()),))


def load_importers() -> tuple[type[Importer], ...]:
    """Import every connector that reads files, in the order of their names."""
    return tuple(point.load() for point in sorted(entry_points(group=IMPORTERS), key=lambda point: point.name))


def page_of(name: str) -> str:
    """Return what a connector's module says of itself: how it is set up and what it cannot see.

    Raises:
        ConfigError: There is none of that name.
    """
    load_connector(name)
    (point, *_) = entry_points(group=GROUP, name=name)
    return importlib.import_module(point.module).__doc__ or ""
