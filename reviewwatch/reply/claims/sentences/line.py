"""A sentence as one topic's patterns read it: plain words and signs.

In the line of a topic each known word stands as it is, so that a pattern reads like English; all else is a sign:
E the entity (F after "at", "for", "on" and the like, O beside it or in a narrower sense), A the attribute's own noun,
V what people do with it, L what says that it is not there, P a word of the property, U one that denies it, X a word
that may name another thing, w any other, I one of the items that a fact lists, | a clause's end, and M T R Q N D the
values. Where the sentence goes on from the one before, "it" and "they" are E, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.claims.sentences.describing import ARTICLES, NARROW, is_adjective, is_thing, is_verb
from reviewwatch.reply.claims.sentences.heirs import Heir, Sign, with_heirs
from reviewwatch.reply.claims.sentences.kept import KEPT
from reviewwatch.reply.claims.sentences.mentions import Mention
from reviewwatch.reply.claims.sentences.scene import Scene
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.topics.words import Phrase
from reviewwatch.reply.claims.values.amounts import Amount
from reviewwatch.reply.claims.values.listed import listed
from reviewwatch.reply.claims.values.tokens import BREAK, Item, stem


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as words and signs between spaces, for one topic.

    Attributes:
        is_heir: The sentence before was about the topic.
    """

    text: str
    signs: Sequence[Sign]
    offsets: Sequence[int]
    is_heir: bool = False

    def items(self, start: int, end: int) -> tuple[int, int]:
        """Return from which to before which item a part of the text reaches."""
        first = max(0, bisect_right(self.offsets, start) - 1)
        last = max(first, bisect_right(self.offsets, max(start, end - 1)) - 1)
        return self.signs[first].start, max(self.signs[last].end, self.signs[first].start + 1)

    def amount(self, at: int, items: Sequence[Item]) -> Amount | None:
        """Return the value whose sign stands at a place of the text."""
        return items[self.signs[bisect_right(self.offsets, at) - 1].start].amount


_BESIDE: Final = listed(
    "by near beside behind opposite around outside past like unlike across beyond towards than under above"
)
_AT: Final = listed("to at in on with for of from during about inside into")
_SKIPPED: Final = listed("the a an their your our my its this that hotel 's very same house main whole")
_MEASURES: Final = listed(
    "price prices cost costs fee charge rate hours times length width radius limit number amount value duration height"
)


def line_of(scene: Scene, topic: Topic, found: Iterable[Mention], own: frozenset[str], heir: Heir) -> Line:
    """Return a sentence as a topic's patterns read it.

    Args:
        found: The mentions of this topic.
        own: Words of the listing's and the brand's name.
        heir: How the topic may go on from the sentence before.
    """
    signs = list(_signs(scene, topic, {one.start: one for one in _longest(found)}, own))
    signs = [sign for at, sign in enumerate(signs) if not (at and signs[at - 1].word == "E" and sign.word in "EO")]
    signs = with_heirs(_with_predicate(signs, scene, topic), heir)
    offsets, at = [], 1
    for sign in signs:
        offsets.append(at)
        at += len(sign.word) + 1
    return Line(" " + " ".join(sign.word for sign in signs) + " ", signs, offsets, heir is Heir.SUBJECT)


def _longest(found: Iterable[Mention]) -> Iterator[Mention]:
    end = 0
    for one in sorted(found, key=lambda one: (one.start, one.start - one.end, "VLEIA".index(one.role))):
        if one.start >= end:
            yield one
            end = one.end


def _signs(scene: Scene, topic: Topic, at_start: Mapping[int, Mention], own: frozenset[str]) -> Iterator[Sign]:
    at = 0
    end = -1
    while at < len(scene.items):
        mention = at_start.get(at)
        if mention:
            yield Sign(_role(scene, topic, mention), at, mention.end)
            at = end = mention.end
            continue
        item = scene.items[at]
        word = item.word if at != end or item.word not in _COMPOUNDS else "X"
        if (
            item.amount is None
            and word != BREAK
            and word not in KEPT
            and (at == end or scene.stems[at] not in topic.words)
        ):
            word = "house" if word in own else _unknown(scene, at, is_behind=at == end)
        yield Sign(word, at, at + 1)
        at += 1


def _is_said_of(word: str) -> bool:
    return word.endswith("ed") or (is_verb(word) and word != "arrives")


