"""What sites add to every review: a line in, whether it is such an aside out."""

import re
from typing import Final

from kg.segment.figures import DATE
from kg.segment.lines import Line

_ASIDE: Final = re.compile(
    r".*\bfound (?:this|the following) .*(?:helpful|useful).*"
    r"|was this (?:review )?helpful.*|helpful\W+\d+.*|helpful\s?\(\d+\).*"
    r"|\d+ (?:likes?|comments?|replies)|(?:read|show|see) (?:more|less|all\b.*|full review)"
    r"|(?:report|permalink|helpful|share|like|reply|comments?|flag)(?:\s\(?\d*\)?|\sthis.*|\sreview.*)?"
    r"|(?:warning: )?(?:(?:this review )?(?:may )?contains? )?spoilers?(?: alert)?[.!]?"
    r"|verified (?:purchase|ticket|buyer)",
    re.IGNORECASE,
)
_BUTTONS: Final = re.compile(
    r"(?:(?:reply|replies|likes?|dislikes?|agree|disagree|helpful|useful|funny|report(?: abuse)?|recommend|offensive"
    r"|share|flag|comments?|answers?|permalink|yes|no|quote|edit)\b\W*(?:\d[\d,.]*k?)?\W*){2,}",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(  # "Permalink 67 2"
    r"(?:\d[\d.,]*k?\s+){1,2}(?:permalink|helpful)|(?:permalink|helpful)(?:\s+\d[\d.,]*k?){1,2}", re.IGNORECASE
)
_DATED: Final = re.compile(DATE, re.IGNORECASE)
_ASIDE_WORDS: Final = 14


def is_aside(line: Line) -> bool:
    """Whether the line is what sites add to every review ("Was this helpful?"); a date makes it part of a head."""
    added = line.words <= _ASIDE_WORDS and any(form.fullmatch(line.text) for form in (_ASIDE, _BUTTONS, _COUNTS))
    return added and not _DATED.search(line.text)
