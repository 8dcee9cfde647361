"""Ties that a text tells in words of its own: a film brought up in, what it likely is to the page's film out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.annotate.nouns import COUNTRY
from kg.annotate.prose import BLOT, OTHER
from kg.annotate.surroundings import surroundings
from kg.annotate.works.brought import Brought
from kg.lexis.given import is_full_name
from kg.lexis.titles import YEAR, title_key
from kg.model import Span

UNTITLED: Final = "="  # stands for the title of a film that a text gives none, or that of the page's own film
CUES: Final = {
    "remake": r"re-?mak(?:e|es|ing)|remade|re-?do(?:ne|es)?|reboots?|do-over|rehash|retread|readaptation|re-?shoots?",
    "version": r"versions?|treatments?|updat(?:e|es|ed|ing)|moderni[sz]\w+|transpos\w+|transplant\w*|relocat\w+|localis\w+|Americani[sz]\w+|take\son|spin\son",
    "retell": r"retell\w*|retold|reimagin\w*|rework\w*|restag\w*|translat\w+|recycl\w+|repeat\w*|recreat\w*|copy|copied|copies|xerox|carbon|lift(?:ed|s)|stolen|steals?|borrow\w*|rip-?off|frame\sfor\sframe|(?:shot|scene)[\s-](?:for|by|after)[\s-](?:shot|scene)",
    "original": r"originals?|originally|source|model|template|forerunner|predecessor|inspiration|counterpart|parent",
    "first": r"first|before|earlier|already|previous(?:ly)?|older|old|came\sfirst",
    "again": r"again|anew|new|newer|another|once\smore|later|since|second\stime|next|latest|afresh",
    "made": r"made|makes|making|filmed|films|shot|turn(?:ed|s)\s(?:it\s)?into|became|becomes|moved|moves|set|sets|brought|brings|carried|took|takes|taken",
    "based": r"based|adapt\w*|inspired|comes\sfrom|taken\sfrom|from\sthe|derived|after",
    "story": r"stor(?:y|ies)|plot|script|screenplay|scenario|tale|premise|idea|material",
    "book": r"novels?|novella|books?|plays?|stage|short\sstory|author|Broadway|opera|musical|comic|manga|memoir",
    "series": r"sequels?|prequels?|part\s(?:two|three|2|3|II)|follow-up|franchise|trilogy|series|instal+ment|chapter|continu\w+|spin-?off",
    "parody": r"parody|spoofs?|homage|tribute|nod|wink|echo\w*|references?|quot\w+|allusion",
    "compare": r"like|unlike|than|reminds?|reminiscent|recall\w*|compar\w+|cross\sbetween|meets|shades|similar|same|better|worse|inferior|superior|beside|against",
    "rights": r"rights|bought|sold|acquired|licensed|Hollywood|studio",
    "place": r"Hollywood|America|American|English|English-language|US|U\.S\.|Bollywood|Hindi|Tamil|Telugu|Malayalam|Kannada|British|French|Japanese|Korean|Italian|Spanish|German|Danish|Swedish|Norwegian|Dutch|Chinese|Argentin\w+|Mexican",
    "film": r"films?|movies?|pictures?|silent|talkie|feature|hit|classic|thriller|comedy",
    "known": r"known|best|famous|previous|fresh|from\sthe\s(?:director|maker|writer|team|producers)|star\sof|also|career|debut",
    "mine": r"here|this|now|us|our|today",
    "credit": r"directed|director|starring|stars?|starred|played|plays|with|as",
}
_CUES: Final = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in CUES.items()}
_SIGNS: Final = {
    name: re.compile(words)
    for name, words in {
        "remake": r"\b(?:[Rr]e-?mak(?:e|es|ing)|[Rr]emade|REMAKE)\b",
        "the remake": r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Aa]|[Nn]ew|American|Hollywood|Hindi|English)\s(?:[\w-]+\s)?remake\b",
        "this remake": r"\b(?:[Tt]his|is\sa|is\sthe|as\sa)\s(?:[\w-]+\s){0,2}remake\b",
        "original": r"\b(?:[Tt]he|its|their|than)\s(?:[\w-]+\s)?original\b(?!\s(?:screenplay|score|script|title|novel|book|play|music|song|story))",
        "redo": r"\b(?:redo|redone|reworking|retelling|reimagining|copy|copied|update|updated|version|Version)\b",
        "American one": r"\b(?:[Tt]he|this)\s(?:American|Hollywood|Hindi|English|French|Japanese|Korean|Danish|Swedish|Italian|Spanish|old|new|first)\s(?:one|film|version|movie|original)\b",
        "both": r"\b(?:both\s(?:films|versions|movies|of\sthem)|two\s(?:films|versions))\b",
        "sequel": r"\b(?:sequel|Part\sTwo|trilogy|franchise)\b",
        "novel": r"\bnovel\b",
    }.items()
}
_COUNTRY: Final = re.compile(rf"\b{COUNTRY}\b")
_STRONG: Final = re.compile(rf"\b(?:{CUES['remake']})\b", re.IGNORECASE)
_NEAR: Final = 60
_WORDS: Final = re.compile(r"[^\W\d_]+")


def features(
    text: str, film: Brought, films: Sequence[Brought], own: Sequence[Span], sentences: Sequence[Span], title: str, year: str | None, stated: Iterable[str] = ()
) -> set[str]:
    """What shows how a film that is brought up stands to the page's own."""
    counts = sorted({len(f.places) for f in [*films, film]}, reverse=True)
    strong = len(_STRONG.findall(text))
    shown = {
        f"count={min(len(film.places), 4)}",
        f"rank={min(counts.index(len(film.places)), 2)}",
        f"where={4 * film.places[0].start // (len(text) + 1)}",
        f"remakes={min(strong, 3)}",
        f"dates={_dates(film.year.of(text) if film.year else None, year)}",
        f"words={min(len(film.title.split()), 4)}",
        f"given={is_full_name(film.title)}",
        f"alike={_alike(film.title, title)}",
        f"partial={_is_partial(film, films)}",
        f"nested={_nested(film, films)}",
        f"article={film.title.split()[0].casefold() in ('the', 'a', 'an')}",
        *(f"stated={s}" for s in stated),
    }
    told = document_features(text, own)
    rank = min(counts.index(len(film.places)), 2)
    shown |= told | {f"{t}&rank={rank}" for t in told} | {f"{t}&dates={_dates(film.year.of(text) if film.year else None, year)}" for t in told}
    if film.title == UNTITLED:
        shown.update(_named_alike(text, film, year))
    for place in film.places[:6]:
        shown.update(_at(text, place, films, own, sentences))
    return shown


