"""Which moves a reply makes, for one review: each method decides one. Pure."""

from __future__ import annotations

import re
from typing import Final

from reviewwatch.reply.frames import load
from reviewwatch.reply.frames.grammar import has
from reviewwatch.reply.plan.answers import contact_step, remedy_step, verdict_steps, version_step
from reviewwatch.reply.plan.material import Material, approved, can_be_joined
from reviewwatch.reply.plan.stance import Stance, stance_of
from reviewwatch.reply.plan.steps import Plan, PlanKind, Step, about
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Issue, Place, Understood
from reviewwatch.types import Assessment, Band, Review

_WISHES: Final = frozenset({
    "price", "pricing_plan", "value", "fees", "ads", "features", "monetization", "difficulty", "interest",
    "permissions",
})  # fmt: skip
"""Themes with which nothing broke: they are heard, not apologized for."""
_WORTH: Final = frozenset({"price", "pricing_plan", "value"})
"""Themes of what it costs: nobody apologizes for a price, however dear."""
_TASTE: Final = frozenset({"notifications", "usability", "privacy"})
"""Themes with which nothing broke where the reviewer asks for something."""
_QUESTION: Final = re.compile(r"[\s\"'”’)]*\?")
_HAPPY: Final = 0.7
"""Share of the rating from which thanks come first, whatever small thing was wrong: four of five stars."""
_BEST: Final = 0.95
"""The same for all the stars: only then they may be a slip, or mockery."""
_LIKELY: Final = 0.5
"""Probability of a detractor from which the words count, whatever the stars."""
_KIND: Final = 0.2
"""Tone of a text from which low stars may be a slip."""
_SERIOUS: Final = 2
_BETWEEN: Final = 0.5
"""Share of the rating below which nobody is asked what was missing: they have said it."""
_MOVE: Final = 2
"""Sentences up to which an approved text is one move of a reply; a longer one is a reply by itself."""
_SHORT: Final = 400
"""Limit of a place up to which one matter is enough."""

_BARRED: Final = frozenset({"cannot", "hard", "charge"})
"""States of what the reviewer could not do, or had to pay for: no mere wish."""
_ALSO: Final = "sorry.also"


