"""The look of a reply: is there one, does it fit, is it finished, does it shout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.view import Case, Law
from reviewwatch.reply.platforms import Ban, Certainty, Unit
from reviewwatch.types import Finding

G00: Final = Law("G00", "A reply says something")
G17: Final = Law("G17", "The place's limit; `reply/platforms.toml` names where it says so")
G31: Final = Law("G31", "A gap that was meant to be filled")
G32: Final = Law("G32", "Tripadvisor (no lists), Google Play (markup is removed); shouting reads as anger")

_NEARLY_FULL: Final = 0.9
_NO_PLACE: Final = frozenset({"none", "web_page"})
"""Where nobody knows what the place takes; elsewhere even an assumed limit is kept, and the config can raise it."""


def empty(case: Case) -> Iterator[Finding]:
    """G00: nothing to post."""
    if not case.view.original.strip():
        yield G00.block_original(0, len(case.view.original), "there is no text yet")


def length(case: Case) -> Iterator[Finding]:
    """G17: longer than the place takes, or nearly. Where no place is known, it only warns."""
    text, platform = case.view.original, case.platform
    size = platform.length(text)
    if size <= platform.limit * _NEARLY_FULL:
        return
    unit = "characters" if platform.unit is Unit.CHARS else "bytes"
    why = f"has {size:,} {unit}, and {platform.name} takes {platform.limit:,}"
    if platform.fits(text):
        yield G17.warn_original(0, len(text), why)
    elif platform.limit_is is Certainty.ASSUMED and platform.platform_id in _NO_PLACE:
        yield G17.warn_original(_cut(case), len(text), f"{why}, as far as known")
    else:
        yield G17.block_original(_cut(case), len(text), why)


def _cut(case: Case) -> int:
    """Return the character from which on the text is too long."""
    fitting, too_long = 0, len(case.view.original)
    while too_long - fitting > 1:
        middle = (fitting + too_long) // 2
        if case.platform.fits(case.view.original[:middle]):
            fitting = middle
        else:
            too_long = middle
    return fitting


_GAP: Final = (
    "name|customer|guest|business|company|hotel|contact|e-?mail|phone|link|url|date|order|insert|your|agent|reviewer"
    "|signature|issue|placeholder|manager|first|last|surname|room|item|product|complaint|problem|topic|reason|city"
    "|location|app|shop|address|number|title|salutation|here|detail|details|apology|remedy|contacts?"
)
# What stands in brackets after these is the label of a button or a menu, not a gap.
_NO_LABEL: Final = "".join(
    f"(?<!{before} )"
    for before in (
        "open",
        "select",
        "choose",
        "tap",
        "press",
        "click",
        "go to",
        "then",
        "use",
        "under",
        "menu",
        "button",
    )
)
# "Hello , Nora, ..." has a blank too many, but no gap.
_NAME_AFTER: Final = (
    r" ?(?-i:(?!(?:Thank|Sorry|We|Many|Please|Apolog\w+|Greetings|Good|Yes|No|Oh|Our|It|This|I)\b)"
    r"[A-Z][\w'-]+(?: [A-Z][\w'-]*\.?){0,2}) ?[,.!:\n]"
)
_PLACEHOLDER: Final = compiled(
    r"(?<![\"'])\$?\{\{?\s*[a-z_][\w .-]{0,30}\s*\}\}?(?![\"'])",
    rf"(?<![\"']){_NO_LABEL}\[[^\[\]\n>→]{{0,30}}\b(?:{_GAP})\b[^\[\]\n>→]{{0,30}}\](?!\()",
    r"(?-i:\[[a-z][a-z ]{0,20}(?: ?/ ?[a-z][a-z ]{0,20})+\])",
    r"\[(?:\.{2,4}|…|x+|\?+| )\]",
    r"<(?-i:[A-Z][A-Z _-]{1,30})>",
    rf"{_NO_LABEL}<(?:{_GAP})(?:[ _-]\w+)?>",
    r"\$[a-z]+(?:_[a-z]+)+\b|\$\{[^{}\n]{0,30}\}|@@\w+@@|%%\w+%%|(?<![\w\"'])\{\d*\}(?![\w\"'])",
    r"(?-i:\b(?:INSERT|ENTER|ADD|FILL IN|PUT|YOUR|CUSTOMER|GUEST)(?: [A-Z]{2,}){0,4} (?:HERE|NAME|TEXT|DATE|ITEM)\b)",
    r"\binsert (?:the |your )?(?:\w+ ){1,3}here\b(?! (?:and|so|if|to|or))",
    r"\b(?:hi|hello|hey|dear|hallo) "
    r"(?-i:(?:[A-Z]{2,8}_)?(?:NAME|GUEST|CUSTOMER|USER|FIRSTNAME|FIRST NAME|LASTNAME|XY|N\.?N\.?))\b",
    rf"(?m:^(?:hi|hello|hey|dear|hallo) ,(?!{_NAME_AFTER})|^(?:thank you|thanks) ,(?= for\b| so\b))",
    r"\bdear (?:mr|ms|mrs)[./ ]+(?:mr|ms|mrs)?\.?,",
    r"(?:, |\b(?:thank you|thanks|sorry|dear|hi|hello),? )(?:undefined|nan|\(null\)|null|none)(?=[,.!]|$)",
    r"(?<!format )(?<!format is )(?<! as )\b(?:dd[./-]mm|mm[./-]dd)(?:[./-]yy(?:yy)?)?\b",
    r"\b00[./]00(?:[./]0{2,4})?\b|\bhh:mm\b",
    r"\b(?:firstname|lastname|first_name|last_name|guest_name|customer_name|reviewer_name|hotel_name|business_name)\b",
    r"%(?:s|d|\(\w+\)s)(?!\w)",
    r"(?-i:%[A-Z][A-Z_ ]{1,30}%|##[A-Za-z_ ]{2,30}##|<<[A-Za-z_ ]{2,30}>>|\$[A-Z][A-Z_]{3,30}\b)",
    r"\bx{3,8}\b(?!\.)",
    r"(?<![\w?!])\?{3,}",
    rf"\((?:{_GAP})(?: (?:{_GAP}|here|goes here))*\)",
    r"\blorem ipsum\b",
    r"(?-i:\b(?:TODO|TBD|FIXME|XXX)\b)",
    r"\b(?:hi|hello|hey|dear|hallo|hola|bonjour|olá|ciao) "
    r"(?:none|null|undefined|nan|n/a|(?:customer|user|first|last|guest)[ _]?name)\b",
    r"_{3,}",
)


def placeholder(case: Case) -> Iterator[Finding]:
    """G31: a gap that nobody filled. Code between backticks is left alone."""
    for at in _PLACEHOLDER.finditer(case.text):
        if case.text.count("`", 0, at.start()) % 2 == 0:
            yield G31.block(case, *at.span(), "is a placeholder that nobody filled")


_LONGEST_ACRONYM: Final = 4
_CAPITALS: Final = re.compile(r"\b[A-Z][A-Z']+(?:[ ,]+(?:[A-Z][A-Z']+|[AI]\b))+")
_MARKS: Final = re.compile(r"[!?]{2,}|!(?: !)+")
_MARKUP: Final = compiled(
    r"</?(?:b|i|u|p|br|a|div|span|strong|em|ul|li|h\d)\b[^<>]{0,200}>", r"\*\*[^*\n]+\*\*", r"^#{1,4} "
)
_BULLET: Final = r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+\S.*"
_LIST: Final = compiled(rf"^{_BULLET}(?:\n{_BULLET})+", r"(?<!\w)1[.)] [^\n]{1,200}? 2[.)] \S")


def shouting(case: Case) -> Iterator[Finding]:
    """G32: capitals and doubled marks anywhere, markup and lists where the place shows them raw."""
    for at in _CAPITALS.finditer(case.text):
        words = re.findall(r"[A-Z']+", at.group())
        is_shout = len(words) > 2 and max(map(len, words)) > _LONGEST_ACRONYM
        if is_shout and at.group() not in case.business.name and at.group() not in case.business.sign_off:
            yield G32.warn(case, *at.span(), "shouts in capitals", at.group().capitalize())
    for at in _MARKS.finditer(case.text):
        yield G32.warn(case, *at.span(), "doubles a mark", at.group()[0])
    has_lists = Ban.LISTS in case.platform.bans
    for pattern, why, is_raw in (
        (_MARKUP, "is markup, which shows raw there", has_lists or not case.platform.is_conversation),
        (_LIST, "is a list, which shows raw there", has_lists),
    ):
        for at in pattern.finditer(case.view.original) if is_raw else ():
            yield G32.warn_original(*at.span(), why)


RULES: Final = (empty, length, placeholder, shouting)
