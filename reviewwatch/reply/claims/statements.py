"""Find what a review states about the facts of a business, each statement with its place and its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from reviewwatch.reply.claims import doubts
from reviewwatch.reply.claims.days import Days, days_in
from reviewwatch.reply.claims.elsewhere import is_bygone, is_elsewhere, is_narrower, is_present
from reviewwatch.reply.claims.hours import plausible
from reviewwatch.reply.claims.readers import KNOWN, read
from reviewwatch.reply.claims.said import LOOSE, Option, Said
from reviewwatch.reply.claims.scene import Heir, Mention, Scene, index_of, line_of, mentions, named_again, scene_of
from reviewwatch.reply.claims.topics import Family, Topic, names_in, topics_of
from reviewwatch.reply.claims.verify import rank, verify
from reviewwatch.reply.claims.words import Phrase, phrase
from reviewwatch.reply.claims.zones import home_of, local, zone, zone_of
from reviewwatch.reply.understood import Claim, Place, Verdict, VerdictKind
from reviewwatch.text import Folded, fold, sentences
from reviewwatch.types import Business, Fact, Review, TextField

MAX_CHARS: Final = 20_000
"""Of each field, about 3,500 words; as far as a review is read elsewhere, too."""
_MAX_SENTENCES: Final = 400
_FIELDS: Final = (TextField.TITLE, TextField.TEXT, TextField.POSITIVE, TextField.NEGATIVE)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is made once of a business's facts."""

    topics: tuple[Topic, ...]
    index: Mapping[str, Sequence[tuple[Phrase, int, str]]]
    own: frozenset[str]
    names: frozenset[str]
    implied: frozenset[int]
    paid: Mapping[str, int]


@lru_cache(maxsize=64)
def _known(facts: tuple[Fact, ...], name: str) -> _Known:
    own = frozenset(word for word in phrase(name) if len(word) > 2) - {"the", "and", "for"}
    topics = _of_business(topics_of(facts), own)
    values = frozenset(word for fact in facts for word in phrase(f"{fact.value} {fact.attribute}"[:300]))
    return _Known(topics, index_of(topics), own, own | names_in(topics) | values, _implied(topics), _paid(topics))


def _implied(topics: Sequence[Topic]) -> frozenset[int]:
    """Return the topics that "they" and "you" may mean: those of the business as a whole, alone of their family."""
    found = set()
    for at, topic in enumerate(topics):
        rivals = [one for one in topics if one.family is topic.family and one.is_business and not one.needs_noun]
        if topic.is_business and (topic.needs_noun or len(rivals) == 1):
            found.add(at)
    return frozenset(found)


def _paid(topics: Sequence[Topic]) -> Mapping[str, int]:
    """Return what is paid once, by the month, by the year, where it is one thing alone: nobody need name it."""
    found: dict[str, list[int]] = {}
    for at, topic in enumerate(topics):
        is_sold = topic.per in ("once", "month", "year", "term", "season") or (
            topic.per in ("hour", "day")
            and {"hire", "rental", "pass", "ticket", "lesson", "court"} & set(phrase(topic.entity))
        )
        if topic.family is Family.PRICE and is_sold:
            found.setdefault(topic.per, []).append(at)
    return {per: each[0] for per, each in found.items() if len(each) == 1}


_ALSO: Final = {
    name: frozenset((other,) for other in names if other != name)
    for names in (
        ("practice", "surgery", "clinic", "dentist"),
        ("shop", "store"),
        ("office", "firm"),
        ("cafe", "coffee shop"),
    )
    for name in names
}
_CALLED: Final = frozenset([("place",), ("door",), ("gate",)])


def _of_business(topics: Sequence[Topic], own: frozenset[str]) -> tuple[Topic, ...]:
    """Let the hours of what the business is named after be its own: the baths of Fennimoor Baths, not their cafe."""
    timed = [topic for topic in topics if topic.family in (Family.HOURS, Family.DAYS)]
    named = {
        topic.entity for topic in timed if set(phrase(topic.entity)) <= own or "opening" in topic.attribute.casefold()
    }
    its_own = named or {topic.entity for topic in timed if topic.is_business}
    return tuple(
        topic
        if topic not in timed
        else replace(
            topic, is_business=True, names=topic.names | _CALLED | _ALSO.get(topic.entity.casefold(), frozenset())
        )
        if topic.entity in its_own
        else replace(topic, is_business=False)
        for topic in topics
    )


class _Told(NamedTuple):
    """A statement, and what its sentence makes of it."""

    topic: Topic
    said: Said
    field: TextField
    start: int
    end: int
    key: tuple[int, int]
    is_firm: bool
    is_past: bool
    is_bygone: bool
    days: Days | None


