"""Single keys from a terminal, and a terminal that is as it was afterwards, whatever happened in between."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

RESIZED: Final = "resized"
PASTED: Final = "pasted"
ENDED: Final = "ended"
"""Names of what is no key: the window changed, text was pasted (and dropped), the input ended."""

ENTER: Final = "enter"
ESCAPE: Final = "escape"
NEXT_PAGE: Final = "next page"
PREVIOUS_PAGE: Final = "previous page"

_NAMED: Final = {
    "": ENDED,
    "\x04": ENDED,
    "\r": ENTER,
    "\n": ENTER,
    "\x1b": ESCAPE,
    " ": NEXT_PAGE,
    "\x1b[6~": NEXT_PAGE,
    "\x1b[B": NEXT_PAGE,
    "\x1bOB": NEXT_PAGE,
    "\x1b[5~": PREVIOUS_PAGE,
    "\x1b[A": PREVIOUS_PAGE,
    "\x1bOA": PREVIOUS_PAGE,
    "\xe0Q": NEXT_PAGE,  # the last four are Windows' own: page and arrow keys
    "\xe0P": NEXT_PAGE,
    "\xe0I": PREVIOUS_PAGE,
    "\xe0H": PREVIOUS_PAGE,
}
_PASTE_STARTS: Final = "\x1b[200~"
_PASTE_ENDS: Final = "\x1b[201~"
ON_DUMB: Final = ("", "\n")
ON_LINES: Final = ("\x1b[?2004h", "\x1b[?2004l")
ON_SCREEN: Final = ("\x1b[?1049h\x1b[?2004h", "\x1b[?2004l\x1b[?1049l")
"""What switches a terminal to us and back. 2004: pasted text arrives between marks, so that no letter of it acts as a
key. 1049: a screen beside the scrollback. Source: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html"""
_REST_OF_A_SEQUENCE_SECONDS: Final = 0.05
"""How long the rest of an escape sequence may take over a slow line before a lone Escape is taken for that key."""


class Keys:
    """Reads keys one by one. Within it the terminal neither echoes nor waits for enter.

    Ctrl-C stays an interrupt. SIGTERM and SIGHUP end the program through `SystemExit`, so that the terminal is
    restored; Ctrl-Z restores it for the shell and takes it again on return.
    """

    def __init__(self, write: Callable[[str], None], switches: tuple[str, str]) -> None:
        """Prepare; nothing happens to the terminal before `with`.

        Args:
            write: Writes to the terminal at once.
            switches: ON_SCREEN, ON_LINES or ON_DUMB.
        """
        self._write = write
        self._on, self._off = switches
        self._line = _Line()
        self._is_taken = False
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Keys:
        wanted: dict[str, Callable[..., None]] = {
            "SIGTERM": _end,
            "SIGHUP": _end,
            "SIGTSTP": self._suspend,
            "SIGWINCH": self._resize,
        }
        for name, handler in wanted.items():
            number = getattr(signal, name, None)
            if number is not None:
                self._handlers[number] = signal.signal(number, handler)
        self._take()
        return self

    def __exit__(self, *exception: object) -> None:
        self._give_back()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._line.close()

    @contextmanager
    def given_back(self, with_screen: bool) -> Iterator[None]:
        """Give the terminal back for a while.

        Args:
            with_screen: Leave our screen too, as for an editor; else a line is typed on it.
        """
        if with_screen:
            self._give_back()
        else:
            self._line.cook()
            self._is_taken = False
        try:
            yield
        finally:
            self._take()

    def read(self) -> str:
        """Wait for one key; return its character, or one of the names above."""
        typed = self._line.read()
        if typed == RESIZED:
            return RESIZED
        if typed == "\x1b":
            typed += self._sequence()
        if typed == _PASTE_STARTS:
            self._drop_paste()
            return PASTED
        return _NAMED.get(typed, typed)

    def forget_typed_ahead(self) -> None:
        """Drop keys pressed before what they would act on was on the screen."""
        self._line.drop_input()

    def is_typed_ahead(self) -> bool:
        """Say whether a key waits to be read."""
        return self._line.has_more(0)

    def _sequence(self) -> str:
        rest = ""
        while len(rest) < 16 and self._line.has_more(_REST_OF_A_SEQUENCE_SECONDS):
            rest += self._line.read()
            if rest[-1] == "~" or (rest[-1].isalpha() and rest != "O"):
                break
        return rest

    def _drop_paste(self) -> None:
        tail = ""
        while tail != _PASTE_ENDS:
            character = self._line.read()
            if not character:
                return
            tail = (tail + character)[-len(_PASTE_ENDS) :]

    def _take(self) -> None:
        self._line.take()
        self._is_taken = True
        self._write(self._on)

    def _give_back(self) -> None:
        self._write(self._off)
        self._line.cook()
        self._is_taken = False

    def _resize(self, *_: object) -> None:
        self._line.wake()

    def _suspend(self, number: int, *_: object) -> None:
        """Stop like any other program, with the shell's terminal as it was; on return draw anew."""
        was_taken = self._is_taken
        if was_taken:
            self._give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        signal.signal(number, self._suspend)
        if was_taken:
            self._take()
        self._line.wake()


def _end(number: int, *_: object) -> None:
    raise SystemExit(128 + number)


if sys.platform == "win32":
    import msvcrt

    class _Line:
        """The console of Windows: it has no mode to keep."""

        def take(self) -> None:
            pass

        def cook(self) -> None:
            pass

        def close(self) -> None:
            pass

        def wake(self) -> None:
            pass

        def read(self) -> str:
            typed = msvcrt.getwch()
            if typed == "\x03":
                raise KeyboardInterrupt
            return "\xe0" + msvcrt.getwch() if typed in "\x00\xe0" else typed

        def has_more(self, _: float) -> bool:
            return msvcrt.kbhit()

        def drop_input(self) -> None:
            while msvcrt.kbhit():
                msvcrt.getwch()

else:
    import select
    import termios
    import tty

    class _Line:
        """The terminal behind standard input, with the mode it had before us."""

        def __init__(self) -> None:
            self._fd = sys.stdin.fileno()
            self._was = termios.tcgetattr(self._fd)
            self._woken, self._waker = os.pipe()
            os.set_blocking(self._waker, False)

        def take(self) -> None:
            tty.setcbreak(self._fd, termios.TCSADRAIN)

        def cook(self) -> None:
            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._was)

        def close(self) -> None:
            os.close(self._woken)
            os.close(self._waker)

        def wake(self) -> None:
            os.write(self._waker, b"w")

        def read(self) -> str:
            """Return one character, empty at the end of the input, RESIZED when woken."""
            ready, _, _ = select.select([self._fd, self._woken], [], [])
            if self._woken in ready:
                os.read(self._woken, 1024)
                return RESIZED
            typed = os.read(self._fd, 1)
            for _ in range(_n_following(typed)):
                typed += os.read(self._fd, 1)
            return typed.decode(errors="replace")

        def has_more(self, seconds: float) -> bool:
            return bool(select.select([self._fd], [], [], seconds)[0])

        def drop_input(self) -> None:
            termios.tcflush(self._fd, termios.TCIFLUSH)

    def _n_following(first: bytes) -> int:
        """Return how many bytes of UTF-8 follow a first byte."""
        lead = first[0] if first else 0
        return 3 if lead >= 0xF0 else 2 if lead >= 0xE0 else 1 if lead >= 0xC0 else 0
