"""The face on a terminal: one screen a ticket, single keys, redrawn when the window changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Final

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.segment import Segment, Segments
from rich.text import Text

from reviewwatch.cli.screen import keys as key_names
from reviewwatch.cli.screen.face import Choice
from reviewwatch.cli.screen.keys import Keys
from reviewwatch.cli.screen.look import Look, Section, View, hung

Line = list[Segment]

BESIDE_FROM: Final = 110
"""Columns from which the reply stands beside the review instead of below it: two readable columns of 50 and more."""
LEAST_BODY: Final = 4
_GAP: Final = 3
_HOME, _ERASE_REST = "\x1b[H", "\x1b[J"
_CLEAR: Final = "\x1b[H\x1b[2J"


class KeyFace:
    """Draws on one terminal. Use within `with keys:`."""

    def __init__(self, console: Console, keys: Keys, read_line: Callable[[], str] = input) -> None:
        self._console = console
        self._keys = keys
        self._read_line = read_line
        self._can_clear = console.is_terminal and not console.is_dumb_terminal
        self.look = Look(has_color=console.color_system is not None and not console.no_color)
        self._view = View("", ())
        self._message = ""
        self._top = 0
        self._shown_to = 0
        self._body: list[Line] = []
        self._reply_starts, self._reply_ends = 0, 0
        self._is_from_reply, self._is_new = False, False
        self._is_starting = True
        self._n_shown = 0

    def show(self, view: View, from_reply: bool = False) -> None:
        """Lay a ticket out; it is drawn with the next question.

        Keys pressed before that do not count, but for one that decides nothing while the program was still starting.
        """
        self._view, self._top, self._shown_to = view, 0, 0
        self._is_from_reply, self._is_new = from_reply, True

    def tell(self, message: str) -> None:
        """Keep a message for the next drawing; several stand below each other."""
        self._message = f"{self._message}\n{message}" if self._message else message

    def ask(self, choices: Sequence[Choice], question: str = "") -> str:
        """Draw, and wait for a key that means something."""
        prompt = _menu(choices, question) if question else choices
        offered = {choice.key for choice in choices}
        while True:
            key = self._first_key(prompt, choices) or self._drawn_key(prompt)
            if key in offered:
                self._message = ""
                return key
            if key == key_names.ENDED:
                raise EOFError
            if question and key == key_names.ESCAPE:
                self._message = ""
                return ""
            self._answer_own_key(key)

    def _drawn_key(self, prompt: Text | Sequence[Choice]) -> str:
        self._draw(prompt)
        return self._keys.read()

    def _first_key(self, prompt: Text | Sequence[Choice], choices: Sequence[Choice]) -> str:
        """Return a key that was pressed before the first drawing, if it decides nothing; one that does did nothing."""
        if not self._is_starting:
            return ""
        self._is_starting = False
        if not self._keys.is_typed_ahead():
            return ""
        key = self._keys.read()
        if key == key_names.ENDED or key in {choice.key for choice in choices if choice.is_harmless}:
            self._is_new = False
            self._draw(prompt)
            return key
        if key.isprintable() and len(key) == 1:
            self.tell(f"`{key}` was pressed before there was anything to see, and did nothing.")
        return ""

    def pause(self) -> None:
        """Draw, and wait for any key."""
        stay = {"m", "b", key_names.NEXT_PAGE, key_names.PREVIOUS_PAGE, key_names.RESIZED, key_names.PASTED}
        while True:
            self._draw(Text("any key: back to the review"))
            key = self._keys.read()
            if key == key_names.ENDED:
                raise EOFError
            if key not in stay:
                self._message = ""
                return
            self._answer_own_key(key)

    def line(self, question: str) -> str:
        """Draw, and read a line that the terminal itself lets the person edit."""
        self._draw(Text(f"{question}: "))
        with self._keys.given_back(with_screen=False):
            try:
                answer = self._read_line()
            except EOFError:
                answer = ""
        self._message = ""
        return answer.strip()

    def has_shown_reply(self) -> bool:
        """Say whether the last line of the reply was drawn."""
        return self._shown_to >= self._reply_ends

    def go_to_reply(self) -> None:
        """Begin the next screen at the reply, or turn a page within it."""
        if self._shown_to <= self._reply_starts:
            self._top = self._reply_starts
        else:
            self._read_on()

    def _read_on(self) -> None:
        if self._top + self._n_shown < len(self._body):
            self._top += max(1, self._n_shown)

    def outside(self) -> AbstractContextManager[None]:
        """Leave our screen and the key mode."""
        return self._keys.given_back(with_screen=True)

    def _answer_own_key(self, key: str) -> None:
        self._message = ""
        if key in ("m", key_names.NEXT_PAGE):
            self._read_on()
        elif key in ("b", key_names.PREVIOUS_PAGE):
            self._top = max(0, self._top - max(1, self._n_shown))
        elif key == key_names.RESIZED:
            self._top = 0
        elif key == key_names.PASTED:
            self.tell("Pasted text is ignored here, since its letters would act as keys; `w` takes it in an editor.")
        elif key.isprintable():
            self.tell(f"`{key}` does nothing here.")

    def _draw(self, prompt: Text | Sequence[Choice]) -> None:
        columns, rows = self._console.size
        self._lay_out(columns)
        asked = prompt if isinstance(prompt, Text) else _key_lines(prompt, columns)
        foot = self._lines(Text("\n").join([*self._message_lines(), asked]), columns)
        head = self._rule(self._view.head, "blue", columns) if self._view.head else []
        room = max(LEAST_BODY, rows - len(head) - len(foot))
        if self._is_from_reply and len(self._body) > room:
            self._top = self._reply_starts
        self._is_from_reply = False
        shown, more = self._page(room, columns)
        blank: list[Line] = [[] for _ in range(room - len(shown) - len(more))] if self._can_clear else []
        if self._is_new:
            self._keys.forget_typed_ahead()
        self._is_new = False
        self._write([*head, *shown, *more, *blank, *foot])

    def _page(self, room: int, columns: int) -> tuple[list[Line], list[Line]]:
        """Return the lines of the body that fit, and a line that says how many are left."""
        left = self._body[self._top :]
        self._n_shown = len(left) if len(left) <= room else room - 1
        self._shown_to = max(self._shown_to, self._top + self._n_shown)
        n_more = len(left) - self._n_shown
        back = "   b back" if self._top else ""
        if n_more:
            return left[: self._n_shown], self._lines(
                Text(f"… m: {n_more} more lines{back}", self.look.style("cyan")), columns
            )[:1]
        if self._top and len(left) < room:
            return left, self._lines(Text(f"end{back}", self.look.style("cyan")), columns)
        return left, []

    def _lay_out(self, columns: int) -> None:
        """Draw the sections: below each other, or the reply beside the evidence where there is room."""
        sections = self._view.sections
        if columns < BESIDE_FROM:
            self._body, self._reply_starts, self._reply_ends = self._drawn(sections, columns)
            return
        width = (columns - _GAP) // 2
        beside = [section for section in sections if section.is_reply or section.is_about_reply]
        left, *_ = self._drawn([section for section in sections if section not in beside], width)
        right, *ends = self._drawn(beside, width)
        self._reply_starts, self._reply_ends = ends
        n_lines = max(len(left), len(right))
        pairs = zip(_filled(left, n_lines), _filled(right, n_lines), strict=True)
        self._body = [_side_by_side(one, other, width) for one, other in pairs]

    def _drawn(self, sections: Sequence[Section], width: int) -> tuple[list[Line], int, int]:
        """Return the lines, and between which of them the reply stands. The first section of all needs no title."""
        lines: list[Line] = []
        reply_starts, reply_ends = 0, 0
        for section in sections:
            if section.is_reply and not reply_ends:
                reply_starts = len(lines)
            if section is not self._view.sections[0]:
                lines += self._rule(section.title, "cyan", width)
            body = hung(section.body, width, self._console) if section.hangs else section.body
            lines += self._lines(body, width)
            reply_ends = len(lines) if section.is_reply else reply_ends
        return lines, reply_starts, reply_ends

    def _rule(self, title: str, style: str, width: int) -> list[Line]:
        text = Text(title, self.look.style(f"bold {style}"))
        return self._lines(Rule(text, align="left", characters=self._dash(), style=self.look.style(style)), width)

    def _message_lines(self) -> list[Text]:
        return [Text(self._message, self.look.style("bold"))] if self._message else []

    def _lines(self, drawn: RenderableType, width: int) -> list[Line]:
        return self._console.render_lines(drawn, self._console.options.update(width=max(1, width)), pad=False)

    def _dash(self) -> str:
        return "-" if self._console.options.ascii_only else "─"

    def _write(self, lines: list[Line]) -> None:
        flat = [segment for line in lines for segment in (*line, Segment.line())][:-1]
        with self._console.capture() as captured:
            self._console.print(Segments(flat), end="")
        # One write a screen, so that a slow line does not show it half drawn.
        self._console.file.write((_CLEAR if self._can_clear else "\n") + captured.get())
        self._console.file.flush()


def _filled(lines: list[Line], n: int) -> list[Line]:
    return [*lines, *([] for _ in range(n - len(lines)))]


def _side_by_side(left: Line, right: Line, width: int) -> Line:
    return [*Segment.adjust_line_length(left, width), Segment(" " * _GAP), *right]


def _key_lines(choices: Sequence[Choice], columns: int) -> Text:
    """Return the keys on as few lines as the width allows; a key and its word stay together."""
    lines = [Text()]
    for choice in choices:
        shown = Text(f"{choice.key} {choice.label}")
        if lines[-1] and lines[-1].cell_len + len("  ") + shown.cell_len > columns:
            lines.append(Text())
        lines[-1].append("  " if lines[-1] else "").append_text(shown)
    return Text("\n").join(lines)


def _menu(choices: Sequence[Choice], question: str) -> Text:
    lines = [Text(question)]
    lines += [Text(f"  {choice.key} {choice.label}") for choice in choices]
    return Text("\n").join([*lines, Text("  Esc back")])
