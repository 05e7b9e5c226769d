"""Reviews from a file: CSV and its relatives, JSON, JSON lines, Excel, and Google Play Console reports.

`reviewwatch import FILE` reads a file once. To read one that another program writes anew, set it up as a source:

    [sources.survey]
    brand = "default"
    connector = "file"
    path = "exports/survey.csv"
    every = "1h"

    # listing_name = ""               # of the thing reviewed, where no column says so
    # map = { "Your words" = "text" } # columns whose headers say nothing
    # dates = "dmy"                   # or "mdy", where the dates do not settle it
    # worst = 1                       # the scale of the ratings, where they do not settle it
    # best = 10
    # delimiter = ""                  # "tab", "comma", "semicolon" or "pipe"
    # encoding = ""
    # sheet = ""                      # of an Excel file

Limits: a row without an id is known by author, exact time and title; an edit of its text is then a new review. A row
that is missing proves nothing. Excel files need the extra `reviewwatch[excel]`.

Source: https://support.google.com/googleplay/android-developer/answer/138230 (reports), read 2026-11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from reviewwatch.connector import About, Capabilities, Certainty, Page, Recognized
from reviewwatch.errors import ConnectorError
from reviewwatch.normalize import shown
from reviewwatch.normalize.exports import is_export
from reviewwatch.types import Cursor
from reviewwatch_connectors.file.exported import ExportReading
from reviewwatch_connectors.file.opening import OpenFile, open_file
from reviewwatch_connectors.file.options import FileOptions, read_options
from reviewwatch_connectors.file.reading import Reading

if TYPE_CHECKING:
    from reviewwatch.net import Http

__all__ = ["ExportedFile", "FileConnector", "FileWithIds", "PlayReport"]


_ENDINGS: Final = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx"})


class FileConnector:
    """A file, read whole at each pull; a review that it does not hold any more is not gone for that."""

    name: ClassVar[str] = "file"
    about: ClassVar[About] = About(
        place="CSV, TSV, JSON, JSON lines and Excel files; Play Console reports",
        key="none",
        limit="none: nothing is asked",
        edits="by content where rows carry ids, else as a new review",
        deletions="not seen: a row that is missing proves nothing",
        history="all rows",
        tested="a recorded Play report (2026) and invented files of every kind",
    )
    capabilities: ClassVar[Capabilities] = Capabilities(platform="none", is_windowed=True, keeps_ids=False)

    def __init__(self, source_id: str, path: Path, options: FileOptions) -> None:
        self.source_id = source_id
        self._path = path
        self._options = options
        self._opened: OpenFile | None = None
        self._is_named_by_stem = False

    @classmethod
    def from_options(cls, source_id: str, options: Mapping[str, object]) -> FileConnector:
        """Check the options of a `[sources.<id>]` table; `path` names the file, which need not be there yet."""
        path, checked = read_options(source_id, options)
        try:
            kind = _kind_of(open_file(path, source_id, checked))
        except ConnectorError:
            # Said by the pull, which can report it; a config is not wrong because a file is late.
            kind = FileConnector
        return kind(source_id, path, checked)

    @classmethod
    def from_file(cls, path: Path, source_id: str | None, options: Mapping[str, object]) -> FileConnector:
        """Look at a file that a person names and settle how it is read.

        Args:
            source_id: As the person said, else the app of a Play report, else the file's stem. An export of this
                program goes back to its own sources, unless a person says a source or how it is to be read.
            options: As of a `[sources.<id>]` table, without `path`.

        Raises:
            ConfigError: An option does not fit.
            ConnectorError: The file cannot be read at all.
        """
        _, checked = read_options(source_id or path.stem, {**options, "path": str(path)})
        opened = open_file(path, source_id, checked)
        goes_home = source_id is None and not checked.says_how and is_export(opened.table.names)
        kind = ExportedFile if goes_home else _kind_of(opened)
        connector = kind(opened.source_id, path, checked)
        connector._opened = opened
        connector._is_named_by_stem = source_id is None and not opened.is_play_report
        return connector

    @classmethod
    def recognize(cls, url: str) -> Recognized | None:
        """Take the path of a file whose name ends as those do that can be read."""
        path = PurePath(url.strip())
        if "://" in url or path.suffix.lower() not in _ENDINGS:
            return None
        name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
        return Recognized(name=name or "file", options={"path": str(path)}, certainty=Certainty.SHAPE, every="1h")

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:  # noqa: ARG002 - a file needs no network
        """Read the whole file, since any row may have changed; the cursor remembers only which file it was."""
        opened = self._take_opened()
        path = str(self._path.resolve())
        said = (opened.shape.encoding.note, self._other_file(cursor.get("path", path), path))
        for page in Reading(opened, self._options, tuple(note for note in said if note)).pages():
            yield replace(page, cursor={"path": path})

    def _other_file(self, before: str, path: str) -> str:
        """Say that another file was read under the same name, where no person chose that name."""
        if before == path or not self._is_named_by_stem:
            return ""
        return (
            f"the source {shown(self.source_id)} was read from {before} before, and rows with the same id are one "
            "review; if this file is of another place, import it with --source and a name of its own"
        )

    def _take_opened(self) -> OpenFile:
        opened, self._opened = self._opened or open_file(self._path, self.source_id, self._options), None
        return opened


class FileWithIds(FileConnector):
    """A file whose rows carry the site's ids, so that an edit is seen as one."""

    capabilities: ClassVar[Capabilities] = Capabilities(platform="none", is_windowed=True)


class ExportedFile(FileWithIds):
    """What `reviewwatch export` wrote."""

    def pages_by_source(self) -> Iterator[tuple[str, Page]]:
        """Read the whole file, each page with the source that its reviews were seen at."""
        yield from ExportReading(self._take_opened()).pages()


class PlayReport(FileConnector):
    """A review report of the Google Play Console: one month of an app."""

    capabilities: ClassVar[Capabilities] = Capabilities(
        platform="google_play", is_windowed=True, shows_owner_replies=True
    )


def _kind_of(opened: OpenFile) -> type[FileConnector]:
    if opened.is_play_report:
        return PlayReport
    return FileWithIds if opened.has_ids else FileConnector
