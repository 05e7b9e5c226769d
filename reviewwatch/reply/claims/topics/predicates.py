"""How a property of yes or no is said: being there, allowed, needed, included, or by a word of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewwatch.reply.claims.topics.words import Phrase, phrase, thing_of
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import stem


class Mode(StrEnum):
    """What a yes says."""

    EXISTS = "exists"
    ALLOWED = "allowed"
    NEEDED = "needed"
    DONE = "done"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a property is said.

    Attributes:
        things: Names of what is there, allowed or needed where the attribute names it, not the entity.
        does, lacks: As of those things.
        says, denies: Words that state or deny it: "heated", "unheated".
        is_everywhere: It is said of every room, so that one room proves nothing.
    """

    mode: Mode
    things: frozenset[Phrase] = frozenset()
    does: frozenset[Phrase] = frozenset()
    lacks: frozenset[Phrase] = frozenset()
    says: frozenset[Phrase] = frozenset()
    denies: frozenset[Phrase] = frozenset()
    is_everywhere: bool = False


PRESENCE: Final = frozenset(
    ["yes", "no", "included", "not included", "allowed", "not allowed", "available", "not available", "none"]
)
"""Values that say yes or no."""

_EXISTS: Final = listed(
    "present available offered offer exist exists existing provided supported supplied on site onsite "
    "there possible"
    " option installed support service included include stocked accepted accept part"
)
_ALLOWED: Final = listed("allowed permitted welcome accepted accept tolerated ok okay forbidden banned admitted")
_NEEDED: Final = listed("needed required necessary mandatory compulsory obligatory requires needs")
_GENERIC: Final = (
    _EXISTS | _ALLOWED | _NEEDED | frozenset(["in", "every", "room", "all", "the", "on", "for", "to", "be", "is", "a"])
)

_SAYS: Final[dict[str, tuple[str, str]]] = {
    "heated": ("heated, warmed, heated up, heat, heating", "unheated, not heated, no heating, no heater"),
    "sold": (
        (
            "sell, sold, selling, resell, trade, make money from, hand your data to advertiser, stock, "
            "stocked, on sale, for sale, in their range, in stock, on the shelf, on offer"
        ),
        "",
    ),
    "used": (
        (
            "use, used, using, all in, put it all in, put everything in, come in, comes in, arrive in, pack "
            "everything in, packed in, delivered in"
        ),
        "",
    ),
    "step-free": (
        "step free, level access, level entrance, ramp, wheelchair accessible, barrier free, wheelchair friendly, "
        " accessible for wheelchair, accessible by wheelchair, accessible, without step, without a step",
        "step, stairs, stair, step up, steps up, inaccessible",
    ),
    "plastic-free": (
        "plastic free, free of plastic, no plastic, without plastic, without any plastic, not a scrap "
        "of plastic, all paper,"
        " not any plastic, zero plastic, all cardboard",
        "plastic, bubble wrap, cling film, polystyrene",
    ),
    "added": (
        (
            "add, added, adding, slap on, slapped on, tack on, tacked on, put on, put E on, go on, come on "
            "top, sneak in, slap E on, goes on, slip in, slipped in, sneaked in, get added, gets added"
        ),
        "",
    ),
    "switched": (
        "switch off, switched off, turn off, turned off, opt out, disable, disabled, deactivate, "
        "switch E off, turn E off,"
        " refuse, refused, say no to, untick, decline, declined, avoided, deselected, ruled out, "
        "switch them off, turn them off, switching off, turning off, rule out",
        "",
    ),
    "taken": ("take back, taken back, take E back, accept, accept E back, collect, dispose of, take in, take E in", ""),
    "accessible": ("accessible, wheelchair friendly, step free, barrier free", "inaccessible"),
    "refundable": ("refundable, refunded, refund, get it back, returned", "non refundable, nonrefundable"),
    "free": ("free", ""),
    "covered": ("covered, indoor, under cover, roofed", "open air, uncovered, outdoor"),
    "indoor": ("indoor, inside, under a roof", "outdoor, outside, open air"),
    "outdoor": ("outdoor, outside, open air", "indoor, inside"),
    "refrigerated": ("refrigerated, cooled, chilled", "uncooled"),
    "encrypted": ("encrypted, encrypt", "unencrypted"),
    "shared": ("share, shared, pass on, passed on, hand on", ""),
    "recyclable": ("recyclable, recycled", ""),
    "waterproof": ("waterproof, watertight", ""),
    "organic": ("organic", ""),
    "halal": ("halal", ""),
    "chlorinated": ("chlorinated, chlorine", "chlorine free, unchlorinated"),
    "insured": ("insured, insurance", "uninsured"),
    "supervised": ("supervised, lifeguard, guarded, watched", "unsupervised, unguarded"),
    "lit": ("lit, floodlit, lighted", "unlit"),
    "secure": ("secure, locked", "unlocked"),
    "staffed": ("staffed, manned", "unstaffed, unmanned"),
}
"""By a word of the attribute: what states it, and what denies it."""


