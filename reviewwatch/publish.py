"""An approved reply on its last step: to the site, once."""

from __future__ import annotations

from reviewwatch.approve import is_loopback
from reviewwatch.connector import Replier
from reviewwatch.errors import AccessError
from reviewwatch.net import Http
from reviewwatch.types import ApprovedReply, Posted


def post(http: Http, connector: Replier, approved: ApprovedReply) -> Posted:
    """Hand an approved reply to its connector.

    Nothing but an `ApprovedReply` can be posted, and it goes only to the address that was approved.

    Raises:
        AccessError: The configured address is not the approved one, or a demo's approval would leave this machine;
            nothing was sent.
        ReplyRefusedError, RetryLaterError, OutcomeUnknownError: As `Replier.reply` says.
    """
    approval = approved.approval
    if approval.target.address != connector.address:
        raise AccessError(f"approved for {approval.target.address}, but the source now points to {connector.address}")
    if approval.is_demo and not is_loopback(connector.address):
        raise AccessError(f"the demo approves for this machine alone, not for {connector.address}")
    if approval.account != connector.account:
        raise AccessError(f"approved for the account {approval.account}, but {connector.account} is configured now")
    return connector.reply(http, approval.target, approved.text)
