"""A reply in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SCISSORS: Final = "# ------------------------ >8 ------------------------"
_USUAL: Final = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vi")


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back from the editor.

    Attributes:
        text: The new text, None where nothing is changed.
        why: Why nothing is changed, one sentence.
    """

    text: str | None
    why: str = ""


def edit(text: str, hints: tuple[str, ...] = (), environment: Mapping[str, str] = os.environ) -> Edited:
    """Let the person change a text in `$VISUAL`, else `$EDITOR`, else what is usual here.

    The file is readable by them alone and holds the text and our own hints, nothing of the review: editors obey
    certain lines in the files that they open.

    Args:
        text: Where they start; may be empty.
        hints: Shown as comments below the text and dropped afterwards. Ours, never words of a review.
    """
    command = _command(environment)
    if command is None:
        return Edited(None, "There is no editor. Set EDITOR, for example: export EDITOR=nano. Nothing was changed.")
    comments = (SCISSORS, "# This line and everything below it is dropped.", *(f"# {hint}" for hint in hints))
    folder = Path(tempfile.mkdtemp(prefix="reviewwatch-"))  # 0700, for what editors leave beside a file
    try:
        path = folder / "reply.txt"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join([text, "", *comments, ""]))
        return _run(command, path, text, comments)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _command(environment: Mapping[str, str]) -> list[str] | None:
    wanted = environment.get("VISUAL") or environment.get("EDITOR")
    if wanted:
        # A path of Windows has backslashes, which POSIX quoting would eat.
        return shlex.split(wanted, posix=sys.platform != "win32")
    usual = next((name for name in _USUAL if shutil.which(name)), None)
    return [usual] if usual else None


def _run(command: list[str], path: Path, old: str, comments: tuple[str, ...]) -> Edited:
    name = command[0]
    try:
        with _interrupts_go_to_the_editor():
            code = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - the person's own EDITOR
    except OSError as error:
        return Edited(None, f"The editor `{name}` did not start: {error.strerror}. Check EDITOR. Nothing was changed.")
    if code != 0:
        return Edited(None, f"The editor `{name}` ended with code {code}. Nothing was changed.")
    try:
        new = _without_comments(path.read_text(encoding="utf-8"), comments)
    except (OSError, UnicodeDecodeError):
        return Edited(None, f"The editor `{name}` left no readable UTF-8 text. Nothing was changed.")
    if not new:
        return Edited(None, "The text came back empty. Nothing was changed.")
    return Edited(None, "The text is as it was.") if new == old.strip() else Edited(new)


def _without_comments(text: str, comments: tuple[str, ...]) -> str:
    """Cut at the scissors; if somebody deleted that line, our own comments still never become public."""
    kept = []
    for line in text.splitlines():
        if line.rstrip() == SCISSORS:
            break
        if line.rstrip() not in comments:
            kept.append(line.rstrip())
    return "\n".join(kept).strip()


@contextmanager
def _interrupts_go_to_the_editor() -> Iterator[None]:
    """Let Ctrl-C reach the editor alone: a handler, unlike an ignored signal, is not inherited."""
    was = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, was)
