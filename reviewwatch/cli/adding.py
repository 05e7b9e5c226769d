"""What `add` would write into the config, tried before it is written and put back if it does not load."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from reviewwatch.cli import opening
from reviewwatch.cli.output import by_words
from reviewwatch.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from reviewwatch.config import Config, SourceConfig
    from reviewwatch.flow.add import Candidate

NOTHING: Final = "Nothing was added."


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says of the source."""

    source_id: str | None
    brand: str | None
    every: str | None
    options: Mapping[str, object]
    allows_private: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """A source that would be added.

    Attributes:
        path: Of the config.
        values: Of its table.
        allows_private: The config is to read private addresses from now on.
        config: As it would load.
    """

    path: Path
    source_id: str
    values: Mapping[str, object]
    allows_private: bool
    config: Config

    @property
    def source(self) -> SourceConfig:
        """The source as it would load."""
        return self.config.sources[self.source_id]


def plan_source(ctx: typer.Context, candidate: Candidate, asked: Asked) -> Plan:
    """Settle what would be added, and refuse what cannot be before the place is asked.

    Raises:
        ConfigError: The config that is there cannot be used.
        UsageError: The id is taken, the place is watched already, the brand is open, or an option does not fit.
    """
    from reviewwatch import config
    from reviewwatch.flow import add

    path, text = _written(ctx)
    before = config.load_text(text, path)
    source_id = asked.source_id or candidate.recognized.name
    brand = _brand(before, asked.brand)
    values = {
        "connector": candidate.connector,
        **({"brand": brand} if brand else {}),
        "every": asked.every or candidate.recognized.every,
        **asked.options,
    }
    unnamed = add.free_id(source_id, ("", *before.sources))
    made = _loaded(Plan(path, unnamed, values, asked.allows_private, before), text)
    twin = add.twin_of(made.source, before.sources)
    if twin:
        raise UsageError(f"`{twin}` watches this already: `reviewwatch pull {twin}` reads it. {NOTHING}")
    if source_id in before.sources:
        raise UsageError(f"There is a source `{source_id}` already: add `--as {unnamed}`. {NOTHING}")
    return made


def _written(ctx: typer.Context) -> tuple[Path, str]:
    """Return the config's place and text; where there is none yet, the one that `init` would write."""
    from reviewwatch import config
    from reviewwatch.config import edit
    from reviewwatch.config.render import render_example

    named = opening.Globals.of(ctx).config
    path = config.find(named, os.environ, Path.cwd())
    if path is not None and path.exists():
        opening.tell_unknown_connectors(config.load(path))
        return path, edit.read(path)
    return path or config.own_config(), render_example("reviewwatch.db" if path else None)


def _brand(config: Config, brand: str | None) -> str | None:
    """Return the brand that has to stand there, None where there is but one."""
    names = ", ".join(config.brands)
    if brand is None and len(config.brands) > 1:
        if not sys.stdin.isatty():
            raise UsageError(f"Whose reviews are these? Add `--brand` with one of: {names}. {NOTHING}")
        brand = str(typer.prompt(by_words(f"Whose reviews are these? One of: {names}", sys.stderr), err=True))
    if brand is not None and brand not in config.brands:
        raise UsageError(f"There is no brand `{brand}` in the config; there are: {names}. {NOTHING}")
    return brand


def _loaded(plan: Plan, text: str) -> Plan:
    """Return the plan with the config as it would load after it."""
    from reviewwatch import config

    try:
        return replace(plan, config=config.load_text(_edited(plan, text), plan.path))
    except ConfigError as error:
        raise unfit(error) from error


def _edited(plan: Plan, text: str) -> str:
    from reviewwatch.config import edit

    if plan.allows_private:
        text = edit.with_private_addresses(text)
    return edit.with_source(text, plan.source_id, plan.values)


def unfit(error: ConfigError) -> UsageError:
    """Return what does not fit as something to say otherwise: no line of the config is to blame."""
    said = "\n".join(f"  {replace(problem, line=None)}" for problem in error.problems)
    return UsageError(f"The source cannot be added as asked:\n{said}\n`--option KEY=VALUE` gives an option. {NOTHING}")


def write(plan: Plan) -> Config:
    """Put the source into the config as it stands now, and see that it loads; else the old one is put back."""
    from reviewwatch import config
    from reviewwatch.config import edit
    from reviewwatch.config.render import render_example

    is_new = not plan.path.exists()
    text = render_example("reviewwatch.db" if plan.path != config.own_config() else None)
    text = text if is_new else edit.read(plan.path)
    edit.replace(plan.path, _edited(plan, text))
    try:
        loaded = config.load(plan.path)
        if loaded.sources.get(plan.source_id) != plan.source:
            raise UsageError(f"{plan.path} does not say of `{plan.source_id}` what was meant; it was left as it was.")
    except (ConfigError, UsageError):
        if is_new:
            plan.path.unlink()
        else:
            edit.replace(plan.path, text)
        raise
    return loaded
