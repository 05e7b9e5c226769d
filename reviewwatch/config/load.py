"""Read a config file into frozen values; every problem is collected before anything is refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewwatch.config.find import own_store
from reviewwatch.config.lines import KeyPath, key_lines
from reviewwatch.config.model import (
    TRADES,
    Brand,
    Config,
    DaemonConfig,
    DemoConfig,
    HttpConfig,
    ModelConfig,
    Person,
    RepliesConfig,
    SourceConfig,
    ThemeConfig,
    TriageConfig,
)
from reviewwatch.config.names import PLATFORMS
from reviewwatch.config.reader import Reader
from reviewwatch.config.schema import PATH_OPTION, SECRET_KEY
from reviewwatch.errors import ConfigError, ConfigProblem

if TYPE_CHECKING:
    from reviewwatch.config.known import Limits

DEFAULT_BRAND: Final = "default"
_KNOWLEDGE: Final = frozenset(("contacts", "facts", "remedies", "macros", "goodwill", "listings", "platforms"))
"""Tables of a brand."""
_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_SAID_PLAINLY: Final = {
    "Illegal character '\\n'": "a text has no quote at the end of its line",
    "Invalid value": "invalid value; a text stands in quotes",
    "Cannot overwrite a value": "a key stands there twice",
}
"""What Python says of the mistakes that people make most often, as they would say it."""
_PHRASE: Final = re.compile(r"\w[\w'’-]*(?: (?:\.\. )?\w[\w'’-]*)*")
_ADDRESS: Final = re.compile(r"(https?)://([A-Za-z0-9.-]+)(?::\d{1,5})?(?:/[^\s@]*)?$")
_THIS_MACHINE: Final = ("127.0.0.1", "localhost")
_URL_WITH_PASSWORD: Final = re.compile(r"[a-z][a-z0-9+.-]*://[^/\s:@]*:[^/\s@]+@", re.IGNORECASE)


def load(path: Path | None) -> Config:
    """Load a config; without a path the defaults hold: one nameless brand, no sources, the store in your data folder.

    Raises:
        ConfigError: With every problem of the file, each with its key and, where it is certain, its line.
    """
    if path is None:
        return _config(Reader({}, Path.cwd()), None)
    return load_text(_read(path), path)


def load_text(text: str, path: Path) -> Config:
    """Load a config from its text, before it is written for instance.

    Args:
        path: Where it stands or will stand: relative paths in it count from that folder.

    Raises:
        ConfigError: With every problem.
    """
    text = text.removeprefix("\ufeff")
    reader = Reader(_parse(path, text), path.parent)
    config = _config(reader, path)
    if reader.problems:
        raise ConfigError(_located(reader.problems, text), str(path))
    return config


def load_broken(path: Path | None) -> tuple[Config, tuple[ConfigProblem, ...]]:
    """Load what can be used of a config, with its problems: for telling how things stand, never for doing anything.

    Raises:
        ConfigError: The file cannot be read as TOML at all.
    """
    if path is None:
        return load(None), ()
    text = _read(path).removeprefix("\ufeff")
    reader = Reader(_parse(path, text), path.parent)
    config = _config(reader, path)
    return config, _located(reader.problems, text)


def with_lines(error: ConfigError, path: Path | None) -> ConfigError:
    """Return the error with the file's lines added, for problems that a connector found in its options."""
    if path is None or error.path or not path.is_file():
        return error
    text = _read(path)
    found = [(tuple(problem.key.split(".")), problem) for problem in error.problems]
    return ConfigError(_located(found, text), str(path))


def _read(path: Path) -> str:
    if not path.is_file():
        why = "is a folder; name the file in it" if path.is_dir() else "does not exist; `reviewwatch init` writes one"
        raise _refusal(path, why)
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refusal(path, "is not UTF-8; save it as UTF-8", line) from error


