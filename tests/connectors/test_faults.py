"""Whatever goes wrong at a place ends in reviews or in an error that says what to do; what was read is kept."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from reviewwatch.config import HttpConfig
from reviewwatch.demo.loopback import Answer, Call, HangUpError
from reviewwatch.demo.site import Site
from reviewwatch.errors import (
    AccessError,
    ConnectorError,
    LayoutChangedError,
    OutcomeUnknownError,
    ReplyRefusedError,
    RetryLaterError,
)
from reviewwatch.net import HttpClient, guard
from reviewwatch.types import Target
from tests.connectors.faults import (
    LOGIN_PAGE,
    MAX_BODY,
    READ_FAULTS,
    SHORT,
    SPENT_BUDGET,
    Do,
    Fault,
    gives,
    half_json,
    hangs_up,
    stores_and_hangs_up,
    stores_and_says_nothing,
    words,
)
from tests.connectors.scenes import GitHubScene, github_connector, github_scene
from tests.connectors.shelf import Shelf, whole_story


@pytest.fixture
def scene() -> Iterator[GitHubScene]:
    """Serve a place with twenty issues, on pages of seven."""
    with github_scene() as scene:
        for number in range(20):
            external_id = scene.put(f"The lamp flickers, take {number}.")
            if number % 2:
                scene.answer(external_id, f"Thank you for take {number}.")
        yield scene


@dataclass
class From:
    """A fault that begins with some request for issues or comments, and lasts."""

    act: Callable[[Call, Do], Answer]
    n_good: int

    def __call__(self, call: Call, do: Do) -> Answer:
        self.n_good -= 1
        return do() if self.n_good >= 0 else self.act(call, do)


def client(scene: GitHubScene, timeout: timedelta = timedelta(seconds=5), allow_private: bool = True) -> HttpClient:
    """Return a client that gives up soon and takes little."""
    config = HttpConfig(allow_private=allow_private, pace=timedelta(0), timeout=timeout, max_body=MAX_BODY)
    return HttpClient(config, now=scene.clock)


@pytest.mark.parametrize(
    ("fault", "n_good"),
    [
        pytest.param(fault, n_good, id=f"{name} after {n_good}")
        for name, fault in READ_FAULTS.items()
        for n_good in ((4,) if fault.timeout == SHORT else (0, 3, 4))
    ],
)
def test_a_fault_ends_in_its_error_and_the_rest_comes_later(
    scene: GitHubScene,
    fault: Fault,
    n_good: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """At the first comments, at the first issues, among them: typed, in words, without the token; then all is read."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(guard, "is_private", lambda address: address == "127.0.0.2")
    scene.site.faults = From(fault.act, n_good)
    shelf = Shelf()
    http = client(scene, fault.timeout, allow_private=False)
    with http, pytest.raises(fault.error, match=fault.says) as caught:
        shelf.pull(scene.connector, http)
    assert type(caught.value) is fault.error
    if isinstance(caught.value, RetryLaterError) and fault.after:
        assert caught.value.after == fault.after
    assert caught.value.source == "tides" or isinstance(caught.value, LayoutChangedError)
    assert scene.site.token not in whole_story(caught.value) + caplog.text
    assert shelf.gone == set()
    assert bool(shelf.reviews) == (n_good == 4)
    scene.site.faults = None
    with client(scene) as http:
        shelf.pull(scene.connector, http)
    if fault.after:  # A first pull that a limit stops goes on behind the comments, and the threads come later.
        assert set(shelf.said()) == set(scene.stands())
        scene.clock.move(timedelta(days=8))
        with client(scene) as http:
            shelf.pull(scene.connector, http)
    assert shelf.said() == scene.stands()


