"""What is wrong or missing in what the brands know, before a reply stands on it. Changes nothing.

Each check says where, what and the next step. What contradicts itself or breaks a rule is an error; what will be missed
one day is a warning; the rest is worth knowing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from reviewwatch import assess
from reviewwatch.config import Brand, Config
from reviewwatch.config.business import of_listing
from reviewwatch.config.knowledge import contradictions, folded
from reviewwatch.config.known import Part
from reviewwatch.config.lines import KeyPath, key_lines
from reviewwatch.errors import ConfigProblem
from reviewwatch.flow.absorb import own_themes
from reviewwatch.flow.desk import Desk
from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.storage.verbs import reviews
from reviewwatch.types import Business, Contact, Fact, FactKind, FindingSeverity, QueueFilter, Remedy, Review

SOON: Final = timedelta(days=30)
WINDOW: Final = timedelta(days=90)
MOST_SEEN: Final = 5
"""So many themes of unhappy reviews are named for a brand at most."""
SEEN_OFTEN: Final = 3
"""From so many unhappy reviews on."""
USUAL: Final = "google_business"
"""Where a text is judged that could stand anywhere: a place that bans next to nothing beyond the law."""


class Level(StrEnum):
    """How much a row matters; an error is what a rule would stop, or what makes the config unusable."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing to know.

    Attributes:
        key: Dotted, as it stands in the config.
        line: Where the key stands, None where it is not known.
    """

    level: Level
    key: str
    what: str
    next_step: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What the store's reviews of the last 90 days tell.

    Attributes:
        platforms: Where a brand's reviews stand, by brand.
        unhappy: In how many reviews of a brand each theme was complained of.
    """

    platforms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unhappy: Mapping[str, Counter[str]] = field(default_factory=dict)


def seen_in(desk: Desk) -> Seen:
    """Look through the recent reviews of the store."""
    places: dict[str, set[str]] = defaultdict(set)
    unhappy: dict[str, Counter[str]] = defaultdict(Counter)
    for stored in reviews.export(desk.db, QueueFilter(since=desk.now() - WINDOW)):
        brand_id = desk.config.brand_of(stored.source_id).brand_id
        places[brand_id].add(stored.listing.platform)
        themes = stored.assessment.themes if stored.assessment is not None else ()
        unhappy[brand_id].update({one.theme for one in themes if one.polarity < 0})
    return Seen({brand_id: frozenset(ids) for brand_id, ids in places.items()}, unhappy)


def check(config: Config, problems: Iterable[ConfigProblem], now: datetime, seen: Seen) -> list[Noted]:
    """Return all there is to know, the errors first.

    Args:
        problems: What keeps the config from loading, found beside it.
        now: Aware; a fact ends at the end of its last day where the brand is.
    """
    noted = [Noted(Level.ERROR, one.key, one.why, _hint(one), one.line) for one in problems]
    for brand in config.brands.values():
        noted += _brand(config, brand, now.astimezone(ZoneInfo(brand.time_zone)).date(), seen)
    order = list(Level)
    return sorted(noted, key=lambda one: order.index(one.level))


def located(noted: Iterable[Noted], text: str) -> list[Noted]:
    """Return the rows with the lines of a config's text; what has none of its own has that of its table."""
    lines = key_lines(text)
    return [one if one.line else replace(one, line=_line_of(tuple(one.key.split(".")), lines)) for one in noted]


def _line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int | None:
    return next((lines[path[:depth]] for depth in range(len(path), 0, -1) if path[:depth] in lines), None)


def _hint(problem: ConfigProblem) -> str:
    return f"Did you mean `{problem.nearest}`?" if problem.nearest else "Mend it: every other command stops at this."


def _brand(config: Config, brand: Brand, day: date, seen: Seen) -> Iterator[Noted]:
    places = seen.platforms.get(brand.brand_id, frozenset())
    for part in _parts(brand):
        yield from _times(part, brand, day)
        yield from _sources_of(part)
        yield from _uncomparable(part)
        yield from _remedies(part)
        yield from _contacts(part)
        yield from _voice(part, brand)
        yield from _rules(part, brand, day, places)
    yield from _other_values(brand)
    yield from _unreachable(brand, places)
    yield from _themes(config, brand, seen)
    yield from _unused_listings(config, brand)


