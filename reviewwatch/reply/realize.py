"""From a plan to words that fit the place, in many ways. Pure: the same plan and seed give the same texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reviewwatch.reply.frames import GLOSS, Frames, load
from reviewwatch.reply.frames.dice import mixed, pick
from reviewwatch.reply.frames.facts import clause, day_text
from reviewwatch.reply.frames.grammar import Words, expand
from reviewwatch.reply.frames.nouns import CLAUSE, THAT, Noun
from reviewwatch.reply.names import greeting_name
from reviewwatch.reply.naming import names_of
from reviewwatch.reply.plan.steps import Plan, Step
from reviewwatch.reply.platforms import Platform
from reviewwatch.reply.understood import Issue
from reviewwatch.types import Business, DraftSentence

__all__ = ["Candidate", "candidates", "greeting_name", "text_of", "twin"]

ROOMY: Final = 0.9
"""Share of a place's limit that a draft keeps to where it can: a person may want to add a word."""
N_CANDIDATES: Final = 64
_HAPPENED: Final = Noun(
    "what happened", is_plural=False, kind=CLAUSE, accusative="what happened", dative="what happened"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to word a plan.

    Attributes:
        seed: What its choices follow from; the twin is worded with the same.
        steps: Those of the plan that found room, one for each sentence.
    """

    seed: int
    steps: tuple[Step, ...]
    sentences: tuple[DraftSentence, ...]

    @property
    def text(self) -> str:
        """The reply as it would stand."""
        return text_of(self.sentences)


def candidates(
    plan: Plan, frames: Frames, business: Business, platform: Platform, seed: int, n: int = N_CANDIDATES
) -> Iterator[Candidate]:
    """Word a plan in many ways, each within the limit of the place.

    Where room is short, the steps that can be spared go first: a closing word, the empathy, the greeting, the sign-off.

    Yields:
        None at all where not even what cannot be spared fits.
    """
    seen: set[str] = set()
    for number in range(n):
        own = mixed(seed + number)
        worded = [(step, sentence(step, frames, business, own, at)) for at, step in enumerate(plan.steps)]
        fitting = _fitted([(step, text) for step, text in worded if text], platform)
        made = tuple(DraftSentence(text, step.move, step.licence) for step, text in fitting)
        text = text_of(made)
        if text and text not in seen:
            seen.add(text)
            yield Candidate(own, tuple(step for step, _ in fitting), made)


def sentence(step: Step, frames: Frames, business: Business, seed: int, at: int, own: Frames | None = None) -> str:
    """Return a step in words; empty where a greeting is left out.

    Args:
        own: Of a twin, the language of its draft: what names a fault there takes the rules for faults here.
    """
    if step.rule == "text":
        return step.text
    text = expand(frames, step.rule, _words(step, frames, business, mixed(seed + at), own), mixed(seed + at))
    first = next((at for at, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def twin(candidate: Candidate, plan: Plan, gloss: Frames, business: Business) -> str:
    """Return the same draft in the approver's language: the same steps, worded with the same choices."""
    own = load(plan.lang)
    kept = [(at, _as_named(step, own, gloss)) for at, step in enumerate(plan.steps) if step in candidate.steps]
    texts = [(step, sentence(step, gloss, business, candidate.seed, at, own)) for at, step in kept]
    return text_of([DraftSentence(text, step.move, step.licence) for step, text in texts if text])


def _as_named(step: Step, frames: Frames, gloss: Frames) -> Step:
    """Return a step with its issues named no closer than the draft's own language can name them."""
    return replace(step, issues=tuple(_named_alike(issue, frames, gloss) for issue in step.issues))


def _named_alike(issue: Issue, frames: Frames, gloss: Frames) -> Issue:
    is_wider = bool(issue.aspect) and issue.aspect not in frames.names and issue.theme in gloss.names
    return replace(issue, aspect="", noun="") if is_wider else issue


def text_of(sentences: Sequence[DraftSentence]) -> str:
    """Put a reply together: the greeting and the sign-off on lines of their own."""
    text, before = "", ""
    for one in sentences:
        is_apart = before == "greet" or one.move == "sign"
        text += ("\n" if is_apart else " ") + one.text if text else one.text
        before = one.move
    return text


def _fitted(worded: list[tuple[Step, str]], platform: Platform) -> list[tuple[Step, str]]:
    """Leave out what can be spared until the text fits with room to add a word; else until it fits at all."""
    for room in (platform.limit * ROOMY, platform.limit):
        left = list(worded)
        while left:
            made = text_of([DraftSentence(text, step.move, step.licence) for step, text in left])
            if platform.length(made) <= room:
                return left
            spare = max(range(len(left)), key=lambda at: left[at][0].spare)
            if not left[spare][0].spare:
                break
            del left[spare]
    return []


def _words(step: Step, frames: Frames, business: Business, seed: int, own: Frames | None) -> Words:
    nouns = _nouns(step, frames, seed)
    if own is not None:
        nouns = nouns | {slot: replace(one, kind=_nouns(step, own, seed)[slot].kind) for slot, one in nouns.items()}
    texts: dict[str, str] = {"name": step.text, "language": step.text}
    if step.remedy is not None:
        texts["remedy"] = step.remedy.say_in(_spoken(frames)).strip().rstrip(".")
    if step.contact is not None:
        texts["contact"] = step.contact.text
    if step.fact is not None:
        texts |= _fact_texts(step, frames, seed)
    return Words(nouns, texts, business.person == "I")


def _spoken(frames: Frames) -> str:
    return "en" if frames.lang == GLOSS else frames.lang


def _nouns(step: Step, frames: Frames, seed: int) -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    for slot, issue in zip(("issue", "other"), step.issues, strict=False):
        if choices := _names(step, slot, issue, frames):
            nouns[slot] = choices[0 if frames.lang == GLOSS else pick(seed, f"name.{slot}", len(choices))]
    if step.good is not None:
        choices = frames.names[f"good.{step.good.theme}"]
        nouns["good"] = choices[pick(seed, "good", len(choices))]
    return nouns


def _names(step: Step, slot: str, issue: Issue, frames: Frames) -> tuple[Noun, ...]:
    """Return what an issue can be called; a clause with "that" only where the rule has words around it.

    "The app" is left out where "that the app crashed" can be said: it says less.
    """
    choices = names_of(issue, frames, "general." if step.rule.startswith("private.") else "")
    is_open = slot == "issue" and f"{step.rule}.{THAT}" in frames.rules
    usable = [one for one in choices if is_open or one.kind != THAT]
    if choices and not usable:  # "that it broke" alone, in a sentence without room for "that"
        usable = [_HAPPENED]
    return tuple(
        one for one in usable if not any(one != more and f" {one.text} " in f" {more.text} " for more in usable)
    )


def _fact_texts(step: Step, frames: Frames, seed: int) -> Mapping[str, str]:
    stated = step.newer or step.fact
    if stated is None:
        return {}
    texts = {"fact": clause(stated, frames, seed) or ""}
    if step.newer is not None and step.newer.valid_from is not None:
        texts["date"] = day_text(step.newer.valid_from, frames)
    return texts
