"""Extractions in, Resolution out: which things of different documents are one, under which IRI, and why.

It looks at a light summary of each document only. Films come first (titled, then unnamed), then people in the context
of films, then the characters and roles of each film; every step works on blocks of one key and sorts before it decides,
so that the order of the documents makes no difference. `deciding` does it all at once, `desks` among many who work,
and `again` where something changed.
"""

from kg.resolve.again import decide_again
from kg.resolve.deciding import decide, resolve
from kg.resolve.decisions import add_decision, decisions_in, read_decisions
from kg.resolve.desks import Divided, Office, decide_at_desks, sum_up
from kg.resolve.links import links_in, read_links
from kg.resolve.memory import Memory
from kg.resolve.recording import documents_in, remember
from kg.resolve.resolution import Resolution
from kg.resolve.summarising import summarise
from kg.resolve.summary import Summary

Resolved = Resolution | Divided
"""What identity came to, decided at once or at many desks."""

__all__ = [
    "Divided",
    "Memory",
    "Office",
    "Resolution",
    "Resolved",
    "Summary",
    "add_decision",
    "decide",
    "decide_again",
    "decide_at_desks",
    "decisions_in",
    "documents_in",
    "links_in",
    "read_decisions",
    "read_links",
    "remember",
    "resolve",
    "sum_up",
    "summarise",
]
