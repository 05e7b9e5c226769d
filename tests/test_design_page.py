"""docs/design.md says what the code is: its signatures, names and files, its examples, and who may import whom."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "design.md"
LINES = PAGE.read_text(encoding="utf-8").splitlines()
ROOMS = {path.stem for path in (ROOT / "reviewwatch").iterdir() if (path / "__init__.py").exists() or path.suffix}

_CODE = re.compile(r"`([^`]+)`")
_NAME = re.compile(r"\w+(?:\.\w+)*")
_SIGNATURE = re.compile(r"(?P<name>\w+(?:\.\w+)*)\((?P<given>.*)\)(?: -> (?P<gives>.+))?")
_FILE = re.compile(r"[\w/]+\.(?:py|toml|txt|jsonl|md)")
_CLASS = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]*)*")
_LEFT_OUT = re.compile(r"(?<!=)\.\.\.$")
_NOWHERE = object()


class Told(NamedTuple):
    """A piece of code that the page gives, with the rooms that it may stand in."""

    number: int
    rooms: tuple[str, ...]
    code: str


def in_tables() -> Iterator[Told]:
    """Yield every verb in the tables whose first column names a room."""
    room, is_table = "", False
    for number, line in enumerate(LINES, 1):
        cells = re.split(r"(?<!\\)\|", line)
        if line.startswith("| room | verb |"):
            is_table = True
        elif not line.startswith("|"):
            is_table = False
        elif is_table and not line.startswith("|---"):
            room = cells[1].strip(" `") or room
            for code in _CODE.findall(cells[2]):
                yield Told(number, (room,), code.replace("\\|", "|"))


def in_blocks() -> Iterator[Told]:
    """Yield every function and class in the Python blocks, below the comment that names their modules."""
    rooms: tuple[str, ...] = ()
    owner = ""
    is_block = False
    for number, line in enumerate(LINES, 1):
        if line.startswith("```"):
            is_block = line == "```python"
        elif is_block and line.startswith("# "):
            rooms = tuple(name.replace("/", ".") for name in re.findall(r"([\w/]+)\.py", line))
        elif is_block and line.strip():
            code = re.split(r"  +#", line)[0]
            kind, _, said = code.strip().partition(" ")
            owner = re.split(r"\W", said)[0] if kind == "class" else owner if line.startswith(" ") else ""
            if kind == "class" or not owner:
                yield Told(number, rooms, said)
            else:
                yield Told(number, rooms, f"{owner}.{said}")


def found(told: Told, name: str) -> object:
    """Return what a name stands for in the first of its rooms that has it."""
    for room in told.rooms:
        value: object = importlib.import_module(f"reviewwatch.{room}")
        for part in name.split("."):
            value = _of(value, part)
        if value is not _NOWHERE:
            return value
    return _NOWHERE


def _of(value: object, part: str) -> object:
    if hasattr(value, part):
        return getattr(value, part)
    if not isinstance(value, ModuleType):
        return _NOWHERE
    try:
        return importlib.import_module(f"{value.__name__}.{part}")
    except ImportError:
        return _NOWHERE


def parameters(given: ast.arguments) -> list[str]:
    """Return the parameters that the page gives, `=...` behind each that has a default."""
    n_bare = len(given.args) - len(given.defaults)
    names = [one.arg + "=..." * (at >= n_bare) for at, one in enumerate(given.args) if one.arg != "self"]
    if given.vararg or given.kwonlyargs:
        names.append(f"*{given.vararg.arg if given.vararg else ''}")
    pairs = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    return [*names, *(one.arg + "=..." * (value is not None) for one, value in pairs)]


def real_parameters(signature: inspect.Signature) -> list[str]:
    """Return the parameters of the code in the same writing."""
    names: list[str] = []
    for one in signature.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not any(name.startswith("*") for name in names):
            names.append("*")
        if one.name != "self":
            star, default = "*" * (one.kind is one.VAR_POSITIONAL), "=..." * (one.default is not one.empty)
            names.append(f"{star}{one.name}{default}")
    return names


def plain(annotation: str) -> str:
    """Return a type in one writing."""
    return ast.unparse(ast.parse(annotation, mode="eval"))


def differences(told: Told) -> Iterator[str]:
    """Yield in what a piece of code on the page differs from the code."""
    code = told.code
    if _NAME.fullmatch(code):
        if found(told, code) is _NOWHERE:
            yield "is not in the code"
        return
    if listed := re.fullmatch(r"(\w+): (.+)", code):
        yield from _of_fields(told, listed[1], listed[2].split(", "))
        return
    if (given := _SIGNATURE.fullmatch(code)) is None:
        yield "is no name and no signature"
        return
    value = found(told, given["name"])
    if value is _NOWHERE or not callable(value):
        yield "is not in the code"
        return
    try:
        yield from _of_signature(value, given["given"], given["gives"])
    except SyntaxError:
        yield "is not written as Python is"


def _of_fields(told: Told, name: str, listed: list[str]) -> Iterator[str]:
    value = found(told, name)
    real = [one.name for one in fields(value)] if is_dataclass(value) else []
    if listed != real:
        yield f"holds {', '.join(real)}"


def _of_signature(value: Callable[..., object], given: str, gives: str | None) -> Iterator[str]:
    signature = inspect.signature(value)
    function = ast.parse(f"def it({_LEFT_OUT.sub('**others', given)}): ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    names, real = parameters(function.args), real_parameters(signature)
    left_out = real[len(names) :] if function.args.kwarg else []
    if real != [*names, *left_out] or not all(one == "*" or one.endswith("=...") for one in left_out):
        yield f"takes ({', '.join(real)})"
        return
    for name, default in _defaults(function.args):
        if signature.parameters[name].default != default:
            yield f"takes {name}={signature.parameters[name].default!r}"
    if gives and plain(gives) != plain(str(signature.return_annotation)):
        yield f"gives {signature.return_annotation}"


def _defaults(given: ast.arguments) -> Iterator[tuple[str, object]]:
    """Yield the defaults that the page spells out; `...` and names stand for any."""
    places = [*zip(given.args[len(given.args) - len(given.defaults) :], given.defaults, strict=True)]
    places += [(one, value) for one, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value]
    for one, value in places:
        if isinstance(value, ast.Constant | ast.Tuple) and ast.unparse(value) != "...":
            yield one.arg, ast.literal_eval(value)


def problems(all_told: Iterator[Told]) -> list[str]:
    """Return a line for whoever mends the page."""
    return [
        f"docs/design.md:{told.number}: `{told.code}` of {' or '.join(told.rooms)} {why}"
        for told in all_told
        for why in differences(told)
    ]


def test_the_tables_give_the_verbs_of_the_code() -> None:
    """Each name is in its room, and each signature takes and gives what the code does."""
    assert len(list(in_tables())) > 150
    assert problems(in_tables()) == []


def test_the_blocks_give_the_functions_of_the_code() -> None:
    """The same of flow and engine, with the fields of what they hand on."""
    assert len(list(in_blocks())) > 80
    assert problems(in_blocks()) == []


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("fold(text)", ""),
        ("fold(words)", "takes (text)"),
        ("fold(text, lang)", "takes (text)"),
        ("search_text(*parts, ...)", ""),
        ("search_text(*parts, is_plain=True)", "takes is_plain=False"),
        ("search_text(*parts, is_plain)", "takes (*parts, is_plain=...)"),
        ("guess_language(text) -> str", "gives str | None"),
        ("unfold(text)", "is not in the code"),
        ("Unfolded", "is not in the code"),
        ("fold the text", "is no name and no signature"),
        ("fold(text or None)", "is not written as Python is"),
    ],
)
def test_what_differs_is_told(code: str, why: str) -> None:
    """Names, parameters, defaults where they are spelled out, and what a verb gives."""
    assert [*differences(Told(1, ("text",), code))] == [why] * bool(why)


def test_every_module_that_joins_the_rooms_stands_on_the_page() -> None:
    """The modules of flow, those of the store's verbs, and the rooms of replies: none is left out."""
    told = {told_room for told in (*in_tables(), *in_blocks()) for told_room in told.rooms}
    told |= {f"reply.{name}" for name in re.findall(r"`reply\.(\w+)", "\n".join(LINES))}
    missing = [
        room
        for folder in ("flow", "storage/verbs", "reply")
        for path in sorted((ROOT / "reviewwatch" / folder).iterdir())
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.name.startswith("_")
        if (room := f"{folder.replace('/', '.')}.{path.stem}") not in told
        if room != "storage.verbs.filters"  # shared by verbs, none itself
    ]

    assert missing == []


