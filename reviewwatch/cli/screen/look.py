"""How things are drawn for this person on this terminal, and the pieces that are drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console

_MARK: Final = re.compile(r"- |\S  |  +")
"""A dash of a list, a key of the help, or the indent of what belongs to the line above."""


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
        is_about_reply: Stands with the reply, and is no part of it.
        hangs: Lines that begin with a mark (`- `, two spaces, a key) go on below their first word.
    """

    title: str
    body: Text
    is_reply: bool = False
    is_about_reply: bool = False
    hangs: bool = False


def hung(body: Text, width: int, console: Console) -> Text:
    """Return a text wrapped so that what goes on of a marked line stands below its first word."""
    lines: list[Text] = []
    for line in body.split("\n", allow_blank=True):
        mark = _MARK.match(line.plain)
        if mark is None or len(line) <= width:
            lines.append(line)
            continue
        first, *rest = line[mark.end() :].wrap(console, max(1, width - mark.end()))
        lines.append(line[: mark.end()] + first)
        lines += [Text(" " * mark.end()) + one for one in rest]
    return Text("\n").join(lines)


@dataclass(frozen=True, slots=True)
class View:
    """One ticket as it is laid before a person.

    Attributes:
        head: Where in the queue it stands: `3 of 17`.
    """

    head: str
    sections: tuple[Section, ...]
