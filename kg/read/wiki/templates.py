"""A template of wiki text in, the words that it stands for out; of templates that are not known here, none."""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

Render = Callable[[Any], str]
"""Wiki code in, its words out."""

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_UNITS: Final = (("hour", "hours"), ("minute", "minutes"))


def expand(template: Any, render: Render) -> str:
    """The words of a template."""
    name, known = name_of(template), _known()
    if name in known["signs"]:
        return str(known["signs"][name])
    given = [render(p.value).strip() for p in template.params if not p.showkey]
    if name in known["lists"]:
        return "\n" + "\n".join(given) + "\n"
    if name in known["dates"]:
        return "\n".join(_dates(given))
    if name in known["plain"]:
        return given[0] if given else ""
    if name in known["second"]:
        return given[1] if len(given) > 1 else ""
    if name in ("sortname", "sort name"):
        return " ".join(given[:2])
    if name == "based on" and given:
        return " by ".join(filter(None, given[:2]))
    return _length(template, given, render) if name == "duration" else ""


@cache
def _known() -> dict[str, Any]:
    """The names in templates.toml, by what their templates do."""
    return tomllib.loads((Path(__file__).parent / "templates.toml").read_text(encoding="utf-8"))


def name_of(template: Any) -> str:
    """The name of a template in lower case, without blanks and underscores around and comments behind it."""
    return re.sub(r"<!--.*?-->|\s+", " ", str(template.name).replace("_", " "), flags=re.DOTALL).strip().casefold()


def _dates(given: list[str]) -> Iterator[str]:
    """A line a date: year, month and day as figures, then perhaps the place ("13 July 2007 (Spain)")."""
    rest = list(given)
    while rest:
        if not re.fullmatch(r"\d{4}", rest[0]):
            rest.pop(0)
            continue
        figures = [rest.pop(0)]
        while rest and len(figures) < 3 and re.fullmatch(r"\d{1,2}", rest[0]):
            figures.append(rest.pop(0))
        while rest and len(figures) < 3 and not rest[0]:
            rest.pop(0)
            figures.append("")
        place = rest.pop(0) if rest and not re.fullmatch(r"\d{4}", rest[0]) else ""
        yield _date(figures) + (f" ({' '.join(place.split())})" if place else "")


def _date(figures: list[str]) -> str:
    """A date in words; a month that there is not is left out."""
    year, month, day = (*figures, "", "")[:3]
    if not month or not 1 <= int(month) <= len(_MONTHS):
        return year
    return f"{day.lstrip('0')} {_MONTHS[int(month) - 1]} {year}".strip()


def _length(template: Any, given: list[str], render: Render) -> str:
    """The length of a {{Duration|h=1|m=26}} in words."""
    named = {str(p.name).strip(): render(p.value).strip() for p in template.params if p.showkey}
    figures = [named.get("h") or next(iter(given), ""), named.get("m") or next(iter(given[1:]), "")]
    parts = [
        f"{n} {one if n == '1' else more}"
        for n, (one, more) in zip(figures, _UNITS, strict=True)
        if n.strip("0").isdigit()
    ]
    return " ".join(parts)
