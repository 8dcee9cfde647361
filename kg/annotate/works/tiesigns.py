"""What stands around a film that is brought up: its places in, features of how it is tied to the page's own out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.prose import BLOT
from kg.annotate.surroundings import surroundings
from kg.model import Span

_REMAKE: Final = r"re-?mak(?:e|es|ing)|remade|re-?do(?:ne|es)?|reboots?|do-over|rehash|retread|re-?shoots?"
_CUES: Final = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "remake": _REMAKE,
        "version": r"versions?|treatments?|updat(?:e|es|ed|ing)|moderni[sz]\w+|transpos\w+|transplant\w*|relocat\w+"
        r"|Americani[sz]\w+|take\son|spin\son",
        "retell": r"retell\w*|retold|reimagin\w*|rework\w*|restag\w*|translat\w+|recycl\w+|repeat\w*|recreat\w*|cop(?:y|ied|ies)"
        r"|lift(?:ed|s)|stolen|steals?|borrow\w*|rip-?off|(?:shot|scene|frame)[\s-](?:for|by|after)[\s-](?:shot|scene|frame)",
        "original": r"originals?|originally|source|model|template|forerunner|predecessor|inspiration|counterpart",
        "first": r"first|before|earlier|already|previous(?:ly)?|older|old",
        "again": r"again|anew|new|newer|another|once\smore|later|since|next|latest|afresh",
        "made": r"made|makes|making|filmed|films|shot|turn(?:ed|s)\s(?:it\s)?into|became|becomes|moved|moves|sets?"
        r"|brought|brings|carried|took|takes|taken",
        "based": r"based|adapt\w*|inspired|comes\sfrom|taken\sfrom|from\sthe|derived|after",
        "story": r"stor(?:y|ies)|plot|script|screenplay|scenario|tale|premise|idea|material",
        "book": r"novels?|novella|books?|plays?|stage|short\sstory|author|Broadway|opera|musical|comic|manga|memoir",
        "series": r"sequels?|prequels?|part\s(?:two|three|2|3|II)|follow-up|franchise|trilogy|series|instal+ment"
        r"|chapter|continu\w+|spin-?off",
        "parody": r"parody|spoofs?|homage|tribute|nod|wink|echo\w*|references?|quot\w+|allusion",
        "compare": r"like|unlike|than|reminds?|reminiscent|recall\w*|compar\w+|cross\sbetween|meets|similar|same"
        r"|better|worse|inferior|superior|beside|against",
        "rights": r"rights|bought|sold|acquired|licensed|Hollywood|studio",
        "place": r"Hollywood|America|American|English|English-language|US|U\.S\.|Bollywood|Hindi|Tamil|Telugu|Malayalam"
        r"|Kannada|British|French|Japanese|Korean|Italian|Spanish|German|Danish|Swedish|Norwegian|Dutch|Chinese",
        "film": r"films?|movies?|pictures?|silent|talkie|feature|hit|classic|thriller|comedy",
        "known": r"known|best|famous|fresh|from\sthe\s(?:director|maker|writer|team|producers)|star\sof|also|career|debut",
        "mine": r"here|this|now|us|our|today",
        "credit": r"directed|director|starring|stars?|starred|played|plays|with|as",
    }.items()
}
_TEXT: Final = {
    name: re.compile(words)
    for name, words in {
        "remake": r"\b(?:[Rr]e-?mak(?:e|es|ing)|[Rr]emade|REMAKE)\b",
        "the remake": r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Aa]|[Nn]ew|American|Hollywood|Hindi|English)\s(?:[\w-]+\s)?remake\b",
        "this remake": r"\b(?:[Tt]his|is\sa|is\sthe|as\sa)\s(?:[\w-]+\s){0,2}remake\b",
        "original": r"\b(?:[Tt]he|its|their|than)\s(?:[\w-]+\s)?original\b"
        r"(?!\s(?:screenplay|score|script|title|novel|book|play|music|song|story))",
        "again": r"\b(?:redo|redone|reworking|retelling|reimagining|copy|copied|update|updated|version|Version)\b",
        "other one": r"\b(?:[Tt]he|this)\s(?:American|Hollywood|Hindi|English|French|Japanese|Korean|Danish|Swedish|Italian"
        r"|Spanish|old|new|first)\s(?:one|film|version|movie|original)\b",
        "both": r"\b(?:both\s(?:films|versions|movies|of\sthem)|two\s(?:films|versions))\b",
        "sequel": r"\b(?:sequel|Part\sTwo|trilogy|franchise)\b",
        "novel": r"\bnovel\b",
    }.items()
}
_STRONG: Final = re.compile(rf"\b(?:{_REMAKE})\b", re.IGNORECASE)
_COUNTRY: Final = re.compile(rf"\b{COUNTRY}\b")
_OWNED: Final = re.compile(r"['’]s?\s(?:[\w-]+\s){0,3}[\"“‘*_]?$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 60  # code points
_BETWEEN: Final = 12  # words from the own title to the other, beyond which they say little
_MANY: Final = 3


def speaks_of_remakes(text: str) -> bool:
    """Whether a text has a word with which films are told from one another at all."""
    return any(_TEXT[name].search(text) for name in ("remake", "original", "again", "other one", "both"))


def signs_of_text(text: str) -> set[str]:
    """What the whole text shows of remakes."""
    return {f"text={name}" for name, sign in _TEXT.items() if sign.search(text)} | {
        f"remakes={min(len(_STRONG.findall(text)), _MANY)}"
    }


def signs_of_place(text: str, place: Span, own: Sequence[Span], lines: Sequence[Span]) -> Iterator[str]:
    """What one place shows; `own` are the places of the page's own title."""
    number = next((i for i, line in enumerate(lines) if place in line), None)
    if number is None:
        return
    line = lines[number]
    before, behind = text[line.start : place.start], text[place.end : line.end]
    yield from surroundings(_blotted(text, line.start, place.start, own), _blotted(text, place.end, line.end, own))
    if before.endswith(("'", '"', "“", "‘", "*", "_")):
        yield "quoted"
    if before.count("(") > before.count(")"):
        yield "bracketed"
    if _OWNED.search(before):
        yield "owned"
    if _COUNTRY.search(before[-_NEAR:]):
        yield "demonym before"
    yield f"line={min(number, _MANY)}"
    yield from _between(text, place, [o for o in own if o in line])
    for mark, words in (("cb", before[-_NEAR:]), ("ca", behind[:_NEAR]), ("cs", f"{before} {BLOT} {behind}")):
        yield from (f"{mark}={name}" for name, cue in _CUES.items() if cue.search(words))
    nearest = _nearest(before[-_NEAR:])
    yield from (f"before={name}" for name in nearest[:1])
    if len(nearest) > 1:
        yield f"before={nearest[1]}>{nearest[0]}"


def _between(text: str, place: Span, own: Sequence[Span]) -> Iterator[str]:
    """The words between a place and the nearest of the own title, and on which side of it that stands."""
    yield f"own={'before' if any(o < place for o in own) else 'behind' if own else 'none'}"
    if not own:
        return
    nearest = min(own, key=lambda o: min(abs(o.start - place.end), abs(place.start - o.end)))
    left, right = sorted((nearest, place))
    words = _WORD.findall(text[left.end : right.start].casefold())
    if len(words) <= _BETWEEN:
        yield from (f"{'ob' if nearest < place else 'oa'}={word}" for word in words)


def _nearest(words: str) -> list[str]:
    """The kinds of cues before a place, the nearest first."""
    found = sorted(((m.end(), name) for name, cue in _CUES.items() for m in cue.finditer(words)), reverse=True)
    return list(dict.fromkeys(name for _, name in found))


def _blotted(text: str, start: int, end: int, own: Sequence[Span]) -> str:
    """These words with the page's own title blotted out."""
    pieces = []
    for place in own:
        if start <= place.start and place.end <= end:
            pieces += [text[start : place.start], BLOT]
            start = place.end
    return "".join([*pieces, text[start:end]])
