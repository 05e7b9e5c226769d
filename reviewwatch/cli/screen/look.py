"""How things are drawn for this person on this terminal, and the pieces that are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text


@dataclass(frozen=True, slots=True)
class Look:
    """What a person can see.

    Attributes:
        is_plain: For a screen reader: words instead of glyphs, no layout.
        has_color: Else marks stand for color.
    """

    is_plain: bool = False
    has_color: bool = True

    def style(self, name: str) -> str:
        """Return a style of rich, or none where there is no color."""
        return name if self.has_color else ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a ticket.

    Attributes:
        is_reply: What would become public; the other sections are the evidence.
    """

    title: str
    body: Text
    is_reply: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """One ticket as it is laid before a person.

    Attributes:
        head: Where in the queue it stands: `3 of 17`.
    """

    head: str
    sections: tuple[Section, ...]
