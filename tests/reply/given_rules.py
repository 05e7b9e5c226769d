"""Texts held to the rules for the tests: who speaks, and what a rule says."""

from __future__ import annotations

from typing import Any, Final

from reviewwatch.reply import guards, platforms
from reviewwatch.reply.guards.view import Context
from reviewwatch.types import Business, Contact, Fact, FactKind, Finding, Remedy, Review
from tests.make import review

BRAND: Final = Business(
    brand_id="harbor",
    name="Harbor Inn",
    sign_off="THE HARBOR INN TEAM",
    avoid=("rest assured",),
    contacts=(
        Contact(contact_id="help", email="help@example.com"),
        Contact(contact_id="line", phone="0800 000 000"),
        Contact(contact_id="site", url="https://example.com/help"),
    ),
    facts=(
        Fact(fact_id="desk.hours", entity="front desk", attribute="hours", value="07:00-23:00", kind=FactKind.HOURS),
        Fact(fact_id="pets", entity="pets", attribute="allowed", value="no", kind=FactKind.YES_NO),
        Fact(fact_id="breakfast", entity="breakfast", attribute="price", value="£14 per person", kind=FactKind.MONEY),
    ),
    remedies=(Remedy(remedy_id="rooms", say="we have passed this to the head of housekeeping"),),
)


def said(text: str, platform: str = "google_business", business: Business = BRAND, **fields: Any) -> list[Finding]:
    """Return the findings on a reply; fields of the context by name, `answered` for the review."""
    answered: Review = fields.pop("answered", None) or review(text="", author=None, lang=None, rating=None)
    return list(guards.check(text, answered, business, platforms.load(platform), Context(**fields)))


def of_rule(rule: str, findings: list[Finding]) -> list[Finding]:
    """Return what one rule said."""
    return [finding for finding in findings if finding.rule == rule]
