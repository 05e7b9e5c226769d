"""Reviews from a file: CSV and its relatives, JSON, JSON lines, Excel, and Google Play Console reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from reviewwatch.connector import About, Capabilities, Page
from reviewwatch.errors import ConnectorError
from reviewwatch.types import Cursor
from reviewwatch_connectors.file.opening import OpenFile, open_file
from reviewwatch_connectors.file.options import FileOptions, read_options
from reviewwatch_connectors.file.reading import Reading

if TYPE_CHECKING:
    from reviewwatch.net import Http

__all__ = ["FileConnector", "FileWithIds", "PlayReport"]


class FileConnector:
    """A file, read whole at each pull; a review that it does not hold any more is not gone for that."""

    name: ClassVar[str] = "file"
    about: ClassVar[About] = About(
        place="CSV, TSV, JSON, JSON lines and Excel files; Play Console reports",
        key="none",
        limit="items of 4,000,000 characters",
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
            source_id: As the person said, else the app of a Play report, else the file's stem.
            options: As of a `[sources.<id>]` table, without `path`.

        Raises:
            ConfigError: An option does not fit.
            ConnectorError: The file cannot be read at all.
        """
        _, checked = read_options(source_id or path.stem, {**options, "path": str(path)})
        opened = open_file(path, source_id, checked)
        connector = _kind_of(opened)(opened.source_id, path, checked)
        connector._opened = opened
        return connector

    def pages(self, http: Http, cursor: Cursor) -> Iterator[Page]:  # noqa: ARG002 - a file needs neither
        """Read the whole file; the cursor stays empty, since any row may have changed."""
        opened, self._opened = self._opened or open_file(self._path, self.source_id, self._options), None
        notes = (opened.shape.encoding.note,) if opened.shape.encoding.note else ()
        yield from Reading(opened, self._options, notes).pages()


class FileWithIds(FileConnector):
    """A file whose rows carry the site's ids, so that an edit is seen as one."""

    capabilities: ClassVar[Capabilities] = Capabilities(platform="none", is_windowed=True)


class PlayReport(FileConnector):
    """A review report of the Google Play Console: one month of an app."""

    capabilities: ClassVar[Capabilities] = Capabilities(
        platform="google_play", is_windowed=True, shows_owner_replies=True
    )


def _kind_of(opened: OpenFile) -> type[FileConnector]:
    if opened.is_play_report:
        return PlayReport
    return FileWithIds if opened.has_ids else FileConnector
