"""GitHub's issues: the demo's API over an empty repository."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from reviewwatch_connectors.github import GitHubConnector
from reviewwatch_connectors.github.options import Options

from reviewwatch.connector import Connector
from reviewwatch.demo.loopback import Answer, Call
from reviewwatch.demo.rest import Rest
from reviewwatch.demo.world import Journal, World
from reviewwatch.errors import ListingNotFoundError
from tests.connectors import place
from tests.connectors.place import PER_PAGE, Outcome

REPO = "tidewater/tidewater"
ACCOUNT = "tidewater-care"
TOKEN = "an-invented-token"


class Stand(place.Stand):
    """A repository; every review is an issue, every reply a member's comment."""

    name: ClassVar[str] = "github"
    patches: ClassVar[Mapping[str, object]] = {
        "reviewwatch_connectors.github.walk.PER_PAGE": str(PER_PAGE),
        "reviewwatch_connectors.github.api.PER_PAGE": str(PER_PAGE),
    }
    fault_points = (0, 1, 2)
    sees_removals = True
    shows_replies = True
    outcomes: ClassVar[Mapping[str, Outcome]] = {"404": Outcome(ListingNotFoundError, "has no issues to read")}
    secret_env: ClassVar[Mapping[str, str]] = {"GITHUB_TOKEN": TOKEN}
    listing_url = f"https://github.com/{REPO}/issues"

    def __init__(self) -> None:
        super().__init__()
        self._world = World(Journal(None), ())
        self._rest = Rest(self._world, REPO, ACCOUNT, TOKEN, self.clock, lambda: self.address)

    def options(self) -> dict[str, object]:
        return {"repo": REPO, "base_url": self.address, "account": ACCOUNT, "token_env": "GITHUB_TOKEN"}

    def connector(self, **options: object) -> Connector:
        return GitHubConnector(Options.read("place", {**self.options(), **options}), self.clock)

    def answer(self, call: Call) -> Answer:
        return self._rest.answer(call)

    def id_of(self, number: int) -> str:
        return str(number)

    def is_listing(self, call: Call) -> bool:
        return call.path.endswith("/issues")

    def empty_page(self, call: Call) -> Answer:
        query = "&".join(f"{key}={value}" for key, value in call.query.items() if key != "page")
        return Answer(200, b"[]", {"Link": f'<{self.address}{call.path}?{query}&page=1>; rel="next"'})

    def error_in_200(self) -> bytes:
        return b'{"message": "Server Error", "documentation_url": "https://docs.github.com/rest"}'

    def another_layout(self, body: bytes) -> bytes:
        return body.replace(b'"updated_at"', b'"modified"').replace(b'"number"', b'"no"')

    def put(self, text: str, stars: int = 2, title: str = "", author: str = "") -> str:
        external_id = super().put(text, stars, title, author)
        written = self.reviews[external_id]
        self._do("add", title=written.title, body=text, login=written.author, association="NONE", labels=[],
                 is_pull_request=False)  # fmt: skip
        return external_id

    def edit(self, external_id: str, text: str) -> None:
        super().edit(external_id, text)
        self._do("edit", number=int(external_id), changes={"body": text})

    def delete(self, external_id: str) -> None:
        super().delete(external_id)
        self._do("delete", number=int(external_id))

    def reply(self, external_id: str, text: str) -> None:
        super().reply(external_id, text)
        self._do("comment", number=int(external_id), login="tove-tidewater", association="MEMBER", body=text)

    def _do(self, what: str, **values: object) -> None:
        at: datetime = self.clock()
        self._world.do(what, at, **values)
