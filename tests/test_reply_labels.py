"""The labelled sets that judge replies: whole, well formed, and in keeping with their own rules and dated facts."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "data" / "replies"
SPLIT = ("claims", "reviews", "hostile", "rule_cases", "ordinary")
SETS = (*SPLIT, "harmless", "guard_cases")
Row = dict[str, Any]


def rows_of(text: str) -> list[Row]:
    """Read one JSON record per line."""
    return [json.loads(line) for line in text.splitlines() if line]


def open_rows(name: str) -> list[Row]:
    """Read the part of a set that everybody may see."""
    return rows_of((FOLDER / f"{name}.jsonl").read_text())


def sealed_rows(name: str) -> list[Row]:
    """Read the part of a set that is for measuring."""
    return rows_of(gzip.decompress((FOLDER / "sealed" / f"{name}.jsonl.gz").read_bytes()).decode())


def all_rows(name: str) -> list[Row]:
    """Read both parts of a set."""
    return open_rows(name) + (sealed_rows(name) if name in SPLIT else [])


def listed(heading: str) -> str:
    """The part of the label rules under a heading of the second level."""
    return (FOLDER / "rules.md").read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]


BUSINESS: Row = tomllib.loads((FOLDER / "business.toml").read_text())
FACTS: list[Row] = BUSINESS["facts"]
LISTINGS = {row["id"]: row for row in BUSINESS["listings"]}


# The files


def test_the_hashes_are_those_of_the_files() -> None:
    """SHA256 names every set, open or sealed, by its uncompressed bytes; nothing changes unseen."""
    actual = {path.name: path.read_bytes() for path in FOLDER.glob("*.jsonl")}
    sealed = FOLDER.glob("sealed/*.gz")
    actual |= {f"sealed/{path.name.removesuffix('.gz')}": gzip.decompress(path.read_bytes()) for path in sealed}
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in sorted(actual.items())]
    assert lines == sorted((FOLDER / "SHA256").read_text().splitlines(), key=lambda line: line.split()[1])


@pytest.mark.parametrize("name", SPLIT)
def test_the_split_follows_the_ids(name: str) -> None:
    """An id alone decides whether a record is sealed."""

    def is_sealed(row: Row) -> bool:
        return int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 3 == 0

    assert [row["id"] for row in open_rows(name) if is_sealed(row)] == []
    assert [row["id"] for row in sealed_rows(name) if not is_sealed(row)] == []


@pytest.mark.parametrize("name", SETS)
def test_ids_are_unique(name: str) -> None:
    """No two records of a set share an id."""
    assert [key for key, n in Counter(row["id"] for row in all_rows(name)).items() if n > 1] == []


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("claims", ("review", "clause", "entity", "attribute")),
        ("reviews", ("platform", "title", "text")),
        ("hostile", ("title", "text", "author")),
        ("harmless", ("title", "text")),
        ("rule_cases", ("rule", "platform", "review", "reply", "history", "state", "approval", "author")),
    ],
)
def test_no_record_stands_twice(name: str, fields: tuple[str, ...]) -> None:
    """Two records differ in more than their id; only reviews without a text may repeat."""
    keys = Counter(json.dumps([row.get(field) for field in fields]) for row in all_rows(name) if row.get("text", "-"))
    assert [key for key, n in keys.items() if n > 1] == []


@pytest.mark.parametrize("name", SPLIT[:-1])
def test_records_name_listings_of_their_brand(name: str) -> None:
    """Brand and listing stand in the business file and belong together."""
    wrong = [row["id"] for row in all_rows(name) if LISTINGS[row["listing"]]["brand"] != row["brand"]]
    assert wrong == []


# The business


def key_of(fact: Row) -> tuple[str, str, str, str]:
    """What a fact is about; a fact of the whole brand has `*` for its listing."""
    return fact["brand"], fact.get("listing", "*"), fact["entity"], fact["attribute"]


def test_at_most_one_fact_is_valid_on_a_day() -> None:
    """Facts of one listing, entity and attribute follow each other without overlap."""
    by_key: dict[tuple[str, str, str, str], list[Row]] = {}
    for fact in sorted(FACTS, key=lambda fact: fact["valid_from"]):
        by_key.setdefault(key_of(fact), []).append(fact)
    for facts in by_key.values():
        for earlier, later in pairwise(facts):
            assert earlier.get("valid_to", date.max) < later["valid_from"], later["id"]
    assert [fact["id"] for fact in FACTS if fact.get("valid_to", date.max) < fact["valid_from"]] == []


def test_three_brands_have_two_listings_and_a_dozen_facts_each() -> None:
    """The three larger brands suffice for drafts; the two small ones bring the guarded professions."""
    n_facts = Counter(fact.get("listing") for fact in FACTS)
    large = [row["id"] for row in BUSINESS["brands"] if row["profile"] in {"hospitality", "general"}]
    assert len(large) == 3
    for brand in large:
        listings = [row["id"] for row in LISTINGS.values() if row["brand"] == brand]
        assert len(listings) == 2
        assert min(n_facts[listing] for listing in listings) >= 12
    assert {row["profile"] for row in BUSINESS["brands"]} >= {"healthcare", "legal"}


@pytest.mark.parametrize("table", ["brands", "listings", "facts", "remedies", "contacts", "goodwill"])
def test_rows_of_the_business_have_ids_and_brands(table: str) -> None:
    """Ids are unique in their table and every row belongs to a known brand."""
    rows = BUSINESS[table]
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row.get("brand", row["id"]) for row in rows} <= {row["id"] for row in BUSINESS["brands"]}


# Claims: verdicts computed anew from facts and dates


def number(text: str) -> float:
    """The first number of a text; `free` is nothing."""
    found = re.search(r"\d+(\.\d+)?", text)
    return float(found.group()) if found else 0.0


def says_hours(fact: str, value: str) -> bool:
    """Compare opening hours with hours, an opening, a closing or a moment."""
    opens, closes = fact.split("-")
    if value.startswith(("opens", "closes")):
        return value.split()[1] == (opens if value.startswith("opens") else closes)
    return value == fact if "-" in value else opens <= value < closes


def says_amount(fact: str, value: str) -> bool:
    """Compare amounts: the missing penny agrees, `~` within a tenth, `<` and `>` exactly."""
    stated, claimed = number(fact), number(value)
    if value[0] in "<>":
        return stated < claimed if value[0] == "<" else stated > claimed
    return abs(stated - claimed) <= (stated / 10 if value[0] == "~" else 0.0101)


def says_range(fact: str, value: str) -> bool:
    """Whether all numbers of a value lie inside a range."""
    low, high = (int(part) for part in re.findall(r"\d+", fact))
    return all(low <= int(part) <= high for part in re.findall(r"\d+", value))


def agrees(fact: Row, claim: Row) -> bool:
    """Whether a fact says what the claim says, by the fact's kind."""
    says = {"hours": says_hours, "money": says_amount, "number": says_amount, "range": says_range}
    is_affirmed: bool = claim["polarity"] == "affirmed"
    if fact["kind"] == "text" and not is_affirmed:
        return claim["value"] not in fact["value"]
    check = says.get(fact["kind"], str.__eq__)
    return check(fact["value"], claim["value"]) == is_affirmed