# A question that only names what the next sentence is about: "Breakfast?", "Where's the lift?".
_HEADING: Final = re.compile(
    r"(?!(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|why|how|when|who|which)\b)"
    r"(?:[\w'’-]+ ){0,4}[\w'’-]+\?",
    re.IGNORECASE,
)
_SAYS_WHAT: Final = re.compile(r"\s*(?:that|this|it)(?:['’]s| is) (?:how|what|their|the|all)\b", re.IGNORECASE)
_FEW: Final = 4
"""Words of a fragment: "Forty minutes. That's how long a lesson is."."""


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text, one that is hardly any put together with the next."""
    start = None
    spans = sentences(text)
    for at, span in enumerate(spans):
        first = span.start if start is None else start
        told = text[span.start : span.end].strip()
        after = text[span.end : span.end + 30]
        is_part = _HEADING.fullmatch(told) or (len(told.split()) <= _FEW and _SAYS_WHAT.match(after))
        start = first if start is None and is_part and at + 1 < len(spans) else None
        if start is None:
            yield first, span.end


@dataclass(slots=True)
class _Reader:
    """Reads the fields of one review in order, and keeps what a later sentence needs of an earlier one."""

    known: _Known
    business: Business
    today: date | None
    home: str | None
    n_sentences: int = 0
    visit: Days | None = None
    subject: frozenset[int] = frozenset()
    named: set[int] = field(default_factory=set)

    def read(self, field: TextField, folded: Folded) -> Iterator[_Told]:
        """Yield what each sentence of a field states."""
        for start, end in _joined(folded.text):
            self.n_sentences += 1
            if self.n_sentences > _MAX_SENTENCES:
                return
            scene = scene_of(folded.text, start, end)
            lower = folded.text[start:end][:2_000].lower().replace("’", "'")
            days = days_in(lower, self.today) if self.today else None
            if days and self.visit is None and _VISIT.search(scene.text):
                self.visit = days
            yield from self._sentence(scene, field, folded, days)

    def _sentence(self, scene: Scene, field: TextField, folded: Folded, days: Days | None) -> Iterator[_Told]:
        found = mentions(scene, self.known.index, self.known.topics)
        found += named_again(scene, self.known.topics, self.named, found)
        self.named |= {one.topic for one in found if one.role == "E"}
        asked = {one.topic for one in found} | self.subject | self.known.implied
        asked |= {
            self.known.paid[item.amount.per]
            for item in scene.items
            if item.amount is not None and item.amount.per in self.known.paid
        }
        for at in sorted(asked):
            topic = self.known.topics[at]
            own = [one for one in found if one.topic == at]
            line = line_of(scene, topic, own, KNOWN, self.known.own, self._heir(at, found))
            for said in read(scene, line, topic):
                yield self._told(scene, topic, said, field, folded, days)
        self.subject = _subject(found)

    def _heir(self, at: int, found: Sequence[Mention]) -> Heir:
        """Return how a topic may go on from the sentence before."""
        if at in self.subject:
            return Heir.SUBJECT
        if at not in self.known.implied or any(one.role == "E" for one in found):
            return Heir.NONE
        family = self.known.topics[at].family
        has_rival = any(self.known.topics[other].family is family for other in self.subject)
        return Heir.PRONOUN if has_rival else Heir.IMPLIED

    def _told(
        self, scene: Scene, topic: Topic, said: Said, field: TextField, folded: Folded, days: Days | None
    ) -> _Told:
        start, end = scene.items[said.start].start, scene.items[max(said.start, said.end - 1)].end
        clause = scene.words(*scene.clause(said.start, said.end))
        is_firm = said.is_firm and not self._is_doubtful(scene, topic, said)
        is_mine = _MINE.search(clause) is not None and " like all " not in scene.text
        if is_mine and (topic.family in _COUNTED or (topic.family is Family.YES_NO and is_bygone(clause))):
            is_firm = False  # what one customer had
        if days and days.first != days.last and is_present(clause) and not self._is_aside(scene, said, folded):
            is_firm = False  # "in August it closes at four": a rule for August
        if topic.family is Family.HOURS:
            said, is_known = self._in_own_time(said, clause)
            is_firm = is_firm and is_known
        if topic.family is Family.PRICE and said.options[0] == ("free", False) and self._has_threshold(topic):
            is_firm = False  # from an amount on, perhaps
        said, is_kept = _unflipped(scene, topic, said)
        place = folded.span(start, max(end, start + 1))
        key = (scene.items[said.key].start, 0) if said.key >= 0 else (start, -1)
        is_past = days is None and doubts.is_past(scene)
        return _Told(topic, said, field, *place, key, is_firm and is_kept, is_past, is_bygone(clause), days)

    def _is_aside(self, scene: Scene, said: Said, folded: Folded) -> bool:
        """Say whether a date stands only behind the clause of a statement: "a godsend in July"."""
        _, last = scene.clause(said.start, said.end)
        told = folded.text[scene.items[0].start : scene.items[last - 1].end].lower().replace("’", "'")
        return self.today is not None and days_in(told, self.today) is None

    def _has_threshold(self, topic: Topic) -> bool:
        return any(one.family is Family.THRESHOLD and one.names & topic.names for one in self.known.topics)

    def _is_doubtful(self, scene: Scene, topic: Topic, said: Said) -> bool:
        return (
            doubts.has_doubt(
                scene,
                said.start,
                said.end,
                is_permission=said.is_permission,
                is_once=said.is_once,
                is_timed=topic.family in _TIMED,
            )
            or is_elsewhere(scene, said.start, said.end, self.known.names)
            or is_narrower(scene, said.start, said.end, topic)
        )

    def _in_own_time(self, said: Said, clause: str) -> tuple[Said, bool]:
        """Return a statement with its times in the business's zone, and whether that is sure."""
        told_in, is_known = zone_of(clause, self.home)
        if told_in is None or self.today is None:
            return said, is_known
        options = (local(option.value, told_in, self.business.time_zone, self.today) for option in said.options)
        turned = tuple(Option(value, one.is_denied) for value, one in zip(options, said.options, strict=True))
        return replace(said, options=turned), True


