"""Walk a JSON text of any length item by item, holding one item at a time.

The standard decoder does the reading, so that what programs write in the wild (`NaN`, long integers, lone surrogates,
raw line breaks in texts) can be read; a strict streaming parser gives up the whole file at the first of them.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch_connectors.file.columns import says_something
from reviewwatch_connectors.file.fields import LIST_NAMES
from reviewwatch_connectors.file.sniff import Shape
from reviewwatch_connectors.file.table import MAX_RECORD

_CHUNK: Final = 1 << 16
_SPACE: Final = re.compile(r"[ \t\r\n\ufeff]*")
_FIRST_IN_LIST: Final = re.compile(r"\[[ \t\r\n]*(\S)")
_MAX_DEPTH: Final = 3
_LONGEST_TOKEN: Final = 16
_IS_CUT: Final = "the file ends in the middle of it; the file may be cut"
_TOO_LONG: Final = f"it is longer than {MAX_RECORD:,} characters"
_IN_TEXT: Final = re.compile(r'["\\]')
_OUTSIDE: Final = re.compile(r'["{}\[\],]')


class StreamError(ValueError):
    """The text ends or breaks here; what was read before is good."""


class _UnreadError(StreamError):
    """The value that begins here cannot be held, but its end can be found."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Stands for an item that was passed over; those after it are good."""

    why: str


class JsonStream:
    """The objects of a file: those of its first list of objects, else the objects on top."""

    def __init__(self, shape: Shape) -> None:
        self._binary = shape.path.open("rb")
        self._text = io.TextIOWrapper(self._binary, shape.encoding.name, "replace", newline="")
        self._decode = json.JSONDecoder(strict=False).raw_decode
        self._buffer = ""
        self._at = 0
        self._n_taken = 0

    def items(self) -> Iterator[object]:
        """Yield the items in order, `Unread` for those that are too long or too deep to be held.

        Raises:
            StreamError: The text is cut or no JSON from here on.
        """
        opens = self._peek()
        if opens == "[" or (opens == "{" and self._find_list(depth=1)):
            yield from self._list()
            return
        self._start_again()
        while self._peek():
            yield self._item()

    def tell(self) -> int:
        """Return how many bytes were taken from the file, also after it is closed."""
        return self._n_taken if self._binary.closed else self._binary.tell()

    def close(self) -> None:
        """Close the file."""
        self._n_taken = self._binary.tell()
        self._text.close()

    def _list(self) -> Iterator[object]:
        self._at += 1
        if self._peek() == "]":
            return
        while True:
            yield self._item()
            if self._take(",]") == "]":
                return

    def _find_list(self, depth: int) -> bool:
        """Walk through an object up to a list of objects; returns whether there is one.

        An object with a text is a review itself, and its lists are its own (`replies`), unless their name says more.
        """
        self._at += 1
        is_review = False
        if self._peek() == "}":
            self._at += 1
            return False
        while True:
            name = str(self._value())
            is_review = is_review or says_something(name)
            self._take(":")
            opens = self._peek()
            if opens == "[" and self._holds_objects() and (name in LIST_NAMES or not is_review):
                return True
            if opens == "{" and depth < _MAX_DEPTH:
                if self._find_list(depth + 1):
                    return True
            else:
                self._item()
            if self._take(",}") == "}":
                return False

    def _holds_objects(self) -> bool:
        """Look past the bracket of a list without moving."""
        found = _FIRST_IN_LIST.match(self._buffer, self._at)
        while found is None and self._read_more():
            found = _FIRST_IN_LIST.match(self._buffer, self._at)
        return found is not None and found[1] == "{"

    def _item(self) -> object:
        """Read one value of any kind; one that cannot be held is passed over."""
        try:
            return self._value()
        except _UnreadError as error:
            if not self._pass_over():
                raise StreamError(f"{error}, and {_IS_CUT}") from error
            return Unread(str(error))

    def _pass_over(self) -> bool:
        """Walk to the end of the value that begins here, holding one piece at a time; False where it has no end."""
        depth = 0
        for mark in self._marks():
            if mark in "{[":
                depth += 1
            elif depth == 0 and mark != '"':  # what ends a number, or the list itself
                self._at -= 1
                return True
            elif mark in "}]":
                depth -= 1
            if depth == 0:
                return True
        return False

    def _marks(self) -> Iterator[str]:
        """Walk along the brackets and commas outside of texts, and the ends of texts."""
        is_text = False
        while True:
            found = (_IN_TEXT if is_text else _OUTSIDE).search(self._buffer, self._at)
            if found is None:
                if not self._next_piece():
                    return
                continue
            self._at = found.end()
            if found[0] == "\\":
                if self._at == len(self._buffer):
                    self._next_piece()
                self._at += 1
            elif found[0] == '"':
                is_text = not is_text
            if found[0] != "\\" and not is_text:
                yield found[0]

    def _next_piece(self) -> bool:
        self._buffer, self._at = self._text.read(_CHUNK), 0
        return bool(self._buffer)

    def _value(self) -> object:
        """Read one value of any kind.

        Raises:
            StreamError: It is cut or no JSON.
            _UnreadError: It is too long or too deep; it still begins here.
        """
        self._peek()
        while True:
            try:
                value, end = self._decode(self._buffer, self._at)
            except RecursionError as error:
                raise _UnreadError("it is nested too deeply") from error
            except json.JSONDecodeError as error:
                if not self._may_be_cut(error):
                    raise StreamError(f"it is not valid JSON ({error.msg}); nothing after it was read") from error
                if not self._read_more():
                    raise StreamError(_IS_CUT) from error
                continue
            except ValueError as error:
                raise _UnreadError(f"it is not valid JSON ({error})") from error
            # A number at the very end may go on in what was not read yet.
            if end == len(self._buffer) and self._read_more():
                continue
            if end - self._at > MAX_RECORD:
                raise _UnreadError(_TOO_LONG)
            self._at = min(end, len(self._buffer))
            return value

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos >= len(self._buffer) - _LONGEST_TOKEN

    def _peek(self) -> str:
        """Return the next character that is no space, empty at the end, without taking it."""
        while True:
            self._at = _SPACE.match(self._buffer, self._at).end()  # type: ignore[union-attr] # it matches nothing, too
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._read_more():
                return ""

    def _take(self, wanted: str) -> str:
        found = self._peek()
        if not found:
            raise StreamError("the file ends before the list does; the file may be cut")
        if found not in wanted:
            raise StreamError(f"before it stands {found!r} instead of one of {wanted!r}; nothing after that was read")
        self._at += 1
        return found

    def _read_more(self) -> bool:
        """Add as much again as the buffer holds, so that a long item is not tried at every step of its way."""
        self._buffer = self._buffer[self._at :]
        self._at = 0
        if len(self._buffer) > MAX_RECORD:
            raise _UnreadError(_TOO_LONG)
        more = self._text.read(max(_CHUNK, len(self._buffer)))
        self._buffer += more
        return bool(more)

    def _start_again(self) -> None:
        self._text.seek(0)
        self._buffer, self._at = "", 0
