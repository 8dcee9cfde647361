"""Country and language names as texts write them, in; ISO 3166 codes, English names and BCP 47 tags out."""

import tomllib
from functools import cache
from pathlib import Path

from babel import Locale


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Two tables: code to English name, and every spelling (as written and casefolded) to code."""
    cldr = {code.lower(): name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()}
    names, spellings = {}, {name: code for code, name in cldr.items()}
    own = tomllib.loads((Path(__file__).parent / "countries.toml").read_text(encoding="utf-8"))
    for code, (name, *others) in own.items():
        names[code] = name or cldr[code]
        spellings.update(dict.fromkeys([names[code], *others], code))
    return cldr | names, spellings


def country_code(text: str) -> str | None:
    """ISO 3166 code, lower case, of a country's name or demonym ("Dutch" → "nl"); None when it is neither."""
    return _countries()[1].get(text.strip())


def country_name(code: str) -> str:
    """English name of a country ("nl" → "Netherlands")."""
    return _countries()[0][code]


@cache
def country_spellings() -> tuple[str, ...]:
    """Every spelling that `country_code` knows, the longest first, for patterns."""
    return tuple(sorted(_countries()[1], key=lambda s: (-len(s), s)))


@cache
def _languages() -> dict[str, str]:
    return {name: code.replace("_", "-") for code, name in sorted(Locale("en").languages.items(), reverse=True)}


def language_tag(text: str) -> str | None:
    """BCP 47 tag of a language's English name ("Dutch" → "nl"); None when it is not one."""
    alias = {"Mandarin": "cmn", "Cantonese": "yue", "Farsi": "fa", "Flemish": "nl-BE", "Mandarin Chinese": "cmn"}
    name = text.strip()
    return alias.get(name) or _languages().get(name)
