"""What is GitHub's own: which issues are reviews, whose comments are replies, conditional walks, options and tokens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from reviewwatch_connectors.github import GitHubConnector

from reviewwatch.connector import load_connector
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.demo.reviews import ACCOUNT, REPO
from reviewwatch.demo.site import Site
from reviewwatch.errors import AccessError, ConfigError, LayoutChangedError, ListingNotFoundError, ReplyRefusedError
from reviewwatch.types import Review, Target
from tests.connectors.faults import Do, words
from tests.connectors.scenes import Clock, GitHubScene, github_connector, github_scene
from tests.connectors.shelf import Shelf


@pytest.fixture
def scene() -> Iterator[GitHubScene]:
    """Serve an empty place on pages of seven."""
    with github_scene() as scene:
        yield scene


@pytest.fixture
def invented(scene: GitHubScene) -> Iterator[GitHubScene]:
    """Serve the demo's invented place on pages of seven."""
    with Site(now=scene.clock) as site:
        yield GitHubScene(site, scene.http, scene.clock)


def pulled(scene: GitHubScene, **options: object) -> dict[str, Review]:
    """Return what a first pull with these options brings."""
    shelf = Shelf()
    shelf.pull(github_connector(scene.site, scene.clock, **options), scene.http)
    return shelf.reviews


def test_an_issue_becomes_a_review(invented: GitHubScene) -> None:
    """Number, title, text, author, times, votes and page are taken over; there is no rating and no language."""
    review = pulled(invented)["24"]
    assert review.listing_key == "github:tidewater/tidewater"
    assert (review.title, review.author, review.n_votes) == ("Export loses half my rows", "anneke-ahoy", 15)
    assert review.text.startswith("Exporting the 2025 season")
    assert review.created_at == invented.clock() - timedelta(days=5, hours=3)
    assert review.updated_at == invented.clock() - timedelta(days=4, hours=22)
    assert review.url == f"{invented.site.address}/{REPO}/issues/24"
    assert (review.rating, review.lang, review.notes) == (None, None, ())
    assert pulled(invented)["38"].text == "", "an issue without a body has an empty text"


def test_hostile_text_is_kept_as_received(invented: GitHubScene) -> None:
    """Escapes and bidi overrides are the reviewer's words; what cannot be stored is replaced, with a note."""
    assert "\x1b[2J" in pulled(invented)["32"].title
    assert "\u202egnikrow" in pulled(invented)["32"].text
    number = invented.site.add("A \0 title", "A lone \ud800 surrogate")
    review = pulled(invented)[str(number)]
    assert (review.title, review.text) == ("A \ufffd title", "A lone \ufffd surrogate")
    assert len(review.notes) == 2


def test_pull_requests_and_the_teams_own_issues_are_no_reviews(invented: GitHubScene) -> None:
    """Neither is listed; with `skip_team = false` the team's issues are, pull requests never."""
    assert {"8", "19", "26", "33", "36"} & set(pulled(invented)) == set()
    assert set(pulled(invented, skip_team=False)) - set(pulled(invented)) == {"33"}


def test_a_null_pull_request_is_an_issue(scene: GitHubScene) -> None:
    """Servers that speak GitHub's format may name the key for every issue."""
    scene.put("take 1")

    def named(call: Call, do: Do) -> Answer:
        answer = do()
        return Answer(answer.status, answer.body.replace(b'"title"', b'"pull_request": null, "title"'), answer.headers)

    scene.site.faults = named
    assert len(pulled(scene)) == 1


def test_owner_replies_are_the_teams_comments(invented: GitHubScene) -> None:
    """Members' comments count, customers' and bots' do not; the configured account counts whatever its standing."""
    reviews = pulled(invented)
    assert [reply.author for reply in reviews["11"].owner_replies] == ["ruben-tidewater"]
    assert reviews["17"].owner_replies == reviews["24"].owner_replies == ()
    invented.site.comment(24, "Sent by our own robot.", login=ACCOUNT.upper(), association="NONE")
    assert [reply.text for reply in pulled(invented)["24"].owner_replies] == ["Sent by our own robot."]


