"""Whether a statement is about another place, or about a narrower thing than the fact."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.values.amounts import DAY_NAMES, OTHER_DOLLARS
from reviewwatch.reply.claims.values.listed import finder, listed
from reviewwatch.reply.claims.values.tokens import BREAK, stem
from reviewwatch.reply.claims.values.zones import HOMES

_COMMON_NAMES: Final = (
    listed(
        "january february march april may june july august september october november december christmas "
        "easter black friday"
        " utc gmt est pst cet us uk eu english british american german french spanish polish italian dutch "
        "portuguese swedish turkish russian japanese chinese european android "
        "ios iphone ipad apple google"
        " mac windows pro plus premium wifi tv pdf csv ok god i'm app store play mr mrs ms dr st am pm "
        "swiss gps usb led x lol"
    )
    | frozenset(DAY_NAMES)
    | frozenset(OTHER_DOLLARS)
)
_BEFORE: Final = listed("at the in of by from near like than to 's with via their")
_AFTER: Final = listed(
    "has have is are was were costs charges charge asks takes wants offers does do gives opens closes "
    "lets allows includes"
)
_NARROWING: Final = listed(
    "child children kid kids toddler baby babies infant student students senior seniors pensioner "
    "pensioners member members"
    " non couple couples family families group groups peak express overnight additional deluxe "
    "upgrade upgraded discount"
    " discounted sale refurbished second third half corporate business vip gold silver platinum"
    " sunday monday tuesday wednesday thursday friday saturday weekend weekends teen teens teenager concession"
    " foreign international abroad overseas island islands larger smaller bigger bed packed takeaway "
    "heavy bulky oversized big"
)
_PRICED: Final = frozenset([Family.PRICE, Family.QUANTITY, Family.THRESHOLD, Family.COUNT])


def is_elsewhere(scene: Scene, start: int, end: int, names: Set[str]) -> bool:
    """Say whether a statement's clause names a place or product that is not ours.

    Args:
        start, end: Items of the statement.
        names: Words of the business's own names and of its facts.
    """
    if 2 * sum(1 for item in scene.items if item.is_name) > len(scene.items):
        return False  # a headline, where each word has a capital
    first, last = scene.clause(start, end)
    if _is_of_other_place(scene, first, names) or _is_of_others(scene, first, last, names):
        return True
    for at in range(0, last):
        item = scene.items[at]
        if at < first and (at == 0 or scene.items[at - 1].word not in _PLACING or item.word in HOMES):
            continue
        if (
            not item.is_name
            or item.word == "'s"
            or item.word in names
            or stem(item.word) in names
            or item.word in _COMMON_NAMES
        ):
            continue
        before = scene.items[at - 1] if at else None
        after = scene.items[at + 1].word if at + 1 < len(scene.items) else ""
        if after in _AFTER or (before is not None and (before.word in _BEFORE or before.is_name)):
            return True
    return False


def is_aside(scene: Scene, at: int, own: Set[str]) -> bool:
    """Say whether an item stands in a clause about another thing than a topic: "my sister, who works until nine".

    Args:
        own: Singular words that name the topic.
    """
    first, _ = scene.clause(at, at + 1)
    if not scene.is_relative(first):
        return False
    before = next((word for word in reversed(scene.stems[:first]) if word != BREAK), "")
    return before not in own


def is_narrower(scene: Scene, start: int, end: int, topic: Topic) -> bool:
    """Say whether a clause speaks of a special case that the topic does not: a child's breakfast, a second dog."""
    if topic.family not in _PRICED:
        return False
    first, last = (max(0, start - 2), end) if topic.family is Family.COUNT else scene.clause(start, end)
    words = {item.word for item in scene.items[first:last]}
    own = topic.words.union(*topic.names)
    return any(stem(word) not in own and word not in own for word in words & _NARROWING)


_PLACING: Final = listed("at the in like unlike their")
_OURS: Final = listed(
    "hotel lodge house inn app shop store site place practice office room rooms building premises town here"
)


def _is_of_other_place(scene: Scene, first: int, names: Set[str]) -> bool:
    """Find "at the pub, where the kitchen closes at eight"."""
    if scene.items[first].word not in ("where", "whose") or first < 2:
        return False
    begin, end = scene.clause(first - 2, first - 1)
    words = [item.word for item in (*scene.items[begin : begin + 3], scene.items[end - 1])]
    return not any(word in _OURS or stem(word) in names for word in words)


_OTHERS: Final = listed(
    "pub farm supermarket hostel station bank airport council neighbour neighbor chippy bakery grocer butcher airline"
    " bus taxi cab ferry train church hospital multiplex competitor landlord driver guide campground motel tavern"
)
"""Who is hardly ever the business itself, unless it goes by that name."""


def _is_of_others(scene: Scene, first: int, last: int, names: Set[str]) -> bool:
    """Find "the pub does free wifi": a clause whose subject is somebody else."""
    for at in range(first, min(last - 1, first + 6)):
        word = scene.stems[at]
        if word in _OTHERS and word not in names and at and scene.items[at - 1].word in _SUBJECTS:
            return not any(item.amount or item.word in _PLACED for item in scene.items[first : at - 1])
        if word in _OTHERS and word not in names and at == first:
            return True
    return False


_SUBJECTS: Final = listed("the a an that this every each any some all my our your their 's local")
_PLACED: Final = listed("at in to from by near for with of on than like unlike is are was were has have not")


_PRESENT: Final = finder("""
    is, are, does, do, closes, opens, costs, charges, shuts, starts, ends, takes, has, have, allows, lasts, can, sets,
    asks, wants, offers, sells, needs
""")
_BYGONE: Final = finder("""
    was, were, did, had, closed, opened, charged, cost, ended, started, shut, took, could, asked, wanted, offered,
    used, began, stopped, finished, sold, needed, came, went, got
""")


def is_present(clause: str) -> bool:
    """Say whether a clause is about now, so that a date in it dates no event."""
    return _PRESENT.search(clause) is not None and _BYGONE.search(clause) is None


def is_bygone(clause: str) -> bool:
    """Say whether a clause is told in the past."""
    return _BYGONE.search(clause) is not None
