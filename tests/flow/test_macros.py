"""Which texts of a CSV a brand may use again, and why the others are left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewwatch import config
from reviewwatch.config import edit
from reviewwatch.errors import UsageError
from reviewwatch.flow.macros import Chosen, as_table, choose, read_rows
from reviewwatch.types import Macro

DAY = date(2026, 9, 15)
LIFT = "Thank you for telling us about the lift. We are sorry for the stairs."
CONFIG = """\
[brands.inn]
name = "Harbor Inn"
sign_off = "The Harbor Inn team"
[brands.inn.contacts.desk]
email = "desk@harbor-inn.example"
[brands.inn.macros.lift]
text = "Thank you for telling us about the lift. We are sorry for the stairs."
[brands.inn.goodwill.fruit-basket]
say = "a basket of pears"
[themes.moorings]
words = "mooring"
"""


def chosen(folder: Path, table: str | bytes, text: str = CONFIG) -> Chosen:
    """Return what comes of a CSV."""
    path = folder / "macros.csv"
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    made = config.load_text(text, folder / "reviewwatch.toml")
    return choose(path, made, made.brands["inn"], DAY)


def test_texts_become_macros_with_theme_language_and_name(tmp_path: Path) -> None:
    """Columns have several names; without a name the first words are the id, and without a language a look tells it."""
    table = (
        "Title,Reply,Topic,Locale\n"
        'Wi-Fi works,"Thank you for the note.\r\nThe wifi was repaired.",wifi; moorings,en-GB\n'
        ",Vielen Dank für die Nachricht. Das tut uns wirklich sehr leid.,,\n"
    )

    found = chosen(tmp_path, table)

    assert [one.macro for one in found.taken] == [
        Macro(
            macro_id="wi-fi-works",
            text="Thank you for the note.\nThe wifi was repaired.",
            themes=("wifi", "moorings"),
            lang="en",
        ),
        Macro(
            macro_id="vielen-dank-für-die-nachricht-das-tut",
            text="Vielen Dank für die Nachricht. Das tut uns wirklich sehr leid.",
            lang="de",
        ),
    ]
    assert (found.left, found.note) == ((), "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Change your review and we refund the night.", "breaks G01: "),
        ("Please take your review down.", "breaks G04: "),
        ("Hi Dana, thank you for your stay.", "names a person: `Dana`"),
        ("Sehr geehrte Frau Tamm, vielen Dank.", "names a person: `Frau Tamm`"),
        ("Thank you for the note.\nKind regards,\nOren Tamm", "names a person: `Oren Tamm`"),
        ("We spoke with Mr. Tamm about it.", "names a person: `Mr. Tamm`"),
        ("Please write to dana.tamm@mail.example.", "breaks G19: "),
        ("Please call 01632 960999.", "breaks G19: "),
        ("Hello {name}, thank you for the note.", "breaks G31: "),
        ("Your next basket of pears is on the house: a basket of pears.", "names the goodwill `fruit-basket`"),
        ("Thank you\u202e for the note.", "holds characters that cannot be seen"),
    ],
)
def test_what_must_not_be_used_again_is_left_out_with_why(tmp_path: Path, text: str, why: str) -> None:
    """A rule, a person, somebody's data or a private gesture: the row says which, and the others are kept."""
    quoted = text.replace('"', '""')

    found = chosen(tmp_path, f'text\n"{quoted}"\n"Thank you for the kind note about the view."\n')

    assert [one.why[: len(why)] for one in found.left] == [why]
    assert [one.macro.text for one in found.taken] == ["Thank you for the kind note about the view."]


@pytest.mark.parametrize(
    "text",
    [
        "Hello there, thank you for the note.",
        "Dear guest, thank you for the note.",
        "Liebe Gäste, vielen Dank für die Nachricht und Ihre Geduld.",
        "Thank you for the note.\nKind regards,\nThe Harbor Inn team",
        "Thank you for the note. Best wishes, Guest Relations",
        "Please write to desk@harbor-inn.example.",
    ],
)
def test_a_house_may_greet_and_sign(tmp_path: Path, text: str) -> None:
    """A general greeting, the brand's own signature and its own contact name nobody."""
    found = chosen(tmp_path, f'text,lang\n"{text}",en\n')

    assert [one.why for one in found.left] == []


