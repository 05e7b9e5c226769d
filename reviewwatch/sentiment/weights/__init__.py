"""The detector's weights, one file a language. `docs/model-card.md` says what they were learned from."""
