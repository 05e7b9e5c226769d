"""What edits teach: only what several reviews of several people have in common, and nothing of any one of them."""

from __future__ import annotations

from reviewwatch.reply.memory import Approved, Proposal, ProposalKind, proposals
from reviewwatch.types import Business, Macro

INN = Business(brand_id="inn", name="Harbor Inn", sign_off="The front desk")
DRAFT = ("Dear {name},", "We regret the cold room.", "Please write to us.")
AUTHORS = ("Ines", "Torben", "Mara", "Odo")


def edited(number: int, text: str, author: str = "", drafted: tuple[str, ...] = DRAFT) -> Approved:
    """Return an approved reply to one of several authors."""
    author = author or AUTHORS[number % len(AUTHORS)]
    return Approved(
        review_id=number,
        author=author,
        drafted=tuple(sentence.format(name=author) for sentence in drafted),
        text=text.format(name=author),
        themes=("room", "heating") if number % 2 else ("room",),
    )


def of_kind(kind: ProposalKind, approved: list[Approved], business: Business = INN) -> list[Proposal]:
    """Return the proposals of a kind."""
    return [one for one in proposals(approved, business) if one.kind is kind]


def test_a_phrase_that_is_always_taken_out_is_proposed() -> None:
    """Whole runs of words that are gone each time, without what the team kept around them."""
    drafted = ("Dear {name},", "Rest assured that we regret the cold room.", "Please write to us.")
    text = "Dear {name}, We are sorry for the cold room. Please write to us."
    found = of_kind(ProposalKind.AVOID, [edited(n, text, drafted=drafted) for n in range(3)])
    assert [(one.words, one.n, one.n_seen) for one in found] == [("regret", 3, 3), ("rest assured", 3, 3)]


def test_a_phrase_that_is_kept_half_of_the_time_is_not_proposed() -> None:
    """What the team keeps now and then is a matter of the case."""
    approved = [edited(n, "Dear {name}, We are sorry. Please write to us.") for n in range(3)]
    approved += [edited(n, "Dear {name}, We regret the cold room. Truly. Please write to us.") for n in range(3, 6)]
    assert of_kind(ProposalKind.AVOID, approved) == []


def test_a_sentence_that_is_always_added_is_proposed_with_what_it_answers() -> None:
    """As an approved sentence for the themes that all of its reviews share."""
    text = "Dear {name}, We regret the cold room. The boiler man comes each Monday. Please write to us."
    [proposal] = of_kind(ProposalKind.MACRO, [edited(n, text) for n in range(3)])
    assert (proposal.words, proposal.themes) == ("The boiler man comes each Monday.", ("room",))


def test_a_sentence_with_figures_is_a_fact_to_write_down() -> None:
    """Figures need a source and a date, which a person gives."""
    text = "Dear {name}, We regret the cold room. The heating runs from 06:00 to 23:00."
    [proposal] = of_kind(ProposalKind.FACT, [edited(n, text) for n in range(3)])
    assert proposal.words == "The heating runs from 06:00 to 23:00."


def test_nothing_is_learned_from_one_or_two_or_from_one_author() -> None:
    """Two replies prove nothing, and a reply thrice to one author could be about that author."""
    text = "Dear {name}, We regret the cold room. The dog was a delight. Please write to us."
    assert proposals([edited(n, text) for n in range(2)], INN) == ()
    assert proposals([edited(n, text, author="Ines") for n in range(5)], INN) == ()


def test_names_and_addresses_are_never_proposed() -> None:
    """A sentence with the author's name or an address stays with its review, however often it comes."""
    named = [edited(n, "Please write to us. We told {name} so.") for n in range(4)]
    addressed = [edited(n, "Please write to us. Mail a@b.example at once.") for n in range(4)]
    assert of_kind(ProposalKind.MACRO, [*named, *addressed]) == []


def test_what_the_business_says_already_is_not_proposed_again() -> None:
    """An accepted proposal is gone from the list."""
    text = "We are sorry. The boiler man comes each Monday. Please write to us."
    knows = Business(
        brand_id="inn",
        name="",
        avoid=("Regret",),
        macros=(Macro(macro_id="m", text="The boiler man comes each Monday."),),
    )
    approved = [edited(n, text) for n in range(3)]
    assert {"regret", "The boiler man comes each Monday."} <= {one.words for one in proposals(approved, INN)}
    assert {"regret", "The boiler man comes each Monday."}.isdisjoint(one.words for one in proposals(approved, knows))


def test_a_reply_written_from_scratch_takes_nothing_out() -> None:
    """Where no sentence of the draft is left, nobody edited it."""
    approved = [edited(n, "Thank you. Come and see us.") for n in range(4)]
    assert of_kind(ProposalKind.AVOID, approved) == []
