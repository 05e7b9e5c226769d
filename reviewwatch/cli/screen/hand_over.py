"""Approved replies to places without an API: the person posts them, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reviewwatch.cli.calling import as_called
from reviewwatch.cli.output import safe, safe_lines
from reviewwatch.cli.screen.keys import ENDED, ENTER
from reviewwatch.cli.screen.wording import rating_words
from reviewwatch.flow import post
from reviewwatch.flow.desk import Desk
from reviewwatch.ids import REVIEW, to_text
from reviewwatch.storage.verbs import reviews
from reviewwatch.types import Publication, StoredReview

PROMPT: Final = "enter = posted   s = skip   q = quit, the rest stays"


@dataclass(frozen=True, slots=True)
class Hand:
    """How the loop reaches the person.

    Attributes:
        say: Prints one line, never wrapped.
        copy: Puts a text on the clipboard.
        read_key: Waits for a key; ENTER or a character.
        forget_typed_ahead: Drops keys pressed so far: an enter pressed too often must not settle the next one.
    """

    say: Callable[[str], None]
    copy: Callable[[str], None]
    read_key: Callable[[], str]
    forget_typed_ahead: Callable[[], None]


@dataclass(slots=True)
class HandedOver:
    """What became of them: posted ones with the words that the outbox keeps, and how many stay."""

    posted: list[Publication] = field(default_factory=list)
    n_left: int = 0


def hand_over(desk: Desk, publications: list[Publication], person: str, hand: Hand) -> HandedOver:
    """Give the person one text after the other; what they quit or skip stays approved."""
    result = HandedOver(n_left=len(publications))
    for number, publication in enumerate(publications, start=1):
        _lay_out(desk, publication, f"{number} of {len(publications)}", hand)
        key = _ask(hand)
        if key == "q":
            break
        if key == ENTER:
            settled = post.mark_handed_over(desk, publication.publication_id, person)
            hand.say(safe(f"{settled.detail[:1].upper()}{settled.detail[1:]}."))
            result.posted.append(settled)
            result.n_left -= 1
        else:
            hand.say(as_called("Skipped; it stays for the next `reviewwatch publish`."))
    return result


def _lay_out(desk: Desk, publication: Publication, place: str, hand: Hand) -> None:
    """Print whose review it is, the text alone on its own lines, and where it goes."""
    stored = reviews.get(desk.db, publication.review_id)
    hand.copy(publication.text)
    hand.say("")
    hand.say(safe(f"{place} · {to_text(REVIEW, stored.review_id)} · {_whose(stored)}"))
    hand.say("The text, on your clipboard where your terminal allows it:")
    hand.say("")
    for line in safe_lines(publication.text).split("\n"):
        hand.say(line)
    hand.say("")
    unknown = f"no address known; find it at {stored.listing.name}"
    hand.say(safe(f"The page: {stored.review.url or stored.listing.url or unknown}"))


def _whose(stored: StoredReview) -> str:
    return f"{rating_words(stored.review.rating)} by {stored.review.author or 'no name'} at {stored.listing.name}"


def _ask(hand: Hand) -> str:
    hand.forget_typed_ahead()
    hand.say(PROMPT)
    while True:
        key = hand.read_key()
        if key in (ENTER, "s", "q"):
            return key
        if key == ENDED:
            return "q"
