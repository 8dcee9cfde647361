"""Which film a tie is told of: the words before a cue in; whether another film's remake is told out."""

import re
from typing import Final

from kg.lexis.names import NAME
from kg.lexis.titles import QUOTED, TITLE, YEAR, title_key
from kg.lexis.words import any_of

_A: Final = rf"(?:an?|the|another|one|any|some|{NAME}['’]s?)\s"
_NOUN_PHRASE: Final = r"(?:[\w'’-]+,?\s){0,4}?$"  # what may stand between the article and "remake of"
_RESUMES: Final = re.compile(
    r";\s|,\s(?:and|but|which|that|it|this|the\sfilm)\s|\s(?:and|but)\s(?:is|was|it|the\sfilm)\s|[)]\s"
)
# "A, who had directed the remake of", "B, best known for a remake of": what someone did besides
_CAREER: Final = re.compile(
    rf"\b(?:whom?|whose|previously|formerly|(?:known|remembered|famous)\sfor)\b[^.;]*?\s(?:{_A})?{_NOUN_PHRASE}"
)
# "tries to shoot a remake of", "the lead in a remake of", "a sequel to a remake of": it is somebody's aim, place, theme
_GOVERNED: Final = re.compile(
    r"\b(?:(?:to|will|would|could|should)\s(?:\w+\s)?(?:make|shoot|direct|produce|film|do|star\sin|appear\sin|be\sin)"
    r"|making|shooting|filming|rehearsing|planning|preparing|producing|(?:sequel|prequel|follow-up|homage|answer)\sto"
    r"|(?:lead|part|role|roles|bill|feature|rights|script)\s(?:in|with|to|for|of)|about|[Ll]ike|[Uu]nlike|than"
    r"|compared\s(?:to|with)"
    rf"|reminiscent\sof|recalls?|resembles?)\s(?:{_A}){_NOUN_PHRASE}"
)
_OBJECT: Final = re.compile(
    rf"[a-z]\s(?:with|of|for|in|to|from|against|after|before|by|on)\sthe\s{_NOUN_PHRASE}"
)  # "beaten by the remake of"
_NO_FILM: Final = (
    r"(?:songs?|tunes?|theme|score|series|season|episodes?|scenes?|sequences?|segments?|numbers?|game|single|video"
    r"|shots?|finale|house|costumes?|sets?|title|poster)"
)
_OF_A_PART: Final = re.compile(
    rf"\b{_NO_FILM}(?:\s(?!(?:is|was|are|were)\s)[\w'’,\"“”-]+){{0,6}}?\s(?:is|was|are|were)\s(?:{_A})?{_NOUN_PHRASE}"
)
_OWN_APPOSED: Final = re.compile(rf"¤[\"”’]?(?:\s\({YEAR}\))?,\s(?:an?|the)\s{_NOUN_PHRASE}")
_APPOSED: Final = re.compile(
    rf"(?:\b(?:{any_of('film_noun')}|called|titled|(?:bill|feature)\swith)\s(?P<named>{QUOTED}|{TITLE})"
    rf"|(?P<dated>{QUOTED}|{TITLE})\s\({YEAR}\)|(?P<quoted>{QUOTED}))"
    rf",?\s(?:itself\s|also\s)?(?:an?|the)\s{_NOUN_PHRASE}"
)


def told_of_another(text: str, start: int, cue: int, own: str) -> bool:
    """Whether the words from `start` to a cue such as "remake of" tell it of another film than the page's `own`."""
    if _OWN_APPOSED.search(text[max(start, cue - 160) : cue]):
        return False
    resumed = max((m.end() for m in _RESUMES.finditer(text, start, cue)), default=start)
    before = text[max(resumed, cue - 160) : cue]
    if any(pattern.search(before) for pattern in (_CAREER, _GOVERNED, _OBJECT, _OF_A_PART)):
        return True
    apposed = _APPOSED.search(text[max(start, cue - 160) : cue])
    title = next((t for t in apposed.groups() if t), "") if apposed else ""
    return bool(title) and title_key(title) != title_key(own) and "¤" not in title