def test_a_person_who_is_no_more_is_no_error(scene: GitHubScene) -> None:
    """A deleted account leaves a null user, of issues and of comments."""
    scene.site.comment_as_maintainer(int(scene.put("Old words.")), "Old answer.")

    def ghost(call: Call, do: Do) -> Answer:
        answer = do()
        items = json.loads(answer.body) if answer.body else []
        return Answer(answer.status, json.dumps([{**item, "user": None} for item in items]).encode(), answer.headers)

    scene.site.faults = ghost
    (review,) = pulled(scene).values()
    assert review.author is None
    assert [(reply.author, reply.text) for reply in review.owner_replies] == [(None, "Old answer.")]


def test_only_issues_with_all_labels_are_watched(invented: GitHubScene) -> None:
    """Labels narrow the listing; a review that loses its label is not gone for that."""
    assert set(pulled(invented, labels=["bug"])) == {"24", "30", "35", "37"}
    connector, shelf = github_connector(invented.site, invented.clock, labels=["bug", "sensor"]), Shelf()
    pages = shelf.pull(connector, invented.http)
    assert set(shelf.said()) == {"37"}
    assert not any(page.is_complete for page in pages)
    invented.site.edit(37, labels=[])
    invented.clock.move(timedelta(days=8))
    shelf.pull(connector, invented.http)
    assert shelf.gone == set()


def test_an_unchanged_place_costs_two_conditional_requests(scene: GitHubScene) -> None:
    """Both carry ETags, both come back as 304, and neither counts against the budget."""
    for number in range(20):
        scene.answer(scene.put(f"take {number}"), "Thank you.")
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    statuses: list[tuple[str, int, bool]] = []

    def watched(call: Call, do: Do) -> Answer:
        answer = do()
        statuses.append((call.path.rpartition("/")[2], answer.status, "if-none-match" in call.headers))
        return answer

    scene.site.faults = watched
    for _ in range(3):
        shelf.pull(scene.connector, scene.http)
    assert statuses == [("comments", 304, True), ("issues", 304, True)] * 3


@pytest.mark.parametrize("n_issues", range(1, 16))
def test_whatever_fills_the_last_page_new_issues_are_seen(scene: GitHubScene, n_issues: int) -> None:
    """An ETag never hides what comes after a page that is just full, for issues and for comments."""
    for number in range(n_issues):
        scene.answer(scene.put(f"take {number}"), "Thank you.")
    shelf = Shelf()
    for number in range(10):
        shelf.pull(scene.connector, scene.http)
        assert shelf.said() == scene.stands()
        scene.answer(scene.put(f"new {number}"), "Thank you too.")


def test_an_edited_reply_is_seen_though_its_issue_is_untouched(scene: GitHubScene) -> None:
    """The comments' listing tells of it, and the one issue is read again, twice in one second too."""
    ids = [scene.put(f"take {number}") for number in range(9)]
    comment_id = scene.site.comment_as_maintainer(int(ids[2]), "Thank you.")
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.clock.move(timedelta(minutes=5))
    for text in ("Thank you!", "Thanks a lot."):
        scene.site.edit_comment(comment_id, text)
        n_before = scene.site.n_requests
        shelf.pull(scene.connector, scene.http)
        assert shelf.said()[ids[2]][2] == {text}
        assert scene.site.n_requests - n_before == 4


def test_a_removed_reply_goes_at_the_next_full_walk(scene: GitHubScene) -> None:
    """A thread that is read in parts keeps what it had; the whole one replaces it."""
    ids = [scene.put(f"take {number}") for number in range(30)]
    first = scene.site.comment_as_maintainer(int(ids[0]), "Wrong words.")
    for external_id in ids[1:]:
        scene.answer(external_id, "Thank you.")
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    scene.site.delete_comment(first)
    scene.clock.move(timedelta(days=8))
    shelf.pull(scene.connector, scene.http)
    assert shelf.said() == scene.stands()


