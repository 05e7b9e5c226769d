"""From a review to our judgment of it: how likely a detractor wrote it, and why. Pure.

`reading` takes the texts apart, `words` looks each word up, `tone` hears them sentence by sentence, `odds` turns stars
and tone into a probability, `praise` finds who is thanked, and `judge` puts them together. `topics` loads what reviews
are asked for from the files in `packs`; `statements` finds it clause by clause, for `themes`, `worst`, `risk` and
`sensitive`.
"""

from reviewwatch.assess.judge import SCORER, assess
from reviewwatch.assess.odds import rating_clause
from reviewwatch.assess.reading import read
from reviewwatch.assess.topics import OwnTheme, Topics, topics
from reviewwatch.text.reading import MAX_CHARS

__all__ = ["MAX_CHARS", "SCORER", "OwnTheme", "Topics", "assess", "rating_clause", "read", "topics"]