def _unknown(scene: Scene, at: int, *, is_behind: bool) -> str:
    """Return X for a word that names another thing or makes one of the word before it, else a word of no weight."""
    item = scene.items[at]
    if item.word.endswith("ly") and len(item.word) > 4:
        return item.word
    if item.is_name or item.is_quoted or not item.word.isalpha() or (is_behind and not _is_said_of(item.word)):
        return "X"
    if is_behind:
        return "w"
    before = at - 1
    while before >= 0 and is_adjective(scene.items[before].word):
        before -= 1
    return "X" if is_thing(item.word, scene.items[before].word if before >= 0 else "") else "w"


_COMPOUNDS: Final = frozenset(["fine", "fines", "permit", "meter", "machine", "card", "bar", "queue", "clerk", "staff"])


"""What makes another thing of the one that it follows: a parking fine."""


def _role(scene: Scene, topic: Topic, mention: Mention) -> str:
    if mention.role == "V" and topic.family not in (Family.YES_NO, Family.LIST):
        return "E"  # "you can swim until ten" is about the pool's hours
    if mention.role != "E":
        return mention.role
    at = mention.start - 1
    if _is_deed(scene, mention.start) or _is_narrowed(scene, topic, at) or _is_owner(scene, topic, mention.end):
        return "O"
    while at >= 0 and scene.items[at].word in _SKIPPED:
        at -= 1
    before = scene.items[at].word if at >= 0 else ""
    ahead = scene.items[at - 1].word if at > 0 else ""
    if before in ("of", "for") and ahead in _MEASURES:
        return "E"
    if before == "to" and ahead == "next":
        return "O"
    is_beside = (
        before in _BESIDE
        and not (before == "by" and ahead.endswith("ed"))
        and not (before == "than" and topic.family is Family.OLDEST)
    )
    return "O" if is_beside else "F" if before in _AT or before in ("than", "by") else "E"


_DONE: Final = listed(
    "checked cancelled canceled returned refunded delivered parked booked reserved ordered exported called"
)


def _is_deed(scene: Scene, at: int) -> bool:
    """Tell "checked out at ten", which somebody did, from a rule."""
    return scene.items[at].word in _DONE and (at == 0 or scene.items[at - 1].word not in _PASSIVE)


_PASSIVE: Final = listed(
    "be is are was were get gets got being been have has a an the not never always only to usually"
)


def _is_narrowed(scene: Scene, topic: Topic, at: int) -> bool:
    """Find "petrol station" and "valet parking" beside "the tiny station": a noun before it makes it another thing."""
    if at < 0 or scene.items[at].amount or scene.items[at].word == BREAK:
        return False
    word = scene.items[at].word
    if stem(word) in topic.words or scene.items[at].is_name:
        return False
    return word in NARROW or (at > 0 and scene.items[at - 1].word in ARTICLES and not is_adjective(word))


def _is_owner(scene: Scene, topic: Topic, end: int) -> bool:
    """Find "the Corran's box": what follows is another thing, unless it is what the fact is about."""
    if end + 1 >= len(scene.items) or scene.items[end].word != "'s":
        return False
    after = scene.stems[end + 1]
    names = {one[0] for one in topic.nouns} | topic.words | _MEASURES
    predicate = topic.predicate
    if predicate is not None:
        names |= {one[0] for one in (*predicate.things, *predicate.says, *predicate.denies)}
    return after not in names and after in _OWNED


_OWNED: Final = listed(
    "box package parcel bar towel price shop team manager staff base stand shade owner menu card door wall"
)


def _with_predicate(signs: list[Sign], scene: Scene, topic: Topic) -> list[Sign]:
    """Put the signs of a property in the place of its words."""
    predicate = topic.predicate
    if predicate is None or not (predicate.says or predicate.denies):
        return signs
    phrases = sorted(
        [*((one, "P") for one in predicate.says), *((one, "U") for one in predicate.denies)],
        key=lambda one: -len(one[0]),
    )
    found: list[Sign] = []
    at = 0
    while at < len(signs):
        size, role = next(((len(one), role) for one, role in phrases if _says(signs, at, one, scene)), (0, ""))
        if size:
            holds_entity = any(sign.word in "EF" for sign in signs[at : at + size])
            found.append(Sign(role, signs[at].start, signs[at + size - 1].end))
            found.extend([Sign("E", signs[at].start, signs[at + size - 1].end)] * holds_entity)
        else:
            found.append(signs[at])
        at += max(1, size)
    return found


def _says(signs: Sequence[Sign], at: int, one: Phrase, scene: Scene) -> bool:
    if at + len(one) > len(signs):
        return False
    for step, word in enumerate(one):
        sign = signs[at + step]
        if word == "E":
            if sign.word not in ("E", "F"):
                return False
        elif sign.end - sign.start != 1 or scene.stems[sign.start] != word or sign.word in "EF|":
            return False
    return True
