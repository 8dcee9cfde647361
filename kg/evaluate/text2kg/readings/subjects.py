"""A sentence in, what the film is about out: events, people told of, and matters that the sentence names."""

import re
from collections.abc import Iterator
from typing import Final

from kg.evaluate.text2kg.readings.patterns import NAME, WORD, overlapping, without_genitive
from kg.vocab import country_code

_EVENT: Final = re.compile(
    rf"(?:\d{{4}}\s)?(?:{WORD}\s){{1,3}}(?:War(?:\sI{{1,2}})?|Revolution|Uprising|Rebellion|Crisis|Scandal|Mutiny|Coup"
    r"|Genocide|Famine|Expedition|[Mm]assacres?|[Dd]isaster|[Rr]iots|[Pp]rotests|[Mm]urders|[Bb]ombings?|[Hh]ijacking|[Tt]rials?"
    r"|[Ee]arthquake)\b(?!\sZ)"
    rf"|\b(?:[Bb]attle|[Ss]iege|[Aa]ttack|[Ii]nvasion|[Ss]inking|[Mm]urder|[Aa]ssassination|[Tt]rial|[Ff]all)"
    rf"\s(?:of|on)\s(?:the\s(?:[A-Z]{{2,3}}\s)?)?{NAME}|September\s11\sattacks|\bOperation\s{NAME}"
)
_LEAD_IN: Final = re.compile(r"^(?:The|During|In|On|Set)\s")
_ABOUT: Final = re.compile(
    r"\b(?:about|chronicl\w+|documents"
    r"|(?:life|lives|portrait|biopic|story|character|music|murder|death)\s(?:and\s\w+\s)?of)\s"
    rf"(?:[a-z-]+\s|[A-Z]\w+(?:an|ish|ese|ch)\s){{0,5}}?(?![A-Z]\w+(?:an|ish|ese|ch)\s[a-z])(?P<who>{NAME}(?:\sfamily)?)"
)
_MATTER: Final = re.compile(
    r"\b(?:about|themes?|deal(?:s|ing)\swith|explor\w+|issues?|subject\sof|topics?|stor(?:y|ies)|history\sof|world\sof|tackl\w+"
    r"|address\w+|concern\w+|examin\w+|focus\w+\son)\s(?:of\s|on\s|such\sas\s|includ\w+\s|like\s)?(?:the\s|an?\s)?"
    r"(?P<matter>(?P<head>[a-z-]{4,})(?:\s[a-z-]{4,})?)"
)


def matters(sentence: str) -> Iterator[str]:
    """Small words, one or two, behind words of telling: of which list or not, they may be what a film is about."""
    for match in _MATTER.finditer(sentence):
        yield from (match["head"], match["matter"])


def subjects(sentence: str, _: str) -> Iterator[str]:
    """Wars and battles, people by their full names behind words of telling, topics of the list."""
    yield from (_LEAD_IN.sub("", m[0]) for m in _EVENT.finditer(sentence))
    yield from (m[1] for m in overlapping("topics").finditer(sentence))
    for match in _ABOUT.finditer(sentence):
        if " " in match["who"] and not country_code(match["who"]):
            yield without_genitive(match["who"])
