"""Suggesting a reply, and the rules that every reply is held to.

`platforms` holds what each place allows, `reading` and `claims` read the review, `answer` decides, `plan`, `frames`,
`realize` and `rank` make drafts, `guards` check a text, whoever wrote it.
"""

from reviewwatch.reply.offline import draft, suggest

__all__ = ["draft", "suggest"]
