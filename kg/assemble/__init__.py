"""Extractions and the identity of their things in; the facts of all documents together, and the graphs of a build, out.

statements   what one document states, about entities with their IRIs
merging      the facts of the default graph, each with all its evidence; choosing: one value where only one can be
sifting      which facts a validation refuses, and what falls with them
graphs       the quads: facts, a graph a document, evidence, provenance, curation, quarantine
"""

from kg.assemble.choosing import Contest
from kg.assemble.evidence import Detail, Encoding
from kg.assemble.graphs import quads
from kg.assemble.identity import Identity
from kg.assemble.merging import Merged, merge
from kg.assemble.rdf import triples
from kg.assemble.sifting import Refused, Sifted, blamed, conforming, sift

__all__ = [
    "Contest",
    "Detail",
    "Encoding",
    "Identity",
    "Merged",
    "Refused",
    "Sifted",
    "blamed",
    "conforming",
    "merge",
    "quads",
    "sift",
    "triples",
]
