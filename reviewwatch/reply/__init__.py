"""Suggesting a reply, and the rules that every reply is held to.

`platforms` holds what each place allows, `issues`, `plan`, `frames` and `realize` make a draft, `guards` check a text,
whoever wrote it.
"""

from reviewwatch.reply.offline import draft

__all__ = ["draft"]
