"""How people speak of what they would do and what was done: what the rules on pressure share."""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.guards.frames import frames

KEEN: Final = (
    "( WE ( will|would|can|could|want|wish|are|am|shall|hope|have|intend|like ) ..3-NEG|COMMA"
    " | ( want|wish|happy|glad|delighted|pleased|love|like|going|able|keen ) to )"
)
"""Somebody of the business who is about to do something for the reader: "we would love to"."""

# Thanks for what was done already, up to the end of the clause, and gladness about it.
DONE: Final = frames("""
    ( thank_you|thankyou|thanks|thankful|we_appreciate|i_appreciate | ( are|am ) ..1 grateful ) ..3-if|would
        ( for|that ) ..12-COMMA|COND
    ( thank_you|thankyou|thanks|many_thanks ) ( very|so|YOU ) ..2 ( for|that ) ..12-COMMA|COND
    ( glad_that|happy_that|pleased_that|glad|happy|pleased|delighted|thrilled ) ( that|YOU|about|with|the|this|it
        | to_see ( that|YOU|how|from ) ) ..10-COMMA|COND
    ( THANKS ) ( for|por|fur|furs ) ..12-COMMA|COND
    ( sorry|apolog*|sad|regret ) ..2 ( that|to|YOU|the|for|about ) ..12-COMMA|BUT|COND|ASKING
""")
