"""What a reply to a review should say, move by move, before any words are chosen. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from reviewwatch.reply.frames import lines, load
from reviewwatch.reply.names import greeting_name
from reviewwatch.reply.plan import private
from reviewwatch.reply.plan.material import Material, approved, contact_for, material, thing_of
from reviewwatch.reply.plan.stance import Stance, stance_of
from reviewwatch.reply.plan.steps import Plan, PlanKind, Step
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.reading.lines import lines_of
from reviewwatch.reply.reading.steering import is_steering
from reviewwatch.reply.understood import Issue, Understood, Verdict
from reviewwatch.types import Answer, Assessment, Business, Review

if TYPE_CHECKING:
    from reviewwatch.reply.answer import Decision

__all__ = ["Plan", "PlanKind", "Step", "line_plan", "plans"]

_WISHES: Final = frozenset({
    "price", "pricing_plan", "value", "fees", "ads", "features", "monetization", "difficulty", "interest",
    "permissions",
})  # fmt: skip
"""Themes with which nothing broke: they are heard, not apologized for."""
_PROGRAM: Final = frozenset({
    "crashes", "reliability", "speed", "sync", "data_loss", "login", "account_access", "update", "notifications",
    "export", "battery", "servers", "api", "integration", "uptime",
})  # fmt: skip
"""Themes of a program for which version and steps help."""
_VERSION: Final = re.compile(r"\bv?\d+\.\d+")
_SERIOUS: Final = 2
_MOVE: Final = 2
"""Sentences up to which an approved text is one move of a reply; a longer one is a reply by itself."""
_SHORT: Final = 400
"""Limit of a place up to which one matter is enough."""
_MAX_PLANS: Final = 3


def plans(
    review: Review,
    assessment: Assessment,
    understood: Understood,
    decision: Decision,
    business: Business,
    platform: Platform,
    lang: str,
) -> tuple[Plan, ...]:
    """Plan at most three replies that differ in substance, the one to prefer first.

    An apology stands only where something went wrong. Only a claim that a fact of its day contradicts is corrected, a
    supported one is conceded, an unknown one left alone. Praise is answered briefly: long replies to praise lower later
    ratings (Wang and Chaudhry, Journal of Marketing Research 2018).

    Args:
        lang: Of the frames to write with, one of `frames.LANGUAGES`.

    Returns:
        None at all where the decision is not to reply.
    """
    if decision.answer is not Answer.REPLY:
        return ()
    if private.is_private(understood, business):
        made = private.plans(understood, business, platform, lang, is_brief=decision.is_brief)
    else:
        given = material(understood, business, platform, load(lang))
        ask = _Planner(review, assessment, understood, given, platform, lang)
        made = ask.brief() if decision.is_brief else ask.full()
    return _framed(made, review, business)[:_MAX_PLANS]


def line_plan(business: Business, platform: Platform, lang: str) -> Plan:
    """Plan the honest line for a language without a grammar: that the review was read, and that more cannot be said.

    Args:
        lang: One of `frames.lines()`.
    """
    steps = [Step(move="explain", rule="line", text=lines()[lang])]
    contact = contact_for(business.contacts, platform, lang)
    if contact is not None:
        licence = (f"contact:{contact.contact_id}",)
        steps.append(Step(move="contact", rule="line.contact", licence=licence, spare=2, contact=contact))
    sign_off = " ".join(business.sign_off.split())
    if sign_off:
        steps.append(Step(move="sign", rule="text", spare=4, text=sign_off))
    return Plan(PlanKind.LINE, lang, tuple(steps))


def _framed(made: Iterable[Plan], review: Review, business: Business) -> tuple[Plan, ...]:
    """Put greeting and sign-off around each plan, and leave out a plan that says what an earlier one says."""
    name = None if _is_steered(review) else greeting_name(review.author)
    greet = Step(move="greet", rule="greet.name" if name else "greet.nobody", spare=6, text=name or "")
    sign = Step(move="sign", rule="text", spare=4, text=" ".join(business.sign_off.split()))
    kept: dict[frozenset[tuple[str, tuple[str, ...]]], Plan] = {}
    for plan in made:
        steps = (greet, *plan.steps, *((sign,) if sign.text else ()))
        if plan.steps:
            kept.setdefault(plan.substance, Plan(plan.kind, plan.lang, steps))
    return tuple(kept.values())


def _is_steered(review: Review) -> bool:
    """Say whether a review tells whoever drafts what to write: then not even its author's name stands in a reply."""
    return any(is_steering(line) for line in lines_of(review))


