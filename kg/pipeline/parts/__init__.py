"""A build assembled in parts: what is said of a film and of all that hangs on it is in one part, whole.

packing   statements and facts as short rows of bytes, and back
shuffle   all that documents say in, by part, out
store     the merged facts, on disk: by part, by what they are about, by what they point to
tasks     what is done with a part: merge, validate, write; functions of a plan and a number, for any runner
"""

from kg.pipeline.parts.plan import Plan, decide_parts, part_of
from kg.pipeline.parts.shuffle import Shuffle
from kg.pipeline.parts.store import FactStore
from kg.pipeline.parts.tasks import Quoted, Written, check_part, merge_part, shard_name, write_part, write_part_shard

__all__ = [
    "FactStore",
    "Plan",
    "Quoted",
    "Shuffle",
    "Written",
    "check_part",
    "decide_parts",
    "merge_part",
    "part_of",
    "shard_name",
    "write_part",
    "write_part_shard",
]
