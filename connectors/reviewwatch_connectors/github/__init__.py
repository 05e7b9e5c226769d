"""GitHub issues of one repository: read without a key, answered with a token."""

from __future__ import annotations

from reviewwatch_connectors.github.connector import GitHubConnector

__all__ = ["GitHubConnector"]
