"""The peer: what a notebook does with a CSV of reviews. Run as `python notebook.py reviews.csv scored.sqlite`.

It is the short way that tutorials show: read_csv, VADER by apply, a threshold, to_sql. It keeps the compound value
alone, which is quicker than spreading all four into columns.
"""

import sys

import pandas as pd
from sqlalchemy import create_engine
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

source, target = sys.argv[1:3]
analyzer = SentimentIntensityAnalyzer()

reviews = pd.read_csv(source, parse_dates=["Date"]).drop_duplicates()
reviews["compound"] = reviews["Text"].apply(lambda text: analyzer.polarity_scores(text)["compound"])
reviews["flagged"] = (reviews["Rating"] <= 2) | (reviews["compound"] < -0.05)
reviews.to_sql("reviews", create_engine(f"sqlite:///{target}"), index=False)
