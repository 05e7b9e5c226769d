"""Reading text: what it says whatever it is typed with, its sentences and its language. Pure."""

from reviewwatch.text.controls import show_controls
from reviewwatch.text.fold import Folded, fold
from reviewwatch.text.language import guess_language
from reviewwatch.text.search import search_text
from reviewwatch.text.split import Span, clauses, sentences

__all__ = ["Folded", "Span", "clauses", "fold", "guess_language", "search_text", "sentences", "show_controls"]
