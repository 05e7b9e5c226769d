"""Take approved texts and past replies out of a CSV: what may be used again, and why the rest may not. Writes nothing.

A text is judged alone: one that a rule stops under any review, or that holds somebody's data, is left out with why.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from reviewwatch.config import Brand, Config
from reviewwatch.config.business import of_listing
from reviewwatch.config.knowledge import says_goodwill
from reviewwatch.config.names import LANGUAGES, THEMES
from reviewwatch.errors import UsageError
from reviewwatch.flow.knowledge import USUAL, broken_rules
from reviewwatch.normalize import parse_language
from reviewwatch.text import guess_language
from reviewwatch.types import Business, Macro

MAX_BYTES: Final = 20_000_000
"""Of a file; it is held in memory."""
MAX_LETTERS: Final = 70_000
"""Of a text: no place takes longer replies. A quote that never closes makes one."""
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "reply", "macro", "body", "response", "answer", "content", "reply text", "owner reply"),
    "themes": ("theme", "themes", "topic", "topics", "tag", "tags", "category"),
    "lang": ("lang", "language", "locale"),
    "name": ("name", "title", "id", "macro name", "subject", "label"),
}
"""Names of columns, the first that is there counts; capitals, `_` and `-` make no difference."""
_DELIMITERS: Final = (",", ";", "\t", "|")
_LEGACY: Final = ("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "gb18030", "big5", "cp949")
_LONGEST_ID: Final = 40

_GREETING: Final = re.compile(
    r"\W*(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day)|thanks|thank you|many thanks|hallo"
    r"|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|danke|hola|estimad[oa]s?|querid[oa]s?|gracias|bonjour"
    r"|ch[eè]re?s?|merci|ol[aá]|prezad[oa]s?|car[oa]s?|obrigad[oa])[,!]? +(?P<name>\w[\w'’.-]*)",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herrn?|Frau|Señora?|Sra?|Monsieur|Mme|Madame|Senhora?)\b\.? +[A-Z]\w+"
)
_CLOSING: Final = re.compile(
    r"(?:regards|best|wishes|sincerely|yours|cheers|thanks|thank you|grüßen?|saludos|cordialement|atenciosamente)"
    r"[,.!]?\s+(?P<name>[^\n,.!?]{2,40}?)\.?$",
    re.IGNORECASE,
)
_GREETED: Final = """
    guest guests customer customers reviewer traveler traveller travelers travellers friend friends all everyone sir
    madam team visitor user users reader patient client player players for so very again to we i you your it this that
    there gast gäste kunde kundin kunden kundinnen damen herr frau team nutzer nutzerin cliente huésped señor señora
    client cliente madame monsieur hóspede senhor senhora valued the our a an
"""
_NO_NAMES: Final = frozenset(_GREETED.split())
"""What stands behind a greeting and names nobody."""
_HOUSE: Final = """
    team desk support service customer guest relations manager management the your our from front office staff us all
    equipo equipe équipe direction dirección leitung
"""
_NO_SIGNERS: Final = frozenset(_HOUSE.split())
"""A signature with one of these is a part of the house, not a person."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that may be used again.

    Attributes:
        warnings: Rules that would warn, each a clause.
    """

    line: int
    macro: Macro
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A row that is left out.

    Attributes:
        is_known: The text is there already, which is no problem.
    """

    line: int
    text: str
    why: str
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What came of a file.

    Attributes:
        note: How its letters were guessed, empty where nothing was.
    """

    taken: tuple[Taken, ...]
    left: tuple[Left, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by our names of its columns.

    Attributes:
        line: Where it ends in the file, counted from 1.
    """

    line: int
    cells: Mapping[str, str]


def choose(path: Path, config: Config, brand: Brand, day: date, listing_id: str = "") -> Chosen:
    """Read a file and say of each row whether a brand, or one of its listings, may use its text again.

    Args:
        listing_id: Empty for all of the brand.

    Raises:
        UsageError: The file cannot be read as a table with a column of texts.
    """
    rows, note = read_rows(path)
    taken: list[Taken] = []
    left: list[Left] = []
    known = {_folded(one.text) for one in _macros(brand, listing_id)}
    ids = {one.macro_id for one in _macros(brand)} | {one.goodwill_id for one in brand.goodwill}
    for row in rows:
        text = _cleaned(row.cells.get("text", ""))
        if _folded(text) in known:
            left.append(Left(row.line, text, "is there already", is_known=True))
            continue
        known.add(_folded(text))
        judged = _judge(row, text, config, brand, of_listing(brand, listing_id, USUAL), day, ids)
        if isinstance(judged, Left):
            left.append(judged)
        else:
            ids.add(judged.macro.macro_id)
            taken.append(judged)
    return Chosen(tuple(taken), tuple(left), note)


def as_table(macro: Macro) -> dict[str, object]:
    """Return a macro as it stands in a config."""
    themes: dict[str, object] = {"themes": list(macro.themes)} if macro.themes else {}
    return {"text": macro.text, **themes, "lang": macro.lang}


