"""Extractions and the identity of their things in; the facts of all documents together, and the graphs of a build, out.

statements   what one document states, about entities with their IRIs
merging      the facts of the default graph, each with all its evidence; choosing: one value where only one can be
sifting      which facts a validation refuses, and what falls with them
graphs       the lines of N-Quads: facts, a graph a document, evidence; provenance, curation, quarantine beside them

Merging and the graphs look at no thing but those they are given, so that a large build goes through them part by part.
"""

from kg.assemble.choosing import Contest
from kg.assemble.curation import curation, quarantine
from kg.assemble.evidence import Detail, Encoding, Piece
from kg.assemble.graphs import Sources, fact_lines
from kg.assemble.identity import Identity
from kg.assemble.merging import Merged, merge, merge_said, order
from kg.assemble.provenance import Provenance
from kg.assemble.rdf import Stated, spoken, stated
from kg.assemble.sifting import Facts, Held, Refused, blamed, conforming, refuse
from kg.assemble.statements import Said, said_by

__all__ = [
    "Contest",
    "Detail",
    "Encoding",
    "Facts",
    "Held",
    "Identity",
    "Merged",
    "Piece",
    "Provenance",
    "Refused",
    "Said",
    "Sources",
    "Stated",
    "blamed",
    "conforming",
    "curation",
    "fact_lines",
    "merge",
    "merge_said",
    "order",
    "quarantine",
    "refuse",
    "said_by",
    "spoken",
    "stated",
]
