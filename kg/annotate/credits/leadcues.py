"""What a cue before names gives: a match of `lead_pattern` in, credits and the kind of rule out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.cues import MADE, credits_of, element_pattern

_NOUN_MADE: Final = re.compile(
    r"(?P<comma>,)?(?:\s(?:is|are|was|were|has\sbeen|had\sbeen|also|later|then|jointly|solely|originally))*"
    r"\s(?P<made>(?:co-)?(?:written|adapted|scripted|penned|composed|scored|edited|filmed|shot|produced|directed))$"
)
_ITS_OWN: Final = re.compile(r",?\sand\sthe\s(?=[^,]*\s(?:is|was)\b)")  # "in his debut, and the script was written by"
_NOUN_JOIN: Final = re.compile(
    r",\s*(?:and\s)?|\s(?:and|&)\s|\s(?:(?:is|are|was|were|has|had|also|later|then|jointly|solely|originally"
    rf"|{MADE})\b.*)"
)
_TEXTS: Final = frozenset({"screenwriter", "storyBy", "musicBy", "cinematographer", "editor"})
_PLAYED_BY: Final = re.compile(r"(?:played|portrayed|voiced|narrated)\sby$", re.IGNORECASE)


def relations_of(cue: re.Match[str]) -> tuple[list[str], str]:
    """The credits that a cue gives, and the kind of rule it is; no credits where it lacks its "by"."""
    if cue["lead"]:
        return (credits_of("lead", cue["lead"]), "lead")
    if cue["phrase"]:
        return (["actor"], "played-by" if _PLAYED_BY.search(cue["phrase"]) else "phrase")
    if cue["noun"]:
        words = re.split(r"\s(?:by|from)$", cue["noun"])[0]
        if made := _made(words):
            return (made, "participle")
        return (list(dict.fromkeys(_nouns(words))), "noun")
    elements = list(element_pattern().finditer(cue["group"]))
    if not elements or not (elements[-1]["by"] or elements[-1]["cast"]):
        return ([], "")
    found: list[str] = []
    for element in elements:
        found += ["actor"] if element["cast"] else credits_of("participle", element["part"])
    return (list(dict.fromkeys(found)), "participle")


def _made(words: str) -> list[str]:
    """What the participle behind a noun gives where the noun is no text or music: "a debut, written by"."""
    match = _NOUN_MADE.search(words)
    if not match:
        return []
    given = credits_of("participle", match["made"])
    of_noun = list(_nouns(words[: match.start()]))
    return given if match["comma"] or not _TEXTS.intersection(of_noun) else []


def _nouns(words: str) -> Iterator[str]:
    if again := _ITS_OWN.search(words):
        words = words[again.end() :]
    for piece in _NOUN_JOIN.split(words):
        yield from credits_of("noun", re.sub(r"^(?:the|an?)\s", "", piece.strip()))