_MINE: Final = re.compile(r" (?:my|our|(?<!for )me) ")
_COUNTED: Final = frozenset([Family.PRICE, Family.QUANTITY, Family.THRESHOLD, Family.COUNT])
_TIMED: Final = frozenset([Family.HOURS, Family.DAYS, Family.FROM, Family.UNTIL])
_VISIT: Final = re.compile(
    r" (?:stayed|visited|were there|was there|went|came|ate|bought|ordered|joined|booked|rented|trip"
    r"|visit|stay|been|swam|spent|weekend) "
)


def _subject(found: Sequence[Mention]) -> frozenset[int]:
    """Return what "it" means in the next sentence: what this one begins with, if it names nothing else."""
    named = [one for one in found if one.role == "E"]
    places = {(one.start, one.end) for one in named}
    if len(places) != 1 or next(iter(places))[0] > 3:
        return frozenset()
    return frozenset(one.topic for one in named)


def _unflipped(scene: Scene, topic: Topic, said: Said) -> tuple[Said, bool]:
    """Read "I can't say parking was free" to the end; what cannot be turned round is no firm statement."""
    first, _ = scene.clause(said.start, said.start + 1)
    if not doubts.is_flipped(scene.words(first, said.start)):
        return said, True
    if topic.family is Family.YES_NO or said.options[0].value == "free":
        return replace(said, options=tuple(Option(one.value, not one.is_denied) for one in said.options)), True
    return said, False


def find(review: Review, business: Business, day: date | None = None) -> tuple[Claim, ...]:
    """Return what a review states about the facts of a business, in the order of the text.

    All facts count, those of other times and those that are not public, too: they decide what may be said. Of several
    ways to read a statement the one kindest to the reviewer is taken.

    Args:
        day: In the place of the review's own day.
    """
    if not business.facts:
        return ()
    today = day or day_of(review, business)
    home = home_of(f"{review.title}. {review.text}"[:MAX_CHARS].lower())
    known = _known(business.facts, f"{business.name} {business.listing_name}")
    reader = _Reader(known, business, today, home)
    told: list[_Told] = []
    for place in _FIELDS:
        if text := review.field(place)[:MAX_CHARS]:
            told.extend(reader.read(place, fold(text)))
    return tuple(verdict.claim for verdict in _settled(_merged(told), today, reader.visit))


def day_of(review: Review, business: Business) -> date | None:
    """Return the day of a review in the business's time zone."""
    if review.created_at is None:
        return None
    try:
        return review.created_at.astimezone(zone(business.time_zone)).date()
    except (OverflowError, ValueError):
        return review.created_at.date()


