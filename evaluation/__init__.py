"""Measures on recorded or labelled data that is not in the repository: `python3 dev.py eval NAME …`."""
