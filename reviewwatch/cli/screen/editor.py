"""A reply in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from reviewwatch.cli.screen.sheets import Sheet

_USUAL: Final = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vi")
_TO_SAVE_SECONDS: Final = 1.5
"""How long an editor may take to save what it holds when we are ended, before it is told to; and then once more."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back from the editor.

    Attributes:
        text: The new text, None where nothing is changed.
        why: Why nothing is changed, one sentence.
    """

    text: str | None
    why: str = ""


def edit(sheet: Sheet, environment: Mapping[str, str] = os.environ) -> Edited:
    """Let the person change a text in `$VISUAL`, else `$EDITOR`, else what is usual here. The file stays."""
    command = _command(environment)
    if command is None:
        return Edited(None, "There is no editor. Set EDITOR, for example: export EDITOR=nano. Nothing was changed.")
    name = command[0]
    try:
        with sheet.in_use(), _interrupts_go_to_the_editor():
            code = _run([*command, str(sheet.path)])
    except OSError as error:
        return Edited(None, f"The editor `{name}` did not start: {error.strerror}. Check EDITOR. Nothing was changed.")
    if code != 0:
        return Edited(None, f"The editor `{name}` ended with code {code}. Nothing was changed.")
    try:
        new = sheet.text()
    except (OSError, UnicodeDecodeError):
        return Edited(None, f"The editor `{name}` left no readable UTF-8 text. Nothing was changed.")
    if not new:
        return Edited(None, "The text came back empty. Nothing was changed.")
    return Edited(None, "The text is as it was.") if new == sheet.start() and not sheet.is_left else Edited(new)


def _command(environment: Mapping[str, str]) -> list[str] | None:
    wanted = environment.get("VISUAL") or environment.get("EDITOR")
    if wanted:
        # A path of Windows has backslashes, which POSIX quoting would eat.
        return shlex.split(wanted, posix=sys.platform != "win32")
    usual = next((name for name in _USUAL if shutil.which(name)), None)
    return [usual] if usual else None


def _run(command: list[str]) -> int:
    """Run the editor to its end; where we are ended first, it gets the time to save what it holds."""
    process = subprocess.Popen(command)  # noqa: S603 - the person's own EDITOR
    try:
        return process.wait()
    except BaseException:
        _end(process)
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End an editor, which a closed terminal may have told already: twice at once would keep it from saving."""
    if not _ends(process):
        process.send_signal(getattr(signal, "SIGHUP", signal.SIGTERM))
        if not _ends(process):
            process.kill()


def _ends(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(_TO_SAVE_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return True


@contextmanager
def _interrupts_go_to_the_editor() -> Iterator[None]:
    """Let Ctrl-C reach the editor alone: a handler, unlike an ignored signal, is not inherited."""
    was = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, was)
