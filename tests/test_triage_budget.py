"""A threshold is chosen by what a person can afford."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewwatch.config.budgets import Budget
from reviewwatch.triage.budget import MIN_UNHAPPY, STEPS, Score, choose, outlook, why_too_few

EVEN = [Score(step / 100, False) for step in range(100)]


def test_so_many_a_day_takes_the_lowest_threshold_that_stays_within_them() -> None:
    """A hundred reviews in ten days, evenly spread: three a day are the thirty surest."""
    found = choose(EVEN, 10.0, Budget(n_a_day=3.0))
    assert found is not None
    assert (found.threshold, found.n_a_day) == (0.7, 3.0)
    assert choose(EVEN, 10.0, Budget(n_a_day=100.0)) == outlook(EVEN, 10.0, 0.01)


def test_what_other_rules_flag_counts_and_may_be_more_than_the_budget() -> None:
    """No threshold helps then, and none is made up."""
    always = [Score(None, True)] * 50
    assert choose([*EVEN, *always], 10.0, Budget(n_a_day=6.0)) == outlook([*EVEN, *always], 10.0, 0.9)
    assert choose([*EVEN, *always], 10.0, Budget(n_a_day=4.9)) is None


def test_what_may_be_missed_takes_the_highest_threshold_that_keeps_it() -> None:
    """Counted where people decided on enough of them, else expected from the probabilities."""
    decided = [Score(0.2 + at / 100, False, True) for at in range(50)]
    found = choose([*EVEN, *decided], 10.0, Budget(missed=0.1))
    assert found is not None
    assert (found.threshold, found.missed, found.is_counted) == (0.25, 0.1, True)
    expected = choose(EVEN, 10.0, Budget(missed=0.1))
    assert expected is not None
    assert not expected.is_counted
    assert expected.missed is not None
    assert expected.missed <= 0.1 < (outlook(EVEN, 10.0, expected.threshold + 0.01).missed or 0)


def test_nothing_is_said_of_what_is_missed_where_nothing_tells() -> None:
    """Reviews that could not be judged have no probability to go by."""
    unscored = [Score(None, False)] * 100
    assert outlook(unscored, 10.0, 0.5).missed is None
    assert choose(unscored, 10.0, Budget(missed=0.05)) is None


def test_too_few_is_said() -> None:
    """Few reviews or few days tell nothing; enough of both do."""
    assert ": 12, where it takes 50" in (why_too_few(12, 90.0) or "")
    assert ": 3.0, where it takes 7" in (why_too_few(500, 3.0) or "")
    assert why_too_few(500, 30.0) is None


_SCORES = st.lists(
    st.builds(Score, st.none() | st.floats(0, 1), st.booleans(), st.sampled_from([None, True, False])), max_size=60
)


@given(_SCORES, st.floats(0.1, 20.0))
def test_the_choice_keeps_the_budget_and_the_next_one_would_cost_more(scores: list[Score], most: float) -> None:
    """Whatever the scores: within the budget, and no better one is left out."""
    found = choose(scores, 7.0, Budget(n_a_day=most))
    kept = [step for step in STEPS if outlook(scores, 7.0, step).n_a_day <= most]
    assert (found.threshold if found else None) == (kept[0] if kept else None)


@given(_SCORES, st.floats(0.01, 0.99))
def test_no_more_is_missed_than_may_be(scores: list[Score], most: float) -> None:
    """The highest threshold that keeps it, by counting or by expecting."""
    found = choose(scores, 7.0, Budget(missed=most))
    missed = {step: outlook(scores, 7.0, step).missed for step in STEPS}
    kept = [step for step, share in missed.items() if share is not None and share <= most]
    assert (found.threshold if found else None) == (kept[-1] if kept else None)
    assert all(
        outlook(scores, 7.0, step).is_counted is (sum(s.is_unhappy is True for s in scores) >= MIN_UNHAPPY)
        for step in STEPS[:1]
    )