def test_what_the_text_names_is_there() -> None:
    """Names that begin with a room, files, and classes, wherever they stand in code marks."""
    code_of_all = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "reviewwatch").rglob("*.py"))
    classes = set(re.findall(r"^(?:class )?([A-Z]\w+)(?=[(:]| = )", code_of_all, re.MULTILINE))
    missing = []
    for number, line in enumerate(LINES, 1):
        for code in _CODE.findall(line):
            is_file = _FILE.fullmatch(code)
            if (
                (is_file and not _is_there(code))
                or (_CLASS.fullmatch(code) and code not in classes)
                or (not is_file and _is_unknown_name(code))
            ):
                missing.append(f"docs/design.md:{number}: `{code}`")

    assert missing == []


def _is_there(name: str) -> bool:
    """Say whether a file stands there, by its whole path or by the end of one in the package or among the test data."""
    places = (ROOT / "reviewwatch", ROOT / "tests" / "data")
    return (ROOT / name).exists() or any(path for place in places for path in place.glob(f"**/{name}"))


def _is_unknown_name(code: str) -> bool:
    room, _, rest = code.partition(".")
    if not rest or not _NAME.fullmatch(code) or room not in ROOMS:
        return False
    return found(Told(0, (room,), code), rest) is _NOWHERE


def test_the_examples_give_what_the_page_says() -> None:
    """As they stand there, one after the other."""
    blocks = re.findall(r"^```pycon\n(.*?)^```", "\n".join(LINES), re.DOTALL | re.MULTILINE)
    runner = doctest.DocTestRunner(verbose=False)
    told: list[str] = []
    for block in blocks:
        example = doctest.DocTestParser().get_doctest(block, {}, "docs/design.md", str(PAGE), 0)
        runner.run(example, out=told.append)

    assert len(blocks) == 2
    assert "".join(told) == ""


def test_who_may_import_whom_is_what_is_held() -> None:
    """The page gives the layers of the import contract."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    kept = [[room for room in layer.split(" : ") if not room.startswith("(")] for layer in layers]
    text = "\n".join(LINES).split("\n## Who may import whom\n")[1].split("`types`.")[0] + "`types`"

    assert [layer.split(" : ") for layer in _CODE.findall(text)] == kept