def predicate_of(attribute: str) -> Predicate:
    """Return how an attribute of yes or no is said."""
    words = phrase(attribute)
    is_everywhere = bool({"every", "all", "each"} & set(words))
    if set(words) & (_ALLOWED | _NEEDED):
        return _by_class(words, is_everywhere)
    known = next((_SAYS[word] for word in (attribute.casefold(), *attribute.casefold().split()) if word in _SAYS), None)
    if known:
        return Predicate(Mode.DONE if known[1] == "" else Mode.IS, says=_phrases(known[0]), denies=_phrases(known[1]))
    return _by_class(words, is_everywhere)


def _by_class(words: Phrase, is_everywhere: bool) -> Predicate:
    head = _class_of(words)
    at = next((at for at, word in enumerate(words) if word in _GENERIC), len(words))
    rest = tuple(word for word in (words if head is None else words[:at] or _after(words)) if word not in _GENERIC)
    if head is None:
        return Predicate(Mode.IS, says=_forms(rest), denies=_negatives(rest), is_everywhere=is_everywhere)
    if not rest or (words and words[0] in _GENERIC and head is Mode.ALLOWED):
        return Predicate(head, is_everywhere=is_everywhere)
    thing = thing_of(" ".join(rest))
    return Predicate(head, thing.names, thing.does, thing.lacks, is_everywhere=is_everywhere)


_LINKS: Final = frozenset(["in", "on", "for", "with", "at", "to", "by", "from", "of", "without", "until"])


def _after(words: Phrase) -> Phrase:
    """Return what follows "needs" in "needs card"; in "included in hire" it is no thing of its own."""
    return words[1:] if len(words) > 1 and words[1] not in _LINKS and not words[1].endswith("ly") else ()


def _class_of(words: Phrase) -> Mode | None:
    if set(words) & _ALLOWED:
        return Mode.ALLOWED
    if set(words) & _NEEDED:
        return Mode.NEEDED
    return Mode.EXISTS if set(words) & _EXISTS or words[:1] in (("in",), ("on",), ("at",)) else None


def _forms(words: Phrase) -> frozenset[Phrase]:
    """Return a property and, for a participle, its other forms: rented, rent, rents, renting."""
    if not words:
        return frozenset()
    last = words[-1]
    found = {words}
    if len(words) == 1 and last.endswith("ed") and len(last) > 4:
        found |= {(last[:-2],), (last[:-1],), (last[:-2] + "ing",)}
    return frozenset(found)


def _negatives(words: Phrase) -> frozenset[Phrase]:
    if len(words) != 1:
        return frozenset()
    return frozenset({(f"un{words[0]}",), ("non", words[0])})


def _phrases(text: str) -> frozenset[Phrase]:
    told = [one.replace("-", " ") for one in text.split(",") if one.strip()]
    told += [
        one.replace(" E ", f" {word} E ") for one in told if " E " in one for word in ("a", "the", "any", "your", "my")
    ]
    return frozenset(tuple(word if word == "E" else stem(word) for word in one.split()) for one in told)
