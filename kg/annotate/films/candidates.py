"""Where titles may stand in a review: a sentence in, the stretches that are written as titles are out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.lexis.letters import UPPER
from kg.lexis.names import NAME, opens_a_name
from kg.lexis.titles import QUOTED, TITLE, YEAR, titular, unquoted
from kg.model import Span

_WITH_COMMA: Final = rf"{TITLE},\s{TITLE}(?=,\s(?:an?|the|which|directed|from|by|{NAME}['’]s)\s|\s\({YEAR})"
_CANDIDATE: Final = re.compile(rf"(?:{QUOTED}|(?<![\w’'-])(?:{_WITH_COMMA}|{TITLE}))")
_SENTENCE: Final = re.compile(r"\s(?:is|it)\s")
_PARTICLE: Final = re.compile(r"\b(?:van|von|der|de|den|di|da|del|della|bin|al|el|Mr\.|Mrs\.|Ms\.|Dr\.)\s$")
_OWNER: Final = re.compile(rf"(?={UPPER}\S*\s){NAME}['’]s?\s(?={UPPER}|\d)")
OPENING: Final = re.compile(
    r"(?:(?:In|With|For|As|From|Of|At|By|Where|When|Like|Unlike|And|But|Made|While|Then|Yet|If|On|To|Watch|See|Dear"
    r"|(?:Re)?[Vv]isiting|(?:Re-?)?[Ww]atching|Seeing|Reviewing"
    r"|(?:Nobody|Everybody|Somebody|Nothing|Everything)\s(?:in|of))\s"
    r"|(?:His|Her|Their)\s(?=(?:The|An?)\s|\d)"
    rf"|(?:Even|Not|Only|Still|Perhaps)\s(?:the\s)?)(?={UPPER}|\d)"
)
_NOT_TITLES: Final = frozenset(
    ["You", "Nobody", "Everybody", "Somebody", "Anybody", "Nothing", "Everything", "Something", "My", "Your", "Our"]
)
_MARKED: Final = re.compile(  # a label, or a question
    r"(?:Verdict|Rating|Rated|Score|Grade|Overall|Final\sScore|Starring|Director|Cast|Trivia)\b"
    r"|(?:Cinematography|Editing|Editor|Music|Score|Camera|Producer|Screenplay|Script|Story|Writer|Runtime|Country"
    r"|Genre):"
    r"|(?:What|Who|Where|When|How|Why)\s\S+$"
)
_TWICE: Final = re.compile(r"[?!]+(?=[?!])|[?!]$")
_DEMONYM: Final = re.compile(COUNTRY)
_TRAILING: Final = re.compile(r"(?:\s(?:with|the|an?|of|and|in|by|to))+\s(?P<word>[A-Z]\w+)$")
_ANNOUNCED: Final = re.compile(
    r"(?:[A-Z]{3,}|First|Second|Third|Finally|Next|Then|Gags|Plot|Verdict|Case\sin\spoint|[A-Z]\w+ly):\s"
)
_SPEAKER: Final = re.compile(r",?(?:\s(?:and|but))?\sI$")
_ASKED: Final = re.compile(r"[?!]\s(?=\S+$)")
_CAPITAL: Final = re.compile(rf"{UPPER}|\d")
_GOES_ON: Final = re.compile(r"\s[a-z]")


def candidates(text: str, within: Span) -> Iterator[Span]:
    """The stretches of a sentence that are written as titles are, without what its grammar puts around them."""
    for match in _CANDIDATE.finditer(text, within.start, within.end):
        title = _bare(text, unquoted(text, Span(*match.span())))
        if _is_titular(title.of(text)) and not _PARTICLE.search(text, max(within.start, title.start - 6), title.start):
            yield title


def _bare(text: str, title: Span) -> Span:
    """A title without its sentence's opening ("In Low Tide"), its owner ("A's Low Tide"), and what stands behind it."""
    title = _unmarked(text, title)
    while opening := OPENING.match(title.of(text)):
        title = Span(title.start + opening.end(), title.end)
    if (owner := _OWNER.match(title.of(text))) and _owns(text, owner):
        title = Span(title.start + owner.end(), title.end)
    if sentence := _SENTENCE.search(text, title.start + 1, title.end):  # "Low Tide is Jaws for ducks"
        title = Span(title.start, sentence.start())
    if (other := _TRAILING.search(title.of(text))) and _DEMONYM.fullmatch(other["word"]):  # "Low Tide, the Danish"
        title = Span(title.start, title.start + other.start())
    return _cut(text, title)


def _is_titular(words: str) -> bool:
    """Whether words can be a title: neither a label nor a pronoun, nor a single word that is a year or no name."""
    if not titular(words) or not _CAPITAL.match(words) or words in _NOT_TITLES or _MARKED.match(words):
        return False
    last = words.removeprefix("The ")
    owns = last.endswith(("'s", "’s"))
    return " " in last or not (owns or re.fullmatch(YEAR, last) or not opens_a_name(last))


def _cut(text: str, title: Span) -> Span:
    """A title without what opens its sentence ("FIRST: Low Tide"), or the sentence behind ("Low Tide? More like")."""
    if announced := _ANNOUNCED.match(text, title.start, title.end):
        title = Span(announced.end(), title.end)
    if not _GOES_ON.match(text, title.end):
        return title
    speaker = _SPEAKER.search(text, title.start, title.end)
    stop = speaker or _ASKED.search(text, title.start, title.end)
    return Span(title.start, stop.start()) if stop else title


def _unmarked(text: str, title: Span) -> Span:
    """A title without the marks of the sentence that it ends ("in Low Tide??"): it stands without them elsewhere."""
    marks = _TWICE.search(text, title.start, min(title.end + 1, len(text)))
    if not marks or marks.end() < title.end:
        return title
    bare = Span(title.start, marks.start())
    alone = re.compile(rf"\b{re.escape(bare.of(text))}(?![\w?!])")
    return bare if text[title.end : title.end + 1] in ("?", "!") or alone.search(text) else title


def _owns(text: str, owner: re.Match[str]) -> bool:
    """Whether a possessive before a title is its maker's: a full name, one told of elsewhere, or before an article."""
    name = re.split(r"['’]s?\s$", owner[0])[0]
    article = re.match(r"(?:The|An?)\s", owner.string[owner.end() :])
    return " " in name or bool(article) or bool(re.search(rf"\b{re.escape(name)}\b(?!['’])", text))
