"""The cues that tie a film to another work, as one pattern: the name of the group that matched is the kind of cue."""

import re
from functools import cache
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.lexis.names import NAME
from kg.lexis.titles import TITLE, YEAR
from kg.lexis.words import alternation

_ORIGINAL: Final = (  # "the original 1934 film", "the 1961 original", "the original by A"
    r"\b[Tt]he\s(?=(?:original|earlier)\s(?:[\w-]+\s){0,2}?(?:version|film|movie)\b|original,?\sby\s[A-Z]"
    rf"|(?:{YEAR}|{COUNTRY})\s(?:[\w-]+\s)?original(?=[,.;)]|\s(?:with|by|was|is|had|starring|in|directed|and|but|for)\b|$))"
)
_THE_ORIGINAL: Final = (  # "than the original, in which A …": the film that the page's own remakes or follows
    r"\b(?:[Tt]he|[Ii]ts)\s(?=original(?:,?\s(?:in\swhich|where|with|starring|which)|\s(?:had|starred|featured|stars|was|is|has|did))\s)"
)
_FILMED: Final = (  # "the story had been filmed before as", "which had filmed the same script in 1940 as"
    r"\bhad\s(?:already\s|also\s|previously\s|twice\s|first\s)*(?:been\s)?(?:already\s|previously\s)?(?:filmed|shot|made|told|put\son\sscreen)"
    r"(?=\s)(?:\s(?:it|the\s(?:same\s)?(?:story|script|plot|tale|material)))?(?:\s(?:before|earlier|once|already|previously))*"
    rf"(?:,?\s(?:in|back\sin)\s(?P<filmed_year>{YEAR}))?,?\s(?:as|under\sthe\stitle)(?=\s)"
)
_MADE: Final = (
    r"\b(?i:previously|earlier|already|first|twice|originally)\s(?:been\s)?(?:filmed|adapted|made|brought\sto\sthe\sscreen)"
    r"(?:\s(?:for\sthe\sscreen|as|into\sa\sfilm|into))+(?=\s)"
)
_NOT_ITS_YEAR: Final = rf"(?!\s{YEAR}(?:[,.;)]|\s(?:is|was|has|had|with|starring)\b))"  # "the remake of 1939 was"
_PREDECESSOR: Final = rf"(?<!and\s)\b[Ii]ts\s(?=(?:{YEAR}\s)?predecessor,?\s[A-Z\"“])"


@cache
def tie_cue() -> re.Pattern[str]:
    """One pattern for all cues; the name of the group that matched is the kind of cue."""
    cues = {name: alternation(words) for name, words in works().items()}
    groups = {
        "source": r"\b[Ii]ts\ssource,(?=\s)",
        "version": _other_version(cues),
        "clause": _clause(cues),
        "original": _ORIGINAL,
        "first": _THE_ORIGINAL,
        "filmed": _FILMED,
        "takes": rf"\b(?:takes|took)(?:\son)?(?=\s[^.;]{{5,80}}?\sand\s{cues['taken']}\s)",
        "moves": rf"\b{cues['moves']}(?:\sthe\s(?:plot|story|action|premise|setting)\sof)?(?=\s[^.;]{{5,120}}?\s(?:to|into|from)\s)",
        "remake": rf"\b(?i:{cues['remake']})\s(?:of|to|from)(?=\s){_NOT_ITS_YEAR}",
        "adaptation": rf"\b(?i:{cues['adaptation']})\s(?:of|to|from)(?=\s)",
        "based": _based(cues),
        "inspired": rf"\b(?i:{cues['inspired']})(?=\s)",
        "sequel": rf"\b(?i:{cues['sequel']})\s(?:to|of)(?=\s)|{_PREDECESSOR}",
        "other": rf"\b(?i:{cues['other']})\s(?:to|of)(?=\s)",
        "made": _MADE,
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))


def _other_version(cues: dict[str, str]) -> str:
    """ "the old one, with", "the Swedish version starring", "the 1928 Paramount film directed by"."""
    kind = (
        rf"(?:(?:{cues['older']}|{COUNTRY}|{YEAR})\s){{1,2}}(?:one|{cues['version']})|{YEAR}\s(?:[\w-]+\s){{0,3}}?film"
    )
    return rf"\b[Tt]he\s(?=(?:{kind}),?\s(?:with|starring|directed\sby|in\swhich)\s)"


def _clause(cues: dict[str, str]) -> str:
    """ "The 1979 version by A had been …": another film as the subject; "In the Spanish original …"."""
    opening = r"(?:^|(?<=[.;,]\s)|(?<=\bwhile\s)|(?<=\band\s)|(?<=\bbut\s))"
    subject = rf"(?:(?:{cues['older']}|first)\s(?:\w+\s)?|{YEAR}\s(?:[\w-]+\s){{0,2}}?){cues['version']}"
    apposed = rf"(?:,\s{TITLE}(?:\s\({YEAR}\))?,)?"
    verb = rf"(?:\s(?:by|of|in|from)\s[^,.;]{{3,40}}?)?{apposed}\s(?:was|were|had|starred|featured)\b"
    return rf"{opening}(?:[Tt]he|[Ii]ts)\s(?={subject}{verb})|\b[Ii]n\sthe\s(?={COUNTRY}\soriginal\s)"


def _based(cues: dict[str, str]) -> str:
    """ "loosely based on", "adapted from"; a bare "from" or "after" only before a written work."""
    degree = r"(?:partly|in\spart|loosely|largely|very\sloosely|closely|both|freely|directly)"
    written = rf"(?:the|an?|his|her|{NAME}['’]s?)\s(?:(?:own|{YEAR})\s)?(?:[\w-]+\s){{0,2}}?{cues['source']}s?\b"
    based = rf"(?i:based\s(?:{degree}\s)?(?:up)?on|{cues['based']})(?:\s{degree})?(?=\s)"
    return rf"\b{based}|\b(?:from|after)(?=\s{written})"
