"""Names in a reply: those of the author that nobody told, but not those of staff and of whoever signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.guards.lexicon import known_words
from reviewwatch.reply.guards.patterns import compiled
from reviewwatch.reply.guards.privacy import G09, public_text
from reviewwatch.reply.guards.view import Case
from reviewwatch.types import Finding

_GREETED: Final = compiled(
    r"(?:^|[.!?] )(?:(?:dear|hi|hello|hey|greetings|good (?:morning|evening|afternoon)|hallo|hola|thank you"
    r"|thanks|many thanks|sorry|welcome back|liebe[rs]?|estimad[oa]),? )"
    r"(?P<name>(?-i:[A-Z][a-z]+)(?:[ -](?-i:[A-Z][a-z]+|[A-Z]\.))*)",
)
_TITLED: Final = compiled(
    r"\b(?:mr|mrs|ms|miss|dr|herr|frau|se[ñn]or|se[ñn]ora|monsieur|madame|sir|prof)\.? (?!and\b|or\b|sir\b"
    r"|madam\b)(?P<name>(?-i:[A-Z][a-z]+)(?: (?-i:[A-Z][a-z]+))?)"
)
_BILLED: Final = compiled(
    r"\b(?:invoice|bill|booking|reservation|receipt)(?: \w+)?(?: was| is)?(?: \w+)? (?:to|for|by|under|in the name of) "
    r"(?P<name>(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)+))"
)
_TITLED_SMALL: Final = compiled(
    r"(?:^|[.!?,] ?|hi |hello |dear )(?:mr|mrs|ms|dr)\.? "
    r"(?P<name>(?-i:[a-z]{3,}|[A-Z]{3,})(?: (?-i:[a-z]{3,}|[A-Z]{3,}))?)"
)
# Staff have titles too, and so has whoever signs.
_OF_US: Final = compiled(
    r"\b(?:regards|wishes|sincerely|yours|truly|warmly|cheers|best|manager|owner|chef|dentist|doctor|director|colleague"
    r"|surgeon|host|consultant|vet|teacher|trainer|therapist),? $",
    r"\b(?:our|with|ask for|ask|contact|see|and|from) $",
)
_OPENS: Final = re.compile(r"(?:^|[.!?] )$")


def names(case: Case) -> Iterator[Finding]:
    """G09: a name that neither display name nor review holds; where no display name is known, it warns."""
    public = public_text(case)
    for pattern, is_certain in ((_TITLED, True), (_TITLED_SMALL, True), (_BILLED, True), (_GREETED, False)):
        for at in pattern.finditer(case.text):
            parts = [part for part in re.split(r"[ -]", at["name"]) if len(part) > 2]
            strange = [
                part
                for part in parts
                if part.lower() not in public and not (part.lower() in known_words() and not is_certain)
            ]
            if not strange or (not is_certain and case.review.author is None):
                continue
            if pattern is _TITLED and _is_of_us(case.text, at):
                continue
            make = G09.warn if case.review.author is None else G09.block
            yield make(case, *at.span("name"), "is a name that neither the display name nor the review holds", fix=None)
            return


def _is_of_us(text: str, at: re.Match[str]) -> bool:
    """Say whether a name with a title is of staff: told of, not spoken to."""
    before = text[: at.start()]
    return _OF_US.search(before) is not None or (
        _OPENS.search(before) is not None and text[at.end() : at.end() + 1] == " "
    )


RULES: Final = (names,)
