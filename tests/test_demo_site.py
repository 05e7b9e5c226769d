"""The demo's place: shared, quiet, at one address, and as strict as the real one."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from reviewwatch.demo.loopback import Answer
from reviewwatch.demo.reviews import ACCOUNT, REPO, TOKEN, invented_issues
from reviewwatch.demo.site import Site


@pytest.fixture
def http(site: Site) -> Iterator[httpx.Client]:
    """Return a plain client of the site."""
    with httpx.Client(base_url=f"{site.address}/repos/{REPO}") as client:
        yield client


def post(http: httpx.Client, number: int, body: object, token: str | None = TOKEN) -> httpx.Response:
    """Comment on an issue."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return http.post(f"/issues/{number}/comments", content=content, headers=headers)


def test_the_invented_reviews_cover_what_a_demo_has_to_show() -> None:
    """Enough of them, pull requests among them, and one of each kind that the road treats in its own way."""
    issues = {issue.number: issue for issue in invented_issues()}
    reviews = [issue for issue in issues.values() if not issue.is_pull_request and issue.association != "MEMBER"]
    texts = [f"{issue.title} {issue.body or ''}" for issue in reviews]
    assert len(reviews) >= 14
    assert sum(issue.is_pull_request for issue in issues.values()) >= 3
    assert any(issue.association == "MEMBER" and not issue.is_pull_request for issue in issues.values())
    assert sum(issue.age > timedelta(days=7) for issue in reviews) >= 3
    assert any(comment.login == ACCOUNT for issue in reviews for comment in issue.comments)
    assert any(len((issue.body or "").split()) == 5 for issue in reviews)
    assert any(issue.body is None for issue in reviews)
    assert any("\x1b" in text and "\u202e" in text for text in texts)
    assert any("\u0435" in text and "support" in text.replace("\u043e", "o") for text in texts)
    assert any("Ankeralarm" in text for text in texts)


def test_the_place_keeps_what_was_done_to_it(tmp_path: Path) -> None:
    """A later run at the same journal has the same comments, ids, times and address."""
    log = tmp_path / "deep" / "site.jsonl"
    with Site(log=log) as first:
        number = first.add("A new one", "Broken.")
        first.comment_as_maintainer(24, "We are on it.")
        first.edit(24, title="Export still loses rows", labels=["bug"])
        first.delete(29)
        address, issues, comments = first.address, first.issues(), first.comments_on(24)
    with Site(log=log) as second:
        assert second.address == address
        assert second.issues() == issues
        assert second.comments_on(24) == comments
        assert issues[number].title == "A new one"
        assert 29 not in issues


def test_two_processes_serve_one_place_at_one_address(tmp_path: Path) -> None:
    """A daemon and a screen at the same journal: whichever answers, both see what was posted to either."""
    log = tmp_path / "site.jsonl"
    with Site(log=log) as one, Site(log=log) as other:
        assert one.address == other.address
        ids = {site.comment(24, "Same here.") for site in (one, other, one)}
        assert len(ids) == 3
        assert one.comments_on(24) == other.comments_on(24)
        with httpx.Client(base_url=one.address) as http:
            for _ in range(6):
                assert len(http.get(f"/repos/{REPO}/issues/24/comments").json()) == 4


def test_a_journal_cut_by_a_crash_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """A half line, or one that is none of ours, costs itself alone."""
    log = tmp_path / "site.jsonl"
    with Site(log=log) as site:
        site.comment(24, "Before.")
    with log.open("a") as file:
        file.write('{"do": "lock", "at": "2026-11-21T12:00:00+00:00"}\n{"do": "comment", "at": "2026\n')
    with Site(log=log) as site:
        site.comment(24, "After.")
        assert [comment.body for comment in site.comments_on(24)][-2:] == ["Before.", "After."]


def test_an_address_that_somebody_else_took_is_given_up(tmp_path: Path) -> None:
    """A stranger does not share its port: the place moves to another and remembers it."""
    log = tmp_path / "site.jsonl"
    with Site(log=log) as site:
        port = urlsplit(site.address).port
        assert port
    with socket.create_server(("127.0.0.1", port)), Site(log=log) as site:
        moved = site.address
        assert urlsplit(moved).port != port
    with Site(log=log) as site:
        assert site.address == moved


