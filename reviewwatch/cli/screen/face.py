"""How a session talks with a person, whatever the terminal: show a ticket, ask for a key, ask for a line."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from reviewwatch.cli.screen.look import Look, View


@dataclass(frozen=True, slots=True)
class Choice:
    """A key and what it does, in a word or two.

    Attributes:
        is_harmless: It decides nothing, so that it counts even if it was pressed before there was anything to see.
    """

    key: str
    label: str
    is_harmless: bool = False


class Face(Protocol):
    """One person at one terminal.

    Raises (every method that waits):
        EOFError: The input ended.
        KeyboardInterrupt: The person pressed Ctrl-C.
    """

    look: Look

    def show(self, view: View, from_reply: bool = False) -> None:
        """Lay a ticket before the person; `m` reads on.

        Args:
            from_reply: Begin at the reply where the ticket is longer than the screen, as after an edit.
        """
        ...

    def tell(self, message: str) -> None:
        """Say something that stands until the next key."""
        ...

    def ask(self, choices: Sequence[Choice], question: str = "") -> str:
        """Wait for the key of one choice.

        Args:
            question: Makes it a menu, which Escape (in plain mode an empty line) leaves with an empty answer.
        """
        ...

    def pause(self) -> None:
        """Wait until the person has read what is shown: any key leaves it but those that read on."""
        ...

    def line(self, question: str) -> str:
        """Ask for a line in the person's own words; empty where they changed their mind."""
        ...

    def has_shown_reply(self) -> bool:
        """Say whether the whole reply was before the person's eyes: what nobody could read is not approved."""
        ...

    def go_to_reply(self) -> None:
        """Bring the reply, or the part of it that was not seen yet, before the person."""
        ...

    def outside(self) -> AbstractContextManager[None]:
        """Leave the terminal to another program, as to an editor."""
        ...
