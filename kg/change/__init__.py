"""Two graphs in, what the second has gained, lost and changed out: in facts, and in the evidence for them."""

from kg.change.comparing import Changes, Comparison, compare
from kg.change.telling import as_data, as_text

__all__ = ["Changes", "Comparison", "as_data", "as_text", "compare"]