def test_it_says_nothing_on_the_terminal(site: Site, http: httpx.Client, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither requests nor errors nor clients that go away are told."""
    http.get("/issues")
    http.get("/nothing")
    http.request("PATCH", "/issues/24")
    site.faults = lambda call, do: Answer(200, b"x" * 10_000_000)
    with httpx.stream("GET", site.address) as answer:
        next(answer.iter_raw())
    site.stop()
    assert capfd.readouterr() == ("", "")


def test_issues_are_listed_as_asked(http: httpx.Client) -> None:
    """State, since, sort, direction, labels and pages work, and the links lead through all of them."""
    everything = http.get("/issues", params={"per_page": "100", "direction": "asc"}).json()
    assert [issue["number"] for issue in everything] == [issue.number for issue in invented_issues()]
    assert sum("pull_request" in issue for issue in everything) == 4
    url, seen = "/issues?per_page=10&sort=updated&direction=asc&state=all", []
    while url:
        page = http.get(url)
        seen += [issue["updated_at"] for issue in page.json()]
        url = page.links.get("next", {}).get("url", "")
    assert seen == sorted(seen)
    assert len(seen) == len(everything)
    since = {"since": seen[-3], "state": "all"}
    assert len(http.get("/issues", params=since).json()) == 3
    assert [issue["number"] for issue in http.get("/issues", params={"labels": "bug,sensor"}).json()] == [37]
    assert http.get("/issues", params={"state": "closed"}).json() == []
    assert len(http.get("/issues", params={"page": "99"}).json()) == 0


def test_comments_are_listed_by_id_unless_sorted(site: Site, http: httpx.Client) -> None:
    """As on GitHub, the direction is ignored without `sort`, and one issue's thread is always by id."""
    site.comment(3, "New.")
    ids = [comment["id"] for comment in http.get("/issues/comments", params={"direction": "desc"}).json()]
    assert ids == sorted(ids)
    newest = http.get("/issues/comments", params={"sort": "updated", "direction": "desc"}).json()
    assert newest[0]["body"] == "New."
    assert newest[0]["issue_url"].endswith("/issues/3")
    assert len(http.get("/issues/3/comments", params={"sort": "updated", "direction": "desc"}).json()) == 2


def test_an_etag_holds_until_something_changes(site: Site, http: httpx.Client) -> None:
    """Unchanged is 304, empty and free; a comment changes the issue that it stands under."""
    first = http.get("/issues")
    conditional = {"If-None-Match": first.headers["etag"]}
    again = http.get("/issues", headers=conditional)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["x-ratelimit-remaining"] == first.headers["x-ratelimit-remaining"]
    site.comment(24, "Me too.")
    assert http.get("/issues", headers=conditional).status_code == 200


@pytest.mark.parametrize(
    ("body", "token", "status", "message"),
    [
        ({"body": "Sorry."}, None, 401, "Requires authentication"),
        ({"body": "Sorry."}, "wrong", 401, "Bad credentials"),
        (b"{", TOKEN, 400, "Problems parsing JSON"),
        ([], TOKEN, 422, "Validation Failed"),
        ({"body": ""}, TOKEN, 422, "Validation Failed"),
        ({"body": None}, TOKEN, 422, "Validation Failed"),
        ({"body": "x" * 65_537}, TOKEN, 422, "Validation Failed"),
    ],
)
def test_a_comment_that_the_real_place_would_refuse_is_refused(
    site: Site, http: httpx.Client, body: object, token: str | None, status: int, message: str
) -> None:
    """With the real place's status and words, and nothing is stored."""
    n_before = len(site.comments_on(24))
    answer = post(http, 24, body, token)
    assert (answer.status_code, answer.json()["message"]) == (status, message)
    assert len(site.comments_on(24)) == n_before


def test_a_good_comment_is_stored_under_the_account(site: Site, http: httpx.Client) -> None:
    """201, with its id and page; also the longest that is allowed."""
    answer = post(http, 24, {"body": "x" * 65_536})
    made = answer.json()
    assert (answer.status_code, made["user"]["login"]) == (201, ACCOUNT)
    assert site.comments_on(24)[-1].comment_id == made["id"]
    assert http.get("/issues/24").json()["comments"] == 2


def test_what_is_gone_is_told_from_what_never_was(site: Site, http: httpx.Client) -> None:
    """410 for a removed issue, 404 for an unknown one and for another repository."""
    site.delete(24)
    assert http.get("/issues/24").status_code == post(http, 24, {"body": "x"}).status_code == 410
    assert http.get("/issues/9999").status_code == 404
    assert httpx.get(f"{site.address}/repos/other/place/issues").status_code == 404
    assert httpx.get(f"{site.address}/repos/{REPO}").json()["full_name"] == REPO


def test_who_a_token_belongs_to(site: Site) -> None:
    """`/user` names the account, and wants a token."""
    url = f"{site.address}/user"
    assert httpx.get(url, headers={"Authorization": f"token {site.token}"}).json()["login"] == site.account
    assert httpx.get(url).status_code == httpx.get(url, headers={"Authorization": "Bearer x"}).status_code == 401


def test_an_unnamed_client_is_refused(http: httpx.Client) -> None:
    """As on GitHub, a request says who asks."""
    assert http.get("/issues", headers={"User-Agent": ""}).status_code == 403


def test_the_budget_lasts_an_hour() -> None:
    """Used up, everything is refused until the hour is over."""
    now = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    with Site(now=lambda: now, limit=2) as site, httpx.Client(base_url=f"{site.address}/repos/{REPO}") as http:
        answers = [http.get("/issues/24") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 403]
        assert [answer.headers["x-ratelimit-remaining"] for answer in answers] == ["1", "0", "0"]
        assert answers[2].headers["x-ratelimit-reset"] == str(int(now.timestamp()) + 3600)
        now += timedelta(hours=1)
        assert http.get("/issues/24").status_code == 200
        assert site.n_requests == 4