@dataclass(frozen=True, slots=True)
class _Part:
    """A brand, or a part of it, as the checks read it."""

    key: str
    own: Brand | Part
    listing_id: str = ""
    platform_id: str = ""


def _parts(brand: Brand) -> list[_Part]:
    key = f"brands.{brand.brand_id}"
    listings = [_Part(f"{key}.listings.{name}", part, listing_id=name) for name, part in brand.listings.items()]
    places = [
        _Part(f"{key}.platforms.{name}", part, platform_id=name)
        for name, part in brand.platforms.items()
        if name in platforms.known_platforms()
    ]
    return [_Part(key, brand), *listings, *places]


def _times(part: _Part, brand: Brand, day: date) -> Iterator[Noted]:
    """Name the days on which nothing is known of something that is known on others: before, between and after facts."""
    by_topic: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in part.own.facts:
        by_topic[_topic(fact)].append(fact)
    for topic, own in by_topic.items():
        far = [fact for fact in brand.facts if part.own is not brand and _topic(fact) == topic]
        for beside, what, step in _unknown_days(sorted([*own, *far], key=lambda one: one.valid_from or date.min), day):
            yield from (
                Noted(Level.WARN, f"{part.key}.facts.{fact.fact_id}", what, step)
                for fact in [one for one in beside if one in own][:1]
            )


def _unknown_days(facts: Sequence[Fact], day: date) -> Iterator[tuple[tuple[Fact, ...], str, str]]:
    """Yield the facts beside which days are missing, what is missing, and the next step.

    Args:
        facts: All of one entity and attribute, by their first days.
    """
    last = facts[0]
    about = f"{last.entity}, {last.attribute}"
    if last.valid_from is not None and last.valid_from > day:
        step = "Write what holds until then as a fact of its own, or put valid_from earlier."
        yield (last,), f"begins on {last.valid_from}, and nothing is known of {about} before that", step
    for fact in facts[1:]:
        if last.valid_to is not None and fact.valid_from is not None and (fact.valid_from - last.valid_to).days > 1:
            gap = f"`{last.fact_id}` ends on {last.valid_to}, `{fact.fact_id}` begins on {fact.valid_from}"
            step = "Let them meet, or write what holds between as a fact of its own."
            yield (fact, last), f"{gap}, and nothing is known of {about} between", step
        last = max(last, fact, key=lambda one: one.valid_to or date.max)
    if last.valid_to is not None and last.valid_to <= day + SOON:
        step = "Write what holds now as a fact of its own, or remove valid_to."
        is_past = last.valid_to < day
        when = ("ended", "since") if is_past else ("ends", "after that")
        yield (last,), f"{when[0]} on {last.valid_to}, and nothing is known of {about} {when[1]}", step


def _topic(fact: Fact) -> tuple[str, str]:
    return folded(fact.entity), folded(fact.attribute)


def _sources_of(part: _Part) -> Iterator[Noted]:
    for fact in part.own.facts:
        if not fact.source:
            step = "Say in `source` where it stands."
            yield Noted(Level.INFO, f"{part.key}.facts.{fact.fact_id}", "names no source to check it by", step)


def _uncomparable(part: _Part) -> Iterator[Noted]:
    """Name values that look like a kind by what they are about, and are only text."""
    expected = {"hours": "hours such as 07:00-23:00", "price": "an amount such as £12", "fee": "an amount such as £12"}
    for fact in part.own.facts:
        shape = expected.get(folded(fact.attribute))
        if shape is not None and fact.kind is FactKind.TEXT:
            what = f"says `{fact.value}`, which no claim can be compared with"
            yield Noted(Level.WARN, f"{part.key}.facts.{fact.fact_id}.value", what, f"Write it as {shape}.")


