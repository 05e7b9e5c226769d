"""Where the clauses of a sentence begin: at "but", at "and" or a comma before a new statement, at dashes.

Each word becomes a letter by what it may be in a sentence, so that the places to cut are a pattern of letters. English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_TURN, _JOIN, _RELATIVE, _SUBJECT, _STATEMENT, _ARTICLE, _BE, _VERB, _OTHER = "barpqtwvx"
_HARD: Final = "."
_LONGEST: Final = 25
"""Words looked at for a verb after a joining word."""

_WORDS: Final = {
    _TURN: "but however although though except whereas yet",
    _JOIN: "and so plus then or",
    _RELATIVE: "because which since while when as until if",
    _SUBJECT: "i we he she they it you there this that nobody everybody everyone someone somebody nothing"
    " everything these those none both who",
    _STATEMENT: "it's that's there's i'm we're they're he's she's you're i've we've they've you've i'd we'd they'd i'll"
    " we'll they'll it'll what's",
    _ARTICLE: "the a an my our your his her their its some no every each one two three all most any another",
    _BE: "was were is are has had have isn't aren't wasn't weren't hasn't hadn't haven't will won't would wouldn't can"
    " can't cannot could couldn't should shouldn't did didn't does doesn't do don't am been might must may",
    _VERB: "came come comes went go goes got get gets took take takes made make makes gave give gives said say says"
    " told tell left leave kept keep keeps felt feel feels found find finds knew know knows thought think saw see sees"
    " let lost lose loses broke breaks fell fall falls froze freezes ate eat drank slept sleep sat sit stood stand"
    " stands held hold paid pay sent send sends spent spend bought buy sold sell taught wrote write read ran run runs"
    " begin cost costs cut hit put set shut rang ring rings woke hurt hurts meant met stuck struck threw wore won love"
    " loves hate hates like likes want wants need needs work works look looks seem seems smell smells taste tastes"
    " sound sounds hope wish recommend crash crashes stop stops start starts arrive arrives wait asks ask help helps"
    " charge charges fit fits feels drop drops load loads open opens close closes refuse drains loads lags stays",
}
_LETTERS: Final = {word: letter for letter, words in _WORDS.items() for word in words.split()}

_STARTS: Final = "(?:[pP]x{0,2}[vwVW.]|[qQ]|tx{0,4}[vwVW.]|x{1,3}w)"
# Each matches the last letter before a cut. Looking ahead from one letter is twice as quick as looking both ways from
# between two, and most letters are passed over by the one that follows.
_CUT: Final = re.compile(
    rf"\.(?=.)|[A-Z](?=[abrABR]?{_STARTS}|[ar][a-z]{{0,{_LONGEST}}}[vw])"
    rf"|.(?=[abBr])(?:(?=[bB]|a{_STARTS})|(?<=....)(?=r{_STARTS}))"
)
_LIST_CUT: Final = re.compile("[A-Z](?=..)|.(?=[bB])")
TURNS: Final = "bB"
"""Letters of words that turn against what was said before: "but", "although"."""
_SAYS: Final = re.compile("[vwqVWQ.]")
_LEFT_OUT: Final = "abAB"
_ENDS: Final = ",)]"
_HARD_ENDS: Final = ";:—–"
_DASHES: Final = frozenset(["-", "--", "–", "—", "/", "|"])


def letter_of(word: str) -> str:
    """Return the letter of what stands between two white spaces, a capital where a comma ends it."""
    if word[-1] in _HARD_ENDS or word in _DASHES:
        return _HARD
    lowered = word.lower().replace("’", "'")
    bare = lowered.strip("\"'“”‘(),.!?*[]")
    letter = _LETTERS.get(bare) or (_VERB if bare.endswith("ed") and len(bare) > 4 else _OTHER)
    return letter.upper() if word[-1] in _ENDS else letter


def cut(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return from which word to which each clause reaches, joining words in front left out.

    Args:
        words: Of one sentence.
    """
    return cut_line("".join(map(letter_of, words)))


def cut_line(line: str) -> list[tuple[int, int]]:
    """Return what `cut` does of words whose letters were looked up already."""
    pattern = _CUT if _SAYS.search(line) else _LIST_CUT
    cuts = [0]
    for found in pattern.finditer(line):
        at = found.end()
        if _is_statement(line, cuts[-1], at):
            cuts.append(at)
    n = len(line)
    if len(cuts) == 1:
        return [(1, n)] if n > 1 and line[0] in _LEFT_OUT else [(0, n)]
    cuts.append(n)
    # A joining word is not of the statement itself.
    clauses = [(at + 1 if at < n - 1 and line[at] in _LEFT_OUT else at, end) for at, end in pairwise(cuts)]
    return [clause for clause in clauses if clause[0] < clause[1]]


def _is_statement(line: str, start: int, at: int) -> bool:
    """Say whether what stands before a cut can stand alone: it has a verb, or a sign cuts it off."""
    if at - start < 2 and line[at - 1] != _HARD:
        return False
    return line[at - 1].isupper() or line[at - 1] == _HARD or line[at] in "bB" or bool(_SAYS.search(line, start, at))
