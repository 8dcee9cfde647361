"""cues.toml compiled: for each credit its words, and one pattern for every way in which prose hands out credits."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.lexis.prefilter import Prefiltered, prefiltered
from kg.lexis.words import alternation

_JOIN = r"\s*(?:,\s*(?:and\s|&\s)?|\s(?:and|&)\s|/|\sas\swell\sas\s|,?\salong\swith\s)\s*"
_BETWEEN = (
    r"(?:\sin\s[a-z]\w+|\sin\s(?:black[-\s]and[-\s]white|colou?r)|\sfor\sthe\sscreen"
    r"|\sfrom\s\d{4}\sto\s\d{4}|\sin\s\w+\s(?:days|weeks|months)|\s[a-z]+ly)?"  # "directed in Technicolor by"
)
_ADVERB = (
    r"(?:(?:also|then|later|solely|jointly|all|reportedly|initially|originally|primarily|again|both|co"
    r"|executive|which was|who also|that was|was|and was|subsequently|further)\s)*"
)
_APART = re.compile(r",\s*(?:and\s)?|\s(?:and|&)\s|/")
MADE = (  # what is done to what a noun names: "the script was credited to", "narration provided by"
    r"(?:credited|provided|handled|done|performed|created|prepared|developed|conducted|contributed|supplied|crafted"
    r"|made|undertaken|co-written|written|adapted|scripted|penned|composed|co-composed|scored|arranged|edited|filmed"
    r"|shot|produced|directed)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of one credit; each list holds pattern entries in the notation of words.toml."""

    name: str
    field: tuple[str, ...]
    participle: tuple[str, ...]
    noun: tuple[str, ...]
    title: tuple[str, ...]
    verb: tuple[str, ...]
    lead: tuple[str, ...]


@cache
def cues() -> dict[str, Cue]:
    """Every credit of cues.toml by its name."""
    return {
        name: Cue(
            name, *(tuple(said.get(part, ())) for part in ("field", "participle", "noun", "title", "verb", "lead"))
        )
        for name, said in _toml().items()
        if name not in ("cast", "not")
    }


@cache
def meaning(part: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of one part ("participle", "noun" …) with the credit each stands for."""
    return tuple(
        (re.compile(alternation(words), re.IGNORECASE), c.name) for c in cues().values() if (words := getattr(c, part))
    )


def credits_of(part: str, words: str) -> list[str]:
    """The credits that these words give ("produced" is the producer's and the studio's), [] when none."""
    bare = " ".join(words.split())
    return [name for pattern, name in meaning(part) if name != "other" and pattern.fullmatch(bare)]


def credits_of_field(label: str) -> list[str]:
    """The credits that a field's label gives, each once: "Screenplay & Direction" those of both words."""
    if (whole := credits_of("field", label)) or not _APART.search(label):
        return whole
    parts = [credits_of("field", part) or credits_of("field", f"{part} by") for part in _APART.split(label)]
    return list(dict.fromkeys(name for part in parts for name in part)) if all(parts) else []


@cache
def _no_other_trade() -> str:
    """Look-behinds that refuse "art director" and the like."""
    return "".join(rf"(?<!\b{word}\s)" for word in _toml()["not"]["before"])


def _words(part: str) -> str:
    return alternation([w for c in cues().values() for w in getattr(c, part)])


@cache
def lead_pattern() -> Prefiltered:
    """What a list of names follows: "written and directed by", "screenplay by", "starring", "whose cast includes".

    This one and `title_pattern` search whole texts; held against the text in small letters, they do so twice as fast.
    """
    cast = _toml()["cast"]
    element = (
        rf"(?:{_ADVERB}(?:{_words('participle')}(?:\sfor\sthe\sscreen)?(?:{_BETWEEN}\sby)?"
        rf"|{alternation(cast['joined'])}))"
    )
    verbs = (
        rf"(?:\s(?:for\sthe\sfilm\s|to\sthe\sfilm\s)?(?:is|are|was|were|has\sbeen|had\sbeen))?(?:\s(?:also|later"
        rf"|then|jointly|solely|originally))?(?:\s{MADE})?"
    )
    noun = (
        rf"{_no_other_trade()}\b(?:{_words('noun')}(?:\sand\slyrics|\sand\ssongs"
        rf"|\sand\sdialogues?)?)(?:{_JOIN}(?:the\s|an?\s)?{_words('noun')})*(?:\sof\sthe\sfilm|\sfor\sthe\sfilm"
        rf"|\sto\sthe\sfilm)?,?{verbs}(?:\sby|(?<=credited)\sto)"
    )
    phrase = alternation(cast["phrase"])
    group = rf"{element}(?:{_JOIN}{element})*"
    return prefiltered(
        rf"\b(?:(?P<lead>{_no_other_trade()}{_words('lead')})|(?P<phrase>{phrase})|(?P<noun>{noun})|(?P<group>{group}))[:;]?(?=\s)"
    )


@cache
def element_pattern() -> re.Pattern[str]:
    """One element of a group ("written by", "starring"), for taking a matched group apart."""
    joined = alternation(_toml()["cast"]["joined"])
    return re.compile(
        rf"\b(?:(?P<part>{_words('participle')})|(?P<cast>{joined}))(?P<by>{_BETWEEN}\sby)?(?!\w)", re.IGNORECASE
    )


@cache
def title_words() -> str:
    """Alternation of every trade that gives a credit."""
    return _words("title")


def trades_in(words: str) -> list[str]:
    """The single trades in a match of `title_pattern` ("writer, director and star")."""
    return [trade.strip() for trade in _APART.split(words)]


@cache
def title_pattern() -> Prefiltered:
    """What stands before a name as its bearer's trade: "director", "writer, director and star"."""
    words = _words("title")
    return prefiltered(
        rf"{_no_other_trade()}\b(?P<titles>{words}(?:{_JOIN}{words})*)(?:\s|,\s(?=(?!and|or|but|who|which|then)\w))",
        re.IGNORECASE,
    )


@cache
def verb_pattern() -> re.Pattern[str]:
    """What makes the names before it credits: "A and B wrote and directed", "A stars"."""
    words = rf"(?:(?:also|then|later|both|again|co-)\s?)*{_words('verb')}"
    return re.compile(
        rf"(?:,?\s(?:who|both|all|together|himself|herself|also|again"
        rf"|then))*\s(?P<verbs>{words}(?:{_JOIN}{words})*)(?P<after>[^.;]*)",
        re.IGNORECASE,
    )


@cache
def verb_words() -> re.Pattern[str]:
    """One verb of a matched verb group."""
    return re.compile(rf"\b{_words('verb')}(?!\w)", re.IGNORECASE)


@cache
def _toml() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "cues.toml").read_text(encoding="utf-8"))
