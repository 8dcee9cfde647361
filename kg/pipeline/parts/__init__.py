"""A build assembled in parts: what is said of a film and of all that hangs on it is one bundle, whole in one part.

packing   statements and facts as rows and bytes, and back
shuffle   what documents state in, a portion of them at a time; by part, out
spaces    the namespaces of facts, on which their prefixes depend
store     what is said in a part and the merged facts, on disk: by bundle, by document, by what they point to
tasks     what is done with a part: merge, validate, write; functions of a plan and a share, for any runner
"""

from kg.pipeline.parts.plan import DOCUMENTS, Plan, Share, bundle_of, decide_parts, part_of
from kg.pipeline.parts.shuffle import share_out
from kg.pipeline.parts.spaces import spaces_of
from kg.pipeline.parts.store import FactStore, PartStore
from kg.pipeline.parts.tasks import (
    PartMerged,
    Written,
    check_share,
    merge_part,
    merge_part_again,
    shard_name,
    share_portion,
    write_facts_of,
    write_part_shard,
    write_share,
)

__all__ = [
    "DOCUMENTS",
    "FactStore",
    "PartMerged",
    "PartStore",
    "Plan",
    "Share",
    "Written",
    "bundle_of",
    "check_share",
    "decide_parts",
    "merge_part",
    "merge_part_again",
    "part_of",
    "shard_name",
    "share_out",
    "share_portion",
    "spaces_of",
    "write_facts_of",
    "write_part_shard",
    "write_share",
]