def day_of(claim: Row) -> date:
    """The day that counts: the event's, otherwise the review's."""
    return date.fromisoformat(claim["event_date"] if "event_date" in claim else claim["review_date"])


def facts_about(claim: Row) -> list[Row]:
    """The facts of the claim's listing, or its whole brand, on the claim's subject."""
    places = {(claim["brand"], claim["listing"]), (claim["brand"], "*")}
    subject = (claim["entity"], claim["attribute"])
    return [fact for fact in FACTS if key_of(fact)[:2] in places and key_of(fact)[2:] == subject]


def computed(claim: Row) -> tuple[str, str | None]:
    """Verdict and fact id by the first two rows of the verdict table, taking the claim as a plain statement."""
    day = day_of(claim)
    facts = facts_about(claim)
    ended = [fact for fact in facts if fact.get("valid_to", date.max) < day and agrees(fact, claim)]
    for fact in facts:
        if fact["valid_from"] <= day <= fact.get("valid_to", date.max):
            if agrees(fact, claim):
                return "supported", fact["id"]
            return ("outdated", ended[-1]["id"]) if ended else ("contradicted", fact["id"])
    return ("outdated", ended[-1]["id"]) if ended else ("unknown", None)


def test_verdicts_follow_from_the_facts_of_the_day() -> None:
    """A verdict that a fact decides is the one that values and dates give; unknown has no fact."""
    decided = [claim for claim in all_rows("claims") if claim["verdict"] != "unknown"]
    assert [claim["id"] for claim in decided if computed(claim) != (claim["verdict"], claim["fact_id"])] == []


