"""Suggesting a reply, and the rules that every reply is held to.

`platforms` holds what each place allows, `reading` and `claims` read the review, `answer` decides, `plan`, `frames`,
`realize` and `rank` make drafts, `guards` check a text, whoever wrote it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewwatch.reply.offline import draft, suggest

__all__ = ["draft", "suggest"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: its rules take a second, and who only reads reviews drafts none.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module("reviewwatch.reply.offline"), name)