def _parse(path: Path, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _LINE.search(message)
        line = None if place is None else int(place[1] or text.rstrip().count("\n") + 1)
        why = _LINE.sub("", message).rstrip(".")
        why = _SAID_PLAINLY.get(why) or f"{why[:1].lower()}{why[1:]}"
        raise _refusal(path, f"is not valid TOML: {why}", line) from error
    except RecursionError as error:
        raise _refusal(path, "nests lists or tables too deeply") from error


def _refusal(path: Path, why: str, line: int | None = None) -> ConfigError:
    return ConfigError((ConfigProblem(path.name, why, line),), str(path))


def _located(problems: Iterable[tuple[KeyPath, ConfigProblem]], text: str) -> tuple[ConfigProblem, ...]:
    lines = key_lines(text)
    located = [replace(problem, line=problem.line or _line_of(path, lines)) for path, problem in problems]
    return tuple(sorted(located, key=lambda problem: (problem.line is None, problem.line or 0)))


def _line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int | None:
    # A missing key has no line of its own: its table's line is where it belongs.
    return lines.get(path) or (lines.get(path[:-1]) if len(path) > 1 else None)


def _config(reader: Reader, path: Path | None) -> Config:
    top = reader.section("", ())
    brands = {brand_id: _brand(reader, brand_id) for brand_id in reader.ids(("brands",))}
    if not brands:
        brands[DEFAULT_BRAND] = Brand(brand_id=DEFAULT_BRAND, name="")
    store = top.get("store")
    return Config(
        path=path,
        store=store if isinstance(store, Path) else own_store(),
        brands=brands,
        sources={source_id: _source(reader, source_id, brands) for source_id in reader.ids(("sources",))},
        people={
            person_id: Person(person_id=person_id, **reader.made("people.*", ("people", person_id), user=""))
            for person_id in reader.ids(("people",))
        },
        triage=TriageConfig(**reader.made("triage", ("triage",))),
        replies=RepliesConfig(**reader.made("replies", ("replies",))),
        model=_model(reader),
        http=HttpConfig(**reader.made("http", ("http",))),
        daemon=DaemonConfig(**reader.made("daemon", ("daemon",))),
        themes={theme_id: _theme(reader, theme_id) for theme_id in reader.ids(("themes",))},
        platforms={platform_id: _limits(reader, platform_id) for platform_id in reader.ids(("platforms",))},
        demo=DemoConfig(**reader.made("demo", ("demo",), site=Path())) if reader.has(("demo",)) else None,
    )


def _brand(reader: Reader, brand_id: str) -> Brand:
    path = ("brands", brand_id)
    values = reader.made("brands.*", path, name="")
    _refuse_unknown_trades(reader, path, values.get("trade", ()))
    if not _KNOWLEDGE.isdisjoint(reader.keys(path)):
        from reviewwatch.config import knowledge  # noqa: PLC0415 - its values cost what most commands need not pay

        values |= knowledge.read_brand(reader, brand_id)
    return Brand(brand_id=brand_id, **values)


def _limits(reader: Reader, platform_id: str) -> Limits:
    from reviewwatch.config.known import Limits  # noqa: PLC0415 - as above

    path = ("platforms", platform_id)
    if platform_id not in PLATFORMS:
        reader.refuse(path, "names no platform that reviewwatch knows", platform_id, PLATFORMS)
    return Limits(platform_id=platform_id, **reader.section("platforms.*", path))


def _theme(reader: Reader, theme_id: str) -> ThemeConfig:
    path = ("themes", theme_id)
    values = reader.section("themes.*", path)
    theme = ThemeConfig(theme_id=theme_id, **values)
    if not (theme.words or theme.phrases):
        reader.refuse(path, "has nothing to look for; give it `words` or `phrases`")
    for key in ("words", "phrases"):
        if not all(map(_PHRASE.fullmatch, values.get(key, ()))):
            reader.refuse((*path, key), "must hold plain words, with `..` where up to three words may stand between")
    _refuse_unknown_trades(reader, path, theme.trade)
    return theme


def _refuse_unknown_trades(reader: Reader, path: KeyPath, trades: Iterable[str]) -> None:
    for trade in trades:
        if trade not in TRADES:
            reader.refuse((*path, "trade"), f"names no trade; there are: {', '.join(TRADES)}", trade, TRADES)


def _model(reader: Reader) -> ModelConfig:
    model = ModelConfig(**reader.made("model", ("model",)))
    if not model.url:
        return model
    host = (_ADDRESS.match(model.url) or ("", "", ""))[2]
    if not host:
        reader.refuse(("model", "url"), "must be an http or https address, such as http://127.0.0.1:8080/v1")
    elif host not in model.hosts:
        reader.refuse(("model", "hosts"), f"must name {host}, where `url` leads", host, model.hosts)
    elif model.url.startswith("http://") and host not in _THIS_MACHINE:
        reader.refuse(("model", "url"), "must begin with https: what is sent there leaves this machine")
    if not model.name:
        reader.refuse(("model", "name"), "is missing: the model's name at that address")
    return model


def _source(reader: Reader, source_id: str, brands: Mapping[str, Brand]) -> SourceConfig:
    path = ("sources", source_id)
    values = reader.made("sources.*", path, connector="")
    options = reader.open_keys("sources.*", path)
    _refuse_secrets(reader, path, options)
    brand = str(values.pop("brand", "")) or (next(iter(brands)) if len(brands) == 1 else "")
    if not brand:
        reader.refuse((*path, "brand"), f"is missing; there are: {', '.join(brands)}")
    elif brand not in brands:
        reader.refuse((*path, "brand"), f"names no brand of this config; there are: {', '.join(brands)}", brand, brands)
    elif values.get("listing", "") not in ("", *brands[brand].listings):
        _refuse_unknown_listing(reader, (*path, "listing"), values["listing"], brands[brand])
    return SourceConfig(source_id=source_id, brand=brand, options=reader.resolved(options, PATH_OPTION), **values)


def _refuse_unknown_listing(reader: Reader, path: KeyPath, listing: str, brand: Brand) -> None:
    there = ", ".join(brand.listings) or f"none; write [brands.{brand.brand_id}.listings.{listing}]"
    reader.refuse(
        path, f"names no listing of the brand `{brand.brand_id}`; there are: {there}", listing, brand.listings
    )


def _refuse_secrets(reader: Reader, path: KeyPath, options: Mapping[str, object]) -> None:
    for key, value in options.items():
        if isinstance(value, Mapping):
            _refuse_secrets(reader, (*path, key), value)
        elif SECRET_KEY.fullmatch(key):
            reader.refuse(
                (*path, key),
                f"would hold a secret in plain text; name an environment variable with `{key}_env` "
                f"or a file that only you can read with `{key}_file`",
            )
        elif isinstance(value, str) and _URL_WITH_PASSWORD.match(value):
            reader.refuse(
                (*path, key), "holds a password in its address; leave it out and use `token_env` or `token_file`"
            )
