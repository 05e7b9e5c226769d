"""Every error that reviewwatch raises on purpose, typed by what to do next.

Each message says what happened, to which thing, and the next step. Each error carries its key as an attribute and is
chained to its cause. `cli/failure.py` alone turns them into a sentence and an exit code.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


class ReviewwatchError(Exception):
    """Base of all; never raised itself."""


@dataclass(frozen=True, slots=True)
class ConfigProblem:
    """One thing wrong in the config, as a row of a report.

    Attributes:
        key: Dotted, as written.
        why: One clause.
        line: In the file, None where it is not known; a made-up number is worse than none.
        nearest: The valid key that was likely meant.
    """

    key: str
    why: str
    line: int | None = None
    nearest: str | None = None

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}`{self.key}` {self.clause}"

    @property
    def clause(self) -> str:
        """What is wrong, with what was likely meant."""
        return f"{self.why}; did you mean `{self.nearest}`?" if self.nearest else self.why


class ConfigError(ReviewwatchError):
    """The config cannot be used: stop, and show every problem with its key."""

    def __init__(self, problems: tuple[ConfigProblem, ...], path: str | None = None) -> None:
        self.problems = problems
        self.path = path
        super().__init__("; ".join(str(problem) for problem in problems))


class UsageError(ReviewwatchError):
    """What was asked cannot be done as asked: say it otherwise."""


class ConnectorError(ReviewwatchError):
    """One source failed; the others go on."""

    def __init__(self, message: str, source: str = "") -> None:
        self.source = source
        super().__init__(message)


class RetryLaterError(ConnectorError):
    """429, 5xx or the network, on a read: keep the cursor and back off.

    Attributes:
        after: How long the place asked to be left alone, None if it did not say.
    """

    def __init__(self, message: str, source: str = "", after: timedelta | None = None) -> None:
        self.after = after
        super().__init__(message, source)


class UnknownHostError(RetryLaterError):
    """The host's name has no address, on a read: it is misspelled, or this machine is offline."""


class AccessError(ConnectorError):
    """401, 403, a consent page or robots: pause the source and tell a person."""


class ListingNotFoundError(ConnectorError):
    """404 or 410: pause the source and ask whether it moved."""


class LayoutChangedError(ConnectorError):
    """The answer parsed to nothing sensible: keep it for a look.

    Attributes:
        expected: What should have been there.
        body: The answer, at most a few hundred kilobytes, to be kept for a look.
    """

    def __init__(self, message: str, source: str = "", expected: str = "", body: bytes = b"") -> None:
        self.expected = expected
        self.body = body
        super().__init__(message, source)


class SuspiciousEmptyError(LayoutChangedError):
    """There were reviews before and now there are none, without a word of the site on why."""


class SummaryOnlyError(LayoutChangedError):
    """The page states a summary rating and marks up no review: there is nothing to watch in it."""


class BlockedAddressError(ConnectorError):
    """The address is private, or redirects to one, and `allow_private` is not set."""


class TooLargeError(ConnectorError):
    """The answer is larger than the cap."""


class ReplyRefusedError(ConnectorError):
    """The site refused the reply: back to the queue with its reason."""

    def __init__(self, reason: str, source: str = "") -> None:
        self.reason = reason
        super().__init__(reason, source)


class OutcomeUnknownError(ConnectorError):
    """The reply may or may not be public: re-read or ask, never send again."""


class ApprovalError(ReviewwatchError):
    """An approval cannot be made or no longer holds."""

    def __init__(self, message: str, review_id: int) -> None:
        self.review_id = review_id
        super().__init__(message)


class StaleApprovalError(ApprovalError):
    """Review, thread, text or rules differ from what the person approved: show again, ask again."""


class AlreadyRepliedError(ApprovalError):
    """Somebody answered on the site: show it, ask again."""


class ForbiddenReplyError(ApprovalError):
    """A rule forbids the text, or keeps the review for a trained person: change the text, or hold the review.

    Attributes:
        rules: Ids of the rules.
    """

    def __init__(self, message: str, review_id: int, rules: tuple[str, ...] = ()) -> None:
        self.rules = rules
        super().__init__(message, review_id)


class UnacknowledgedError(ForbiddenReplyError):
    """A rule warns of the text and nobody has accepted that: accept it by its rule, or change the text."""


class StorageError(ReviewwatchError):
    """The store cannot be used."""


class NotFoundError(StorageError):
    """No row of that id."""


class MigrationError(StorageError):
    """The store is older or newer than this program can bring up to date."""


class StoreBusyError(StorageError):
    """Another process held the store for longer than the wait."""


class DamagedWeightsError(ReviewwatchError):
    """A detector's weights are not as they were written: nothing is scored with them.

    Attributes:
        path: The file.
    """

    def __init__(self, why: str, path: str) -> None:
        self.path = path
        super().__init__(f"{path} {why}")


class DamagedModelError(DamagedWeightsError):
    """A team's own model is not as it was written: go back to the one before, or train it anew."""


class DraftError(ReviewwatchError):
    """A drafter failed: fall back to the offline drafter, and say so."""
