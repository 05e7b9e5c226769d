"""`reviewwatch outbox`: approved replies on their way."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from reviewwatch import ids
from reviewwatch.cli import completion, opening, output
from reviewwatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewwatch.flow.desk import Desk
    from reviewwatch.types import Publication

COLUMNS: Final = (
    output.Column("id"),
    output.Column("review"),
    output.Column("state", least=8),
    output.Column("where", least=8),
    output.Column("account", least=6),
    output.Column("approved by", least=6),
    output.Column("detail", least=10),
)


def command(
    ctx: typer.Context,
    reply: Annotated[
        str | None, typer.Argument(metavar="ID", help="The reply to settle.", autocompletion=completion.replies)
    ] = None,
    is_public: Annotated[
        bool | None,
        typer.Option(
            "--posted/--not-posted", help="You looked: it stands on the site, or it does not.", show_default=False
        ),
    ] = None,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON lines.")] = False,
) -> None:
    """List approved replies on their way, and settle unknown ones.

    `outbox ID --posted` also records that you posted a handed-over reply by hand.
    JSON lines with id, review, source, state, detail, text, person, account, address, is_hand_over, acknowledged,
    approved_at, post_after, posted_at, seen_at, external_id, url.
    """
    from reviewwatch.cli.records import publication_record
    from reviewwatch.flow import post

    if (reply is None) != (is_public is None):
        raise UsageError(
            "To settle a reply name it and say what you saw: `reviewwatch outbox ID --posted` or --not-posted."
        )
    with opening.open_desk(ctx) as desk:
        if reply is not None and is_public is not None:
            publications = [_settle(desk, reply, opening.person(ctx, desk.config), is_public)]
        else:
            publications = post.on_their_way(desk)
        if is_json:
            for publication in publications:
                output.print_json_line(publication_record(publication))
        elif publications:
            output.print_table(COLUMNS, [_row(desk, publication) for publication in publications])
            _say_what_next(publications)
        else:
            output.say("No reply is on its way.")


def _settle(desk: "Desk", reply: str, person: str, is_public: bool) -> "Publication":
    from reviewwatch.flow import post
    from reviewwatch.storage.verbs import outbox
    from reviewwatch.types import PublicationState

    publication_id = ids.to_number(ids.PUBLICATION, reply)
    publication = outbox.get(desk.db, publication_id)
    is_by_hand = publication.approval.target.address is None and publication.state is PublicationState.APPROVED
    if is_by_hand and is_public:
        return post.mark_handed_over(desk, publication_id, person)
    return post.resolve(desk, publication_id, person, is_public)


def _say_what_next(publications: "Sequence[Publication]") -> None:
    from reviewwatch.types import PublicationState

    states = {publication.state for publication in publications}
    if PublicationState.APPROVED in states:
        output.say("`reviewwatch publish` posts what is due, and hands over what is posted by hand.")
    if PublicationState.UNKNOWN in states:
        output.say("Of an unknown one look at the page, then say `reviewwatch outbox ID --posted` or --not-posted.")


def _row(desk: "Desk", publication: "Publication") -> tuple[str, ...]:
    from reviewwatch.cli.screen.history import STATE_WORDS
    from reviewwatch.cli.screen.wording import clock
    from reviewwatch.storage.verbs import reviews
    from reviewwatch.types import PublicationState

    is_by_hand = publication.approval.target.address is None
    state = STATE_WORDS[publication.state]
    if publication.state is PublicationState.APPROVED:
        is_due = publication.post_after <= desk.now()
        posts = "due" if is_due else f"posts from {clock(publication.post_after)} on"
        state = "to be posted by hand" if is_by_hand else posts
    return (
        ids.to_text(ids.PUBLICATION, publication.publication_id),
        ids.to_text(ids.REVIEW, publication.review_id),
        state,
        reviews.get(desk.db, publication.review_id).listing.name,
        publication.approval.account or ("your own" if is_by_hand else "-"),
        publication.approval.person,
        publication.detail,
    )
