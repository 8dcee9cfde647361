"""What may stand around a name: pattern fragments for the epithet before it and the aside behind it."""

from typing import Final

EPITHET: Final = (  # "the great A", "her own father, B", "a boy named C"
    r"(?:(?:(?:the|an?|that|this)\s(?:(?!(?:that|who|which|one|of|in|is|was|for)\s)[a-z-]+,?\s){1,3}?"
    r"|(?:his|her)\s(?:own\s)?[a-z]+,\s|old\s|young\s|little\s)(?:(?:called|named)\s)?)?"
)
ASIDE: Final = r"(?:,\s[^.;(),]{3,120}?(?:\s\([^()]{2,60}\))?,|\s\([^()]{2,70}\))"
