"""The frozen types that flow between the stages; the standard library and msgspec only.

Those that come by the million are structs of msgspec: made, compared, hashed and unpacked at the speed of C.

text      Span, Document, Block, Sentence, Mention: what was read and where things stand in it
claim     Thing, Value, Evidence, Claim, Extraction: what one document states
page      Film, Credit, Tie, Scope, Stance, Page: a document annotated, as the extractors see it
fact      Entity, Judgement, Fact: what all documents state together
curation  Decision, Decisions, Link, Links: what people add to the texts
report    Finding, Skipped, Report: what was refused or passed over, and why
"""

from kg.model.claim import Claim, Datatype, Evidence, Extraction, Kind, Status, Thing, Value
from kg.model.curation import Decision, Decisions, Link, Links, Verb
from kg.model.fact import Entity, Fact, Judgement, Verdict
from kg.model.page import Credit, Film, Page, Scope, Stance, Tie
from kg.model.report import Finding, Report, Severity, Skipped
from kg.model.text import Block, BlockKind, Document, Mention, Sentence, Span

__all__ = [
    "Block",
    "BlockKind",
    "Claim",
    "Credit",
    "Datatype",
    "Decision",
    "Decisions",
    "Document",
    "Entity",
    "Evidence",
    "Extraction",
    "Fact",
    "Film",
    "Finding",
    "Judgement",
    "Kind",
    "Link",
    "Links",
    "Mention",
    "Page",
    "Report",
    "Scope",
    "Sentence",
    "Severity",
    "Skipped",
    "Span",
    "Stance",
    "Status",
    "Thing",
    "Tie",
    "Value",
    "Verb",
    "Verdict",
]
