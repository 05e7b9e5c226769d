"""What SQLite says when something is wrong, as a sentence that says what happened and what to do next.

Source: https://www.sqlite.org/rescode.html for the codes.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from reviewwatch.errors import NotFoundError, StorageError, StoreBusyError

_PRIMARY: Final = 0xFF
"""The low byte of a result code is its kind, the rest tells more."""

_SENTENCES: Final[dict[int, str]] = {
    sqlite3.SQLITE_CORRUPT: (
        "{path} is damaged ({why}). Restore a backup, or move the file away and pull again; nothing was overwritten."
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a store ({why}). Restore a backup, or move the file away and pull again; "
        "nothing was overwritten."
    ),
    sqlite3.SQLITE_FULL: (
        "The disk that holds {path} is full; nothing of this step was stored. Free some space and run it again."
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} cannot be written ({why}). Make the file and its folder writable, "
        "or name another place for the store in the config."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{path} cannot be opened ({why}). Look at the rights of the file and its folder, "
        "or name another place for the store in the config."
    ),
    sqlite3.SQLITE_PERM: "{path} may not be opened ({why}). Look at the rights of the file and its folder.",
    sqlite3.SQLITE_IOERR: (
        "Reading or writing {path} failed ({why}); nothing of this step was stored. "
        "Look at the disk and its free space, then run it again."
    ),
    sqlite3.SQLITE_TOOBIG: "A text is too large for {path} ({why}); nothing of this step was stored.",
    sqlite3.SQLITE_CONSTRAINT: ("{path} refused a row that breaks its rules ({why}); nothing of this step was stored."),
}
_BUSY: Final = (
    "Another process is writing to {path} and did not end within {wait:g} s; nothing was stored. "
    "Run it again in a moment."
)
_MISSING: Final = (
    "A row that this one belongs to is not in {path}; nothing was stored. `reviewwatch inbox` lists the ids that are."
)
_ELSE: Final = "{path} could not be used ({why}); nothing of this step was stored."


def explain(error: Exception, path: Path, wait: float) -> StorageError:
    """Return the error of ours that says what an error of the `sqlite3` module means.

    Args:
        path: The store's file.
        wait: Seconds that a write waits for another process.
    """
    full_code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, UnicodeDecodeError):
        # SQLite quotes the damaged bytes in its message, which the module then cannot read.
        full_code = sqlite3.SQLITE_CORRUPT
    code = full_code & _PRIMARY if isinstance(full_code, int) else None
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusyError(_BUSY.format(path=path, wait=wait))
    if full_code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return NotFoundError(_MISSING.format(path=path))
    return StorageError(_SENTENCES.get(code or 0, _ELSE).format(path=path, why=_why(error)))


def _why(error: Exception) -> str:
    # Their own messages would repeat the text.
    if isinstance(error, UnicodeEncodeError):
        return "a text holds a lone surrogate"
    if isinstance(error, UnicodeDecodeError):
        return "a text in it is not UTF-8"
    return str(error)


class Explained:
    """Turns every error of the `sqlite3` module that leaves the block into one of ours."""

    __slots__ = ("_path", "_wait")

    def __init__(self, path: Path, wait: float) -> None:
        self._path = path
        self._wait = wait

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        # OverflowError and UnicodeError: values that SQLite cannot hold, or that a damaged file holds.
        if isinstance(error, sqlite3.Error | OverflowError | UnicodeError):
            raise explain(error, self._path, self._wait) from error
