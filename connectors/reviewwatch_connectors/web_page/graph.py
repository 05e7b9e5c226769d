"""The things that a page names in schema.org's words, where each hangs, and which of them are reviews."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

Node = dict[str, Any]
"""A thing: `@type`, `@id` and properties, each a value, a node or a list of them."""
_Hung = tuple[object, Node | None, str]
"""A value, the node that it hangs at and the property."""

_REVIEW_TYPES: Final = frozenset({"Review", "UserReview", "CriticReview", "EmployerReview", "Recommendation"})
_LEAVES: Final = frozenset({"author", "reviewRating"})
_NEVER_REVIEWS: Final = frozenset({"author", "reviewRating", "aggregateRating", "offers"})
_LISTS: Final = frozenset({"review", "reviews"})


@dataclass(frozen=True, slots=True)
class Found:
    """A review, or nonsense where one should be, and the thing that it stands under."""

    node: object
    parent: Node | None


@dataclass(frozen=True, slots=True)
class Graph:
    """Every node in the order of the page, with where it hangs; and those that others may name by `@id`."""

    hung: Sequence[_Hung]
    by_id: dict[str, Node]

    @classmethod
    def of(cls, roots: Iterable[object]) -> Graph:
        """Walk everything below the roots."""
        hung = _walk(roots)
        by_id: dict[str, Node] = {}
        for node, _, _ in hung:
            if type(node) is dict and type(name := node.get("@id")) is str:
                by_id[name] = max(by_id.get(name, node), node, key=len)
        return cls(hung, by_id)

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node, without nonsense."""
        return (node for node, _, _ in self.hung if isinstance(node, dict))

    def resolve(self, value: object) -> object:
        """Return the node that a bare `{"@id": …}` or an address names, else the value."""
        if isinstance(value, dict) and len(value) == 1 and isinstance(name := value.get("@id"), str):
            return self.by_id.get(name, value)
        return self.by_id.get(value, value) if isinstance(value, str) else value

    def reviews(self) -> list[Found]:
        """Return each review once, under the thing that lists it rather than on its own."""
        found: dict[int, Found] = {}
        for hung, parent, key in self.hung:
            if key in _NEVER_REVIEWS:
                continue
            node = self.resolve(hung) if key in _LISTS else hung
            if not _is_review(node, key):
                continue
            under = parent if key in _LISTS else None
            if id(node) not in found or (under and not found[id(node)].parent):
                found[id(node)] = Found(node, under)
        return list(found.values())


def _walk(roots: Iterable[object]) -> list[_Hung]:
    """Return nodes, and whatever a list of reviews holds, without a call per level: nesting is the page's to choose."""
    stack: list[_Hung] = []
    stack += [(root, None, "") for root in reversed([*roots])]
    seen: set[int] = set()
    hung: list[_Hung] = []
    while stack:
        found = value, parent, key = stack.pop()
        if type(value) is dict:
            if id(value) not in seen:
                seen.add(id(value))
                hung.append(found)
                stack += [(one, value, name) for name, one in reversed(value.items()) if _may_hold(name, one)]
        elif type(value) is list:
            stack += [(one, parent, key) for one in reversed(value)]
        elif key in _LISTS and value is not None:
            hung.append(found)
    return hung


def _may_hold(name: str, value: object) -> bool:
    """Say whether a review, or a node that others name, may stand in the value of a property."""
    if type(value) is dict:
        return name not in _LEAVES or "@id" in value
    return type(value) is list or name in _LISTS


def _is_review(node: object, key: str) -> bool:
    if not isinstance(node, dict):
        # An address of a page of reviews is no review; a number is one gone wrong.
        return key in _LISTS and not isinstance(node, str)
    if node.get("@type") == "Review":
        return True
    types = types_of(node)
    return bool(types & _REVIEW_TYPES) or (key in _LISTS and not types and node.keys() != {"@id"})


def types_of(node: Node) -> frozenset[str]:
    """Return the types of a node without the vocabulary's address."""
    stated = node.get("@type")
    if type(stated) is str and stated.isalpha():
        return frozenset((stated,))
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))
