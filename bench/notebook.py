"""The peer: what a notebook does with a CSV of reviews. Run as `python notebook.py reviews.csv scored.sqlite`.

It is the short way that tutorials show: read_csv, VADER by apply, its four scores spread into columns, a threshold,
to_sql. With `--compound` it keeps the compound value alone, as somebody does who has measured.
"""

import sys

import pandas as pd
from sqlalchemy import create_engine
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

source, target = sys.argv[1:3]
analyzer = SentimentIntensityAnalyzer()

reviews = pd.read_csv(source, parse_dates=["Date"]).drop_duplicates()
if "--compound" in sys.argv:
    reviews["compound"] = reviews["Text"].apply(lambda text: analyzer.polarity_scores(text)["compound"])
else:
    reviews = pd.concat([reviews, reviews["Text"].apply(analyzer.polarity_scores).apply(pd.Series)], axis=1)
reviews["flagged"] = (reviews["Rating"] <= 2) | (reviews["compound"] < -0.05)
reviews.to_sql("reviews", create_engine(f"sqlite:///{target}"), index=False)
