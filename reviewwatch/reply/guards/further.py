"""Pressure, secrets and insults in the further languages: there, order of words tells little, so meanings that meet do.

A pattern is a list of sets of meanings: one of each must stand in the same sentence, or in two that follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewwatch.reply.guards.accusations import G08
from reviewwatch.reply.guards.asking import G15, G16
from reviewwatch.reply.guards.asks import G03, G04
from reviewwatch.reply.guards.blame import G22
from reviewwatch.reply.guards.gags import G07
from reviewwatch.reply.guards.lawsuits import G05
from reviewwatch.reply.guards.manners import G21
from reviewwatch.reply.guards.offers import G02
from reviewwatch.reply.guards.promises import G23, unbacked
from reviewwatch.reply.guards.rewards import G01
from reviewwatch.reply.guards.threats import G06
from reviewwatch.reply.guards.units import languages_of
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban
from reviewwatch.text import Span
from reviewwatch.types import Finding


@dataclass(frozen=True, slots=True)
class Meeting:
    """Meanings that break a rule where they meet.

    Attributes:
        law: The rule.
        needs: One of each set must be there.
        bars: None of these.
        n_sentences: How many sentences in a row they may meet in.
        ban: What a place must forbid for it to block; None where it blocks everywhere.
    """

    law: Law
    why: str
    needs: tuple[frozenset[str], ...]
    bars: frozenset[str] = frozenset()
    n_sentences: int = 1
    ban: Ban | None = None


def _meeting(law: Law, why: str, needs: str, bars: str = "", n_sentences: int = 1, ban: Ban | None = None) -> Meeting:
    sets = tuple(frozenset(need.split("|")) for need in needs.split())
    return Meeting(law, why, sets, frozenset(bars.split("|")) - {""}, n_sentences, ban)


_PAYS: Final = "ties a reward to writing, changing or removing a review"
_OFFERS: Final = "offers a gift, a service or money in public, which invites more claims"
_THREATENS: Final = "threatens the reviewer, or can be read so"
_LIES: Final = "says that the review or its author is not honest"
_MEETINGS: Final = (
    _meeting(G01, _PAYS, "REWARD|FREE|MONEY REVIEW|STAR CHANGE|REMOVE|POSITIVE|COND", "THANKS", 2),
    _meeting(G01, _PAYS, "REWARD STAR", "THANKS|NEG", 1),
    _meeting(G02, _OFFERS, "REWARD GIVE|MAKE_UP|YOURS WE|OUR|YOU|FUTURE|ASKING", "NEG|THANKS", 1, Ban.OFFERS),
    _meeting(G02, _OFFERS, "REWARD THING WE|OUR|YOU|FUTURE|aufs|geht|invita|corre", "NEG|THANKS", 1, Ban.OFFERS),
    _meeting(
        G03,
        "asks to change the rating or the review",
        "REVIEW|STAR CHANGE|MORE_STARS ASKING",
        "THANKS",
        1,
        Ban.RATING_ASKS,
    ),
    _meeting(G04, "asks to remove the review", "REVIEW REMOVE ASKING", "THANKS"),
    _meeting(G05, "threatens with the law, or can be read so", "COUNSEL WE|OUR|YOU|YOUR"),
    _meeting(
        G05, "threatens with the law, or can be read so", "LEGAL_ACT WE|OUR|YOU|YOUR|das|esto|sehen|veremos", "NEG"
    ),
    _meeting(G06, _THREATENS, "BAN YOU|YOUR|ab"),
    _meeting(G06, _THREATENS, "THREAT"),
    _meeting(G06, _THREATENS, "KNOW LIVE YOU|YOUR|donde|wo", "NEG"),
    _meeting(G06, _THREATENS, "WORKPLACE SAY_TO YOU|YOUR", "NEG"),
    _meeting(G07, "says that a contract forbids or punishes reviewing", "CONTRACT FORBID COMPLAIN|REVIEW"),
    _meeting(
        G08,
        _LIES,
        "FALSE REVIEW|YOU|YOUR|das|dies|diese|dieser|alles|geschichte|esto|todo|historia|usted|eso",
        "OUR|COURTESY",
    ),
    _meeting(G08, _LIES, "RIVAL REVIEW|YOU|das|dies|diese|geschrieben|von|escrito|escribio|ha|la|lo", "OUR|COURTESY"),
    _meeting(G15, "asks for personal data where everybody can read the answer", "TELL|ASKING PII HERE", "NEG|PRIVATE"),
    _meeting(G16, "asks for a password, a code or card data", "TELL|ASKING SECRET", "NEG"),
    _meeting(G21, "insults or mocks the reviewer, or swears", "INSULT"),
    _meeting(G21, "insults or mocks the reviewer, or swears", "MOCKERY"),
    _meeting(G21, "insults or mocks the reviewer, or swears", "RUDE YOU|YOUR", "COURTESY|OUR"),
    _meeting(G22, "puts the fault on the reviewer", "FAULT_YOU YOU|YOUR|suya|culpa|haber|no", "OUR|COURTESY"),
)
_PROMISED: Final = (
    _meeting(G23, "", "PROMISE"),
    _meeting(G23, "", "SOLVED", "NEG"),
    _meeting(G23, "", "FUTURE DUE"),
    _meeting(G23, "", "WE FUTURE", "NEG|ASKING|COURTESY"),
    _meeting(G23, "", "SCHEDULED ARRIVE DUE"),
)


def meetings(case: Case) -> Iterator[Finding]:
    """G01 to G08, G15, G16, G21 to G23 in German and Spanish."""
    if len(languages_of(case.text)) == 1:
        return
    told: set[tuple[str, int]] = set()
    for one in _MEETINGS:
        for span in case.windows(one.n_sentences):
            if _meets(case, Span(*span), one) and (one.law.rule, span[0]) not in told:
                told.add((one.law.rule, span[0]))
                is_grave = one.ban is None or one.ban in case.platform.bans
                make = one.law.block_sentence if is_grave else one.law.warn_sentence
                yield make(case, *span, one.why)
    for span in case.view.sentences:
        if any(_meets(case, span, one) for one in _PROMISED):
            yield unbacked(case, G23, span, "promises what no fact or remedy backs")


def _meets(case: Case, span: Span, one: Meeting) -> bool:
    units = case.units_in(span)
    present = (
        frozenset[str]().union(*(unit.tags | unit.phrase | {unit.word} for unit in units)) if units else frozenset()
    )
    return all(not need.isdisjoint(present) for need in one.needs) and one.bars.isdisjoint(present)


RULES: Final = (meetings,)
