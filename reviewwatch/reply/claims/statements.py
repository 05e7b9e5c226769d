"""Find what a review states about the facts of a business, each statement with its place and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from reviewwatch.reply.claims.known import Known, known_of
from reviewwatch.reply.claims.readers import read
from reviewwatch.reply.claims.readers.said import Option, Said
from reviewwatch.reply.claims.sentences import doubts
from reviewwatch.reply.claims.sentences.elsewhere import is_aside, is_bygone, is_elsewhere, is_narrower, is_present
from reviewwatch.reply.claims.sentences.heirs import Heir
from reviewwatch.reply.claims.sentences.line import line_of
from reviewwatch.reply.claims.sentences.mentions import Mention, mentions, named_again
from reviewwatch.reply.claims.sentences.scene import Scene, scene_of
from reviewwatch.reply.claims.settle import FIELDS, Told, merged, settled
from reviewwatch.reply.claims.topics.topic import Family, Topic
from reviewwatch.reply.claims.values.days import Days, days_in
from reviewwatch.reply.claims.values.listed import finder
from reviewwatch.reply.claims.values.zones import home_of, local, zone, zone_of
from reviewwatch.reply.understood import Claim
from reviewwatch.text import Folded, fold, sentences
from reviewwatch.types import Business, Review, TextField

_MAX_CHARS: Final = 20_000
"""Of each field, about 3,500 words; as far as a review is read elsewhere, too."""
_MAX_SENTENCES: Final = 400


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

    known: Known
    business: Business
    today: date | None
    home: str | None
    n_sentences: int = 0
    visit: Days | None = None
    subject: frozenset[int] = frozenset()
    named: set[int] = field(default_factory=set)

    def read(self, field: TextField, folded: Folded) -> Iterator[Told]:
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

    def _sentence(self, scene: Scene, field: TextField, folded: Folded, days: Days | None) -> Iterator[Told]:
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
            line = line_of(scene, topic, own, self.known.own, self._heir(at, found))
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
    ) -> Told:
        start, end = (scene.items[said.start].start, scene.items[max(said.start, said.end - 1)].end)
        clause = scene.words(*scene.clause(said.start, said.end))
        is_firm = said.is_firm and not self._is_doubtful(scene, topic, said)
        is_firm = is_firm and not self._is_special(scene, topic, said, clause, folded, days)
        if topic.family is Family.HOURS:
            said, is_known = self._in_own_time(said, clause)
            is_firm = is_firm and is_known
        said, is_kept = _unflipped(scene, topic, said)
        place = folded.span(start, max(end, start + 1))
        key = (scene.items[said.key].start, 0) if said.key >= 0 else (start, -1)
        is_past = days is None and doubts.is_past(scene) and (doubts.is_past_in(clause) or not is_present(clause))
        return Told(topic, said, field, *place, key, is_firm and is_kept, is_past, is_bygone(clause), days)

    def _is_special(
        self, scene: Scene, topic: Topic, said: Said, clause: str, folded: Folded, days: Days | None
    ) -> bool:
        """Say whether a statement holds for one customer, for one season or from an amount on."""
        is_mine = _MINE.search(scene.words(*scene.clause(said.at, said.at + 1))) and " like all " not in scene.text
        if is_mine and (topic.family in _COUNTED or is_bygone(clause)):
            return True  # what one customer had
        if days and days.first != days.last and is_present(clause) and not self._is_aside(scene, said, folded):
            return True  # "in August it closes at four": a rule for August
        is_free = topic.family is Family.PRICE and said.options[0] == ("free", False)
        return is_free and self._has_threshold(topic)

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
                said.at,
                is_permission=said.is_permission,
                is_timed=topic.family in _TIMED,
            )
            or is_elsewhere(scene, said.start, said.end, self.known.names)
            or is_narrower(scene, said.start, said.end, topic)
            or is_aside(scene, said.at, topic.words.union(*topic.names))
        )

    def _in_own_time(self, said: Said, clause: str) -> tuple[Said, bool]:
        """Return a statement with its times in the business's zone, and whether that is sure."""
        told_in, is_known = zone_of(clause, self.home)
        if told_in is None or self.today is None:
            return said, is_known
        options = (local(option.value, told_in, self.business.time_zone, self.today) for option in said.options)
        turned = tuple(Option(value, one.is_denied) for value, one in zip(options, said.options, strict=True))
        return replace(said, options=turned), True


_MINE: Final = re.compile(
    r" (?:(?:my|our)(?! time )|(?:was|were) (?:[a-zT]+ ){1,3}for us|(?<!for )(?<!beyond )(?<!to )me) "
)
_COUNTED: Final = frozenset([Family.PRICE, Family.QUANTITY, Family.THRESHOLD, Family.COUNT])
_TIMED: Final = frozenset([Family.HOURS, Family.DAYS, Family.FROM, Family.UNTIL])
_VISIT: Final = finder("""
    stayed, visited, were there, was there, went, came, ate, bought, ordered, joined, booked, rented, trip, visit,
    stay, been, swam, spent, weekend
""")


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


def find(review: Review, business: Business) -> tuple[Claim, ...]:
    """Return what a review states about the facts of a business, in the order of the text.

    All facts count, those of other times and those that are not public, too: they decide what may be said. Of several
    ways to read a statement the one kindest to the reviewer is taken.
    """
    if not business.facts:
        return ()
    today = day_of(review, business)
    home = home_of(f"{review.title}. {review.text}"[:_MAX_CHARS].lower())
    known = known_of(business.facts, f"{business.name} {business.listing_name}")
    reader = _Reader(known, business, today, home)
    told: list[Told] = []
    for place in FIELDS:
        if text := review.field(place)[:_MAX_CHARS]:
            told.extend(reader.read(place, fold(text)))
    return tuple(verdict.claim for verdict in settled(merged(told), today, reader.visit))


def day_of(review: Review, business: Business) -> date | None:
    """Return the day of a review in the business's time zone."""
    if review.created_at is None:
        return None
    try:
        return review.created_at.astimezone(zone(business.time_zone)).date()
    except (OverflowError, ValueError):
        return review.created_at.date()