def _merged(told: Iterable[_Told]) -> list[_Told]:
    """Put together what several patterns read of one statement: all options count, and any doubt."""
    found: dict[tuple[int, TextField, tuple[int, int]], _Told] = {}
    for one in told:
        key = (id(one.topic), one.field, one.key)
        if one.topic.family is Family.YES_NO:
            key = next((other for other in found if other[:2] == key[:2] and _overlap(found[other], one)), key)
        before = found.get(key)
        if before is None:
            found[key] = one
            continue
        options = tuple(dict.fromkeys((*before.said.options, *one.said.options)))
        found[key] = before._replace(
            said=replace(before.said, options=options),
            start=min(before.start, one.start),
            end=max(before.end, one.end),
            is_firm=before.is_firm and one.is_firm,
            is_past=before.is_past or one.is_past,
        )
    return list(found.values())


def _overlap(one: _Told, other: _Told) -> bool:
    return one.start < other.end and other.start < one.end


def _settled(told: Sequence[_Told], today: date | None, visit: Days | None) -> list[Verdict]:
    """Return the statements with their verdicts; where one value speaks of several topics, the kindest alone"
    " stays."""
    judged = [(one, _judged(one, today, visit)) for one in told if not _is_far_fetched(one, told)]
    kept = []
    for one, verdict in judged:
        rivals = [other for another, other in judged if another is not one and _is_rival(another, one)]
        if any(rank(other.kind) < rank(verdict.kind) for other in rivals):
            continue
        if _is_free_alike(one, verdict, judged):
            continue
        kept.append(_without_rivals(one, verdict, judged))
    return sorted(kept, key=lambda verdict: (_FIELDS.index(verdict.claim.place.field), verdict.claim.place.start))


def _is_far_fetched(one: _Told, told: Sequence[_Told]) -> bool:
    """Tell whether a value that structure alone gives to a topic is what a known wording says of another."""
    return one.said.order >= LOOSE and any(_is_rival(other, one) and other.said.order < LOOSE for other in told)


def _without_rivals(one: _Told, verdict: Verdict, judged: Sequence[tuple[_Told, Verdict]]) -> Verdict:
    """Contest nothing of which it is not sure what it is about."""
    has_rival = any(
        _is_rival(another, one) and not _is_free(other.claim) and another.said.order <= one.said.order
        for another, other in judged
    )
    if has_rival and verdict.kind is VerdictKind.CONTRADICTED:
        return Verdict(replace(verdict.claim, is_firm=False), VerdictKind.UNKNOWN)
    return verdict


def _is_free(claim: Claim) -> bool:
    return claim.value == "free" and not claim.is_denied


def _is_free_alike(one: _Told, verdict: Verdict, judged: Sequence[tuple[_Told, Verdict]]) -> bool:
    """Tell whether "Pro is free" was read already, of its price per month before that per year."""
    if not _is_free(verdict.claim):
        return False
    alike = (
        another for another, other in judged if another.key == one.key and other.claim.entity == verdict.claim.entity
    )
    return next(alike) is not one


def _is_rival(other: _Told, one: _Told) -> bool:
    return other.topic is not one.topic and other.field is one.field and other.key == one.key


def _judged(one: _Told, today: date | None, visit: Days | None) -> Verdict:
    days = one.days or (visit if one.is_bygone else None)
    options = plausible(one.said.options, one.topic)
    verdicts = [_of_days(_claim(one, option, days), one.topic.facts, today, days) for option in options]
    best = min(verdicts, key=lambda verdict: rank(verdict.kind))
    if visit and not one.days and not one.is_bygone and best.kind is VerdictKind.CONTRADICTED:
        then = verify(replace(best.claim, day=visit.day), one.topic.facts, visit.day)
        if then.kind is not VerdictKind.CONTRADICTED:
            return Verdict(replace(best.claim, is_firm=False), VerdictKind.UNKNOWN)
    return best


def _of_days(claim: Claim, facts: Sequence[Fact], today: date | None, days: Days | None) -> Verdict:
    """Judge a claim on each edge of the days that it is dated to; where they differ nothing is sure."""
    verdict = verify(claim, facts, today)
    if days is None or days.first == days.last:
        return verdict
    kinds = {verify(replace(claim, day=day), facts, today).kind for day in (days.first, days.last)}
    if kinds == {verdict.kind}:
        return verdict
    return Verdict(replace(claim, is_firm=False), VerdictKind.UNKNOWN)


def _claim(one: _Told, option: Option, days: Days | None) -> Claim:
    return Claim(
        entity=one.topic.entity,
        attribute=one.topic.attribute,
        value=option.value if not (one.topic.family is Family.YES_NO and option.is_denied) else _turned(option.value),
        is_denied=option.is_denied and one.topic.family is not Family.YES_NO,
        place=Place(one.field, one.start, one.end),
        day=days.day if days else None,
        is_firm=one.is_firm,
        is_past=one.is_past and days is None,
    )


def _turned(value: str) -> str:
    return "no" if value == "yes" else "yes"
