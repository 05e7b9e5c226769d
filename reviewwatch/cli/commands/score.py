"""`reviewwatch score`: JSON lines with reviews in, JSON lines with what we make of them out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reviewwatch.cli import opening, streaming

if TYPE_CHECKING:
    from reviewwatch.config import Config
    from reviewwatch.types import Problem

Files = Annotated[list[str] | None, typer.Argument(metavar="FILE", help=streaming.FILES_HELP)]


def command(ctx: typer.Context, files: Files = None) -> None:
    """Judge reviews given as JSON lines, for scripts: one line out for each line in, in the same order.

    Reads no store and needs no config; with one, its threshold holds, its themes are looked for, and your own models
    (`reviewwatch train`) take part.
    In: text, and optionally id, title, rating, best, worst, lang. Out: id, p_detractor, band, sentiment, flagged,
    conflict, at_risk, praise, themes (theme, polarity, field, start, end), reasons (field, start, end, text, why),
    lang, scorer. A missing id is the line's number; offsets count code points of the named field as given.
    Exit code 1 if a line could not be read: it gives no line out and is named on stderr by its number.
    """
    streaming.run(files, _scorer(opening.load_config(ctx)), "judged")


def _scorer(config: "Config") -> "streaming.Answer":
    from reviewwatch.cli.records import score_record
    from reviewwatch.flow.absorb import asked_of
    from reviewwatch.flow.own import NO_MODELS, own_of
    from reviewwatch.flow.score import Scored, score_line

    asked = asked_of(config, source_id="")
    own = own_of(config) if config.path is not None else NO_MODELS

    def answer(line: bytes, number: int) -> "Mapping[str, Any] | Problem":
        scored = score_line(line, number, config.triage, asked, own)
        return score_record(scored) if isinstance(scored, Scored) else scored

    return answer
