"""The wiki text of an article in, its text in the form that layouts know out."""

import re
from collections.abc import Iterator
from typing import Any, Final

import mwparserfromhell

from kg.lexis.data import one_line
from kg.read.wiki.rendering import ITEM, TERM, render
from kg.read.wiki.templates import name_of

_INFOBOX: Final = re.compile(r"infobox\s(?:\w+\s)?(?:film|movie|short film|television film|documentary)\b")
_NAME: Final = ("name", "title")
_PICTURE: Final = re.compile(
    r"(?:image|caption|alt|border|italic|website|embed|module|child|native_name|film_name).*", re.I
)
_NO_MATTER: Final = re.compile(
    r"(?:references?|notes?|footnotes|citations|sources|bibliography|external links|further reading|see also)", re.I
)
_HEADING: Final = re.compile(r"(?P<marks>#+) (?P<words>.*)")
_ITEM: Final = re.compile(r"^[\s-]*- +|^\s*-\s*$")
_SWITCH: Final = re.compile(r"__[A-Z]+__")
_BOLD: Final = re.compile(r"'''(?P<words>.+?)'''")
_LEAD: Final = re.compile(r"^(?='{3,5}\S)", re.MULTILINE)
_MARKS: Final = re.compile(r"'{2,}|\[\[|\]\]|</?ref\b[^<>]*>")  # brackets and notes that nobody closed, too
_GAPS: Final = re.compile(r"\n{3,}")
_REDIRECT: Final = re.compile(r"\s*#redirect\b", re.I)


def is_redirect(text: str) -> bool:
    """Whether the text only leads to another page."""
    return bool(_REDIRECT.match(text))


def article_of(text: str, title: str | None) -> tuple[str, str | None]:
    """The article's text and its title: the one given, else the infobox's, else the first words in bold."""
    code = mwparserfromhell.parse(_closed(text), skip_style_tags=True)
    box = next((t for t in code.filter_templates(recursive=False) if _INFOBOX.match(name_of(t))), None)
    fields = list(_fields(box)) if box is not None else []
    body = _lines(render(code))
    heading = title or next((value for key, value in fields if key in _NAME), None) or _bold(text)
    lines = [f"- {key}: {value}" for key, value in fields]
    parts = [f"# {heading}" if heading else "", "\n".join(lines), "\n".join(body)]
    return _GAPS.sub("\n\n", "\n\n".join(filter(None, parts))).strip("\n"), heading


def _closed(text: str) -> str:
    """The text with the templates closed that are still open where the lead begins; else they would be no templates."""
    lead = _LEAD.search(text)
    above = text[: lead.start()] if lead else ""
    left_open = above.count("{{") - above.count("}}")
    return f"{above}{'}}' * left_open}\n{text[len(above) :]}" if left_open > 0 else text


def _fields(box: Any) -> Iterator[tuple[str, str]]:
    """Key and value of each field of an infobox, a pair for each value."""
    for param in box.params:
        key = str(param.name).strip()
        if param.showkey and not _PICTURE.fullmatch(key):
            for line in render(param.value).split("\n"):
                if value := _plain(_ITEM.sub("", line)):
                    yield key.replace("_", " "), value


def _lines(words: str) -> list[str]:
    """The lines of an article's words, without the sections that are no matter of it; an item within one joins it."""
    lines: list[str] = []
    skipped = 0
    for line in words.split("\n"):
        if heading := _HEADING.fullmatch(line):
            level = len(heading["marks"])
            if not skipped or level <= skipped:
                skipped = level if _NO_MATTER.fullmatch(_plain(heading["words"])) else 0
        if skipped or line.startswith(TERM):
            continue
        plain = _plain(_ITEM.sub("", line))
        if line.startswith(ITEM * 2) and plain and lines:
            lines[-1] = f"{lines[-1]}; {plain}"
        elif plain or not _ITEM.match(line):
            lines.append(ITEM + plain if _ITEM.match(line) else plain)
    return lines


def _bold(text: str) -> str | None:
    match = _BOLD.search(text)
    return _plain(match["words"]) if match else None


def _plain(words: str) -> str:
    """A line without the marks of type and of what was left open, without switches and doubled blanks."""
    return one_line(_MARKS.sub("", _SWITCH.sub("", words)))