def test_an_anonymous_reader_gets_to_the_end_of_a_large_place(scene: GitHubScene) -> None:
    """With a budget for a third of it an hour, each hour brings it on, and nothing is read for ever again."""
    config = HttpConfig(allow_private=True, pace=timedelta(0))
    http = HttpClient(config, now=scene.clock, clock=lambda: scene.clock().timestamp())
    with Site(now=scene.clock, invented=(), limit=5) as site, http:
        for number in range(25):
            site.add(f"Lamp {number}")
            scene.clock.move(timedelta(seconds=1))
            site.comment_as_maintainer(number + 1, "Thank you.")
        connector, shelf = github_connector(site, scene.clock, account=None, token_env=None), Shelf()
        n_hours, said = 0, list[str]()
        while len(shelf.reviews) < 25 and n_hours < 10:
            n_hours += 1
            for _ in range(2):  # The second comes too early and is not even asked.
                try:
                    shelf.pull(connector, http)
                except RetryLaterError as error:
                    said.append(str(error))
            scene.clock.move(timedelta(hours=1))
        assert len(shelf.reviews) == 25
        assert 2 < n_hours < 6
        assert all("a token raises GitHub's limit" in words for words in said)


def test_one_failure_is_not_seen(scene: GitHubScene) -> None:
    """A server error that passes is asked again, and the pull is whole."""
    failed: list[str] = []

    def once(call: Call, do: Do) -> Answer:
        if call.path in failed:
            return do()
        failed.append(call.path)
        return Answer(500)

    scene.site.faults = once
    shelf = Shelf()
    assert shelf.pull(scene.connector, scene.http)[-1].is_complete
    assert shelf.said() == scene.stands()


def test_an_empty_page_in_the_middle_is_no_end(scene: GitHubScene) -> None:
    """A page without items but with a next one is passed over; what stands behind it is read, and nothing is gone."""
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.clock.move(timedelta(days=8))
    n_asked = 0

    def empty_once(call: Call, do: Do) -> Answer:
        nonlocal n_asked
        answer = do()
        n_asked += call.path.endswith("/issues")
        if n_asked == 2 and call.path.endswith("/issues"):
            query = "&".join(f"{key}={value}" for key, value in call.query.items())
            link = f'<{scene.site.address}{call.path}?{query}&page=1>; rel="next"'
            return Answer(200, b"[]", {"Link": link})
        return answer

    scene.site.faults = empty_once
    pages = shelf.pull(scene.connector, scene.http)
    assert n_asked > 3
    assert any(not page.reviews for page in pages)
    assert shelf.gone == set()
    assert shelf.said() == scene.stands()


def test_one_unreadable_issue_does_not_hide_the_others(scene: GitHubScene) -> None:
    """It becomes a problem that names it, the others are read, and while it is unread nothing is proven gone."""

    def damage(call: Call, do: Do) -> Answer:
        answer = do()
        body = answer.body.replace(b'"number": 5, "title": "About', b'"number": 5, "title": 7, "was": "About')
        return Answer(answer.status, body, answer.headers)

    scene.site.faults = damage
    pages = Shelf().pull(scene.connector, scene.http)
    problems = [problem for page in pages for problem in page.problems]
    assert {(problem.where, problem.why) for problem in problems} == {("issue 5", "`title` is of another kind")}
    assert len({review.external_id for page in pages for review in page.reviews}) == 19
    assert not any(page.is_complete for page in pages)


def test_one_unreadable_comment_is_a_problem_too(scene: GitHubScene) -> None:
    """The threads of the other issues are whole."""

    def damage(call: Call, do: Do) -> Answer:
        answer = do()
        return Answer(
            answer.status, answer.body.replace(b'"body": "Thank you for take 3."', b'"body": 3'), answer.headers
        )

    scene.site.faults = damage
    pages = Shelf().pull(scene.connector, scene.http)
    assert [problem.where.partition(" ")[0] for page in pages for problem in page.problems] == ["comment"]
    replies = {review.external_id: review.owner_replies for page in pages for review in page.reviews}
    assert [len(replies[external_id]) for external_id in ("2", "4", "6")] == [1, 0, 1]