def test_everything_is_read_again_when_it_is_due_or_the_options_change(scene: GitHubScene) -> None:
    """A full walk begins at the first item once the time is over, and where the scope is another."""
    for number in range(20):
        scene.put(f"take {number}")

    def reads_all(connector: GitHubConnector, shelf: Shelf) -> bool:
        return len({review.external_id for page in shelf.pull(connector, scene.http) for review in page.reviews}) == 20

    connector, shelf = github_connector(scene.site, scene.clock, full_every="2d"), Shelf()
    assert reads_all(connector, shelf)
    scene.clock.move(timedelta(days=1, hours=23))
    assert not reads_all(connector, shelf)
    scene.clock.move(timedelta(hours=1))
    assert reads_all(connector, shelf)
    assert reads_all(github_connector(scene.site, scene.clock, full_every="2d", skip_team=False), shelf)


@pytest.mark.parametrize("cursor", [{"since": "2026-11-21T12:00:00Z"}, {"full_at": "soon"}, {"scope": "?"}])
def test_a_cursor_that_cannot_be_used_begins_anew(scene: GitHubScene, cursor: dict[str, str]) -> None:
    """A damaged cursor costs a full walk and loses nothing."""
    scene.put("take 1")
    shelf = Shelf(cursor=cursor)
    shelf.pull(scene.connector, scene.http)
    assert shelf.said() == scene.stands()


def test_a_crowded_second_is_read_by_page_links(scene: GitHubScene) -> None:
    """More issues of one second than a page holds are all read; such a walk proves nothing gone."""
    for number in range(25):
        scene.site.add(f"Same second {number}")
    shelf = Shelf()
    pages = shelf.pull(scene.connector, scene.http)
    assert len(shelf.reviews) == 25
    assert not any(page.is_complete for page in pages)


def test_a_listing_out_of_order_is_read_by_page_links(scene: GitHubScene) -> None:
    """A stand-in that sorts as it likes is still read to its end."""
    for number in range(25):
        scene.put(f"take {number}")
    scene.site.faults = lambda call, do: scene.site.answer(replace(call, query={**call.query, "direction": "desc"}))
    assert len(pulled(scene)) == 25


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "https://elsewhere.example/issues?page=2",
            r"said to be on elsewhere\.example; a proxy has to rewrite its links",
        ),
        ("{address}/repos/tidewater/tidewater/issues?page=9", "go in a circle"),
    ],
)
def test_page_links_lead_nowhere_else(scene: GitHubScene, link: str, message: str) -> None:
    """A link to another host would take the token there; a circle would never end."""

    def linked(call: Call, do: Do) -> Answer:
        target = link.format(address=scene.site.address)
        return Answer(200, b"[]", {"Link": f'<{target}>; rel="next"'}) if call.path.endswith("/issues") else do()

    scene.site.faults = linked
    with pytest.raises(LayoutChangedError, match=message):
        pulled(scene)


def test_progress_is_told(scene: GitHubScene) -> None:
    """Pages done and pages to come, as far as the place says; the last page is the end."""
    for number in range(25):
        scene.put(f"take {number}")
    pages = [page for page in Shelf().pull(scene.connector, scene.http) if page.n_done]
    assert [page.n_done for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.n_total is not None and page.n_done is not None and page.n_total >= page.n_done for page in pages)
    assert pages[0].n_total == 4
    assert pages[-1].n_total == pages[-1].n_done


def test_a_repository_that_is_not_there_is_said(scene: GitHubScene) -> None:
    """A renamed or closed repository is no empty one, in a pull and in a re-reading."""
    connector = github_connector(scene.site, scene.clock, repo="tidewater/gone")
    for read in (lambda: list(connector.pages(scene.http, {})), lambda: connector.reread(scene.http, "1")):
        with pytest.raises(ListingNotFoundError, match="tidewater/gone has no issues to read") as caught:
            read()
        assert caught.value.source == "tides"


