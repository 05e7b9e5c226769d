"""The generated docs are what the code says now, and the hand-written ones point at what is there."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from reviewwatch import errors
from reviewwatch.cli import reference
from reviewwatch.cli.places import render_connectors
from reviewwatch.cli.table import COMMANDS
from reviewwatch.config.schema import SECTIONS
from reviewwatch.connector import connector_names

ROOT = Path(__file__).parents[1]
WRITTEN = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("connectors/*.md")])
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
_ANCHOR = re.compile(r"\]\((?!https?:|mailto:)([^)#]*)#([^)]+)\)")


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_generated_page_is_what_the_code_says(name: str) -> None:
    """`python3 dev.py docs` would change nothing."""
    assert (ROOT / name).read_text(encoding="utf-8") == reference.PAGES[name]()


def test_a_page_that_differs_is_named_and_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` fails and writes nothing; without it the page is written, and then there is nothing to do."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reference, "PAGES", {"docs/errors.md": reference.render_errors})
    page = tmp_path / "docs" / "errors.md"

    assert reference.main(["--check"]) == 1
    assert not page.exists()
    assert "errors.md is not as it would be written" in capsys.readouterr().out
    assert reference.main([]) == 0
    assert page.read_text(encoding="utf-8") == reference.render_errors()
    page.write_text("by hand")
    assert reference.main(["--check"]) == 1
    assert reference.main([]) == 0
    capsys.readouterr()
    assert reference.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_every_command_has_its_help_in_the_reference() -> None:
    """Usage and options of each command, in the table's order."""
    page = reference.render_commands()

    at = [page.index(f"\n## reviewwatch {name}\n\n```text\nUsage: reviewwatch {name} ") for name in COMMANDS]
    assert at == sorted(at)


def test_every_error_has_its_row_with_the_exit_code() -> None:
    """Each error that reaches a person, what happened and what to do."""
    page = reference.render_errors()

    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.ReviewwatchError) and kind is not errors.ReviewwatchError:
            row = re.search(rf"^\| {kind.__name__} \| (.+) \| (.+) \| ([12]) \|$", page, re.MULTILINE)
            assert row is not None, kind
            assert row[1] == (inspect.getdoc(kind) or "").split("\n")[0]


def test_every_key_has_its_row_in_the_config_reference() -> None:
    """Each key of the schema stands in the table of its section."""
    page = reference.PAGES["docs/config.md"]()
    parts = dict(
        zip(["", *re.findall(r"^## (.+)$", page, re.MULTILINE)], re.split(r"^## .+$", page, flags=re.M), strict=True)
    )

    for section in SECTIONS:
        title = f"`[{section.path.replace('*', '<id>')}]`" if section.path else "Top of the file"
        for key in section.keys:
            assert f"\n| `{key.name}` | " in parts[title]


def test_every_connector_has_its_row_and_its_page() -> None:
    """Each installed connector answers every question of the table, and says how it is set up."""
    page = render_connectors()
    rows = [line.strip("|").split(" | ") for line in page.splitlines() if line.startswith("| [`")]

    assert [row[0].strip().split("`")[1] for row in rows] == list(connector_names())
    assert all(len(row) == 11 and all(cell.strip() for cell in row) for row in rows)
    for name in connector_names():
        part = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert f'connector = "{name}"' in part
        assert "Limits:" in part
        assert "Source:" in part


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(path: Path) -> None:
    """A link to a file of the repository names one that is there."""
    dead = [target for target in _LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / target).exists()]

    assert dead == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_into_a_page_leads_to_a_heading(path: Path) -> None:
    """A link with a `#` names a heading of that page, as Git hosts turn headings into anchors."""
    dead = []
    for name, anchor in _ANCHOR.findall(path.read_text(encoding="utf-8")):
        headings = re.findall(r"^#+ (.+)$", (path.parent / name if name else path).read_text("utf-8"), re.MULTILINE)
        if anchor not in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}:
            dead.append(f"{name}#{anchor}")

    assert dead == []


def test_every_file_that_newcomers_are_sent_to_exists() -> None:
    """What CONTRIBUTING.md names by its path stands there."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:reviewwatch|tests|docs|connectors|evaluation|bench)/[\w./-]+)`", page)

    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_holds_a_place_of_one_machine(path: Path) -> None:
    """Nothing in the docs depends on where they were written."""
    assert re.findall(r"(?<![\w.])/(?:home|root|Users|tmp|work)/\S*", path.read_text(encoding="utf-8")) == []


def test_every_command_that_a_page_names_exists() -> None:
    """What the docs and the program tell people to type is a command of the table."""
    texts = [path.read_text(encoding="utf-8") for path in WRITTEN if path.name != "CHANGELOG.md"]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "reviewwatch").rglob("*.py")]
    named = {name for text in texts for name in re.findall(r"(?:`|\$ )reviewwatch ([a-z]+)\b", text)}

    assert named - set(COMMANDS) == set()


def test_every_command_of_dev_that_a_page_names_exists() -> None:
    """`python3 dev.py …` in the docs is one that dev.py takes."""
    commands = set(re.findall(r'"(\w+)": \w+', (ROOT / "dev.py").read_text(encoding="utf-8").split("COMMANDS = ")[1]))
    named = {name for path in WRITTEN for name in re.findall(r"dev\.py ([a-z]+)", path.read_text(encoding="utf-8"))}

    assert named - commands == set()
    assert {"demo", "test", "check", "run"} <= commands
