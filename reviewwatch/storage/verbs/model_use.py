"""What a language model cost, by day."""

from __future__ import annotations

from datetime import date

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import whole


def spent(db: Database, day: date) -> int:
    """Return the tokens spent on a day."""
    row = db.one("SELECT n_tokens FROM model_use WHERE day = :day", {"day": day.isoformat()})
    return 0 if row is None else whole(row["n_tokens"])


def spend(db: Database, day: date, n_tokens: int) -> None:
    """Add to what was spent on a day. Inside a transaction."""
    db.run(
        """
        INSERT INTO model_use (day, n_tokens) VALUES (:day, :n_tokens)
        ON CONFLICT (day) DO UPDATE SET n_tokens = model_use.n_tokens + excluded.n_tokens
        """,
        {"day": day.isoformat(), "n_tokens": n_tokens},
    )