def test_an_issue_that_moved_away_is_gone(scene: GitHubScene) -> None:
    """GitHub redirects to the issue's new number in another repository: it is not ours any more."""
    first, second = scene.put("moved"), scene.put("there")

    def moved(call: Call, do: Do) -> Answer:
        if call.path.endswith(f"/issues/{first}"):
            return Answer(301, headers={"Location": f"{scene.site.address}/repos/{REPO}/issues/{second}"})
        return do()

    scene.site.faults = moved
    assert scene.connector.reread(scene.http, first) is None
    assert scene.connector.reread(scene.http, second) is not None


@pytest.mark.parametrize(
    ("login", "error"),
    [
        ("somebody-else", "the token is somebody-else's, but replies stand under tidewater-care"),
        (None, "does not say whose"),
    ],
)
def test_a_reply_under_another_name_is_not_sent(scene: GitHubScene, login: str | None, error: str) -> None:
    """The token's owner is asked first; nothing is posted under a name that nobody approved."""
    external_id = scene.put("take 1")
    scene.site.faults = lambda call, do: (
        Answer(200, json.dumps({"login": login}).encode()) if call.path == "/user" else do()
    )
    with pytest.raises(AccessError, match=error):
        scene.connector.reply(scene.http, Target("github:tidewater/tidewater", external_id, None), "Sorry.")
    assert not any(call.method == "POST" for call in scene.site.calls)


def test_a_reply_without_a_token_is_not_sent(scene: GitHubScene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a configured token, and with one whose variable is not set, the message says what to do."""
    external_id = scene.put("take 1")
    where = Target("github:tidewater/tidewater", external_id, None)
    keyless = github_connector(scene.site, scene.clock, account=None, token_env=None)
    assert keyless.account is None
    with pytest.raises(AccessError, match="name one with `token_env` or `token_file`"):
        keyless.reply(scene.http, where, "Sorry.")
    monkeypatch.delenv("GITHUB_TOKEN")
    with pytest.raises(AccessError, match="the environment variable GITHUB_TOKEN"):
        scene.connector.reply(scene.http, where, "Sorry.")


@pytest.mark.parametrize(
    ("prepare", "text", "reason"),
    [
        (lambda site, number: None, "x" * 65_537, r"422 .*Body is too long \(maximum is 65536 characters\)"),
        (lambda site, number: None, " \n", "422 .*Body cannot be blank"),
        (lambda site, number: site.edit(number, is_locked=True), "Sorry.", "403 .*issue is locked"),
        (lambda site, number: site.delete(number), "Sorry.", "410 .*This issue was deleted"),
    ],
)
def test_github_says_why_it_refuses(
    scene: GitHubScene, prepare: Callable[[Site, int], None], text: str, reason: str
) -> None:
    """The reason that reaches the person is the place's own, with its details."""
    external_id = scene.put("take 1")
    prepare(scene.site, int(external_id))
    with pytest.raises(ReplyRefusedError, match=reason):
        scene.connector.reply(scene.http, Target("github:tidewater/tidewater", external_id, None), text)


def test_a_token_file_works_for_reading_and_replying(scene: GitHubScene, tmp_path: Path) -> None:
    """A file that only its owner can read stands for the variable."""
    file = tmp_path / "token"
    file.write_text(f"{scene.site.token}\n")
    file.chmod(0o600)
    external_id = scene.put("take 1")
    connector = github_connector(scene.site, scene.clock, token_env=None, token_file=str(file))
    connector.reply(scene.http, Target("github:tidewater/tidewater", external_id, None), "Sorry.")
    assert scene.ours(external_id) == ["Sorry."]
    assert all("authorization" in call.headers for call in scene.site.calls)


def test_a_stand_in_is_the_same_listing(scene: GitHubScene) -> None:
    """The key is made of id space and repository, whatever the address and the case; the page is the place's."""
    keys = {github_connector(scene.site, scene.clock, repo=repo)._listing_key for repo in ("A/b-c", "a/B-C")}
    assert keys == {"github:a/b-c"}
    real = GitHubConnector.from_options("x", {"repo": "A/b-c"})
    own = GitHubConnector.from_options(
        "x", {"repo": "A/b-c", "base_url": "https://git.example/api/v3/", "id_space": "ghe"}
    )
    assert (real._options.listing.url, real.address) == ("https://github.com/A/b-c", "https://api.github.com")
    assert (own._options.listing.key, own._options.listing.url) == ("ghe:a/b-c", "https://git.example/A/b-c")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "`sources.x.repo` is missing"),
        ({"repo": "name"}, "must be `owner/name`"),
        ({"repo": "https://github.com/a/b"}, "must be `owner/name`"),
        ({"repo": "a/b", "account": "me"}, "needs `token_env` or `token_file`"),
        ({"repo": "a/b", "base_url": "ftp://x"}, "must be a web address"),
        ({"repo": "a/b", "base_url": "http://git.example", "token_env": "T"}, "must begin with https"),
        ({"repo": "a/b", "token_env": "T", "token_file": "f"}, "one of them is enough"),
        ({"repo": "a/b", "full_every": "weekly"}, "a duration such as 15m"),
        ({"repo": "a/b", "labels": "bug"}, "must be a list of texts"),
        ({"repo": "a/b", "lables": ["bug"]}, "did you mean `labels`"),
    ],
)
def test_options_are_checked_without_the_network(options: dict[str, object], message: str) -> None:
    """Each problem names its key and says what would be right."""
    with pytest.raises(ConfigError, match=message):
        load_connector("github").from_options("x", options)