def test_unknown_for_want_of_a_fact_has_none_on_the_day() -> None:
    """Claims before the fact's first day, or about an earlier day, find no fact then."""
    unknown = [claim for claim in all_rows("claims") if claim["verdict"] == "unknown"]
    assert [claim["id"] for claim in unknown if claim["fact_id"] is not None] == []
    undated = [claim for claim in unknown if claim["kind"] in {"before_fact", "event_date", "no_fact", "same_number"}]
    assert [claim["id"] for claim in undated if computed(claim)[0] != "unknown"] == []


def test_clauses_are_exact_words_of_the_review() -> None:
    """A clause can be found in its review, once."""
    assert [claim["id"] for claim in all_rows("claims") if claim["review"].count(claim["clause"]) != 1] == []


def test_claims_are_as_many_and_as_mixed_as_promised() -> None:
    """At least 400 claims, more than a third contradicted, with traps of a dozen kinds or more."""
    claims = all_rows("claims")
    shares = {key: n / len(claims) for key, n in Counter(claim["verdict"] for claim in claims).items()}
    assert len(claims) >= 400
    assert shares == pytest.approx(
        {"contradicted": 0.37, "supported": 0.26, "unknown": 0.27, "outdated": 0.1}, abs=0.03
    )
    assert len({claim["kind"] for claim in claims}) >= 20


# Reviews


def spans(review: Row) -> Iterator[str]:
    """All that is quoted from a review."""
    yield from (issue["quote"] for issue in review["issues"])
    for field in ("requests", "promises", "names"):
        yield from review[field]


def test_quotes_and_names_are_exact_words() -> None:
    """Each quote stands in the title or the text, without blanks around it."""
    for review in all_rows("reviews"):
        for quote in spans(review):
            assert quote == quote.strip() != "", review["id"]
            assert quote in review["title"] or quote in review["text"], review["id"]


def test_the_main_issue_is_one_of_the_gravest() -> None:
    """It is the theme of an issue with the highest severity, and null only without issues."""
    for review in all_rows("reviews"):
        top = max((issue["severity"] for issue in review["issues"]), default=0)
        gravest = {issue["theme"] for issue in review["issues"] if issue["severity"] == top} or {None}
        assert review["main_issue"] in gravest, review["id"]


def test_themes_and_reasons_are_those_of_the_rules() -> None:
    """The label rules list every theme, decision and hold reason in use."""
    words = set(re.findall(r"[a-z_]+", listed("Reviews")))
    reasons = set(re.findall(r"^\| ([a-z_]+) \|", listed("Decisions"), re.M))
    for review in all_rows("reviews"):
        assert {issue["theme"] for issue in review["issues"]} <= words, review["id"]
        used = {review["decision"], review["hold_reason"], *review.get("near", ())} - {None}
        assert used <= reasons, review["id"]


def test_a_reason_stands_where_a_review_is_held() -> None:
    """Held reviews have a reason; the others have none, nor are they near to what they are not."""
    for review in all_rows("reviews"):
        assert (review["decision"] == "hold") == (review["hold_reason"] is not None), review["id"]
        assert review["decision"] != "hold" or "near" not in review, review["id"]


def test_brief_thanks_go_to_happy_reviews_without_a_request() -> None:
    """Thanks alone answer four or five stars with nuisances at most; a reply has something to answer."""
    for review in all_rows("reviews"):
        gravity = max((issue["severity"] for issue in review["issues"]), default=0)
        if review["decision"] == "brief_thanks":
            assert review["rating"] >= 4, review["id"]
            assert (gravity <= 1, review["requests"]) == (True, []), review["id"]
        if review["decision"] == "reply":
            assert gravity or review["requests"], review["id"]


def test_reviews_are_as_many_as_promised() -> None:
    """At least 300 reviews, 70 to hold for 15 reasons or more, 40 that only look so."""
    reviews = all_rows("reviews")
    held = [review for review in reviews if review["decision"] == "hold"]
    assert len(reviews) >= 300
    assert len(held) >= 70
    assert len({review["hold_reason"] for review in held}) >= 15
    assert sum("near" in review for review in reviews) >= 40
    assert {review["platform"] for review in reviews} == {p for row in LISTINGS.values() for p in row["platforms"]}


# Hostile and harmless


def test_hostile_and_harmless_are_as_many_as_promised() -> None:
    """Fifteen hostile reviews in each of eight disguises, forty harmless ones."""
    disguises = Counter(row["disguise"] for row in all_rows("hostile"))
    named = ["direct", "role_play", "fake_system", "delimiters", "encoded", "other_language", "look_alikes", "split"]
    assert disguises == dict.fromkeys(named, 15)
    assert len(all_rows("harmless")) == 40
    assert {row["decision"] for row in all_rows("harmless")} == {"reply", "brief_thanks"}


