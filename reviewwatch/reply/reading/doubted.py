"""What a review puts in quotation marks because it was not so: "Sea view" if you stand on the bath. English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reviewwatch.reply.reading.lines import Line

_QUOTED: Final = re.compile(
    r"[\"“”«'‘](?P<said>(?!\d)[^\"“”«»]{3,45}?)[\"“”»'’],? ?"
    r"(?:is|was|are|were|means|meant|if|when|turned|that|which|=|[-–—:])(?![^\W_])",
    re.IGNORECASE,
)
_LEAST: Final = 2
"""Words in which a claim is told from a name, which has capitals: "Casa Luna" is a bar."""


def doubted_in(line: Line) -> Iterator[range]:
    """Yield the words of each claim that a review doubts by putting it in quotation marks."""
    text = line.folded.text
    for found in _QUOTED.finditer(text, max(0, line.start - 1), line.end):
        start, end = found.span("said")
        words = [at for at, (first, last) in enumerate(line.spans) if first >= start and last <= end]
        is_name = any(text[line.spans[at][0]].isupper() for at in words[1:])
        if len(words) >= _LEAST and not is_name:
            yield range(words[0], words[-1] + 1)
