"""The cues that tie a film to another work, as one pattern: the name of the group that matched is the kind of cue."""

from functools import cache
from typing import Final

from kg.annotate.nouns import COUNTRY, works
from kg.lexis.names import NAME
from kg.lexis.prefilter import Prefiltered, prefiltered
from kg.lexis.titles import QUOTED, TITLE, YEAR
from kg.lexis.words import alternation

_ORIGINAL: Final = (  # "the original 1934 film", "the 1961 original", "the original by A"
    r"(?<!played\sin\s)\b[Tt]he\s(?=(?:original|earlier)\s(?:[\w-]+\s){0,2}?(?:version|film|movie)\b"
    r"|original,?\sby\s[A-Z]"
    rf"|(?<!\bin\sthe\s)(?<!\bof\sthe\s)original,\s(?:{QUOTED}|{TITLE})(?:\s\({YEAR}\))?,?\s(?:was|had|is|has|starred|came|stars)\b"
    rf"|(?:{YEAR}|{COUNTRY})\s(?:[\w-]+\s)?original(?=[,.;:)]|\s(?!{alternation(works()['no_work'])}\b)[a-z]|$))"
)
_THE_ORIGINAL: Final = (  # "than the original, in which A …": the film that the page's own remakes or follows
    r"\b(?:[Tt]he|[Ii]ts)\s(?=original(?:,?\s(?:in\swhich|where|with|starring|which)|\s(?:had|starred|featured|stars"
    r"|was|is|has|did))\s)"
)
_WHERE: Final = (  # "in Vienna", "by another studio", "three years earlier"
    r"(?:\s(?:(?:in|by|at|for)\s(?!which\b|the\ssame\b)[^.;,]{2,40}?"
    r"|(?:[\w-]+\s){1,3}(?:years?|decades?|months?)\s(?:earlier|before))){0,2}"
)
_FILMED: Final = (  # "the story had been filmed before as", "which had filmed the same script in 1940 as"
    r"(?:\bhad|['’]d)\s(?:already\s|also\s|previously\s|twice\s|first\s)*(?:been\s)?(?:already\s|previously\s)?(?:filmed|shot"
    r"|made|told|done|put\son\sscreen)"
    r"(?=\s)(?:\s(?:it|(?:the|this|that)\s(?:same\s)?(?:story|script|plot|tale|material)))?(?:\s(?:before|earlier|once|already"
    r"|previously))*"
    rf"(?:,?\s(?:in|back\sin)\s(?P<filmed_year>{YEAR}))?{_WHERE},?\s(?:as|under\sthe\s(?:title|name)(?:\sof)?)(?=\s)"
)
_SAME_STORY: Final = (  # "the studio had used the same plot in 1936 for"
    r"\b(?:used|filmed|made|adapted|shot)\s(?:[a-z]+\s){0,2}?(?:the\s(?:very\s)?same|this|its|the)"
    r"\s(?:story|plot|script|screenplay|scenario|premise|material|idea)(?:\s(?:already|before|once|earlier"
    r"|previously))*"
    rf"(?:,?\s(?:in|back\sin)\s(?P<same_year>{YEAR}))?{_WHERE},?\s(?:for|in|as)"
    rf"(?=\s(?:[\"“]|(?:the|its|their|his|her)\s(?:[\w-]+\s){{0,3}}?{alternation(works()['film'])}\s"
    rf"|(?!{COUNTRY}\b)[A-Z]))"
)
_MADE: Final = (  # "previously filmed in 1938 and 1954", "already made into the film", "had been filmed before as"
    r"\b(?:(?:previously|earlier|already|first|twice|originally)\s(?:been\s)?(?:filmed|adapted|made|shot"
    r"|brought\sto\sthe\sscreen)"
    r"|been\s(?:filmed|adapted|made)\s(?:before|previously|earlier|once|twice),?)"
    r"(?:(?:\s(?:for\s(?:the\s)?(?:screen|film|cinema)|as|into(?:\sa)?\sfilms?(?=\s(?:as|in)\s)|into"
    r"|under(?=\s(?:the\ssame|that)\s)))+"
    rf"(?=\s)|(?=\sin\s{YEAR}))(?:\sin\s(?P<made_year>{YEAR})(?:\s(?:as|into|under)(?=\s))?)?"
)
_NOT_ITS_YEAR: Final = rf"(?!\s{YEAR}(?:[,.;)]|\s(?:is|was|has|had|with|starring)\b))"  # "the remake of 1939 was"
_ASIDE: Final = (  # "a remake – of sorts – of", "a version, if you like, of"
    r"(?:\s?[–—]\s?[^–—.;]{3,60}\s?[–—]|,\s(?:as|in|if|of\sa\ssort|so\sto\s)[^,.;]{0,50},|\s\([^()]{3,50}\))?"
)
_NEXT: Final = (  # "the second film of the series after Ebb (1948)"
    r"\b(?:second|third|fourth|fifth|sixth|latest|next)\s(?:film|movie|picture|entry|instal+ment|chapter"
    r"|part)\s(?:of|in)\s[^.;,]{3,50}?"
    rf",?\s(?:after|following)(?=\s[^.;,]{{2,60}}?\({YEAR}\))"
)
_SCRIPT: Final = (  # "of A's script for the film"
    rf"(?:\s(?:the|{NAME}['’]s?)\s(?:original\s)?(?:script|screenplay|scenario)\s(?:of|for|to)(?=\s))?"
)
_HAS_REMADE: Final = (  # "has remade Ana Ruiz's film"
    r"(?<!\bbe\s)(?<!\bbeen\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bis\s)(?<!\blater\s)\b(?:remade|retold|reimagined)"
    rf"(?=\s(?:(?!the\s){NAME}['’]s?\s|(?:his|her|their)\sown\s|the\s(?:{YEAR}|{COUNTRY})\s|[\"“]))"
    rf"|\b(?:nerve|courage|cheek|gall|audacity|temerity|guts)\sto\sremake(?=\s(?:(?!the\s){NAME}['’]s?\s|[\"“]))"
    # "they have let A remake his own silent classic"
    r"|\b(?:has|have|had)\s(?:invited|asked|let|allowed|hired|engaged|persuaded|chosen|got|brought|decided|returned"
    r"|gone\sback)\s"
    r"[^.;,]{0,40}?\bremake(?=\s(?:his|her|their)\s)"
)
_GO_AT: Final = (  # "the third go at Ebb"
    r"\b(?:second|third|fourth|fifth|another|new|fresh)\s(?:go|try|stab|crack)\sat(?=\s)"
)
_PREDECESSOR: Final = rf"(?<!and\s)\b[Ii]ts\s(?=(?:{YEAR}\s)?predecessor,?\s[A-Z\"“])"


