"""From a review to our judgment of it: how likely a detractor wrote it, and why. Pure.

`reading` takes the texts apart, `words` looks each word up, `tone` hears them sentence by sentence, `odds` turns stars
and tone into a probability, `praise` finds who is thanked, and `judge` puts them together.
"""

from reviewwatch.assess.judge import SCORER, assess
from reviewwatch.assess.odds import rating_clause
from reviewwatch.assess.reading import read
from reviewwatch.text.reading import MAX_CHARS

__all__ = ["MAX_CHARS", "SCORER", "assess", "rating_clause", "read"]
