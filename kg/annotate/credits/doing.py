"""Verbs of the trade and what they are done to: joined names in, credits of who wrote and directed the film out."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.credits.found import Found
from kg.annotate.cues import credits_of, verb_pattern, verb_words
from kg.annotate.prose import BLOT
from kg.model import Span

_SCRIPT_THAT: Final = re.compile(r"\b(?:screenplay|script)\s(?:that\s|which\s)?$")
_RELATIVE_TO: Final = re.compile(r"\b(?:that|which)\s$")  # "the play that A adapted"
_FOR_THE_SCREEN: Final = re.compile(r"\s(?:it\s)?(?:for|to)\sthe\sscreen\b")
_AND_VERB: Final = re.compile(r"(?<=\sfilm)\sand(?:\salso)?(?=\s)|(?<=\sit)\sand(?:\salso)?(?=\s)")
_ADAPTED: Final = re.compile(r"\s(?!from\b)(?:[\w.'’-]+\s){1,6}?(?:novel|novella|play|book|story|memoir)\b")
_WROTE_OTHER: Final = re.compile(
    r"\s(?:also\s)?(?:co-)?(?:wrote|writes|composed|composes)\s(?:the\s|its\s|some\s|all\s"
    r"|most\sof\sthe\s)?(?:\w+\s)?(?:(?P<music>score|music|soundtrack)|songs?|lyrics|novels?|books?|play|theme"
    r"|lines|lyric)\b(?!\sand\s(?:the\s)?(?:screenplay|script))"
)
_OBJECT: Final = re.compile(
    r"^\s(?:and\s[\w\s]{0,30})?(?:(?:both\s)?(?:the|its)\s(?!(?:first|last|previous|original|earlier"
    r"|other)\s(?:\w+\s){0,2}films?\b)(?:[\w-]+\s){0,3}?(?:film|movie|picture|screenplay|script|score|music|story"
    r"|remake|adaptation|production|project|feature|series|short|documentary|version|original\s(?:screenplay|score"
    r"|music)|film's)|it\b|this|from\s(?:a|his|her|their)|himself|herself|its|his\sown|her\sown|all\sthree)|^[.,;]"
    r"|^$",
)
_STARRED: Final = re.compile(r"\s(?:as|in)\b|[.,]|$")
_SCRIPT: Final = frozenset({"screenwriter"})


def read_doing(text: str, names: list[Span], after: int, end: int, title: str) -> Iterator[Found]:
    """Credits of the subjects of a verb: "A and B wrote and directed the film"."""
    match = verb_pattern().match(text, after, end)
    if not match:
        return
    before = text[max(0, names[0].start - 24) : names[0].start]
    if _SCRIPT_THAT.search(before):  # "from a screenplay that A and B co-wrote"
        yield from _of_verbs(match, names, _SCRIPT)
    if _RELATIVE_TO.search(before):
        if _FOR_THE_SCREEN.match(match["after"]):  # "a novel that A adapted for the screen"
            yield from _of_verbs(match, names, _SCRIPT)
    elif _of_the_film(match, title):
        yield from _did(text, names, match, end, title)


def _did(text: str, names: list[Span], match: re.Match[str], end: int, title: str) -> Iterator[Found]:
    """What a verb whose object is the film says, and the verb that "and" adds to it."""
    if wrote := _WROTE_OTHER.match(text, match.start(), end):
        if wrote["music"]:
            yield Found("musicBy", names[-1], Span(names[-1].start, wrote.end()), "musicBy.verb")
        return
    yield from _of_verbs(match, names)
    again = _AND_VERB.search(text, match.end("verbs"), end)
    more = verb_pattern().match(text, again.end(), end) if again else None
    if more and _of_the_film(more, title) and not _WROTE_OTHER.match(text, more.start(), end):
        yield from _of_verbs(more, names)


def _verbs(match: re.Match[str]) -> list[str]:
    """The single verbs of a match of `verb_pattern`."""
    return [verb[0] for verb in verb_words().finditer(match["verbs"])]


def _of_the_film(match: re.Match[str], title: str) -> bool:
    """Whether what was made is the film: "directed the film", "adapted the novel", "wrote" and its title."""
    verbs, object = _verbs(match), match["after"]
    adapted = verbs[-1].casefold().startswith("adapt") and _ADAPTED.match(object)
    stars = len(verbs) > 1 and verbs[-1].casefold().startswith("star") and _STARRED.match(object)
    return bool(adapted or stars or _OBJECT.search(object) or _is_title(object, title))


def _of_verbs(match: re.Match[str], names: list[Span], only: frozenset[str] | None = None) -> Iterator[Found]:
    """What the verbs give each name, the relations in `only` or all behind the camera."""
    for relation in dict.fromkeys(r for verb in _verbs(match) for r in credits_of("verb", verb)):
        if relation != "actor" and (only is None or relation in only):
            cue = Span(names[0].start, match.end("verbs"))
            yield from (Found(relation, name, cue, f"{relation}.verb") for name in names)


def _is_title(words: str, title: str) -> bool:
    """Whether the words begin with the film's own title, blotted out, spelt out or without its subtitle."""
    bare = words.lstrip(" \"“‘'*_").removeprefix("The ")
    short = title.split(": ")[0].removeprefix("The ")
    return bare.startswith(BLOT) or bool(short and bare.startswith(short))
