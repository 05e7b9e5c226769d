"""Microdata and RDFa: attributes on the tags of a page, read into the nodes that JSON-LD would hold.

Source: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/ (read 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import plain_of_html
from reviewwatch_connectors.web_page.graph import Node

_MOST_STEPS: Final = 20_000_000
"""Characters of values in a page; an element that `itemref` brings in counts for a hundred."""
_STEP: Final = 100
_SPACE: Final = re.compile(r"[ \t\r\n\f\v]+")
_LINKS: Final = {"a": "href", "area": "href", "link": "href", "img": "src", "audio": "src", "video": "src"}
_VALUES: Final = {"data": "value", "meter": "value", "time": "datetime", "object": "data"}


@dataclass(frozen=True, slots=True)
class Syntax:
    """The attributes that begin a thing, name a property, and give a thing's kind and id."""

    scope: str
    prop: str
    kind: str
    id: str


MICRODATA: Final = Syntax("itemscope", "itemprop", "itemtype", "itemid")
RDFA: Final = Syntax("typeof", "property", "typeof", "resource")


def parse_tree(text: str) -> Any:
    """Return the root element of a page, None where there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(text.replace("\0", "\ufffd").encode(), parser)
    except etree.LxmlError:
        return None


def shown_text(element: Any) -> str:
    """Return what a visitor reads in an element, as lines."""
    if len(element) == 0 and element.tag not in ("script", "style", "pre"):
        return _SPACE.sub(" ", element.text or "").strip(" ")
    return plain_of_html(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def nodes_of(root: Any, syntax: Syntax) -> list[Node]:
    """Return the things of a page; those that are a property of another come behind those that are not.

    Raises:
        LayoutChangedError: The page nests or refers to itself so often that it cannot be meant.
    """
    scopes = [element for element in root.iter(etree.Element) if syntax.scope in element.attrib]
    values: dict[Any, Node | str] = {element: _empty_node(element, syntax) for element in scopes}
    named: dict[str, Any] = {}
    if syntax is MICRODATA and any("itemref" in element.attrib for element in scopes):
        named = {element.get("id"): element for element in root.iter(etree.Element) if element.get("id")}
    budget = _Budget(_MOST_STEPS)
    for scope in scopes:
        node = values[scope]
        for element in _inside(scope, syntax, named, budget):
            if element not in values:
                values[element] = budget.spend_on(_value(element, syntax))
            for name in element.get(syntax.prop).split():
                if isinstance(node, dict):
                    node.setdefault(name.rpartition(":")[2].rpartition("/")[2], []).append(values[element])
    return [node for scope in _outer_first(scopes, syntax) if isinstance(node := values[scope], dict)]


def _outer_first(scopes: Sequence[Any], syntax: Syntax) -> list[Any]:
    return sorted(scopes, key=lambda scope: syntax.prop in scope.attrib)


@dataclass(slots=True)
class _Budget:
    """How much may be looked at again: `itemref` and nesting can make a small page endless."""

    left: int

    def spend_on(self, text: str) -> str:
        """Return a text that was read."""
        self.spend(len(text))
        return text

    def spend(self, steps: int) -> None:
        """Count.

        Raises:
            LayoutChangedError: It was too much.
        """
        self.left -= steps
        if self.left < 0:
            raise LayoutChangedError(
                "the marked up items of the page hold each other so often that it cannot be meant; nothing was read",
                expected="reviews marked up as microdata or RDFa",
            )


def _empty_node(element: Any, syntax: Syntax) -> Node:
    node: Node = {"@type": element.get(syntax.kind, "").split()}
    if name := element.get(syntax.id, "").strip():
        node["@id"] = name
    return node


def _inside(scope: Any, syntax: Syntax, named: dict[str, Any], budget: _Budget) -> Iterator[Any]:
    """Yield the elements that name a property of this thing, its own and then those that it refers to."""
    yield from (element for element in _walk(scope, syntax, scope) if syntax.prop in element.attrib)
    referred = [named[name] for name in scope.get("itemref", "").split() if name in named]
    for element in _walk(referred, syntax, scope):
        budget.spend(_STEP)
        if syntax.prop in element.attrib:
            yield element


def _walk(starts: Iterable[Any], syntax: Syntax, scope: Any) -> Iterator[Any]:
    """Yield elements and what is in them, in order, but not what is in another thing."""
    stack = [*starts][::-1]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and element is not scope:
            yield element
            if syntax.scope not in element.attrib:
                stack += reversed(element)


def _value(element: Any, syntax: Syntax) -> str:
    """Return the value of a property that is no thing itself. Shops write `content` on any tag, so it goes first.

    A link is by the standards worth its address; what it shows is meant where it names somebody.
    """
    stated = element.get("content")
    if stated is None:
        stated = element.get(_VALUES.get(element.tag) or _LINKS.get(element.tag, "content"))
    is_named = element.tag == "a" and element.get(syntax.prop) != "url" and element.text and element.text.strip()
    if stated is None or is_named:
        return shown_text(element)
    return str(stated).strip()
