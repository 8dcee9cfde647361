"""Blocks in, Page out: sentences, people, films, what the text says of other works, and the credits it hands out."""

from kg.annotate.films.columns import columns
from kg.annotate.page import annotate
from kg.annotate.recogniser import Recogniser, load_recogniser

__all__ = ["Recogniser", "annotate", "columns", "load_recogniser"]
