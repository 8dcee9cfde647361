"""What stands before a maker's name: the words in; the rules of the credits that they give the name, and where, out."""

import re
from typing import Final

from kg.annotate.cues import credits_of, title_words

_TRADES: Final = rf"(?P<trades>{title_words()}(?:\s(?:and|&)\s{title_words()})*)"
_SOMEBODY: Final = (
    r"(?:(?:the|a|an|one|some|somebody|someone|a\scertain|the\sbrothers|the\ssisters)\s(?:[a-z-]+\s){0,2}?)?"
    r"(?:(?:called|named)\s)?"
)
_TRADE_BEFORE: Final = re.compile(
    r"(?:^|[\s(“\"—–-])(?P<owner>(?:the|its|his|her)\s"
    rf"|['’]s\s)?(?<!\bart\s)(?<!assistant\s){_TRADES}(?P<comma>,)?\s$",
    re.IGNORECASE,
)
_PARTNER_BEFORE: Final = re.compile(  # "wrote it with his wife, the poet A", "co-wrote the film with its producer, A"
    rf"\b(?:wrote|written|co-wrote|co-written|penned)\b[^.;,]{{0,30}}?\swith\s(?:his|her|its|their|the)\s"
    rf"(?:(?P<trade>{title_words()})|[a-z-]+(?:\s[a-z-]+)?),?\s(?:the\s[a-z-]+\s)?$"
)
_BY: Final = re.compile(rf"(?:,|\sis)\sby\s{_SOMEBODY}$")
_IS_BEFORE: Final = re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s{_TRADES}\s(?:is|was)\s{_SOMEBODY}$")
_BY_BEFORE: Final = re.compile(
    rf"(?:\b[Dd]irected\b(?:(?!\sby\s|\sfrom\s)[^,.;()]){{0,30}}\sby|\b[Uu]nder\sthe\s(?:direction|guidance)\sof"
    rf"|\b[Bb]ehind\sthe\scamera\s(?:is|was|sits|sat|stands|stood)"
    rf"|,\sin\sa\s(?:film|movie|picture|comedy|drama|thriller)\sby|(?:^It|\bit|\b[Tt]his(?:\sone)?"
    rf"|\b[Tt]he\s(?:film|movie))\s(?:is|was)\s(?:made\s|directed\s)?by"
    r"|\b(?:who|that)\s(?:directed|made)\s(?:this|it|the\s(?:film|movie))(?:\s\w+)?,?(?:\s(?:is|was))?"
    rf"|\bD(?:ir)?:|(?:[Tt]hank\syou|[Tt]hanks|[Bb]ravo),?(?:\sto)?)\s{_SOMEBODY}$"
)
_APART: Final = re.compile(
    r"\b(?:with|like|unlike|from|than|former|future|fellow|another|other|as|named|called"
    r"|late)\s$"
)
_TEAMED: Final = re.compile(r"\b(?:[Ww]orking|[Tt]eam\w*|[Rr]eunit\w+|[Cc]ollaborat\w+)\s(?:[\w-]+\s){0,3}?with\s")
_SCRIPTS: Final = re.compile(r"(?:co-)?(?:screen|script)writers?", re.IGNORECASE)  # "the writer A" may be a character
_CREW: Final = frozenset({"director", "cinematographer", "musicBy"})  # trades that plots seldom give to characters
_AND: Final = re.compile(r"\s(?:and|&)\s")


def led(before: str, after: str, title: str) -> tuple[int, list[str]]:
    """Where the words before a name, which `after` follows, begin to give it credits, and the rules of these."""
    if match := _BY_BEFORE.search(before) or _is_by(before, title):
        return match.start(), ["director.maker"]
    if match := _IS_BEFORE.search(before):
        return match.start(), [f"{relation}.maker" for relation in _relations(match["trades"])]
    if match := _PARTNER_BEFORE.search(before):
        return match.start(), ["screenwriter.maker", *(f"{r}.maker" for r in _owned(match["trade"] or "", its=True))]
    if match := _TRADE_BEFORE.search(before):
        return match.start("trades"), _by_trade(before, after, match)
    return len(before), []


def _by_trade(before: str, after: str, match: re.Match[str]) -> list[str]:
    """The rules of the trades right before a name; who is told apart from the film's own has none."""
    set_apart = bool(match["comma"])  # "The director, A, …"
    if _APART.search(before[: match.start() + 1]) and not _is_teamed(before, match["trades"]):
        return []
    if set_apart and not (match["owner"] and after[:1] in ",.;:"):
        return []
    given, owner = _relations(match["trades"]), (match["owner"] or "").strip().casefold()
    opens = match.start("trades") == 0 and match["trades"][0].isupper()
    if opens or owner not in ("", "the"):
        its = match["owner"] == "its "
        given += [relation for relation in _owned(match["trades"], its) if relation not in given]
    return [f"{relation}.{'maker' if set_apart else 'title'}" for relation in given]


def _is_teamed(before: str, trades: str) -> bool:
    """Whether the words tell of those whom a film's maker works with ("working with the cinematographer A")."""
    return bool(_TEAMED.search(before)) and "director" not in credits_of("title", trades)


def _is_by(before: str, title: str) -> re.Match[str] | None:
    """The "by" that joins the film's title to the name behind these words ("The Long Road, by …")."""
    match = _BY.search(before)
    return match if match and title and before[: match.start()].rstrip('"”’*_').endswith(title) else None


def _relations(trades: str) -> list[str]:
    """The credits of trades; those of writers and players only where they direct, too."""
    pieces = _AND.split(trades)
    given = list(dict.fromkeys(relation for piece in pieces for relation in credits_of("title", piece)))
    scripts = bool(_SCRIPTS.fullmatch(trades))
    return [
        r for r in given if r in _CREW or ("director" in given and r != "actor") or (scripts and r == "screenwriter")
    ]


def _owned(trades: str, its: bool) -> list[str]:
    """The credits of someone who is called the film's, or its maker's ("its producer", "his screenwriter").

    Editors and producers that are a person's may be characters.
    """
    pieces = _AND.split(trades)
    given = dict.fromkeys(r for piece in pieces for r in credits_of("title", piece) if r != "actor")
    return [r for r in given if its or r not in ("editor", "producer")]
