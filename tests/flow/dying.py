"""A process of its own that pulls or publishes and dies by SIGKILL at a named step.

Run as `python -m tests.flow.dying STORE ADDRESS JOB STEP MINUTES`: JOB is `pull` or `publish`, STEP the name of the
step to die at or `-` for none, MINUTES how far the clock is past the tests' NOW.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from reviewwatch.config import Config, HttpConfig, SourceConfig
from reviewwatch.connector import load_connector
from reviewwatch.demo import reviews
from reviewwatch.flow import post
from reviewwatch.flow.desk import Desk
from reviewwatch.flow.pull import pull
from reviewwatch.net import HttpClient
from reviewwatch.storage.sqlite import open_store
from tests.flow.scene import SOURCE, configured
from tests.make import NOW

TOKEN_ENV = "REVIEWWATCH_TEST_TOKEN"


def desk_at(store: Path, address: str, minutes: float = 0, die_at: str = "-") -> Desk:
    """Return a desk over the real client and the real connector, with a fixed clock."""
    options = {"repo": reviews.REPO, "base_url": address, "account": reviews.ACCOUNT, "token_env": TOKEN_ENV}
    source = SourceConfig(source_id=SOURCE, brand="inn", connector="github", options=options)
    http = HttpConfig(allow_private=True, pace=timedelta(0))
    config: Config = replace(configured(store), sources={SOURCE: source}, http=http)
    connector = load_connector("github").from_options(SOURCE, options)

    def at(step: str) -> None:
        if step == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    return Desk(
        config=config,
        db=open_store(store),
        http=HttpClient(http),
        now=lambda: NOW + timedelta(minutes=minutes),
        connector=lambda source_id: connector,
        at=at,
    )


def main() -> None:
    """Do one job, or die trying."""
    store, address, job, step, minutes = sys.argv[1:]
    desk = desk_at(Path(store), address, float(minutes), step)
    if job == "pull":
        report = pull(desk, SOURCE, desk.connector(SOURCE))
        assert report.error is None, report.error
        assert not report.is_busy
    else:
        list(post.publish_due(desk))


if __name__ == "__main__":
    main()
