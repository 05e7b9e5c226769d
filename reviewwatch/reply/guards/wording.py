"""How people speak of changing, removing and asking for reviews: the words that the rules on pressure share."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.guards.patterns import any_of, compiled

CHANGE: Final = any_of(
    r"updat\w+",
    r"chang\w+",
    r"rais\w+",
    r"improv\w+",
    r"edit\w*",
    r"revis\w+",
    r"reconsider\w*",
    r"rethink\w*",
    r"increas\w+",
    r"bump\w*",
    r"boost\w*",
    r"upgrad\w+",
    r"adjust\w*",
    r"amend\w*",
    r"lift\w*",
    r"correct(?:ed|ing)?",
    r"rewrit\w+",
    r"soften\w*",
)
REMOVE: Final = any_of(
    r"remov(?:e|es|ed|ing|al)",
    r"delet(?:e|es|ed|ing|ion)",
    r"withdraw\w*",
    r"retract\w*",
    r"eras(?:e|ing)",
    r"tak(?:e|ing) down",
    r"pull(?:ing)? down",
)
REMOVED: Final = r"(?:removed|deleted|taken down|withdrawn)"
POST: Final = r"(?:reviews?|ratings?|stars?|score|feedback|comments?|posts?)"
ITS: Final = r"(?:\s+(?:your|the|this|that|these|those|a|an|my|of))*(?:\s+(?!our\b|app\b)[\w-]+){0,2}?\s+"
"""From a verb to the review that it is about: at most two words beside the small ones."""

ASK: Final = any_of(
    r"please",
    r"kindly",
    r"consider\w*",
    r"(?:could|would|can|will|might) you",
    r"we(?:'d| would)? (?:hope|love|like|ask|appreciate)",
    r"hop(?:e|ing|eful\w*)",
    r"ask(?:ing)? (?:you|that|for)",
    r"request\w*",
    r"urge",
    r"insist\w*",
    r"demand\w*",
    r"encourage\w*",
    r"invite",
    r"look(?:ing)? forward to",
    r"appreciate\w*",
    r"grateful (?:if|for)",
    r"mean (?:a lot|the world)",
    r"welcome to",
    r"feel free to",
    r"(?:want|need) you to",
    r"you (?:must|should|need to|have to)",
    r"(?:open|willing|able) to",
    r"do us a favou?r",
    r"mind",
    r"(?:do not|don't) forget",
    r"if (?:this|it|that|everything|all)(?: now)? (?:helps|helped|works|worked)[^.!?]{0,10},",
)

# Thanks for what was done already, up to the end of the clause.
_THANKED: Final = compiled(
    r"(?<!\bbe )\b(?:thank(?:s| you)(?: so much| very much| again)?,?|grateful|glad) (?:for|that you)\b[^.!?;,]{0,80}"
)


def without_thanks(text: str) -> str:
    """Blank out thanks for what was done already; all other places stay where they are."""
    return _THANKED.sub(lambda at: " " * len(at.group()), text)