class _Planner:
    """Plans for one review; each method decides one move."""

    def __init__(
        self,
        review: Review,
        assessment: Assessment,
        understood: Understood,
        given: Material,
        platform: Platform,
        lang: str,
    ) -> None:
        self._review = review
        self._assessment = assessment
        self._understood = understood
        self._given = given
        self._platform = platform
        self._lang = lang
        self._stance = stance_of(review, assessment, understood)

    def brief(self) -> tuple[Plan, ...]:
        """Thanks in one or two plain sentences, with nothing to sell."""
        given = self._given
        plain = self._plan(PlanKind.BRIEF, self._thanks())
        found = [plain]
        if given.good is not None:
            found.insert(0, self._plan(PlanKind.BRIEF, _about("thank", "thank.good", good=given.good)))
        if given.issues:
            heard = _about("name", "hear.brief", issues=given.issues[:1])
            found.insert(0, self._plan(PlanKind.BRIEF, self._thanks(), heard))
        if self._assessment.is_praise and not given.issues:
            found.append(self._plan(PlanKind.BRIEF, Step(move="thank", rule="thank.people")))
        return tuple(found)

    def full(self) -> tuple[Plan, ...]:
        """Answer what went wrong: in full, in short, with a second matter or with a question."""
        if self._stance is Stance.PRAISE and not (self._understood.issues or self._understood.requests):
            return self.brief()
        opening, verdict = self._opening(), self._verdict()
        helped = [one for one in (self._remedy(), self._steps(), self._contact()) if one]
        feeling = self._feeling()
        move = self._approved_move()
        begun = (self._credit(), self._opening(2)) if self._has_two else (opening,)
        full = self._plan(PlanKind.FULL, *begun, feeling, *verdict, *move, *helped, self._close(opening, helped))
        short = self._plan(PlanKind.SHORT, opening, *verdict, self._contact(), self._thanked(opening))
        asking = self._asking(opening, verdict) if self._stance is Stance.MIXED else None
        others = (asking, self._approved(), self._two(verdict, helped), short, self._bare(opening, verdict))
        return (full, *(one for one in others if one))

    @property
    def _has_two(self) -> bool:
        """Say whether a second matter weighs as much as the first, so that an answer to one alone would miss half."""
        issues = self._given.issues
        return (
            len(issues) > 1
            and issues[1].severity >= issues[0].severity
            and self._is_heard(issues[0]) == self._is_heard(issues[1])
            and self._platform.limit > _SHORT
        )

    def _plan(self, kind: PlanKind, *steps: Step | None) -> Plan:
        return Plan(kind, self._lang, tuple(one for one in steps if one is not None))

    def _opening(self, n_issues: int = 1) -> Step:
        issues = self._given.issues[:n_issues]
        if not issues:
            return self._unnamed()
        kind = "hear" if self._is_heard(issues[0]) else "sorry"
        if n_issues > 1:
            return _about("name" if kind == "hear" else "apologize", f"{kind}.two", issues=issues)
        move = "name" if kind == "hear" else "apologize"
        if self._given.good is not None and self._stance is Stance.MIXED and issues[0].severity < 3:
            return _about(move, f"{kind}.credit", issues=issues, good=self._given.good)
        thing = "" if kind == "hear" else thing_of(issues[0], load(self._lang))
        if thing:
            return _about(move, "sorry.thing", issues=issues, text=thing)
        is_plain = kind == "hear" and self._stance is Stance.COMPLAINT  # thanks to somebody who is angry read as scorn
        return _about(move, "hear.plain" if is_plain else f"{kind}.issue", issues=issues)

    def _credit(self) -> Step | None:
        """Credit the good in a sentence of its own, where the next one has two matters to name."""
        good, issues = self._given.good, self._given.issues
        if good is None or self._stance is not Stance.MIXED or issues[0].severity > _SERIOUS:
            return None
        return _about("thank", "mixed.good", good=good, spare=5)

    def _is_heard(self, issue: Issue) -> bool:
        """Say whether a matter is only heard: nothing broke, or the claim that it rests on is about to be corrected."""
        wrong = self._given.contradicted
        is_corrected = wrong is not None and _overlap(wrong, issue)
        return is_corrected or (issue.theme in _WISHES and issue.severity <= _SERIOUS)

    def _unnamed(self) -> Step:
        """Open where nothing can be named."""
        review, requests = self._review, self._understood.requests
        if self._given.contradicted is not None and self._stance is Stance.COMPLAINT:
            return Step(move="empathize", rule="looked", licence=(self._given.contradicted.claim.place.licence,))
        if requests:
            return Step(move="name", rule="request", licence=(requests[0].licence,))
        if self._stance is Stance.COMPLAINT:
            has_text = bool(review.text or review.negative or review.title)
            return Step(move="apologize", rule="sorry.plain" if has_text else "sorry.stars")
        if self._stance is Stance.MIXED:
            good = self._given.good
            return _about("thank", "mixed.good", good=good) if good else Step(move="thank", rule="mixed.plain")
        return Step(move="thank", rule="neutral")

    def _feeling(self) -> Step | None:
        given = self._given
        if not given.issues or self._is_heard(given.issues[0]):
            wrong = given.contradicted
            is_needed = wrong is not None and given.issues and self._stance is Stance.COMPLAINT
            return _about("empathize", "looked", issues=given.issues[:1], spare=5) if is_needed else None
        if given.issues[0].severity < _SERIOUS:
            return None
        rule = "feel.grave" if given.issues[0].severity > _SERIOUS else "feel"
        return _about("empathize", rule, issues=given.issues[:1], spare=7)

    def _verdict(self) -> tuple[Step, ...]:
        """Concede, correct or explain: what the facts of the day say of the reviewer's claims."""
        given = self._given
        steps = []
        if given.supported is not None and given.supported.fact is not None:
            steps.append(_stating("concede", "concede", given.supported))
        if given.contradicted is not None:
            steps.append(_stating("correct", "correct", given.contradicted))
        if given.outdated is not None and given.outdated.fact is not None and given.newer is not None:
            licence = (given.outdated.claim.place.licence, _fact(given.outdated), f"fact:{given.newer.fact_id}")
            steps.append(
                Step(
                    move="explain",
                    rule="explain",
                    licence=licence,
                    spare=1,
                    fact=given.outdated.fact,
                    newer=given.newer,
                )
            )
        return tuple(steps)

    def _remedy(self) -> Step | None:
        remedy = self._given.remedy
        if remedy is None:
            return None
        return Step(move="remedy", rule="remedy", licence=(f"remedy:{remedy.remedy_id}",), spare=3, remedy=remedy)

    def _contact(self) -> Step | None:
        contact = self._given.contact
        if contact is None:
            return None
        way = "email" if contact.email else "phone" if contact.phone else "url"
        return Step(
            move="contact", rule=f"contact.{way}", licence=(f"contact:{contact.contact_id}",), spare=2, contact=contact
        )

    def _steps(self) -> Step | None:
        """Ask for version and steps where the reviewer can answer, a program is at fault, and no version was given."""
        review = self._review
        is_told = bool(_VERSION.search(review.text) or review.version)
        is_program = any(one.theme in _PROGRAM for one in self._given.issues)
        return (
            Step(move="ask", rule="ask.steps", spare=3)
            if self._platform.is_conversation and is_program and not is_told
            else None
        )

    def _close(self, opening: Step, helped: list[Step]) -> Step | None:
        """End with a word, where there is little else; with thanks, where nothing was said that is kind by itself."""
        is_bare = opening.move not in ("apologize", "thank")
        if is_bare:
            return Step(move="close", rule="close.thanks", spare=3)
        return None if len(helped) > 1 else Step(move="close", rule="close", spare=8)

    def _thanked(self, opening: Step) -> Step | None:
        close = self._close(opening, [])
        return close if close is not None and close.rule == "close.thanks" else None

    def _thanks(self) -> Step:
        has_text = bool(self._review.text or self._review.positive or self._review.title)
        return Step(move="thank", rule="thank.plain" if has_text else "thank.stars")

    def _approved_move(self) -> tuple[Step, ...]:
        """Return an approved text for the matter that is short enough to be a move among others."""
        steps = approved(self._given.macro) if self._given.macro else ()
        return steps if len(steps) <= _MOVE else ()

    def _approved(self) -> Plan | None:
        """Plan an approved text that is a reply by itself."""
        steps = approved(self._given.macro) if self._given.macro else ()
        return self._plan(PlanKind.APPROVED, *steps) if len(steps) > _MOVE else None

    def _asking(self, opening: Step, verdict: tuple[Step, ...]) -> Plan | None:
        return self._plan(
            PlanKind.ASKING,
            opening,
            *verdict,
            Step(move="ask", rule="ask.recommend"),
            self._contact(),
            self._thanked(opening),
        )

    def _two(self, verdict: tuple[Step, ...], helped: list[Step]) -> Plan | None:
        issues = self._given.issues
        if self._has_two or len(issues) < 2 or self._is_heard(issues[0]) != self._is_heard(issues[1]):
            return None
        opening = self._opening(2)
        return self._plan(PlanKind.TWO, opening, *verdict, *helped, self._thanked(opening))

    def _bare(self, opening: Step, verdict: tuple[Step, ...]) -> Plan:
        """Say the least: what went wrong, how that feels, and a closing word."""
        close = self._close(opening, [])
        return self._plan(PlanKind.SHORT, opening, self._feeling(), *verdict, close)


def _about(
    move: str, rule: str, issues: tuple[Issue, ...] = (), good: Issue | None = None, spare: int = 0, text: str = ""
) -> Step:
    """Return a step that rests on places of the review."""
    places = tuple(one.place.licence for one in ((good,) if good else ()) + issues)
    return Step(move=move, rule=rule, licence=places, issues=issues, good=good, spare=spare, text=text)


def _stating(move: str, rule: str, verdict: Verdict) -> Step:
    """Return a step that states a fact in answer to a claim."""
    licence = (verdict.claim.place.licence, _fact(verdict))
    return Step(move=move, rule=rule, licence=licence, spare=1, fact=verdict.fact)


def _fact(verdict: Verdict) -> str:
    return f"fact:{verdict.fact.fact_id}" if verdict.fact else ""


def _overlap(verdict: Verdict, issue: Issue) -> bool:
    one, other = verdict.claim.place, issue.place
    return one.field == other.field and one.start < other.end and other.start < one.end
