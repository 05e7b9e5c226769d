"""Reading text: what it says whatever it is typed with, its sentences and its language. Pure.

Each part is loaded when it is first asked for: to show a text, a command needs no word list of twenty languages.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from reviewwatch.text.controls import show_controls
    from reviewwatch.text.folding import Folded, fold
    from reviewwatch.text.language import guess_language, may_be
    from reviewwatch.text.search import search_text
    from reviewwatch.text.split import Span, clauses, sentences

__all__ = ["Folded", "Span", "clauses", "fold", "guess_language", "may_be", "search_text", "sentences", "show_controls"]

_HOMES: Final = {
    "Folded": "folding",
    "Span": "split",
    "clauses": "split",
    "fold": "folding",
    "guess_language": "language",
    "may_be": "language",
    "search_text": "search",
    "sentences": "split",
    "show_controls": "controls",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
