"""Which column holds which field: by the option `map` first, then by well-known headers."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reviewwatch.errors import LayoutChangedError
from reviewwatch.normalize import shown
from reviewwatch_connectors.file.fields import ALIASES, WRAPPERS, Field
from reviewwatch_connectors.file.scale import Scale, scale_in_header

MAX_COLUMNS: Final = 2_000
"""More than any export has; beyond it the header line is not a header."""
ABSENT: Final = -1
"""The place of a field that no column holds. Readers put an empty cell at the end of each row, so that -1 finds it."""
_MAX_LISTED: Final = 20

_RANK: Final[Mapping[str, tuple[Field, int]]] = {
    name: (field, rank) for field, names in ALIASES.items() for rank, name in enumerate(names)
}
_SAYS_SOMETHING: Final = (Field.TEXT, Field.TITLE, Field.POSITIVE, Field.NEGATIVE, Field.RATING, Field.NPS)
_HOLDS_A_REVIEW: Final = tuple(field for field in _SAYS_SOMETHING if field is not Field.TITLE)
"""Without any of these a file with titles is as likely a list of products; a person can say `Title=text`."""
_IN_COMPANY: Final = frozenset({"description", "message", "words", "score", "points", "grade"})
"""Headers of goods, letters and marks at school as well: alone, without a rating or a time, they are no review's."""
_SUCH_AS: Final = '--map "Your words=text" --map "Your score=rating"'
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_IN_BRACKETS: Final = re.compile(r"[(\[][^)\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a file with what they hold.

    Attributes:
        names: As written.
        places: Field -> index of its column.
        scale: What the rating's header says of its scale, None if nothing.
        notes: Columns that stand twice and those that are not read.
    """

    names: tuple[str, ...]
    places: Mapping[Field, int]
    scale: Scale | None = None
    notes: tuple[str, ...] = ()

    def place(self, field: Field) -> int:
        """Return the index of a field's column, ABSENT without one."""
        return self.places.get(field, ABSENT)

    @property
    def n_needed(self) -> int:
        """How many cells a row must have, so that no field is cut off."""
        return max(self.places.values(), default=ABSENT) + 1


def map_columns(names: Sequence[str], given: Mapping[str, Field], source_id: str) -> Columns:
    """Settle what each column holds.

    Args:
        names: The header, as written.
        given: Column name -> field, as the person said; they win.

    Raises:
        LayoutChangedError: No column holds a text or a rating, or `given` names a column that is not there.
    """
    places = _given_places(names, given, source_id)
    taken = set(places.values()) | {_find(names, name) for name in given}
    places = {**_known_places(names, taken, set(places)), **places}
    if Field.RATING in places:
        places.pop(Field.NPS, None)
    if not _holds_reviews(names, places) and not {*_HOLDS_A_REVIEW, Field.TITLE} & set(given.values()):
        raise LayoutChangedError(
            _nothing_found(names, places), source_id, expected="a column with the text or the rating"
        )
    rating = places.get(Field.RATING)
    return Columns(
        names=tuple(names),
        places=places,
        scale=scale_in_header(names[rating], fold(names[rating])) if rating is not None else None,
        notes=_notes(names, places, taken),
    )


def _holds_reviews(names: Sequence[str], places: Mapping[Field, int]) -> bool:
    """Say whether some column is a review's text or rating, and not one that as many other files have."""
    found = {field: fold(names[places[field]]) for field in _HOLDS_A_REVIEW if field in places}
    is_sure = any(name not in _IN_COMPANY for name in found.values())
    return is_sure or len(found) > 1 or (bool(found) and Field.CREATED in places)


def n_known(names: Sequence[str], given: Mapping[str, Field]) -> int:
    """Count the columns that would be understood, to tell the right delimiter from a wrong one."""
    return sum(name in given or fold(name) in _RANK for name in names)


def says_something(name: str) -> bool:
    """Say whether a column of this name would hold a text or a rating."""
    return _RANK.get(fold(name), (Field.IGNORE, 0))[0] in _SAYS_SOMETHING


def fold(name: str) -> str:
    """Return a header as the lists hold it: lower case, words apart (`createdAt`), without brackets and wrappers."""
    words = _HUMP.sub(" ", unicodedata.normalize("NFKC", name))
    parts = words.casefold().split(".")
    while len(parts) > 1 and parts[0].strip() in WRAPPERS:
        parts = parts[1:]
    joined = " ".join(parts)
    return _NOT_LETTERS.sub(" ", _IN_BRACKETS.sub(" ", joined)).strip()


def _given_places(names: Sequence[str], given: Mapping[str, Field], source_id: str) -> dict[Field, int]:
    places: dict[Field, int] = {}
    for name, field in given.items():
        place = _find(names, name)
        if place is None:
            near = difflib.get_close_matches(name, names[:MAX_COLUMNS], n=1)
            hint = f"; did you mean {shown(near[0])}?" if near else f"; it has: {_list(names)}"
            raise LayoutChangedError(f"the file has no column {shown(name)}, which `map` names{hint}", source_id)
        if field is not Field.IGNORE:
            places[field] = place
    return places


def _find(names: Sequence[str], name: str) -> int | None:
    """Return where a column stands, named exactly or but for case and space around it."""
    if name in names:
        return names.index(name)
    folded = [other.strip().casefold() for other in names]
    return folded.index(name.strip().casefold()) if folded.count(name.strip().casefold()) == 1 else None


def _known_places(names: Sequence[str], taken: set[int | None], settled: set[Field]) -> dict[Field, int]:
    best: dict[Field, tuple[int, int]] = {}
    for place, name in enumerate(names):
        field, rank = _RANK.get(fold(name), (Field.IGNORE, 0))
        if field is Field.IGNORE or field in settled or place in taken:
            continue
        if field not in best or rank < best[field][0]:
            best[field] = (rank, place)
    return {field: place for field, (_, place) in best.items()}


def _notes(names: Sequence[str], places: Mapping[Field, int], taken: set[int | None]) -> tuple[str, ...]:
    read = set(places.values()) | taken
    notes = [
        f"the column {shown(names[place])} stands more than once; the first was read"
        for place in sorted(places.values())
        if names.count(names[place]) > 1
    ]
    left = [name for place, name in enumerate(names) if place not in read and name.strip()]
    return (*notes, f"columns not read: {_list(left)}") if left else tuple(notes)


def _nothing_found(names: Sequence[str], places: Mapping[Field, int]) -> str:
    likely = [f'--map "{names[places[field]]}={field}"' for field in _HOLDS_A_REVIEW if field in places]
    such = f"If these are reviews, {likely[0]} says so" if likely else f"Say which is which, such as {_SUCH_AS}"
    return f"no column looks like the text or the rating of a review. The columns are: {_list(names)}. {such}"


def _list(names: Sequence[str]) -> str:
    """Name columns for a person, the first twenty of many."""
    listed = ", ".join(shown(name) for name in names[:_MAX_LISTED])
    return listed + (f" and {len(names) - _MAX_LISTED:,} more" if len(names) > _MAX_LISTED else "")
