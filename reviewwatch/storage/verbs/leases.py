"""Who is working on what: a row held while a pull, a daemon or a poster works. Each verb is one short transaction."""

from __future__ import annotations

from datetime import datetime

from reviewwatch.storage.base import Database
from reviewwatch.storage.values import stamp, text


def take(db: Database, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take a lease that is free, ran out, or is ours already; False where another holds it.

    Args:
        holder: Names this process and run, unlike any other.
        until: When it runs out by itself, should the holder die.
    """
    with db.transaction():
        changed = db.run(
            """
            INSERT INTO leases (name, holder, until) VALUES (:name, :holder, :until)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE leases.until <= :now OR leases.holder = excluded.holder
            """,
            {"name": name, "holder": holder, "now": stamp(now), "until": stamp(until)},
        )
    return changed == 1


def renew(db: Database, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Hold a lease for longer; False where another took it after it ran out."""
    return take(db, name, holder, now, until)


def release(db: Database, name: str, holder: str) -> None:
    """Give a lease back; nothing happens where it is another's by now."""
    with db.transaction():
        db.run("DELETE FROM leases WHERE name = :name AND holder = :holder", {"name": name, "holder": holder})


def release_all(db: Database, process: str) -> None:
    """Give back every lease whose holder's name begins as this process's does: it is about to leave."""
    with db.transaction():
        db.run("DELETE FROM leases WHERE substr(holder, 1, :n) = :process", {"process": process, "n": len(process)})


def holder_of(db: Database, name: str) -> str | None:
    """Return who holds a lease, run out or not, None where nobody does."""
    row = db.one("SELECT holder FROM leases WHERE name = :name", {"name": name})
    return None if row is None else text(row["holder"])
