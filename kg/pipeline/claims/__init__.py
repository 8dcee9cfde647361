"""What each document states, on disk: `claims.jsonl` beside `texts.jsonl`, a line a document, sorted by id.

entry    the line of a document: what it states in few bytes, or why it was skipped
spill    documents and statements in any order in, the two sorted files out
stored   the two files in; extractions, one at a time or by id, out: to go on with, or to save reading again
rules    the version of the rules and the model that read the documents
"""

from kg.pipeline.claims.entry import FAILED, Entry, Head, Key, pack, unpack
from kg.pipeline.claims.rules import rules_version
from kg.pipeline.claims.spill import Spill
from kg.pipeline.claims.stored import Claims, Line, Portion

__all__ = ["FAILED", "Claims", "Entry", "Head", "Key", "Line", "Portion", "Spill", "pack", "rules_version", "unpack"]
