"""What a team's edits propose: approved replies beside what was proposed, held to the rules, taken after a yes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from reviewwatch.config import Brand, edit, load_text
from reviewwatch.config.business import of_listing
from reviewwatch.errors import UsageError
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.knowledge import USUAL, broken_rules
from reviewwatch.flow.macros import as_table, new_id
from reviewwatch.reply.memory import Approved, Proposal, ProposalKind, proposals
from reviewwatch.storage.verbs import replies, reviews, suggestions
from reviewwatch.types import Business, Macro

MOST: Final = 500
"""Replies of a brand that are looked through, the newest first."""


def learned(desk: Desk, brand: Brand) -> list[Proposal]:
    """Return what the last replies of a brand have in common and its config does not say yet."""
    business = of_listing(brand, "", "")
    day = desk.now().astimezone(ZoneInfo(brand.time_zone)).date()
    found = proposals(list(_approved(desk, brand)), business)
    return [one for one in found if one.kind is not ProposalKind.MACRO or _is_clean(one.words, business, day)]


def accept(desk: Desk, brand: Brand, proposal: Proposal) -> str:
    """Write a proposal into the config and return the key that it stands under.

    Raises:
        UsageError: There is no config, or the proposal is a fact, which needs a value and a source from a person.
        ConfigError: The config is written in a form that nothing can be added to.
    """
    path = desk.config.path
    if path is None:
        raise UsageError("There is no config to write into: `reviewwatch init` makes one. Nothing was changed.")
    if proposal.kind is ProposalKind.FACT:
        raise UsageError(
            "A fact needs an entity, an attribute, a value and a source: `reviewwatch knowledge add fact` takes them. "
            "Nothing was changed."
        )
    text = edit.read(path)
    if proposal.kind is ProposalKind.AVOID:
        key, text = f"brands.{brand.brand_id}.avoid", edit.with_avoided(text, brand.brand_id, proposal.words)
    else:
        taken = [one.macro_id for one in brand.macros]
        macro = Macro(
            macro_id=new_id(proposal.words, taken), text=proposal.words, themes=proposal.themes, lang=proposal.lang
        )
        key = f"brands.{brand.brand_id}.macros.{macro.macro_id}"
        text = edit.with_known(text, ("brands", brand.brand_id, "macros"), {macro.macro_id: as_table(macro)})
    load_text(text, path)
    edit.replace(path, text)
    return key


def _approved(desk: Desk, brand: Brand) -> Iterator[Approved]:
    """Yield the approved replies of a brand for which it is known what was proposed."""
    sources = [one.source_id for one in desk.config.sources.values() if one.brand == brand.brand_id]
    for said in replies.approved(desk.db, sources, MOST):
        proposed = suggestions.get(desk.db, said.review_id, said.content_hash)
        if proposed is None or not proposed.drafts:
            continue
        stored = reviews.get(desk.db, said.review_id)
        themes = stored.assessment.themes if stored.assessment else ()
        yield Approved(
            review_id=said.review_id,
            author=stored.review.author or f"review {said.review_id}",
            drafted=tuple(one.text for draft in proposed.drafts for one in draft.sentences),
            text=said.text,
            themes=tuple(dict.fromkeys(theme.theme for theme in themes if theme.polarity < 0)),
            lang=proposed.drafts[0].lang,
        )


def _is_clean(words: str, business: Business, day: date) -> bool:
    """Say whether a sentence breaks no rule under any review, wherever it would stand."""
    return not any(is_block for _, is_block, _ in broken_rules(words, business, USUAL, day))