@cache
def tie_cue() -> Prefiltered:
    """One pattern for all cues; the name of the group that matched is the kind of cue."""
    cues = {name: alternation(words) for name, words in works().items()}
    groups = {
        "source": r"\b[Ii]ts\ssource,(?=\s)",
        "version": _other_version(cues),
        "clause": _clause(cues),
        "original": _ORIGINAL,
        "first": _THE_ORIGINAL,
        "filmed": rf"{_FILMED}|{_SAME_STORY}",
        "takes": rf"\b(?:takes|took)(?:\son)?(?=\s[^.;]{{5,80}}?\sand\s{cues['taken']}\s)",
        "moves": rf"\b{cues['moves']}(?:\sthe\s(?:plot|story|action|premise|setting)\sof)?"
        r"(?=\s[^.;]{5,120}?\s(?:to|into|from)\s)",
        "remake": rf"\b(?i:{cues['remake']})s?(?:\sby\s(?:the\sdirector|{NAME}))?{_ASIDE}\s(?:of|to|from)[,:]?(?=\s)"
        rf"{_NOT_ITS_YEAR}{_SCRIPT}|{_HAS_REMADE}|{_GO_AT}",
        "adaptation": rf"\b(?i:{cues['adaptation']}){_ASIDE}\s(?:of|to|from)(?=\s){_SCRIPT}",
        "based": _based(cues),
        "inspired": rf"\b(?i:{cues['inspired']})(?=\s)",
        "sequel": rf"\b(?i:{cues['sequel']})\s(?:to|of)(?=\s)|{_PREDECESSOR}|{_NEXT}",
        "other": rf"\b(?i:{cues['other']})\s(?:to|of)(?=\s)",
        "made": _MADE,
    }
    return prefiltered("|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items()))


def _other_version(cues: dict[str, str]) -> str:
    """ "the old one, with", "the Swedish version starring", "the 1928 Paramount film directed by"."""
    same = rf"(?:{COUNTRY}|{YEAR})\s(?:[\w-]+\s){{1,3}}?(?:of|with|by)\s(?:the\s)?same\s(?:name|title)"
    kind = (
        rf"(?:(?:{cues['older']}|{COUNTRY}|{YEAR})\s){{1,2}}(?:one|{cues['version']})"
        rf"|{YEAR}\s(?:[\w-]+\s){{0,3}}?film"
    )
    return rf"\b[Tt]he\s(?=(?:{kind}),?\s(?:with|starring|directed\sby|in\swhich)\s|{same}\b)"


def _clause(cues: dict[str, str]) -> str:
    """ "The 1979 version by A had been …": another film as the subject; "In the Spanish original …"."""
    opening = r"(?:^|(?<=[.;,]\s)|(?<=\bwhile\s)|(?<=\band\s)|(?<=\bbut\s))"
    subject = rf"(?:(?:{cues['older']}|first)\s(?:\w+\s)?|{YEAR}\s(?:[\w-]+\s){{0,2}}?){cues['version']}"
    apposed = r"(?:,\s[^,.;]{2,60},)?"
    verb = rf"(?:\s(?:by|of|in|from)\s[^,.;]{{3,40}}?)?{apposed}\s(?:was|were|had|starred|featured)\b"
    within = rf"\b[Ii]n\sthe\s(?={COUNTRY}\soriginal\s)"
    fronted = rf"{opening}[Ii]n\sthe\s(?=(?:{YEAR}\s)?original(?:\s(?:film|version|movie))?,\s)"
    first = r"first(?:\sversion)?,?\s(?:directed|made|filmed|released|starring|from|of|by|with)"
    aired = (
        r"(?:[\w-]+\s){0,2}?(?:television|TV|radio|stage|Broadway|made-for-television)"
        r"\s(?:remake|version|adaptation|production|film|movie|musical)"
    )
    told = r"(?:,?\s(?:starring|with|featuring|directed\sby|by|in\swhich)|\s(?:was|aired|starred|followed|had))"
    staged = rf"(?:[\w-]+\s){{0,2}}?{aired}{told}\b"
    return rf"{opening}(?:[Tt]he|[Ii]ts|[Aa]n?|[Oo]ne)\s(?={subject}{verb}|{first}\b|{staged})|{within}|{fronted}"


def _based(cues: dict[str, str]) -> str:
    """ "loosely based on", "adapted from"; a bare "from" or "after" only before a written work."""
    degree = r"(?:partly|in\spart|loosely|largely|very\sloosely|closely|both|freely|directly)"
    written = rf"(?:the|an?|his|her|{NAME}['’]s?)\s(?:(?:own|{YEAR})\s)?(?:[\w-]+\s){{0,2}}?{cues['source']}s?\b"
    based = rf"(?i:based\s(?:{degree}\s)?(?:up)?on|{cues['based']})(?:\s{degree})?(?=\s)"
    figures = r"(?:\s(?:the\s)?(?:characters?|figures)\s(?:created\s)?(?:from|in|for)(?=\s(?:the|an?|his|her)\s))?"
    return rf"\b{based}{figures}|\b(?:[Ff]rom|[Aa]fter)(?=\s{written})"