def _dates(theirs: str | None, ours: str | None) -> str:
    if theirs is None:
        return "none"
    if ours is None:
        return "some"
    return "earlier" if theirs < ours else "later" if theirs > ours else "same"


def _alike(theirs: str, ours: str) -> str:
    a, b = title_key(theirs).split(), title_key(ours).split()
    shared = {w for w in a if len(w) > 3} & {w for w in b if len(w) > 3}
    return "same" if a == b else "within" if set(a) <= set(b) or set(b) <= set(a) else "shares" if shared else "no"


def _nearest(words: str) -> list[str]:
    """The kinds of cues before a place, the nearest first."""
    found = sorted(((m.end(), name) for name, cue in _CUES.items() for m in cue.finditer(words)), reverse=True)
    return list(dict.fromkeys(name for _, name in found))


def document_features(text: str, own: Sequence[Span]) -> set[str]:
    """What a whole text shows of remakes."""
    return {f"text={name}" for name, cue in _SIGNS.items() if cue.search(text)}


def _is_partial(film: Brought, films: Sequence[Brought]) -> bool:
    """Whether a lone word is one of a longer name's."""
    return " " not in film.title and any(film.title in f.title.split() for f in films if f is not film)


def _nested(film: Brought, films: Sequence[Brought]) -> str:
    """How a candidate lies within longer ones and around shorter ones."""
    longer = any(p in q and p != q for f in films if f is not film for p in film.places for q in f.places)
    alone = any(not any(p in q and p != q for f in films for q in f.places) for p in film.places)
    shorter = any(q in p and p != q for f in films if f is not film for p in film.places for q in f.places)
    more = any(q in p and p != q and len(f.places) > len(film.places) for f in films for p in film.places for q in f.places)
    return f"{longer}{alone}{shorter}{more}"


