"""The canned queries: `.rq` files in, their titles, purposes and typed parameters out (docs/queries.md has the syntax).

The header of a query is TOML in comment lines that start with `#+`, so that the file stays plain SPARQL.
A parameter `film` has one slot in the query, `VALUES ?_film { UNDEF }`, where its value is put as inline data.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import assets
from kg.errors import InputError, UsageError
from kg.query.types import TYPES

SUFFIX: Final = ".rq"
_HEADER: Final = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)
_SLOT: Final = r"VALUES\s+\?_{name}\s*\{{[^{{}}]*\}}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that may be asked for; without a value and a default the query answers for any."""

    name: str
    type: str
    about: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what its header says; the cells of the columns in `lists` hold several values, joined by "; "."""

    name: str
    title: str
    purpose: str
    parameters: tuple[Parameter, ...]
    lists: frozenset[str]
    text: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name; UsageError with a suggestion when there is none."""
        known = {p.name: p for p in self.parameters}
        if name not in known and not known:
            raise UsageError(f"the query {self.name} takes no parameters, so not {name!r} either")
        if name not in known:
            raise UsageError.unknown(f"parameter of {self.name}", name, known)
        return known[name]

    def slot(self, name: str) -> re.Pattern[str]:
        """Where the value of a parameter belongs."""
        return re.compile(_SLOT.format(name=re.escape(name)))


@cache
def catalogue() -> tuple[Query, ...]:
    """Every canned query, by name."""
    return tuple(read_query(path) for path in sorted(assets.folder("queries").glob(f"*{SUFFIX}")))


def find(name: str) -> Query:
    """The canned query of this name, or the one in the file of this path (".rq")."""
    if name.endswith(SUFFIX):
        return read_query(Path(name))
    path = assets.folder("queries") / f"{name}{SUFFIX}"
    known = {p.stem: p for p in path.parent.glob(f"*{SUFFIX}")}
    if name not in known:
        raise UsageError.unknown("query", name, known)
    return read_query(known[name])


def read_query(path: Path) -> Query:
    """The query in a file; a file without a header is a query without parameters."""
    try:
        text = path.read_text(encoding="utf-8")
        header = tomllib.loads("\n".join(_HEADER.findall(text)))
        return _query(path, text, header)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise InputError(f"{path}: the header (lines that start with #+) is not right: {error}") from error


def _query(path: Path, text: str, header: dict[str, Any]) -> Query:
    parameters = tuple(Parameter(name, **said) for name, said in header.get("parameters", {}).items())
    query = Query(
        name=path.stem,
        title=header.get("title", path.stem),
        purpose=" ".join(header.get("purpose", "").split()),
        parameters=parameters,
        lists=frozenset(header.get("lists", ())),
        text=text,
    )
    for parameter in parameters:
        _check(query, parameter)
    return query


def _check(query: Query, parameter: Parameter) -> None:
    if parameter.type not in TYPES:
        raise ValueError(f"{parameter.name} has the type {parameter.type!r}; known: {', '.join(TYPES)}")
    slots = len(query.slot(parameter.name).findall(query.text))
    if slots != 1:
        raise ValueError(f"{parameter.name} needs one slot, VALUES ?_{parameter.name} {{ UNDEF }}, and has {slots}")
