"""Reading what a place lists: the good items, and beside them those that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from reviewwatch.errors import LayoutChangedError
from reviewwatch.types import Problem

_Value = TypeVar("_Value")
_Item = TypeVar("_Item")
_KEPT = 100_000


def each(
    items: Sequence[_Item],
    read: Callable[[_Item], _Value],
    *,
    what: str,
    name: Callable[[_Item], str] | None = None,
    expected: str = "",
    body: bytes = b"",
) -> tuple[list[_Value], list[Problem]]:
    """Read every item; one that cannot be read becomes a problem that names it by id or else by position.

    Args:
        read: Raises ValueError, TypeError, LookupError or AttributeError where an item is not what it should be.
        what: One item in a word: "review".
        name: The id of an item for messages; may raise as `read` does.
        expected: The form that the items should have, with its source.
        body: The answer that held them, kept for a look where nothing could be read.

    Raises:
        LayoutChangedError: There were items, and none could be read.
    """
    values: list[_Value] = []
    problems: list[Problem] = []
    for position, item in enumerate(items, 1):
        try:
            values.append(read(item))
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            problems.append(Problem(_where(item, position, what, name), _why(error, item)))
    if problems and not values:
        raise LayoutChangedError(
            f"the place lists {len(problems)} {what}s, none of which can be read: {problems[0].where}: "
            f"{problems[0].why}",
            expected=expected or f"{what}s that can be read",
            body=body[:_KEPT],
        )
    return values, problems


def _where(item: _Item, position: int, what: str, name: Callable[[_Item], str] | None) -> str:
    try:
        known = str(name(item)) if name else ""
    except (ValueError, TypeError, LookupError, AttributeError):
        known = ""
    return f"{what} {known[:80]}" if known else f"item {position}"


def _why(error: Exception, item: object) -> str:
    if isinstance(error, TypeError | AttributeError) and isinstance(item, str | int | float | list | None):
        return "it is no object"
    if isinstance(error, KeyError):
        return f"`{error.args[0]}` is missing"
    return str(error) or type(error).__name__