def read_rows(path: Path) -> tuple[list[Row], str]:
    """Return the rows of a CSV with a text, and a note where its encoding was guessed.

    Raises:
        UsageError: It is none, or has no column of texts.
    """
    text, note = _decoded(path)
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda one: len(_columns(next(csv.reader([header], delimiter=one), []))))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = _columns(next((cells for cells in reader if any(cells)), []))
        if "text" not in columns:
            names = ", ".join(_COLUMNS["text"])
            raise UsageError(f"{path.name} has no column of texts: its first line must name one of {names}.")
        rows = [
            Row(reader.line_num, {name: cells[at] for name, at in columns.items() if at < len(cells)})
            for cells in reader
        ]
    except csv.Error as error:
        raise UsageError(f"{path.name} cannot be read as CSV, line {reader.line_num}: {error}.") from error
    for row in rows:
        if len(row.cells.get("text", "")) > MAX_LETTERS:
            raise UsageError(
                f"{path.name} cannot be read as CSV, line {row.line}: a text is over {MAX_LETTERS:,} letters."
            )
    return [row for row in rows if row.cells.get("text", "").strip()], note


def _decoded(path: Path) -> tuple[str, str]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB; split it.")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    if data.startswith(b"PK\x03\x04"):
        raise UsageError(f"{path.name} is a workbook or an archive; save its sheet as CSV.")
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig"), ""
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data, cp_isolation=list(_LEGACY)).best()
        name = "cp1252" if best is None or "cp1252" in best.could_be_from_charset else best.encoding
        return data.decode(name, "replace"), f"The text was read as {name}, a guess."


def _columns(header: Sequence[str]) -> dict[str, int]:
    names = [" ".join(re.findall(r"[^\W_]+", cell.casefold())) for cell in header]
    found = {}
    for column, aliases in _COLUMNS.items():
        at = next((names.index(alias) for alias in aliases if alias in names), None)
        if at is not None:
            found[column] = at
    return found


def _judge(
    row: Row, text: str, config: Config, brand: Brand, business: Business, day: date, ids: set[str]
) -> Taken | Left:
    themes = _themes(row.cells.get("themes", ""))
    lang = _language(row.cells.get("lang", ""), text)
    findings = broken_rules(text, business, USUAL, day)
    why = next(_reasons(text, themes, lang, config, brand, findings), None)
    if why is not None or lang is None:
        return Left(row.line, text, why or "is in no language that could be told; add a column `lang`")
    macro = Macro(macro_id=new_id(row.cells.get("name", "") or text, ids), text=text, themes=themes, lang=lang)
    return Taken(row.line, macro, tuple(f"{rule}: {said}" for rule, _, said in findings))


def _reasons(
    text: str,
    themes: Iterable[str],
    lang: str | None,
    config: Config,
    brand: Brand,
    findings: Iterable[tuple[str, bool, str]],
) -> Iterator[str]:
    """Yield why a text is left out, the plainest reason first."""
    for theme in themes:
        if theme not in THEMES and theme not in config.themes:
            near = get_close_matches(theme, [*THEMES, *config.themes], n=1)
            yield f"names no theme: `{theme}`" + (f"; did you mean `{near[0]}`?" if near else "")
    if lang is not None and lang not in LANGUAGES:
        yield f"names no language: `{lang}`"
    if not text.replace("\n", " ").isprintable():
        yield "holds characters that cannot be seen"
    person = _person(text, brand)
    if person:
        yield f"names a person: `{person}`"
    for gesture in brand.goodwill:
        if says_goodwill(text, gesture):
            yield f"names the goodwill `{gesture.goodwill_id}`, which is private"
    for rule, is_block, why in findings:
        if is_block:
            yield f"breaks {rule}: {why}"


def _person(text: str, brand: Brand) -> str:
    """Return who is greeted, titled or signs, as the text has it; empty where nobody is named."""
    titled = _TITLE.search(text)
    if titled is not None:
        return titled[0]
    greeted = _GREETING.match(text)
    if greeted is not None and greeted["name"][:1].isupper() and greeted["name"].casefold() not in _NO_NAMES:
        return greeted["name"]
    signed = _CLOSING.search(text.strip())
    words = signed["name"].split() if signed is not None else []
    house = {word.casefold() for word in f"{brand.name} {brand.sign_off}".split()} | _NO_SIGNERS
    is_name = 0 < len(words) <= 3 and all(word[:1].isupper() for word in words)
    return " ".join(words) if is_name and not {word.casefold() for word in words} & house else ""


def _themes(cell: str) -> tuple[str, ...]:
    parts = (re.sub(r"[\s-]+", "_", part.strip().casefold()) for part in re.split(r"[;,|/]", cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def _language(cell: str, text: str) -> str | None:
    if cell.strip():
        return parse_language(cell) or cell.strip()
    return guess_language(text) or ("en" if text.isascii() else None)


def new_id(name: str, taken: Iterable[str]) -> str:
    """Return an id made of the first words of a name, unlike those that are taken."""
    words = re.findall(r"[^\W_]+", name.casefold())
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word
        if len(longer) > _LONGEST_ID:
            break
        stem = longer
    stem = stem or "macro"
    used = set(taken)
    numbered = (f"{stem}-{number}" for number in range(2, len(used) + 3))
    return stem if stem not in used else next(one for one in numbered if one not in used)


def _macros(brand: Brand, listing_id: str = "") -> Iterator[Macro]:
    """Yield the texts of a brand and all its parts, or those that one listing has."""
    yield from brand.macros
    parts = [one for one in brand.listings.values() if listing_id in ("", one.part_id)]
    for part in (*parts, *brand.platforms.values()):
        yield from part.macros


def _cleaned(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