def test_what_is_there_already_is_skipped_and_no_failure(tmp_path: Path) -> None:
    """A text of the config, or twice in the file, is told apart from one that is refused; ids never meet."""
    again = LIFT.upper().replace(".", "")
    found = chosen(tmp_path, f"name,text\nlift,{again}\nlift,Thank you for the view.\nlift,thank you for THE view\n")

    assert [(one.line, one.is_known) for one in found.left] == [(2, True), (4, True)]
    assert [one.macro.macro_id for one in found.taken] == ["lift-2"]


def test_an_unknown_theme_or_language_is_told_with_the_nearest(tmp_path: Path) -> None:
    """A theme that no review can have would never be used."""
    found = chosen(tmp_path, "text,theme,lang\nThank you.,noize,en\nThank you so much.,noise,klingon\n")

    assert [one.why for one in found.left] == [
        "names no theme: `noize`; did you mean `noise`?",
        "names no language: `klingon`",
    ]


@pytest.mark.parametrize(
    ("table", "note"),
    [
        ("text;thema\nDanke für die Grüße.;x\n".encode("utf-8-sig"), ""),
        ("text\ttheme\nDanke für die Grüße.\t\n".encode("utf-16"), ""),
        ("text|theme\nDanke für die Grüße.|\n".encode("cp1252"), "The text was read as cp1252, a guess."),
        ("\n\n text \nDanke für die Grüße.\n".encode(), ""),
    ],
)
def test_a_file_is_read_however_it_was_saved(tmp_path: Path, table: bytes, note: str) -> None:
    """Commas, semicolons, tabs and bars; with or without a mark; a guess is said to be one."""
    path = tmp_path / "macros.csv"
    path.write_bytes(table)

    rows, said = read_rows(path)

    assert [row.cells["text"] for row in rows] == ["Danke für die Grüße."]
    assert said == note


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (b"question,answered\na,b\n", "has no column of texts: its first line must name one of text, reply, macro"),
        (b"", "has no column of texts"),
        (b"PK\x03\x04rest", "is a workbook or an archive"),
        (b"text\n" + b"x" * 80_000, "cannot be read as CSV, line 2: "),
    ],
)
def test_what_is_no_table_of_texts_is_refused(tmp_path: Path, table: bytes, said: str) -> None:
    """The error says what would do."""
    with pytest.raises(UsageError, match=said):
        chosen(tmp_path, table)
    with pytest.raises(UsageError, match="cannot be read"):
        read_rows(tmp_path / "missing.csv")


@given(st.binary(max_size=200))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Nothing but a named error comes of a file that is no CSV."""
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"text\n" + data)

    try:
        rows, _ = read_rows(path)
    except UsageError:
        return
    assert all(row.cells["text"].strip() for row in rows)


@pytest.mark.parametrize(
    "text", [CONFIG, CONFIG.replace("\n", "\r\n"), "", "[brands]\n[brands.inn]\nname = 'Inn'", "\ufeff" + CONFIG]
)
def test_macros_stand_at_the_end_of_the_config(text: str) -> None:
    """All that stood there stays as it was, in its own line ends, and what loads is what was meant."""
    macro = Macro(macro_id="été", text='Two lines,\n"quoted" \\ and so on.', themes=("noise",), lang="en")

    edited = edit.with_known(text, ("brands", "inn", "macros"), {macro.macro_id: as_table(macro)})

    made = config.load_text(edited, Path("reviewwatch.toml"))
    assert edited.startswith(text)
    assert made.brands["inn"].macros[-1] == macro
    assert "\r\n" not in edited.replace("\r\n", "") if "\r\n" in text else "\r" not in edited


def test_a_config_that_cannot_be_added_to_stays() -> None:
    """Where the brands stand in one line, a table of their own would break the file."""
    with pytest.raises(Exception, match="write it by hand"):
        edit.with_known(
            "brands = { inn = { name = 'Inn' } }\n", ("brands", "inn", "macros"), {"a": {"text": "Thanks."}}
        )