def _at(text: str, place: Span, films: Sequence[Brought], own: Sequence[Span], sentences: Sequence[Span]) -> Iterator[str]:
    number = next((i for i, s in enumerate(sentences) if place in s), None)
    if number is None:
        return
    sentence = sentences[number]
    before, behind = text[sentence.start : place.start], text[place.end : sentence.end]
    mine = [m for m in own if m in sentence]
    yield from surroundings(_blot(text, sentence.start, place.start, own), _blot(text, place.end, sentence.end, own))
    if before[-1:] in "\"“‘*_'" and before:
        yield "quoted"
    if before.count("(") > before.count(")"):
        yield "bracketed"
    yield f"sentence={min(number, 3)}"
    yield f"own={'before' if any(m < place for m in mine) else 'behind' if mine else 'none'}"
    if mine:
        nearest = min(mine, key=lambda m: min(abs(m.start - place.end), abs(place.start - m.end)))
        left, right = sorted((nearest, place))
        side = "ob" if nearest < place else "oa"
        between = _WORDS.findall(text[left.end : right.start].casefold())
        if len(between) <= 12:
            yield from (f"{side}={w}" for w in between)
    near = text[max(sentence.start, place.start - _NEAR) : place.start], text[place.end : min(sentence.end, place.end + _NEAR)]
    last = text[sentences[number - 1].start : sentences[number - 1].end] if number else ""
    following = text[sentences[number + 1].start : sentences[number + 1].end] if number + 1 < len(sentences) else ""
    for name, cue in _CUES.items():
        for mark, words in (("cb", near[0]), ("ca", near[1]), ("cs", before + " ¤ " + behind), ("cl", last), ("cn", following)):
            if cue.search(words):
                yield f"{mark}={name}"
    yield from (f"w={w}" for w in set(_WORDS.findall((before + " " + behind).casefold())))
    nearest = _nearest(near[0])
    yield from (f"before={n}" for n in nearest[:1])
    if len(nearest) > 1:
        yield f"before={nearest[1]}>{nearest[0]}"
    if _COUNTRY.search(near[0]):
        yield "demonym before"
    if re.search(r"['’]s?\s(?:[\w-]+\s){0,3}[\"“‘*_]?$", before):
        yield "owned"


def _blot(text: str, start: int, end: int, own: Sequence[Span]) -> str:
    """These words with the page's own title blotted out."""
    words = text[start:end]
    for m in own:
        if start <= m.start and m.end <= end:
            words = words.replace(m.of(text), BLOT)
    return words


_FILM: Final = r"(?:film|movie|version|one|original|picture|silent|classic|talkie|feature|remake|effort|outing|adaptation)"
_UNTITLED: Final = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Aa]n?|that|[A-Z][\w-]+['’]s)\s(?P<apart>(?:(?:{YEAR}|{COUNTRY}|[A-Z][a-z]+-language|original|old|older|earlier|first|silent|Hollywood|previous|other|new|second)\s){{1,3}})(?:[a-z-]+\s){{0,2}}?{_FILM}\b"
    rf"|\b(?:[Tt]he|[Ii]ts|than|to)\soriginal\b(?!\s(?:screenplay|score|script|title|novel|book|play|music|song|story|soundtrack|cast|series|motion))"
    rf"|\b(?:[Rr]e-?mak(?:e|es|ing)|[Rr]emade|REMAKE)\b"
    rf"|\b(?:in|of|from|back\sin|since)\s{YEAR}\b"
)


def untitled(text: str, own: str, year: str | None) -> Brought | None:
    """The films without a title of their own that a text brings up, as one; None when there are none."""
    places = [Span(*m.span()) for m in _UNTITLED.finditer(text)]
    places = [p for p in places if not (years := _years(text, p)) or any(y != year for y in years)]
    for m in re.finditer(rf"(?<!\w){re.escape(own)}[\"”’'*_]?\s(?:of|from|\()\s?(?P<year>{YEAR})|(?P<b>{YEAR})\s(?:version\sof\s|film\s|original\s)?[\"“*_]?{re.escape(own)}(?!\w)", text, re.IGNORECASE):
        if (m["year"] or m["b"]) != year:
            places.append(Span(*m.span()))
    if not places:
        return None
    dates = [Span(*m.span()) for p in sorted(places) for m in re.compile(YEAR).finditer(text, p.start, p.end)]
    others = [d for d in dates if d.of(text) != year]
    return Brought(UNTITLED, sorted(places), others[0] if others else None)


def _named_alike(text: str, film: Brought, year: str | None) -> Iterator[str]:
    """How a text brings up films without a title of their own."""
    kinds = [re.sub(rf"{YEAR}", "1900", _COUNTRY.sub("Danish", place.of(text))).casefold() for place in film.places]
    yield from (f"place={kind}" for kind in kinds)
    yield f"originals={min(sum('original' in kind for kind in kinds), 3)}"
    dates = [date for place in film.places for date in _years(text, place) if date != year]
    yield f"dates={len(set(dates))}"
    yield f"dated={min(len(dates), 3)}"
    if year:
        yield f"before={any(date < year for date in dates)} after={any(date > year for date in dates)}"


def _years(text: str, span: Span) -> list[str]:
    return re.findall(YEAR, span.of(text))
