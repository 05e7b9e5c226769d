"""A language model that may polish a draft: optional, off by default, and trusted with nothing.

The offline draft is made first and is what remains. The model sees opaque tokens in the place of facts, help, contacts
and names, has no tools and no say: `tokens` hides, `prompt` asks, `endpoint` sends, `gate` lets a text through only if
the rules of the offline draft hold for it, too. Why: docs/decisions.
"""

from reviewwatch.reply.llm.endpoint import Endpoint, Used
from reviewwatch.reply.llm.writer import Written, not_used, rewrite

__all__ = ["Endpoint", "Used", "Written", "not_used", "rewrite"]
