"""A raw answer beside what it means, and answers like it that are broken at random."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reviewwatch.net import Response

DATA = Path(__file__).parent / "data"
KEY = st.text(max_size=4) | st.just("label")
ODD: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**20) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
    max_leaves=6,
)
"""Any JSON at all, NaN and lone surrogates included."""


def answer(connector: str, name: str) -> Response:
    """Return a fixture as the place would send it."""
    return Response(200, "https://recorded.example/", {}, (DATA / connector / name).read_bytes())


def meaning(connector: str, name: str) -> Any:
    """Return what stands beside a fixture: `page1.json` means `page1.expected.json`."""
    return json.loads((DATA / connector / name.replace(".json", ".expected.json")).read_text(encoding="utf-8"))


def plain(value: Any) -> Any:
    """Return a house value as JSON, without what is empty."""
    if is_dataclass(value):
        items = {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        return {
            key: item for key, item in items.items() if item is not None and item is not False and item not in ("", [])
        }
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


@st.composite
def broken(draw: st.DrawFn, body: bytes) -> bytes:
    """Return an answer in which one value is another one, a key is gone, or the bytes are cut or changed."""
    if draw(st.booleans()):
        start, end = sorted((draw(st.integers(0, len(body))), draw(st.integers(0, len(body)))))
        return body[:start] + draw(st.binary(max_size=3)) + (body[end:] if draw(st.booleans()) else b"")
    value = json.loads(body)
    node: Any = {"": value}
    key: Any = ""
    while isinstance(node[key], dict | list) and node[key] and draw(st.integers(0, 5)):
        node = node[key]
        key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
    if node.__class__ is dict and draw(st.integers(0, 3)) == 0 and len(node) > 1:
        del node[key]
    else:
        node[key] = draw(ODD)
        value = node[""] if key == "" else value
    return json.dumps(value).encode("ascii")
