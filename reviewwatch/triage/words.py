"""What makes a review urgent whatever its stars: danger, threats, discrimination, law, leaked data, lost money or work.

English, matched on folded lower-case text. A bare word fails both ways ("a short walk from the hospital"), so each
entry is a phrase that is rare in harmless reviews. Kinds after the reply rules' list of sensitive topics (rule G26).
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from reviewwatch.sentiment.roles import Memo


@dataclass(frozen=True, slots=True)
class Alarm:
    """One kind of urgent matter.

    Attributes:
        why: The clause for a person.
        hold: What makes it a matter for a trained person, empty where anybody may answer.
        stems: A quick gate: without one of them the pattern is not tried. None holds white space.
    """

    why: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    hold: str = ""


def _alarm(why: str, stems: str, *phrases: str, hold: str = "") -> Alarm:
    return Alarm(why, tuple(stems.split()), re.compile(rf"\b(?:{'|'.join(phrases)})"), hold)


CRITICAL: Final = (
    _alarm(
        "speaks of an injury or a danger",
        "injur hospital emergency poison allerg anaphyla broke electr fire flames monoxide unconscious suicid",
        r"injur(?:ed|y|ies)\b",
        r"food poisoning\b",
        r"hospitali[sz]ed\b",
        r"(?:taken|rushed|ended up|went) (?:to|in) (?:the |a )?(?:hospital|emergency)",
        r"allergic reaction\b",
        r"anaphyla",
        r"broke (?:my|his|her|our) (?:arm|leg|wrist|ankle|hip|nose|back)\b",
        r"electric shock\b",
        r"electrocuted\b",
        r"(?:caught|on) fire\b",
        r"burst into flames\b",
        r"carbon monoxide\b",
        r"unconscious\b",
        r"suicid",
        hold="safety",
    ),
    _alarm(
        "speaks of an assault or a threat",
        "assault harass threaten stalk groped molest",
        r"assault(?:ed|ing)?\b",
        r"harass(?:ed|ing|ment)\b",
        r"threatened (?:me|us|my|to)\b",
        r"stalk(?:ed|ing) (?:me|us)\b",
        r"groped\b",
        r"molest",
        hold="safety",
    ),
    _alarm(
        "speaks of discrimination",
        "racis discriminat homophob transphob sexis semit islamophob slur because",
        r"racis[tm]",
        r"discriminat(?:ed|es|ion|ing|ory)\b",
        r"homophobi",
        r"transphobi",
        r"sexis[tm]",
        r"anti-?semit",
        r"islamophobi",
        r"(?:racial|homophobic) slurs?\b",
        r"because (?:i am|i'm|we are|we're|he is|she is|of my|of our) (?:black|asian|muslim|jewish|gay|lesbian|trans"
        r"|disabled|indian|african|foreign|race|skin|religion|disability)",
        hold="discrimination",
    ),
    _alarm(
        "speaks of legal steps",
        "lawsuit sue suing lawyer attorney solicitor legal claims police court",
        r"lawsuit\b",
        r"(?:will|going to|gonna|i'll|we'll) sue\b",
        r"suing\b",
        r"(?:my|our) (?:lawyer|attorney|solicitor)\b",
        r"legal action\b",
        r"small claims\b",
        r"police report\b",
        r"report(?:ed|ing)? (?:this |it |them |you )?to the police\b",
        r"call(?:ed|ing)? the police\b",
        r"(?:take|taking|see) (?:you|them) (?:to|in) court\b",
        hold="legal",
    ),
    _alarm(
        "speaks of leaked data",
        "breach leaked theft hacked stolen exposed",
        r"data breach\b",
        r"leaked (?:my|our|all|private|personal)\b",
        r"identity theft\b",
        r"(?:my|our) (?:data|photos|details|card|information) (?:was|were|got|has been|have been) "
        r"(?:leaked|stolen|sold|exposed)",
        r"my account (?:was|got|has been) hacked\b",
    ),
)

COSTLY: Final = (
    _alarm(
        "speaks of money lost",
        "charged refund money scam fraud stole ripped rip-off billed",
        r"charged (?:me|us|my|twice|double)\b",
        r"overcharged\b",
        r"refund(?:s|ed)?\b",
        r"money back\b",
        r"scam(?:s|med|mers?)?\b",
        r"fraud",
        r"stolen?\b",
        r"ripped (?:me |us )?off\b",
        r"rip-off\b",
        r"billed (?:me|us|twice)\b",
    ),
    _alarm(
        "speaks of lost data or work",
        "lost loses losing deleted wiped loss disappeared gone erased corrupt",
        r"data loss\b",
        r"(?:lost|loses|losing|deleted|wiped|erased|corrupts|corrupted) (?:all |half |most |of )*(?:my |our |the )?"
        r"(?:data|files?|photos?|pictures|work|notes|rows|projects?|progress|messages|contacts|everything|documents?)\b",
        r"(?:data|files|photos|pictures|work|notes|progress|everything) (?:is |are |was |were |has |have )"
        r"(?:all )?(?:gone|disappeared|been deleted|lost|wiped)\b",
    ),
)


_ALARMS: Final = (*CRITICAL, *COSTLY)
DIGITS: Final = frozenset(map(str, range(len(_ALARMS))))
"""The marks of all alarms."""


_STEM: Final = re.compile("|".join(sorted({stem for alarm in _ALARMS for stem in alarm.stems})))


def rung_by(token: str) -> str:
    """Return the places in _ALARMS, a digit each, of the alarms with a stem in what stands between two white spaces."""
    lowered = token.lower()
    if not _STEM.search(lowered):
        return ""
    return "".join([str(place) for place, alarm in enumerate(_ALARMS) if any(stem in lowered for stem in alarm.stems)])


rings: Final = Memo(rung_by, size=20_000, longest=40).__getitem__
"""`rung_by`, remembered."""


def named(text: str, marks: Set[str]) -> tuple[list[Alarm], list[Alarm]]:
    """Return the critical and the costly alarms that a text sets off.

    Args:
        text: Folded, in lower case.
        marks: The digits that its words ring, among others.
    """
    # Most texts ring one bell at most, so the marks are gone through and not the alarms.
    found = [place for place in sorted(int(mark) for mark in marks & DIGITS) if _ALARMS[place].pattern.search(text)]
    n_critical = len(CRITICAL)
    return (
        [_ALARMS[place] for place in found if place < n_critical],
        [_ALARMS[place] for place in found if place >= n_critical],
    )
