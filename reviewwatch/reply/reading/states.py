"""What can be wrong with a thing, and the noun phrases that then name it, from `states.toml`. English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from reviewwatch.reply.reading.cues import data

_ABSENT: Final = (
    "missing",
    "absent",
    "left out",
    "nowhere to be found",
    "nowhere to be seen",
    "not there",
    "not included",
)


class State(NamedTuple):
    """A state of the closed list.

    Attributes:
        kind: How it names a thing, a key of the names.
        word: As it is said back: "cold", "closed"; empty where the kind says it all.
    """

    kind: str
    word: str = ""

    @property
    def key(self) -> str:
        """The state as an issue carries it."""
        return f"{self.kind}:{self.word}"


def state_of(key: str) -> State:
    """Return the state that an issue carries."""
    kind, _, word = key.partition(":")
    return State(kind, word)


def phrases_for(state: State, noun: str, the: str, *, is_plural: bool, is_mass: bool) -> tuple[str, ...]:
    """Return what names a thing in a state, the closest first.

    Args:
        noun: Of our own list, without an article.
        the: Its article with a blank behind, "your " where the reviewer calls it "my"; empty for none.
        is_mass: It has no plural: "parking", "water".
    """
    frames: Mapping[str, list[str]] = data("states")["names"]
    many = f"{state.kind}_many"
    kind = many if many in frames and (is_plural or is_mass) else state.kind
    words = {
        "the": the.strip(),
        "noun": noun,
        "word": state.word.replace("_", " "),
        "ing": _ing().get(state.word, ""),
        "was": "were" if is_plural else "was",
    }
    return tuple(" ".join(frame.format_map(words).split()) for frame in frames.get(kind, ()))


@cache
def adjectives() -> Mapping[str, State]:
    """Return what may stand behind "was", by its words: "filthy" is the state "dirty"."""
    return dict(_adjectives("gradable", "degree", "plain", "predicate", "passive", "thing"))


@cache
def short_adjectives() -> Mapping[str, State]:
    """Return what may stand right behind a thing, without "was": "toilet blocked"."""
    return dict(_adjectives("gradable", "degree", "plain", "predicate", "thing"))


@cache
def attributes() -> Mapping[str, State]:
    """Return what tells of a fault where it stands before a noun, too: "a dirty towel"."""
    return dict(_adjectives("gradable", "plain", "thing"))


@cache
def verbs() -> Mapping[str, State]:
    """Return what things do that they should not, by each form: "keeps crashing" is "crashed"."""
    found: dict[str, State] = {}
    for kind, text in data("states")["verbs"].items():
        if kind in ("done", "doing", "manner", "noise"):
            for words, forms in _entries(text, ":"):
                said = words if kind == "done" else words.split()[0]
                state = State("noise") if kind == "noise" else State(kind, said)
                found |= dict.fromkeys((said, *forms), state)
    return found


@cache
def denied() -> Mapping[str, State]:
    """Return what stands behind "did not" or "never"."""
    bases = [entry.partition("|")[0] for entry in _not()]
    found = {form: State("not", base) for base in bases for form in _forms(_spaced(base))}
    found |= {_spaced(entry.split("|")[1]): State("not", entry.split("|")[0]) for entry in _not() if "|" in entry}
    for said, forms in _entries(data("states")["verbs"]["never"], ":"):
        found |= dict.fromkeys((said, *forms), State("never", said))
    return found


@cache
def stopped() -> Mapping[str, State]:
    """Return what stands behind "stopped"."""
    return {_spaced(entry.split("|")[1]): State("stopped", entry.split("|")[1]) for entry in _not() if "|" in entry}


@cache
def undone() -> Mapping[str, State]:
    """Return what stands behind "was not"."""
    return {_spaced(word): State("undone", word) for word in data("states")["verbs"]["undone"].split()}


@cache
def barred() -> Mapping[str, State]:
    """Return what stands behind "could not" and before a thing."""
    return {_spaced(word): State("cannot", word) for word in data("states")["verbs"]["cannot"].split()}


@cache
def acts() -> Mapping[str, State]:
    """Return what is done to a thing, by each form: "wiped" is "deleted"."""
    found: dict[str, State] = {}
    for said, forms in _entries(data("states")["verbs"]["object"], ":"):
        found |= dict.fromkeys(forms, State("lost") if said == "lost" else State("object", said))
    return found


@cache
def marks() -> Mapping[str, State]:
    """Return what is found on a thing that should not be there: "a dent in the lid"."""
    places = [_spaced(one) for one in words_of("marked")]
    return {f"{mark} {place}": State("mark", f"{mark} {place}") for mark in words_of("marks") for place in places}


@cache
def had() -> Mapping[str, State]:
    """Return what a thing comes with that should not be there: "a crack"."""
    known = frozenset(words_of("marks"))
    return {mark: State("had", mark if known.isdisjoint((f"{mark}s", f"{mark}es")) else f"a {mark}") for mark in known}


def words_of(key: str) -> list[str]:
    """Return a list of plain words: the forms of "to be", adverbs."""
    return str(data("states")["words"][key]).split()


def _forms(base: str) -> tuple[str, ...]:
    first, _, rest = base.partition(" ")
    return tuple(f"{one} {rest}".strip() for one in (first, f"{first}s", f"{first}es", f"{first}ed", f"{first}d"))


def _not() -> list[str]:
    return str(data("states")["verbs"]["not"]).split()


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _adjectives(*kinds: str) -> Iterator[tuple[str, State]]:
    yield from ((form, State("missing")) for form in _ABSENT)
    for kind in reversed(kinds):
        for said, forms in _entries(data("states")["adjectives"][kind], "="):
            for form in (said, *forms):
                yield form, State(kind, "" if kind == "thing" else said)


def _entries(text: str, sign: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what is said, and the forms that it is said for: "cold = icy|freezing"; a line without a sign is words."""
    for line in text.replace("|\n", "|").splitlines():
        said, is_entry, forms = line.partition(f" {sign} ")
        if is_entry:
            # Words of their own may stand before the last one, which the forms belong to.
            *others, last = said.split() if sign == "=" else [said]
            yield from ((word, ()) for word in others)
            yield last if sign == "=" else said, [form.strip() for form in forms.split("|") if form.strip()]
        else:
            yield from ((word, ()) for word in line.split())


@cache
def _ing() -> Mapping[str, str]:
    pairs = (words.split() for words, _ in _entries(data("states")["verbs"]["doing"], ":"))
    return {said: ing for said, ing, *_ in pairs}


LISTS: Final[Mapping[str, Callable[[], Mapping[str, State]]]] = {
    "adjectives": adjectives,
    "short_adjectives": short_adjectives,
    "attributes": attributes,
    "verbs": verbs,
    "denied": denied,
    "stopped": stopped,
    "undone": undone,
    "barred": barred,
    "acts": acts,
    "marks": marks,
    "had": had,
}
"""The lists of states by the names that `ways.toml` calls them."""
