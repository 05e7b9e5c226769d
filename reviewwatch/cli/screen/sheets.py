"""The files in which replies are written: beside the store, and there until what was written in one is taken.

An editor can be killed, a terminal closed, a machine switched off: what stands in the file then is offered again at the
next edit of that review. Each file has a folder of its own, for what editors leave beside it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from reviewwatch.ids import REVIEW, to_text

SCISSORS: Final = "# ------------------------ >8 ------------------------"
_TEXT: Final = "reply.txt"
_FIRST: Final = "first.txt"
_COPIES: Final = ("reply.txt.save", "#reply.txt#")
"""Where nano and Emacs put a text when they are ended by a signal."""
_SWAP: Final = ".reply.txt.swp"
"""Where Vim keeps it; Vim itself offers to read it when the file is opened again."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file with a reply, readable by its writer alone.

    Attributes:
        is_left: It was left by an edit that did not end, so that what stands in it is the person's even if they change
            nothing more.
    """

    folder: Path
    is_left: bool = False

    @property
    def path(self) -> Path:
        """The file that the editor opens."""
        return self.folder / _TEXT

    @property
    def written_at(self) -> datetime:
        """When it was last written to."""
        newest = max(path.stat().st_mtime for path in self.folder.iterdir())
        return datetime.fromtimestamp(newest, UTC)

    def start(self) -> str:
        """Return the text that the person began with."""
        return self._without_comments((self.folder / _FIRST).read_text(encoding="utf-8"))

    def text(self) -> str:
        """Return what the person wrote.

        Raises:
            OSError, UnicodeDecodeError: The editor left nothing that can be read.
        """
        return self._without_comments(self.path.read_text(encoding="utf-8"))

    def has_own_words(self) -> bool:
        """Say whether the person wrote anything, whichever file their editor kept it in."""
        text = self.glimpse()
        return self.has_swap or (bool(text) and text != self.start())

    @property
    def has_swap(self) -> bool:
        """Whether Vim was ended with words in it that it had not written."""
        return (self.folder / _SWAP).exists()

    def glimpse(self) -> str:
        """Return what the person wrote as far as it can be read."""
        if not self.path.is_file():
            return ""
        return self._without_comments(self.path.read_text(encoding="utf-8", errors="replace"))

    def bring_up_to_date(self) -> None:
        """Put what an editor saved beside the file while it was ended in the file's place."""
        for name in _COPIES:
            copy = self.folder / name
            if copy.is_file() and copy.stat().st_size and copy.stat().st_mtime >= _written(self.path):
                copy.replace(self.path)

    def drop(self) -> None:
        """Remove it with all that stands beside it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep other sessions from offering it; the system forgets that when this process ends, however it does."""
        with (self.folder / _FIRST).open("rb") as file:
            _lock(file.fileno())
            yield

    def is_in_use(self) -> bool:
        """Say whether another session has it in an editor right now."""
        with (self.folder / _FIRST).open("rb") as file:
            return not _lock(file.fileno())

    def _without_comments(self, text: str) -> str:
        """Cut at the scissors; if somebody deleted that line, our own comments still never become public."""
        _, _, below = (self.folder / _FIRST).read_text(encoding="utf-8").partition(f"{SCISSORS}\n")
        comments = {line for line in below.splitlines() if line}
        kept = []
        for line in text.splitlines():
            if line.rstrip() == SCISSORS:
                break
            if line.rstrip() not in comments:
                kept.append(line.rstrip())
        return "\n".join(kept).strip()


class Sheets:
    """The files of one person in one workspace."""

    def __init__(self, store: Path, person: str) -> None:
        self._folder = store.parent / "unfinished"
        self._person = quote(person, safe="")

    def new(self, review_id: int, text: str, hints: tuple[str, ...] = ()) -> Sheet:
        """Return a file to write in.

        It holds the text and our own hints, nothing of the review: editors obey certain lines in the files that they
        open.

        Args:
            text: Where the person starts; may be empty.
            hints: Shown as comments below the text and dropped afterwards. Ours, never words of a review.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sheet = Sheet(Path(tempfile.mkdtemp(prefix=self._prefix(review_id), dir=self._folder)))  # 0700
        comments = (SCISSORS, "# This line and everything below it is dropped.", *(f"# {hint}" for hint in hints))
        for name in (_FIRST, _TEXT):
            descriptor = os.open(sheet.folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write("\n".join([text, "", *comments, ""]))
        return sheet

    def left(self, review_id: int) -> Sheet | None:
        """Return the newest file that an edit of this review left behind with words of the person, None for none."""
        found = []
        for folder in self._folder.glob(f"{self._prefix(review_id)}*"):
            sheet = Sheet(folder, is_left=True)
            if not (folder / _FIRST).is_file() or sheet.is_in_use():
                continue
            sheet.bring_up_to_date()
            if sheet.has_own_words():
                found.append(sheet)
            else:
                sheet.drop()
        return max(found, key=lambda sheet: sheet.written_at, default=None)

    def _prefix(self, review_id: int) -> str:
        return f"{to_text(REVIEW, review_id)}+{self._person}+"  # `quote` leaves no plus in a name


def _written(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0.0


def _lock(descriptor: int) -> bool:
    """Take the lock of an open file; False where another process has it. Where there are no locks, it is free."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
