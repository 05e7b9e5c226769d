"""GitHub issues of one repository: read without a key, answered with a token. Pull requests are left out.

Set up:

    [sources.tides]
    brand = "default"
    connector = "github"
    repo = "owner/name"
    every = "1h"

    # To post replies, and to read more than 60 answers an hour: a fine-grained token with "Issues: write".
    # account = "the-login-of-that-token"
    # token_env = "GITHUB_TOKEN"            # or token_file = "…"

    # labels = []                           # only issues that have all of them; removals are then not seen
    # skip_team = true                      # issues by owners, members and collaborators are no reviews
    # full_every = "7d"                     # how often everything is read again, which alone shows removals
    # base_url = "https://api.github.com"   # an Enterprise server, a proxy, a stand-in
    # id_space = "github"                   # the first part of the listing's key; another one for another server

Limits: issues have no stars, so the text alone is judged. Discussions are not read. Without a token GitHub allows 60
requests an hour and address, which is enough for one repository every hour and not for the first pull of a large one:
that goes on where it stopped, hour by hour.

Source: https://docs.github.com/rest/issues, read 2026-11.
"""

from __future__ import annotations

from reviewwatch_connectors.github.connector import GitHubConnector

__all__ = ["GitHubConnector"]
