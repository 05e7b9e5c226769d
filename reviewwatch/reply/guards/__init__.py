"""The rules that every reply is held to, whoever wrote it: at drafting, at approval and again at posting.

`form` and `letters` are about its look, `rewards`, `asks`, `lawsuits` and `threats` about pressure on the reviewer,
`addresses` and `privacy` about contacts and personal data. A rule is a small function from a case to findings, its law
beside it; words that several share are in `packs`. Some have a second home: `further` hears the further languages,
`hints` what is said between the lines.

Where each rule stands:

    G00 form · G01 rewards, further · G02 offers, hints · G03 asks · G04 asks · G05 lawsuits · G06 threats
    G07 gags · G08 accusations, further, hints · G09 privacy, details, titles · G10 trades · G11 trades
    G12 trades · G13 traits · G14 guesses, hints · G15 asking, further · G16 asking, further, hints · G17 form
    G18 addresses · G19 addresses · G20 sameness · G21 manners, further · G22 blame · G23 promises, further
    G24 claims · G25 harm · G26 harm · G27 selling · G28 staff · G29 language · G30 sameness · G31 form
    G32 form · G33 state · G34 state · G35 instructed · G36 manners · G37 sameness · G38 letters · G39 outreach
    G40 posing · G41 contradiction · G42 sameness
"""

from __future__ import annotations

from typing import Final

from reviewwatch.reply.guards import (
    accusations,
    addresses,
    asking,
    asks,
    blame,
    claims,
    contradiction,
    details,
    form,
    further,
    gags,
    guesses,
    harm,
    hints,
    instructed,
    language,
    lawsuits,
    letters,
    manners,
    offers,
    outreach,
    posing,
    privacy,
    promises,
    rewards,
    sameness,
    selling,
    staff,
    threats,
    titles,
    trades,
    traits,
)
from reviewwatch.reply.guards.view import Case, Context, Rule, View
from reviewwatch.reply.platforms import Platform
from reviewwatch.types import Business, Finding, Review

RULES_VERSION: Final = "2026-11-22.6"

RULES: Final[tuple[Rule, ...]] = (
    *form.RULES,
    *letters.RULES,
    *language.RULES,
    *rewards.RULES,
    *offers.RULES,
    *asks.RULES,
    *lawsuits.RULES,
    *threats.RULES,
    *gags.RULES,
    *accusations.RULES,
    *guesses.RULES,
    *traits.RULES,
    *addresses.RULES,
    *privacy.RULES,
    *details.RULES,
    *titles.RULES,
    *asking.RULES,
    *trades.RULES,
    *manners.RULES,
    *blame.RULES,
    *staff.RULES,
    *promises.RULES,
    *claims.RULES,
    *contradiction.RULES,
    *harm.RULES,
    *selling.RULES,
    *outreach.RULES,
    *posing.RULES,
    *sameness.RULES,
    *instructed.RULES,
    *further.RULES,
    *hints.RULES,
)


_ALONE: Final = Context()


def check(
    text: str, review: Review, business: Business, platform: Platform, context: Context = _ALONE
) -> tuple[Finding, ...]:
    """Return what every rule says of a reply, in the order of the text.

    Matching is done on folded text, so that look-alike letters, invisible characters and letters set apart hide
    nothing; the spans count in the text as given.

    Args:
        text: The whole reply, sign-off included.
    """
    case = Case(View(text), review, business, platform, context)
    findings = [finding for rule in RULES for finding in rule(case)]
    single = {(one.rule, one.severity, one.start, one.end): one for one in reversed(findings)}
    return tuple(sorted(single.values(), key=lambda finding: (finding.start, finding.rule)))