def sayable(brand: str) -> str:
    """All that a brand may say of itself, in one text."""
    rows = [row for table in ("facts", "remedies", "contacts") for row in BUSINESS[table] if row["brand"] == brand]
    texts = [str(row.get(field, "")) for row in rows if row.get("public", True) for field in ("value", "say")]
    names = [row[field] for row in BUSINESS["brands"] if row["id"] == brand for field in ("name", "sign_off")]
    return "\n".join(texts + names).casefold()


def test_forbidden_words_are_none_that_the_brand_may_say() -> None:
    """An honest draft never trips over `must_not_contain`."""
    for row in all_rows("hostile"):
        forbidden = row["must_not_contain"]
        assert forbidden, row["id"]
        assert [words for words in forbidden if len(words) < 3 or words.casefold() in sayable(row["brand"])] == []


# Rule cases


def rule_rows(rule: str) -> list[Row]:
    """The cases of one rule."""
    return [row for row in all_rows("rule_cases") if row["rule"] == rule]


def test_each_rule_has_at_least_six_violations_and_six_near_misses() -> None:
    """Forty rules, each named in the label rules, with twelve cases or more."""
    rules = re.findall(r"^\| (G\d\d) \|", listed("The 40 rules"), re.M)
    assert rules == [f"G{n:02}" for n in range(1, 41)]
    for rule in rules:
        cases = Counter(row["expect"] == "ok" for row in rule_rows(rule))
        assert min(cases[True], cases[False]) >= 6, rule


@pytest.mark.parametrize(
    ("rule", "blocking"),
    [
        ("G02", {"tripadvisor", "app_store", "trustpilot"}),
        ("G03", {"google_play", "trustpilot", "yelp", "amazon_product"}),
        ("G20", {"tripadvisor"}),
        ("G27", {"tripadvisor", "app_store", "booking"}),
    ],
)
def test_severity_follows_the_platform(rule: str, blocking: set[str]) -> None:
    """Some rules block on the platforms that forbid it and warn on the others."""
    for row in rule_rows(rule):
        if row["expect"] != "ok":
            assert row["expect"] == ("block" if row["platform"] in blocking else "warn"), row["id"]


def test_rules_of_one_severity_expect_it() -> None:
    """Sensitive reviews hold; form, tone and generality warn; the rest blocks."""
    only = {"G26": "hold", "G32": "warn", "G36": "warn", "G37": "warn"}
    graded = {"G02", "G03", "G17", "G20", "G27", "G30"}
    for row in all_rows("rule_cases"):
        if row["rule"] not in graded:
            assert row["expect"] in {only.get(row["rule"], "block"), "ok"}, row["id"]


def test_lengths_are_what_the_limits_say() -> None:
    """Over the limit blocks, above nine tenths of it warns; google_business counts bytes."""
    limits = {"google_play": 350, "google_business": 4000, "tripadvisor": 1500, "app_store": 5970}
    limits |= {"trustpilot": 2000, "workspace_marketplace": 2500}
    for row in rule_rows("G17"):
        size = len(row["reply"].encode() if row["platform"] == "google_business" else row["reply"])
        share = size / limits[row["platform"]]
        assert row["expect"] == ("block" if share > 1 else "warn" if share > 0.9 else "ok"), row["id"]


def test_states_and_approvals_decide_by_themselves() -> None:
    """What was edited, deleted or answered is stale; an approval counts for its text, revision and person."""
    for row in rule_rows("G33"):
        state = row["state"]
        is_fresh = state["drafted_on"] == state["now"] and not state["deleted"] and not state["answered"]
        assert (row["expect"] == "ok") == is_fresh, row["id"]
    for row in rule_rows("G34"):
        approval = row["approval"] or {"by": "", "text": "", "on": ""}
        is_given = approval["by"] and (approval["text"], approval["on"]) == (row["reply"], row.get("revision"))
        assert (row["expect"] == "ok") == bool(is_given), row["id"]


def test_replies_are_not_empty_and_reward_rules_have_their_platform() -> None:
    """Every case has a text; only outreach is judged by the rule on invitations."""
    for row in all_rows("rule_cases"):
        assert row["reply"].strip(), row["id"]
        assert (row["platform"] == "outreach") == (row["rule"] == "G39"), row["id"]
