"""Says at the end how many cases of the reading contract each connector passed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

_CASE = re.compile(r"test_contract_reading\.py::test_\w+\[(?P<name>[a-z_]+)")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print connectors × cases, also where the cases ran in several processes."""
    counts: dict[str, Counter[str]] = {}
    for outcome in ("passed", "failed", "skipped"):
        for report in terminalreporter.stats.get(outcome, ()):
            found = _CASE.search(getattr(report, "nodeid", ""))
            if found:
                counts.setdefault(found["name"], Counter())[outcome] += 1
    if counts:
        terminalreporter.section("reading contract: connectors × cases")
        for name, count in sorted(counts.items()):
            terminalreporter.line(
                f"{name}: {count['passed']} passed, {count['failed']} failed, {count['skipped']} not here"
            )