def _remedies(part: _Part) -> Iterator[Noted]:
    for remedy in part.own.remedies:
        key = f"{part.key}.remedies.{remedy.remedy_id}"
        if not remedy.owner:
            yield Noted(Level.WARN, key, "has no owner, so nobody keeps it", "Name who does it in `owner`.")
        if remedy.days is None:
            yield Noted(Level.INFO, key, "says not how soon", "Give `days`, in working days.")
        if _is_no_clause(remedy):
            step = 'Write it as in "our accounts desk can go through the bill with you".'
            yield Noted(Level.WARN, f"{key}.say", "is no clause that a sentence can go on with", step)


def _is_no_clause(remedy: Remedy) -> bool:
    first = remedy.say.split(" ", 1)[0]
    return remedy.say.rstrip()[-1:] in (".", "!", "?", ":", ";") or (first[:1].isupper() and first[1:].islower())


def _contacts(part: _Part) -> Iterator[Noted]:
    """Name contacts at places that ban them, and those that no place is left for."""
    for contact in part.own.contacts:
        key = f"{part.key}.contacts.{contact.contact_id}.platforms"
        named = [one for one in contact.platforms if one in platforms.known_platforms()]
        banning = [one for one in named if not _is_allowed(contact, one)]
        what = "an address of a page" if contact.url else "a mail address or phone number"
        for one in banning:
            step = f"Take `{one}` out of `platforms`."
            yield Noted(Level.ERROR, key, f"{platforms.load(one).name} allows no reply with {what}", step)
        if named and len(banning) == len(named):
            step = "Name a place that allows it, or remove `platforms`."
            yield Noted(Level.WARN, key, "leaves no place where the contact can be named", step)


def _is_allowed(contact: Contact, platform_id: str) -> bool:
    platform = platforms.load(platform_id)
    return platform.allows_links if contact.url else platform.allows_contacts


def _unreachable(brand: Brand, places: Iterable[str]) -> Iterator[Noted]:
    """Name the places where reviews stand, contacts are allowed, and the brand has none for them."""
    for platform_id in sorted(places):
        if platform_id not in platforms.known_platforms():
            continue
        platform = platforms.load(platform_id)
        allows = platform.allows_contacts or platform.allows_links
        for listing_id in brand.listings or ("",):
            contacts = of_listing(brand, listing_id, platform_id).contacts
            if allows and not any(_is_allowed(one, platform_id) for one in contacts):
                key = f"brands.{brand.brand_id}" + (f".listings.{listing_id}" if listing_id else "")
                what = f"has no contact that a reply on {platform.name} could name"
                yield Noted(Level.WARN, key, what, "`reviewwatch knowledge add contact` adds one.")


def _voice(part: _Part, brand: Brand) -> Iterator[Noted]:
    """Name texts of its own in which a brand uses words that its voice avoids."""
    avoid = {*brand.avoid, *part.own.avoid}
    for key, text in _texts(part):
        for word in sorted(avoid):
            if f" {_words(word)} " in f" {_words(text)} ":
                yield Noted(Level.WARN, key, f"uses `{word}`, which its voice avoids", "Say it otherwise.")


def _texts(part: _Part) -> Iterator[tuple[str, str]]:
    """Yield what a part says in replies, by key; a clause as the sentence that it becomes."""
    for remedy in part.own.remedies:
        if remedy.is_public and remedy.say:
            yield (
                f"{part.key}.remedies.{remedy.remedy_id}.say",
                f"{remedy.say[:1].upper()}{remedy.say[1:].rstrip('.')}.",
            )
            for lang, say in remedy.translations:
                key = f"{part.key}.remedies.{remedy.remedy_id}.translations.{lang}"
                yield key, f"{say[:1].upper()}{say[1:].rstrip('.')}."
    for macro in part.own.macros:
        if macro.text:
            yield f"{part.key}.macros.{macro.macro_id}.text", macro.text
    if part.own.sign_off:
        yield f"{part.key}.sign_off", part.own.sign_off


def _words(text: str) -> str:
    return " ".join("".join(one if one.isalnum() else " " for one in text.casefold()).split())