class Planner:
    """Plans for one review."""

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
        found = [self._plan(PlanKind.BRIEF, self._thanks())]
        if given.good is not None:
            found.insert(0, self._plan(PlanKind.BRIEF, about("thank", "thank.good", good=given.good)))
        if given.issues:
            found.insert(0, self._plan(PlanKind.BRIEF, self._kind_word(), self._note()))
        if self._assessment.is_praise and not given.issues:
            found.append(self._plan(PlanKind.PEOPLE, Step(move="thank", rule="thank.people")))
        return tuple(found)

    def full(self) -> tuple[Plan, ...]:
        """Answer what went wrong; or thank first, where somebody is happy and a small thing was wrong."""
        understood = self._understood
        if self._stance is Stance.PRAISE and not (understood.issues or understood.requests or understood.conditions):
            return self.brief()
        if self._is_happy:
            return self._kindly()
        return self._unsure(*self._sorry()) if self._is_doubtful else self._sorry()

    @property
    def _is_doubtful(self) -> bool:
        """Say whether stars and words tell two stories: a slip of the finger, mockery, or a misreading of ours.

        Of 26 invented reviews of five stars whose words sounded bad, 24 were meant as praise; of those whose words tell
        of something grave and yet sound good, most were not.
        """
        judged, share = self._assessment, self._review.rating.share if self._review.rating else None
        if self._is_starred:
            is_best = share is None or share >= _BEST
            return is_best and ((judged.is_conflict and not self._is_bad) or self._worst > _SERIOUS)
        is_kind = judged.sentiment is not None and judged.sentiment >= _KIND
        is_low = share is not None and share < _BETWEEN
        return judged.is_conflict and is_kind and is_low and self._worst <= _SERIOUS

    def _unsure(self, full: Plan, *others: Plan) -> tuple[Plan, ...]:
        """Thank for writing, which is right either way, and say where to turn; or take the words, or the stars."""
        opening = Step(move="thank", rule="neutral")
        unsure = self._plan(PlanKind.SHORT, opening, self._contact("heard"))
        return (full, unsure, *others) if self._is_plain else (unsure, full, self._thanks_alone(), *others)

    @property
    def _is_plain(self) -> bool:
        """Say whether words under high stars tell of something grave, or ask to mend it, and of nothing good."""
        asked, issues = self._understood.requests, self._understood.issues
        is_told = self._assessment.is_conflict or any(one.overlaps(two.place) for one in asked for two in issues)
        return is_told and self._worst > _SERIOUS and self._given.good is None

    @property
    def _worst(self) -> int:
        return max((one.severity for one in self._understood.issues), default=0)

    @property
    def _is_bad(self) -> bool:
        p = self._assessment.p_detractor
        return p is not None and p >= _LIKELY

    @property
    def _is_happy(self) -> bool:
        return self._is_starred and self._stance is not Stance.COMPLAINT and self._worst <= _SERIOUS

    def _kindly(self) -> tuple[Plan, ...]:
        """Thanks first, then one sentence on the thing; nobody who is happy is asked to write somewhere else first."""
        thanks, note = self._kind_word(), self._note() or self._request()
        verdict, remedy = verdict_steps(self._given), self._remedy()
        full = self._plan(PlanKind.FULL, thanks, note, *verdict, *self._approved_move(), remedy)
        ask, contact = self._ask(), self._contact()
        others = (
            self._plan(PlanKind.ASKING, thanks, note, *verdict, ask) if ask else None,
            self._plan(PlanKind.TALK, thanks, note, *verdict, contact) if contact and self._given.issues else None,
            self._approved(),
            self._thanks_alone(),
            self._plan(PlanKind.SHORT, thanks, note) if remedy or verdict else None,
        )
        return (full, *(one for one in others if one))

    def _sorry(self) -> tuple[Plan, ...]:
        """What went wrong and what can be done about it; in public alone; with a second matter, or with a question."""
        opening, verdict, contact = self._opening(), verdict_steps(self._given), self._contact()
        remedy, steps, move = (
            self._remedy(with_other=self._has_two),
            version_step(self._review, self._given, self._platform),
            self._approved_move(),
        )
        begun = self._begun(opening)
        helped = (remedy, steps, contact)
        answered = (*verdict, *move, self._condition(remedy, verdict))
        is_bare = not any((*helped, *answered))
        feeling = None if len(begun) > 1 else self._feeling(is_bare=is_bare)
        close = self._close(opening) if is_bare and feeling is None else None
        full = self._plan(PlanKind.FULL, *begun, feeling, *answered, *helped, close)
        ask = self._ask()
        others = (
            self._plan(PlanKind.ASKING, opening, *verdict, ask) if ask else None,
            self._approved(),
            self._two(verdict, contact),
            self._plan(PlanKind.TALK, opening, contact) if contact and (remedy or verdict or feeling) else None,
            self._plan(PlanKind.SHORT, opening, *verdict, None if verdict else self._close(opening)),
            self._warm(opening, contact),
            self._thanks_alone() if self._assessment.is_conflict or self._is_starred else None,
        )
        return (full, *(one for one in others if one))

    def _begun(self, opening: Step) -> tuple[Step | None, ...]:
        """Name the matter, and a second one that weighs as much: in one sentence where both fit into it."""
        if not self._has_two:
            return (opening,)
        if self._can_be_joined:
            return self._credit(), self._opening(2)
        return opening, self._also(self._given.issues[1])

    def _also(self, issue: Issue) -> Step | None:
        """Name a second matter in a sentence of its own, where the language has one; a name grants what it names."""
        if self._is_corrected(issue) or not has(load(self._lang), _ALSO):
            return None
        if self._is_heard(issue):
            return about("name", "hear.brief", issues=(issue,), spare=5)
        return about("apologize", _ALSO, issues=(issue,), spare=5)

    def _warm(self, opening: Step, contact: Step | None) -> Plan | None:
        """Say how it feels, for who would rather be warm than brief; where all of them are bare, the apology alone."""
        feeling = self._feeling(is_bare=True)
        return self._plan(PlanKind.WARM, opening, feeling, contact) if feeling else self._plan(PlanKind.SHORT, opening)

    def _thanks_alone(self) -> Plan:
        """Thank, and no more: where stars and words disagree, the stars may be what was meant."""
        return self._plan(PlanKind.THANKS, self._thanks() if self._given.good is None else self._kind_word())

    @property
    def _is_starred(self) -> bool:
        """Say whether it stands under high stars; without any, the judgment says."""
        rating = self._review.rating
        return rating.share >= _HAPPY if rating is not None else self._assessment.band is Band.PROMOTER

    @property
    def _has_two(self) -> bool:
        """Say whether a second matter weighs as much as the first, so that an answer to one alone would miss half."""
        issues = self._given.issues
        return (
            len(issues) > 1
            and issues[1].severity >= min(issues[0].severity, _SERIOUS)
            and self._platform.limit > _SHORT
        )

    @property
    def _can_be_joined(self) -> bool:
        """Say whether the first two matters fit into one sentence, and neither is about to be corrected."""
        first, second = self._given.issues[:2]
        if self._is_corrected(first) or self._is_corrected(second):
            return False
        return self._is_heard(first) == self._is_heard(second) and can_be_joined(first, second, load(self._lang))

    def _plan(self, kind: PlanKind, *steps: Step | None) -> Plan:
        return Plan(kind, self._lang, tuple(one for one in steps if one is not None))

    def _opening(self, n_issues: int = 1) -> Step:
        issues = self._given.issues[:n_issues]
        if not issues:
            return self._unnamed()
        is_heard = self._is_heard(issues[0])
        move = "name" if is_heard else "apologize"
        if n_issues > 1:
            return about(move, "hear.two" if is_heard else "sorry.two", issues=issues)
        if self._given.good is not None and self._stance is Stance.MIXED and issues[0].severity <= _SERIOUS:
            rule = "hear.credit" if is_heard else "sorry.credit"
            return about(move, rule, issues=issues, good=self._given.good)
        return self._heard(issues[0]) if is_heard else self._regretted(issues[0])

    def _heard(self, issue: Issue) -> Step:
        met = self._given.met
        if self._is_corrected(issue) or (met is not None and met[0].overlaps(issue.place)):
            return about("name", "raised", issues=(issue,))  # unnamed: a name may grant what is about to be corrected
        if self._is_wished(issue) and has(load(self._lang), "wished"):
            return about("name", "wished", issues=(issue,))
        # Thanks to somebody who is angry read as scorn.
        return about("name", "hear.plain" if self._stance is Stance.COMPLAINT else "hear.issue", issues=(issue,))

    def _regretted(self, issue: Issue) -> Step:
        return about("apologize", "sorry.light" if issue.severity < _SERIOUS else "sorry.issue", issues=(issue,))

    def _credit(self) -> Step | None:
        """Credit the good in a sentence of its own, where the next one has two matters to name."""
        good, issues = self._given.good, self._given.issues
        if good is None or self._stance is not Stance.MIXED or issues[0].severity > _SERIOUS:
            return None
        return about("thank", "mixed.good", good=good, spare=5)

    def _is_corrected(self, issue: Issue) -> bool:
        """Say whether the claim that a matter rests on is about to be corrected."""
        wrong = self._given.contradicted
        return wrong is not None and wrong.claim.place.overlaps(issue.place)

    def _is_wished(self, issue: Issue) -> bool:
        """Say whether a matter is what somebody would come back for, and nothing that broke."""
        return issue.severity < _SERIOUS and any(issue.place.overlaps(one) for one in self._understood.conditions)

    def _is_heard(self, issue: Issue) -> bool:
        """Say whether a matter is only heard: nothing broke, it is as the facts say, a wish, or to be corrected."""
        if self._is_corrected(issue):
            return True
        right = self._given.supported
        if issue.severity > _SERIOUS:
            return issue.theme in _WORTH
        if self._is_wished(issue):
            return True
        is_bare = issue.theme == "features" and bool(issue.noun) and not (issue.state or issue.aspect)
        if is_bare or issue.state.partition(":")[0] in _BARRED:
            return False
        is_fact = right is not None and right.claim.place.overlaps(issue.place)
        is_taste = issue.theme in _TASTE and bool(self._understood.requests)
        return is_fact or is_taste or issue.theme in _WISHES

    def _unnamed(self) -> Step:
        """Open where nothing can be named."""
        requests, wrong = self._understood.requests, self._given.contradicted
        if wrong is not None:
            return Step(move="name", rule="raised", licence=(wrong.claim.place.licence,))
        is_asking = bool(requests) and self._review.rating is None
        if self._stance is Stance.COMPLAINT and not is_asking:
            return self._regret()
        if self._given.supported is not None:
            return Step(move="name", rule="raised", licence=(self._given.supported.claim.place.licence,))
        if requests:
            return Step(move="name", rule="request", licence=(requests[0].licence,))
        if self._stance is Stance.MIXED:
            good = self._given.good
            return about("thank", "mixed.good", good=good) if good else Step(move="thank", rule="mixed.plain")
        return Step(move="thank", rule="neutral")

    def _regret(self) -> Step:
        """Say sorry for what has no name here; under middling stars nothing need have gone wrong."""
        review = self._review
        if review.rating is not None and review.rating.share >= _BETWEEN:
            return Step(move="thank", rule="neutral")
        has_text = bool(review.text or review.negative or review.title)
        return Step(move="apologize", rule="sorry.plain" if has_text else "sorry.stars")

    def _kind_word(self) -> Step:
        """Thank somebody who is happy: for what they liked, for weighing it, else for the kind words."""
        good = self._given.good
        if good is not None:
            return about("thank", "thank.good", good=good)
        return Step(move="thank", rule="mixed.plain") if self._given.issues else self._thanks()

    def _note(self) -> Step | None:
        """Say one sentence on the small thing that somebody who is happy tells of."""
        issues = self._given.issues[:1]
        if not issues:
            return None
        if not self._is_heard(issues[0]):
            return about("apologize", "note.issue", issues=issues)
        heard = self._heard(issues[0])
        return heard if heard.rule == "wished" else about("name", "hear.brief", issues=issues)

    def _request(self) -> Step | None:
        """Take up what somebody who is happy asks for: a question is answered in private, a wish is heard."""
        requests, contact = self._understood.requests, self._contact()
        if contact is not None and self._purpose == "asked":
            return contact
        return Step(move="name", rule="wish", licence=(requests[0].licence,)) if requests else None

    def _feeling(self, *, is_bare: bool) -> Step | None:
        """Say how it feels, where it was grave, or where a reply has little else: elsewhere it is padding."""
        issues = self._given.issues
        if not issues or self._is_heard(issues[0]) or issues[0].severity < (_SERIOUS if is_bare else _SERIOUS + 1):
            return None
        if self._stance is not Stance.COMPLAINT:
            return None
        rule = "feel.grave" if issues[0].severity > _SERIOUS else "feel"
        return about("empathize", rule, issues=issues[:1], spare=7)

    def _condition(self, remedy: Step | None, verdict: tuple[Step, ...]) -> Step | None:
        """Take up what would win the author over; where a fact or a remedy answers it, that is the answer."""
        conditions, issues = self._understood.conditions, self._given.issues
        if not conditions or remedy or verdict or (issues and self._is_wished(issues[0])):
            return None
        return Step(move="name", rule="condition", licence=(conditions[0].licence,), spare=6)

    def _remedy(self, *, with_other: bool = False) -> Step | None:
        """Offer the help for what is named: the main matter, or the second where both are."""
        return remedy_step(self._given.remedy or (self._given.other_remedy if with_other else None))

    def _contact(self, purpose: str = "") -> Step | None:
        return contact_step(self._given.contact, purpose or self._purpose, self._lang)

    @property
    def _purpose(self) -> str:
        """Return what a reviewer would write for: an answer, or to talk where nothing is to be looked into."""
        if any(map(self._is_question, self._understood.requests)):
            return "asked"
        issues = self._given.issues
        return "heard" if not issues or self._is_heard(issues[0]) else ""

    def _is_question(self, place: Place) -> bool:
        return bool(_QUESTION.match(self._review.field(place.field), place.end))

    def _ask(self) -> Step | None:
        """Ask passives and promoters at risk what would have won them over, unless they have said so themselves."""
        understood, share = self._understood, self._review.rating.share if self._review.rating else None
        is_between = self._assessment.is_at_risk or self._assessment.band is Band.PASSIVE
        has_said = bool(understood.conditions or understood.requests)
        is_low = share is not None and share < _BETWEEN
        if not is_between or has_said or is_low or self._stance is not Stance.MIXED:
            return None
        return Step(move="ask", rule="ask.recommend")

    def _close(self, opening: Step) -> Step | None:
        """End a reply that has little else with a word: with thanks, where nothing kind was said before."""
        if opening.move == "thank" or opening.rule in ("raised", "request"):
            return None
        return Step(move="close", rule="close" if opening.move == "apologize" else "close.thanks", spare=8)

    def _thanks(self) -> Step:
        if self._assessment.is_conflict and self._understood.requests:
            return Step(move="thank", rule="neutral")  # "I want my money back" is no kind word, whatever the stars
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

    def _two(self, verdict: tuple[Step, ...], contact: Step | None) -> Plan | None:
        issues = self._given.issues
        if self._has_two or len(issues) < 2 or not self._can_be_joined:
            return None
        return self._plan(PlanKind.TWO, self._opening(2), *verdict, contact)
