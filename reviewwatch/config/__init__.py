"""The config as frozen values. Problems come as rows with key, line and nearest valid key.

`model` holds the values, `schema` the table of keys, `load` and `find` read a file, `render` writes the example and
the reference.
"""

from reviewwatch.config.find import find, own_config, own_store
from reviewwatch.config.load import load, load_broken, load_text, with_lines
from reviewwatch.config.model import (
    TRADES,
    Brand,
    Config,
    DaemonConfig,
    DemoConfig,
    HttpConfig,
    ModelConfig,
    Person,
    RepliesConfig,
    SourceConfig,
    ThemeConfig,
    TriageConfig,
)

__all__ = [
    "TRADES",
    "Brand",
    "Config",
    "DaemonConfig",
    "DemoConfig",
    "HttpConfig",
    "ModelConfig",
    "Person",
    "RepliesConfig",
    "SourceConfig",
    "ThemeConfig",
    "TriageConfig",
    "find",
    "load",
    "load_broken",
    "load_text",
    "own_config",
    "own_store",
    "with_lines",
]
