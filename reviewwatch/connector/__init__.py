"""The contract that a connector keeps, and how one is found.

A connector is a class behind an entry point of the group `reviewwatch.connectors`. It turns one place into pages of
house values and, where the place has an API for it, posts a reply. It holds no state: what it must remember travels in
the cursor, and all calls go through the `Http` that it is given.

`contract` says what a connector is, `options` reads its table of the config, `items` reads what a place lists, `newest`
walks a place that shows its newest reviews first, `apart` reads a source of several parts, `finding`
loads connectors by name.
"""

from reviewwatch.config.connectors import GROUP
from reviewwatch.connector.apart import read_apart
from reviewwatch.connector.contract import (
    About,
    Batch,
    Capabilities,
    Certainty,
    Connector,
    Export,
    Importer,
    Page,
    Reader,
    Recognized,
    Recognizer,
    Replier,
)
from reviewwatch.connector.document import one_document
from reviewwatch.connector.finding import IMPORTERS, connector_names, load_connector, load_importers, page_of
from reviewwatch.connector.identity import with_ids
from reviewwatch.connector.items import each
from reviewwatch.connector.links import web_link, without_tracking
from reviewwatch.connector.naming import path_at, source_name
from reviewwatch.connector.newest import Step, is_full_due, newest_first
from reviewwatch.connector.options import OptionReader, Secret
from reviewwatch.connector.passes import newest_or_all

__all__ = [
    "GROUP",
    "IMPORTERS",
    "About",
    "Batch",
    "Capabilities",
    "Certainty",
    "Connector",
    "Export",
    "Importer",
    "OptionReader",
    "Page",
    "Reader",
    "Recognized",
    "Recognizer",
    "Replier",
    "Secret",
    "Step",
    "connector_names",
    "each",
    "is_full_due",
    "load_connector",
    "load_importers",
    "newest_first",
    "newest_or_all",
    "one_document",
    "page_of",
    "path_at",
    "read_apart",
    "source_name",
    "web_link",
    "with_ids",
    "without_tracking",
]