def _rules(part: _Part, brand: Brand, day: date, seen: frozenset[str]) -> Iterator[Noted]:
    """Name texts of its own that a rule would stop where they may stand."""
    places = [part.platform_id] if part.platform_id else sorted(seen & set(platforms.known_platforms())) or [USUAL]
    for key, text in _texts(part):
        broken: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
        for platform_id in places:
            business = of_listing(brand, part.listing_id, platform_id)
            for rule, is_block, why in broken_rules(text, business, platform_id, day):
                broken[rule, is_block, why].append(platforms.load(platform_id).name)
        for (rule, is_block, why), names in broken.items():
            level = Level.ERROR if is_block else Level.WARN
            yield Noted(level, key, f"breaks {rule} on {', '.join(names)}: {why}", "Change the text.")


def broken_rules(text: str, business: Business, platform_id: str, day: date) -> list[tuple[str, bool, str]]:
    """Return the rules that a text breaks under any review: id, whether it blocks, and why; each once.

    What depends on the review (its language, its issue, what it tells of itself) is not asked.
    """
    nobody = Review(listing_key="", external_id="")
    context = Context(today=day, is_persons=True)
    found = guards.check(text, nobody, business, platforms.load(platform_id), context)
    kept = [one for one in found if one.severity is not FindingSeverity.HOLD]
    return list(dict.fromkeys((one.rule, one.severity is FindingSeverity.BLOCK, one.why) for one in kept))


def _other_values(brand: Brand) -> Iterator[Noted]:
    """Name where a listing says otherwise than its brand: that is allowed, and worth a look."""
    by_topic: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in brand.facts:
        by_topic[_topic(fact)].append(fact)
    for listing_id, listing in brand.listings.items():
        for fact in listing.facts:
            for far in by_topic[_topic(fact)]:
                if any(contradictions((far, fact))):
                    key = f"brands.{brand.brand_id}.listings.{listing_id}.facts.{fact.fact_id}"
                    what = f"says `{fact.value}` where the brand's `{far.fact_id}` says `{far.value}`; here it wins"
                    yield Noted(Level.INFO, key, what)


def _themes(config: Config, brand: Brand, seen: Seen) -> Iterator[Noted]:
    """Name what reviewers complain of and nothing can be offered for."""
    key = f"brands.{brand.brand_id}"
    known = assess.topics(brand.trade, own_themes(config)).themes
    every = chain(brand.remedies, *(part.remedies for part in brand.listings.values()))
    remedies = [one for one in every if one.is_public]
    if any(not one.themes for one in remedies):
        return  # one for all
    covered = {theme for one in remedies for theme in one.themes}
    counted = seen.unhappy.get(brand.brand_id, Counter())
    often = [(theme, n) for theme, n in counted.most_common() if n >= SEEN_OFTEN and theme not in covered]
    for theme, n in often[:MOST_SEEN]:
        if not _has_fact(brand, theme):
            what = f"{n} unhappy reviews of the last {WINDOW.days} days are about {theme}, without a remedy or a fact"
            step = f"`reviewwatch knowledge add remedy --theme {theme}`, or a fact about it: `knowledge add fact`."
            yield Noted(Level.WARN, key, what, step)
    left = sorted(known - covered)
    if left and brand.trade:
        yield Noted(Level.INFO, key, f"has no remedy for {len(left)} of {len(known)} themes: {', '.join(left)}")
    elif left:
        what = f"has no remedy for {len(left)} of {len(known)} themes"
        yield Noted(Level.INFO, key, what, "Name its `trade`, and those of others are not counted.")


def _has_fact(brand: Brand, theme: str) -> bool:
    words = set(theme.split("_"))
    facts: Sequence[Fact] = [*brand.facts, *chain.from_iterable(part.facts for part in brand.listings.values())]
    return any(words <= set(_words(f"{one.entity} {one.attribute}").split()) for one in facts if one.is_public)


def _unused_listings(config: Config, brand: Brand) -> Iterator[Noted]:
    used = {source.listing for source in config.sources.values() if source.brand == brand.brand_id}
    for listing_id in brand.listings:
        if listing_id not in used:
            step = f'Write `listing = "{listing_id}"` into its source.'
            yield Noted(Level.INFO, f"brands.{brand.brand_id}.listings.{listing_id}", "is named by no source", step)
