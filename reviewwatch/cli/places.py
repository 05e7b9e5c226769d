"""`docs/connectors.md`: what each connector can and cannot do, and how it is set up, in its own words."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Final

from reviewwatch.connector import Capabilities, Connector, connector_names, load_connector, page_of
from reviewwatch.reply import platforms

_HEAD: Final = """\
# Connectors

This page is written by `python3 dev.py docs` from what each connector says of itself. The config names a connector
by `connector = "…"`; `reviewwatch add URL` finds the one for an address. A package of yours can bring more of them:
[how to write one](../connectors/README.md).
"""

_COLUMNS: Final = (
    "connector", "place", "key", "reads", "replies", "longest reply", "limit of requests", "edits", "deletions",
    "history", "tested against",
)  # fmt: skip

_FOOT: Final = """
- **reads**: *all* lists every review at each full pull; *window* shows some of them, so that a review which is missing
  proves nothing.
- **replies**: *posted* through an API, after a person's yes. *By hand*: `reviewwatch publish` hands the text over to
  you, one reply at a time, and *seen* means that the next pull confirms it, *not seen* that nothing can.
- **tested against**: what the code was held to. Nobody here has asked the real places; where only a schema or a
  description was there, the cell says so.
"""


def render_connectors() -> str:
    """Return `docs/connectors.md`."""
    kinds = {name: load_connector(name) for name in connector_names()}
    table = [_line(_COLUMNS), _line(["---"] * len(_COLUMNS))]
    table += [_line(_cells(name, kind)) for name, kind in kinds.items()]
    pages = [part for name in kinds for part in ("", f"## {name}", "", *_page(name))]
    return "\n".join([_HEAD, *table, _FOOT.rstrip(), *pages]) + "\n"


def _cells(name: str, kind: type[Connector]) -> list[str]:
    about, can = kind.about, kind.capabilities
    return [
        f"[`{name}`](#{name})",
        about.place,
        about.key,
        "window" if can.is_windowed else "all",
        _replies(can),
        _longest(can),
        about.limit,
        about.edits,
        about.deletions,
        about.history,
        about.tested,
    ]


def _replies(can: Capabilities) -> str:
    if can.can_reply:
        return "posted"
    return "by hand, seen" if can.shows_owner_replies else "by hand, not seen"


def _longest(can: Capabilities) -> str:
    platform = platforms.load(can.platform)
    is_sure = platform.limit_is == "documented"
    return f"{platform.limit:,} {platform.unit}{'' if is_sure else f' ({platform.limit_is})'}"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _page(name: str) -> Iterator[str]:
    """Yield a connector's own page as Markdown: indented blocks are examples of the config."""
    is_example = False
    for line in inspect.cleandoc(page_of(name)).splitlines():
        is_indented = line.startswith("    ")
        if is_indented and not is_example:
            yield "```toml"
        if is_example and line and not is_indented:
            yield from ("```", "")
        is_example = is_indented or (is_example and not line)
        if is_example and not line:
            continue
        yield line.removeprefix("    ") if is_indented else line
    if is_example:
        yield "```"
