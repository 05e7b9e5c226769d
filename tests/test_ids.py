"""Ids that people type."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewwatch import ids
from reviewwatch.errors import UsageError

KINDS = st.sampled_from([ids.REVIEW, ids.PUBLICATION, ids.DECISION])
NUMBERS = st.integers(1, 2**63 - 1)
SYMBOLS = st.sampled_from("0123456789abcdefghjkmnpqrstvwxyz")


@given(KINDS, NUMBERS)
def test_an_id_names_its_row(kind: str, number: int) -> None:
    """What is shown and typed back, in any case and with blanks around it, is the same row."""
    text = ids.to_text(kind, number)

    assert ids.to_number(kind, text) == number
    assert ids.to_number(kind, f"  {text.upper()} ") == number


@given(KINDS, NUMBERS, NUMBERS)
def test_two_rows_have_two_ids(kind: str, one: int, other: int) -> None:
    """No id stands for two rows."""
    assert (ids.to_text(kind, one) == ids.to_text(kind, other)) == (one == other)


@given(KINDS, NUMBERS, st.data())
def test_every_single_wrong_character_is_refused(kind: str, number: int, data: st.DataObject) -> None:
    """A typo names no neighbor."""
    text = ids.to_text(kind, number)
    place = data.draw(st.integers(len(kind) + 1, len(text) - 1))
    wrong = data.draw(SYMBOLS)
    assume(wrong != text[place])

    with pytest.raises(UsageError, match="typing mistake"):
        ids.to_number(kind, text[:place] + wrong + text[place + 1 :])


@given(KINDS, NUMBERS, st.data())
def test_swapped_neighbors_are_refused(kind: str, number: int, data: st.DataObject) -> None:
    """Luhn's sum misses one swap alone: the first symbol of the alphabet with the last."""
    text = ids.to_text(kind, number)
    place = data.draw(st.integers(len(kind) + 1, len(text) - 2))
    pair = text[place : place + 2]
    assume(pair[0] != pair[1] and set(pair) != {"0", "z"})

    with pytest.raises(UsageError):
        ids.to_number(kind, text[:place] + pair[::-1] + text[place + 2 :])


@pytest.mark.parametrize("text", ["", "rv", "rv-", "rv-1", "1", "rv-1u", "pb-12", "rv 12", "rv-é2", "rv--2", "rv-١٢"])
def test_what_is_no_id_is_refused(text: str) -> None:
    """The message says the form and where ids are listed."""
    with pytest.raises(UsageError, match=r"rv-…|typing mistake"):
        ids.to_number(ids.REVIEW, text)


@given(KINDS, KINDS, NUMBERS)
def test_an_id_of_another_kind_is_refused(kind: str, other: str, number: int) -> None:
    """A publication's id never names a review."""
    assume(kind != other)

    lists = {"rv": "inbox", "pb": "outbox", "dc": "show ID"}[other]
    with pytest.raises(UsageError, match=f"of the form {other}-…; `reviewwatch {lists}` lists them"):
        ids.to_number(other, ids.to_text(kind, number))
