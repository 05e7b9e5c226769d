"""The face for screen readers and dumb terminals: lines in, lines out, nothing moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Final

from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.look import Look, View

AT_ONCE: Final = 1_500
"""Characters of one section that are printed before `m` reads on: about two minutes of speech."""


class PlainFace:
    """Prints lines unwrapped, since the reader or the terminal wraps them better, and reads a line for a key."""

    look = Look(is_plain=True, has_color=False)

    def __init__(self, write: Callable[[str], None] = print, read_line: Callable[[str], str] = input) -> None:
        self._write = write
        self._read_line = read_line
        self._rest: list[str] = []
        self._reply_rest: list[str] = []
        self._has_named_keys = False

    def show(self, view: View, from_reply: bool = False) -> None:
        """Print a ticket; what is long is cut, and `m` reads on. After an edit only the reply is read again."""
        self._rest, self._reply_rest = [], []
        self._write("")
        self._write(f"{view.head}.")
        for section in view.sections:
            if from_reply and not (section.is_reply or section.is_about_reply):
                continue
            self._write(f"{section.title}:")
            first, *rest = _pieces(section.body.plain) or [""]
            self._write(first)
            (self._reply_rest if section.is_reply else self._rest).extend(rest)
        self._say_how_much_more()

    def tell(self, message: str) -> None:
        """Print it."""
        self._write(message)

    def ask(self, choices: Sequence[Choice], question: str = "") -> str:
        """Print what can be typed, in full the first time and for every menu, and read a line."""
        offered = {choice.key for choice in choices}
        if question:
            self._write(question)
        if question or not self._has_named_keys:
            self._write(", ".join(f"{choice.key} {choice.label}" for choice in choices) + ".")
            self._has_named_keys = self._has_named_keys or not question
        while True:
            typed = self._typed("Empty line goes back: " if question else "Key: ")
            if typed in offered or (question and not typed):
                return typed
            if typed == "m":
                self._read_on(self._rest or self._reply_rest)
            else:
                keys = " ".join(choice.key for choice in choices)
                self._write(
                    f"Type one of: {keys}." if not typed else f"`{typed[:20]}` does nothing here. Type one of: {keys}."
                )

    def pause(self) -> None:
        """Wait for a line, whatever it says; `m` reads on."""
        while self._typed("Enter goes back to the review: ") == "m":
            self._read_on(self._rest or self._reply_rest)

    def line(self, question: str) -> str:
        """Read a line."""
        return self._typed(f"{question}: ")

    def has_shown_reply(self) -> bool:
        """Say whether all of the reply was printed."""
        return not self._reply_rest

    def go_to_reply(self) -> None:
        """Print the next piece of the reply."""
        self._read_on(self._reply_rest)

    def outside(self) -> AbstractContextManager[None]:
        """Do nothing: the terminal was never taken."""
        return nullcontext()

    def _typed(self, prompt: str) -> str:
        """Read a line; where the person leaves instead, what is said next begins on a line of its own."""
        try:
            return self._read_line(prompt).strip()
        except (EOFError, KeyboardInterrupt):
            self._write("")
            raise

    def _read_on(self, rest: list[str]) -> None:
        self._write(rest.pop(0) if rest else "There is no more.")
        self._say_how_much_more()

    def _say_how_much_more(self) -> None:
        n_left = sum(map(len, [*self._rest, *self._reply_rest]))
        if n_left:
            self._write(f"{n_left:,} more characters: m reads on.")


def _pieces(text: str) -> list[str]:
    return list(_cut(text))


def _cut(text: str) -> Iterator[str]:
    """Yield a text in pieces that end at a space where there is one near."""
    while len(text) > AT_ONCE:
        end = text.rfind(" ", AT_ONCE // 2, AT_ONCE)
        end = end if end > 0 else AT_ONCE
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    if text:
        yield text