def test_a_used_up_budget_keeps_the_cursor(scene: GitHubScene) -> None:
    """The last page that was allowed is kept; the error says when to come back, and then the rest comes."""
    with Site(now=scene.clock, limit=4) as site, client(scene) as http:
        for number in range(20):
            site.add(f"Lamp {number}")
            scene.clock.move(timedelta(seconds=1))
        connector, shelf = github_connector(site, scene.clock), Shelf()
        with pytest.raises(RetryLaterError) as caught:
            shelf.pull(connector, http)
        assert caught.value.after is not None
        assert timedelta(minutes=59) < caught.value.after <= timedelta(hours=1)
        assert shelf.reviews
        assert shelf.cursor["since"]
        assert site.n_requests == 4, "a spent budget is not asked"


REPLY_FAULTS: dict[str, tuple[Callable[[Call, Do], Answer], type[ConnectorError], str, int]] = {
    "stored, then hung up": (stores_and_hangs_up, OutcomeUnknownError, "was lost while it took the reply", 1),
    "stored, then silent": (stores_and_says_nothing, OutcomeUnknownError, "took too long", 1),
    "stored, answer cut": (half_json, OutcomeUnknownError, "its answer cannot be read", 1),
    "500": (gives(500), OutcomeUnknownError, "500", 0),
    "hung up": (hangs_up, OutcomeUnknownError, "was lost", 0),
    "200": (gives(200, b"{}"), OutcomeUnknownError, "answered 200 where 201", 0),
    "html": (gives(201, LOGIN_PAGE), OutcomeUnknownError, "its answer cannot be read", 0),
    "403": (gives(403, words("Issue is locked")), ReplyRefusedError, "403 and says “Issue is locked”", 0),
    "404": (gives(404, words("Not Found")), ReplyRefusedError, "404 and says “Not Found”", 0),
    "410": (gives(410, words("Issue was deleted")), ReplyRefusedError, "410 and says “Issue was deleted”", 0),
    "301": (gives(301, words("Moved"), Location="/elsewhere"), ReplyRefusedError, "301 and says “Moved”", 0),
    "401": (gives(401, words("Bad credentials")), AccessError, "nothing was posted, the token is not accepted", 0),
    "429": (gives(429, Retry_After="60"), RetryLaterError, "nothing was posted", 0),
    "403 limit": (SPENT_BUDGET, RetryLaterError, "nothing was posted", 0),
}


@pytest.mark.parametrize(("act", "error", "says", "n_stand"), REPLY_FAULTS.values(), ids=REPLY_FAULTS)
def test_a_fault_while_replying(
    scene: GitHubScene,
    caplog: pytest.LogCaptureFixture,
    act: Callable[[Call, Do], Answer],
    error: type[ConnectorError],
    says: str,
    n_stand: int,
) -> None:
    """Refused, unknown, or sure that nothing was posted: the error says which, and the call was made once."""
    caplog.set_level(logging.DEBUG)
    scene.site.faults = lambda call, do: act(call, do) if call.method == "POST" else do()
    where = Target("github:tidewater/tidewater", "3", scene.site.address)
    with client(scene, SHORT) as http, pytest.raises(error, match=says) as caught:
        scene.connector.reply(http, where, "We are sorry.")
    assert type(caught.value) is error
    assert scene.site.token not in whole_story(caught.value) + caplog.text
    assert sum(call.method == "POST" for call in scene.site.calls) == 1
    assert scene.ours("3") == ["We are sorry."] * n_stand


def test_a_place_that_is_down_gets_the_reply_later(scene: GitHubScene) -> None:
    """Nobody listens any more: it is certain that nothing was sent, also where only the last call fails."""
    where = Target("github:tidewater/tidewater", "3", scene.site.address)

    def then_gone(call: Call, do: Do) -> Answer:
        answer = do()
        if call.path == "/user":
            scene.site.close_door()
        return answer

    scene.site.faults = then_gone
    for _ in range(2):
        with client(scene) as http, pytest.raises(RetryLaterError):
            scene.connector.reply(http, where, "We are sorry.")
    assert not any(call.method == "POST" for call in scene.site.calls)


def test_hanging_up_is_what_it_says() -> None:
    """The fault that ends connections is an error of its own, so that no defect of the site passes for it."""
    assert issubclass(HangUpError, Exception)
