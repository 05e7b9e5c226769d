"""From an error to a sentence that says what happened and what to do next, and to an exit code. Only here."""

from __future__ import annotations

import sys
from typing import Final, NamedTuple

from reviewwatch import errors

DONE: Final = 0
SOME_FAILED: Final = 1
UNUSABLE: Final = 2


class Failure(NamedTuple):
    """How one kind of error is told.

    Attributes:
        exit_code: Of the process.
        next_step: What the person can do; empty where the message says it.
    """

    exit_code: int
    next_step: str


# The most special kind comes first: the first that fits an error tells it. `docs/errors.md` is rendered from this.
FAILURES: Final[dict[type[Exception], Failure]] = {
    errors.ConfigError: Failure(UNUSABLE, "Mend the config; `docs/config.md` lists every key. Nothing was done."),
    errors.UsageError: Failure(UNUSABLE, ""),
    errors.UnknownHostError: Failure(
        SOME_FAILED, "Check the spelling of the address, and that this machine is online; then pull again."
    ),
    errors.RetryLaterError: Failure(SOME_FAILED, "Nothing is lost: the next `reviewwatch pull` goes on from there."),
    errors.AccessError: Failure(
        SOME_FAILED,
        "Check the source's token, or look at the page in a browser for what it asks of a visitor; then pull again.",
    ),
    errors.ListingNotFoundError: Failure(
        SOME_FAILED, "Check the address in the config: the listing was moved or removed."
    ),
    errors.SuspiciousEmptyError: Failure(
        SOME_FAILED,
        "Nothing was changed in the store. Look at the place in a browser; if it is right, pull again later.",
    ),
    errors.SummaryOnlyError: Failure(SOME_FAILED, ""),
    errors.LayoutChangedError: Failure(
        SOME_FAILED,
        "Nothing was changed in the store. The answer is kept for 7 days; please report it with the source's name.",
    ),
    errors.BlockedAddressError: Failure(
        SOME_FAILED, "If you trust the address, set `allow_private = true` under `[http]` in the config."
    ),
    errors.TooLargeError: Failure(SOME_FAILED, "If so much is right, raise `max_body` under `[http]` in the config."),
    errors.ReplyRefusedError: Failure(SOME_FAILED, "The review is back in the queue: `reviewwatch respond` shows it."),
    errors.OutcomeUnknownError: Failure(
        SOME_FAILED, "It is not sent again. Pull to look for it, or settle it by hand with `reviewwatch outbox`."
    ),
    errors.ConnectorError: Failure(
        SOME_FAILED, "The other sources go on; `reviewwatch sources` shows how each stands."
    ),
    errors.StaleApprovalError: Failure(
        SOME_FAILED, "Nothing was posted. Read it again and approve again: `reviewwatch respond`."
    ),
    errors.AlreadyRepliedError: Failure(
        SOME_FAILED, "Nothing was posted. `reviewwatch show ID` shows the reply that is there."
    ),
    errors.UnacknowledgedError: Failure(
        SOME_FAILED,
        "Change the text, or accept a warning with `--acknowledge RULE`. Where only a fact is missing (G23, G24), "
        "`--vouch` answers for it by name and `reviewwatch knowledge add fact` backs it. Nothing was approved.",
    ),
    errors.ForbiddenReplyError: Failure(SOME_FAILED, "Change the text, or hold the review. Nothing was approved."),
    errors.ApprovalError: Failure(SOME_FAILED, "Nothing was changed."),
    errors.NotFoundError: Failure(UNUSABLE, "`reviewwatch inbox` and `reviewwatch search` list what there is."),
    errors.MigrationError: Failure(UNUSABLE, "The store was not touched."),
    errors.StoreBusyError: Failure(UNUSABLE, "Try again in a moment: another reviewwatch is writing."),
    errors.StorageError: Failure(UNUSABLE, ""),
    errors.DamagedModelError: Failure(UNUSABLE, "Go back with `reviewwatch train --undo`, or train it anew."),
    errors.DamagedWeightsError: Failure(UNUSABLE, "Install reviewwatch again, or train the weights anew."),
    errors.DraftError: Failure(SOME_FAILED, "Write the reply yourself: `reviewwatch respond`, then `w`."),
    PermissionError: Failure(UNUSABLE, "Check who owns the file or folder, and that you may read and write there."),
    FileNotFoundError: Failure(UNUSABLE, "Check the path."),
    OSError: Failure(UNUSABLE, "Check the disk and the path, then try again."),
}

UNEXPECTED: Final = Failure(
    SOME_FAILED, "This is a mistake in reviewwatch. `reviewwatch --verbose …` shows where; please report it with that."
)


def failure_of(error: Exception) -> Failure:
    """Return how an error is told."""
    return next((failure for kind, failure in FAILURES.items() if isinstance(error, kind)), UNEXPECTED)


def explain(error: Exception) -> str:
    """Return what happened and what to do next, in a few lines for a person."""
    failure = failure_of(error)
    if isinstance(error, errors.ConfigError):
        what = _config_problems(error)
    elif isinstance(error, errors.ReviewwatchError):
        what = _with_source(error)
    elif isinstance(error, OSError):
        what = _os_error(error)
    else:
        what = f"Unexpected: {type(error).__name__}: {error}"
    next_step = "" if isinstance(error, errors.ConnectorError) and _says_all(error) else failure.next_step
    return "\n".join(part for part in (what, next_step) if part)


def tell(error: Exception, is_verbose: bool = False) -> int:
    """Print the sentence on stderr, with the traceback where it was asked for, and return the exit code."""
    from reviewwatch.cli.output import safe_lines, say

    if is_verbose:
        import traceback

        say(safe_lines("".join(traceback.format_exception(error)).rstrip()))
    sys.stdout.flush()
    say(safe_lines(explain(error)))
    return failure_of(error).exit_code


def _says_all(error: errors.ConnectorError) -> bool:
    """Say whether a connector's own message carries the next step, as for a file: it has neither token nor answer."""
    if type(error) is errors.LayoutChangedError:
        return not error.body
    is_of_a_file = type(error) in (errors.ConnectorError, errors.AccessError, errors.ListingNotFoundError)
    return is_of_a_file and isinstance(error.__cause__, OSError | ImportError)


def _config_problems(error: errors.ConfigError) -> str:
    place = f"The config {error.path} cannot be used" if error.path else "The config cannot be used"
    return "\n".join([f"{place}:", *(f"  {problem}" for problem in error.problems)])


def _with_source(error: errors.ReviewwatchError) -> str:
    source = getattr(error, "source", "")
    message = str(error) or type(error).__name__
    return f"{source}: {message}" if source and not message.startswith(source) else message


def _os_error(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"
