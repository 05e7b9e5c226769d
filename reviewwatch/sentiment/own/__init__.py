"""A team's own model: what a hundred of its rated reviews teach about how its reviewers write, in any language.

`features` takes a text apart, `learning` finds the weights, `calibration` makes them mean what they say, `model` scores
and `files` keeps. Whoever scores texts asks `own_models` once and an `OwnJudge` for each text of its language.
"""

from reviewwatch.sentiment.own.features import bag_of
from reviewwatch.sentiment.own.files import load, own_models, path_of, save, undo
from reviewwatch.sentiment.own.learning import Example
from reviewwatch.sentiment.own.model import Made, OwnJudge, OwnModel, Trained, train

__all__ = [
    "Example",
    "Made",
    "OwnJudge",
    "OwnModel",
    "Trained",
    "bag_of",
    "load",
    "own_models",
    "path_of",
    "save",
    "train",
    "undo",
]
