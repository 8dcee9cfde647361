"""Extractions in, Resolution out: which things of different documents are one, under which IRI, and why.

It looks at a light summary of each document only. Films come first (titled, then unnamed), then people in the context
of films, then the characters and roles of each film; every step works on blocks of one key and sorts before it decides,
so that the order of the documents makes no difference.
"""

from kg.resolve.again import decide_again
from kg.resolve.deciding import decide, resolve
from kg.resolve.decisions import add_decision, decisions_in, read_decisions
from kg.resolve.links import links_in, read_links
from kg.resolve.memory import Memory
from kg.resolve.recording import documents_in, remember
from kg.resolve.resolution import Resolution
from kg.resolve.summarising import summarise
from kg.resolve.summary import Summary

__all__ = [
    "Memory",
    "Resolution",
    "Summary",
    "add_decision",
    "decide",
    "decide_again",
    "decisions_in",
    "documents_in",
    "links_in",
    "read_decisions",
    "read_links",
    "remember",
    "resolve",
    "summarise",
]