def test_all_problems_of_the_options_come_at_once() -> None:
    """Nobody mends a config one error at a time."""
    with pytest.raises(ConfigError) as caught:
        GitHubConnector.from_options("x", {"repo": "no", "account": "me", "base_url": "x", "full_every": 7, "odd": 1})
    assert {problem.key.rpartition(".")[2] for problem in caught.value.problems} == {
        "repo", "account", "base_url", "full_every", "odd",
    }  # fmt: skip


def test_a_secret_stays_out_of_what_is_shown(scene: GitHubScene) -> None:
    """Connector, options and cursor say where the token stands, never what it is."""
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    assert scene.site.token not in repr(vars(scene.connector)) + repr(shelf.cursor)


def test_the_clock_is_the_real_one_unless_a_test_gives_another() -> None:
    """A configured connector counts its full walks by real time."""
    before = datetime.now(UTC)
    connector = GitHubConnector.from_options("x", {"repo": "a/b"})
    assert before <= connector._now() <= datetime.now(UTC)
    assert isinstance(Clock()(), datetime)


def test_an_error_page_for_one_issue_is_no_removal(scene: GitHubScene) -> None:
    """Something else than an issue is a change of layout and never `gone`."""
    external_id = scene.put("take 1")
    scene.site.faults = lambda call, do: Answer(200, words("Hm"))
    with pytest.raises(LayoutChangedError, match="something else than an issue"):
        scene.connector.reread(scene.http, external_id)


def test_another_repository_under_the_same_source_is_read_from_its_beginning(scene: GitHubScene) -> None:
    """A source that is pointed elsewhere does not go on where the other place stood."""
    scene.put("An old lamp.")
    shelf = Shelf()
    shelf.pull(scene.connector, scene.http)
    elsewhere = {**shelf.cursor, "scope": shelf.cursor["scope"].replace(REPO, "tidewater/other")}
    pages = list(scene.connector.pages(scene.http, elsewhere))
    assert elsewhere["scope"] != shelf.cursor["scope"]
    assert [review.text for page in pages for review in page.reviews] == ["An old lamp."]
