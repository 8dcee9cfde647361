"""A graph in, web pages out: JSON-LD blocks for pages of yours, and a site of its own."""

from kg.web.embedding import embedded
from kg.web.snippets import Snippets, install

__all__ = ["Snippets", "embedded", "install"]
