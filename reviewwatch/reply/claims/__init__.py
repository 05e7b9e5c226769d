"""Claims of a review beside the dated facts of a business: contradicted, supported, outdated or unknown. Pure.

The steps, each a room of its own:

    facts ─► topics ─┐
    review ─► values ─► sentences ─► readers ─► settle ─► verify

- `topics`: what each fact is about (`Family`: hours, price, yes or no …), and what reviews call it (`words.toml`).
- `values`: words to tokens; numbers, prices, times of day, lengths, days and zones put together as an `Amount`.
- `sentences`: clauses (`Scene`); what is named in them (`Mention`); the sentence as one topic reads it (`Line`); and
  the words that make a statement none: hearsay, guess, wish, condition, event, another place.
- `readers`: one for each family. A reader yields every way to read a line (`Said`).
- `settle`: of several readings the one kindest to the reviewer counts, and none where two topics claim one value.
- `compare`, `verify`: a claim beside the facts valid on its day.

One sentence, "The desk is shut from nine, and the eggs were cold.", with the fact front desk: hours: 07:00-23:00: the
tokens "from nine" become a time of day that may be 09:00 or 21:00, which the line of the desk shows as T:
`the E is shut from T | and | the X were X`. The reader of hours finds E, "shut" and "from" before T: closes
09:00, or 21:00. No word makes it doubtful. Neither is 23:00, so both readings differ; the first is kept, and the claim
(front desk, hours, closes 09:00) is contradicted.

Where to add what reviewers write:

- another name of a thing, or what people do with it: `topics/words.toml`
- another way to say hours, prices, sizes: `readers/patterns.py`; to say that something is there, allowed, needed or so:
  `readers/wordings.py`. Its words must stand in `sentences/kept.py`, else the line shows a sign in their place
- a word that makes a statement none: `sentences/doubts.py`, `hearsay.py` beside it; of another place: `elsewhere.py`
- a unit, a currency: `values/amounts.py`; another form of a value: `values/found.py`
- a new family of claims: `Family` in `topics/topic.py`, a reader in `readers/__init__.py`, a comparison in `compare.py`

Each addition with its near miss goes to `tests/data/claims/spoken.txt`: a false correction in public is the worst
mistake, so what is not sure is no claim.
"""

from __future__ import annotations

from reviewwatch.reply.claims.statements import day_of, find
from reviewwatch.reply.claims.verify import verify
from reviewwatch.reply.understood import Verdict
from reviewwatch.types import Business, Review

__all__ = ["find", "verdicts", "verify"]


def verdicts(review: Review, business: Business) -> tuple[Verdict, ...]:
    """Return each claim of a review beside the facts valid on its day, in the order of the text.

    The day is the review's in the business's time zone, where the claim's words date no event. Without either nothing
    is contested.
    """
    today = day_of(review, business)
    return tuple(verify(claim, business.facts, today) for claim in find(review, business))
