"""People of one name, parted where the evidence says that they are several; out come groups with what parted them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from kg.model import Verdict
from kg.resolve.names import WORDS
from kg.resolve.summary import PersonMention

LIFE: Final = 60  # years between two films from which one person is unlikely to have made both
PAUSE: Final = 25  # years without a film that a long career must have before it is taken for two
CHANGE: Final = 30  # years without a film after which another craft and other colleagues make another person

_CRAFTS: Final = WORDS["crafts"]


@dataclass(slots=True, eq=False)
class Career:
    """The mentions of one name that share a film or a document, with what they say; years are those of the films."""

    name: str
    mentions: list[PersonMention]
    films: list[str]
    years: list[int]
    casts: list[Collection[str]]

    @property
    def colleagues(self) -> set[str]:
        """Everyone else in these films."""
        return set().union(*self.casts) - {self.name}

    @property
    def born(self) -> set[int]:
        """Stated years of birth."""
        return {year for mention in self.mentions for year in mention.born}

    @property
    def crafts(self) -> set[str]:
        """What the person does: the credits and the stated occupations."""
        jobs = {job for mention in self.mentions for job in mention.jobs}
        said = jobs | {relation.partition(":")[2].casefold() for m in self.mentions for _, relation in m.credits}
        return {_CRAFTS.get(craft, craft) for craft in said - {""}}


Parting = tuple[Career, Career, Verdict, str]


def part(careers: list[Career]) -> tuple[list[list[Career]], list[Parting]]:
    """Groups of careers that are one person each, and why neighbouring groups are two."""
    if len(careers) == 1:
        return [careers], []
    groups: list[list[Career]] = []
    partings: list[Parting] = []
    for cohort in _by_birth(careers, partings):
        groups += _by_time(cohort, partings)
    return groups, partings


def _by_birth(careers: list[Career], partings: list[Parting]) -> list[list[Career]]:
    """Careers with one year of birth; those that state none go where they fit, by colleagues or by their years."""
    cohorts: list[tuple[int, list[Career]]] = []
    for career in sorted((c for c in careers if c.born), key=lambda c: (min(c.born), c.films[0])):
        born = min(career.born)
        if cohorts and born - cohorts[-1][0] <= 1:
            cohorts[-1][1].append(career)
        else:
            if cohorts:
                partings.append((cohorts[-1][1][0], career, Verdict.DIFFERENT, f"born {cohorts[-1][0]} and {born}"))
            cohorts.append((born, [career]))
    if not cohorts:
        return [careers]
    rest: list[Career] = []
    for career in [c for c in careers if not c.born]:
        possible = [group for born, group in cohorts if all(year > born for year in career.years)]
        close = [group for group in possible if career.colleagues & _colleagues(group)]
        fitting = close or possible
        if len(fitting) == 1:
            fitting[0].append(career)
        else:
            rest.append(career)
            partings += [
                (career, group[0], Verdict.OPEN, "one name, and no date of birth tells which") for group in fitting
            ]
            if not fitting:
                why = f"a film of {min(career.years)}, but the namesake was born {cohorts[0][0]}"
                partings.append((career, cohorts[0][1][0], Verdict.DIFFERENT, why))
    return [group for _, group in cohorts] + ([rest] if rest else [])


def _by_time(careers: list[Career], partings: list[Parting]) -> list[list[Career]]:
    """Careers cut where their films lie too far apart; those without a year go with their colleagues."""
    dated = sorted((c for c in careers if c.years), key=lambda c: (min(c.years), c.films[0]))
    undated = [c for c in careers if not c.years]
    if not dated:
        return [careers]
    groups = _cut(dated, partings)
    if len(groups) == 1:
        return [groups[0] + undated]
    loose: list[list[Career]] = []
    for career in undated:
        close = [group for group in groups if career.colleagues & _colleagues(group)]
        if len(close) == 1:
            close[0].append(career)
        else:
            loose.append([career])
            partings += [(career, g[0], Verdict.OPEN, "one name, and no year tells which") for g in groups]
    return groups + loose


def _cut(dated: list[Career], partings: list[Parting]) -> list[list[Career]]:
    """Cut at the widest pause that shows two people, then each side again."""
    ends = _latest(dated)
    widest = sorted(range(1, len(dated)), key=lambda i: (ends[i - 1] - min(dated[i].years), i))
    for i in widest:
        before, after, pause = dated[:i], dated[i:], min(dated[i].years) - ends[i - 1]
        if pause < PAUSE:
            break
        if reason := _parted(before, after, pause):
            partings.append((before[-1], after[0], Verdict.DIFFERENT, reason))
            return _cut(before, partings) + _cut(after, partings)
    return [dated]


def _latest(dated: list[Career]) -> list[int]:
    """The year of the last film up to each career."""
    latest, ends = 0, []
    for career in dated:
        latest = max(latest, *career.years)
        ends.append(latest)
    return ends


def _parted(before: list[Career], after: list[Career], pause: int) -> str:
    """Why the two halves of a career are two people; "" when they may be one."""
    if any(c.born for c in before) and any(c.born for c in after):
        return ""
    first, last = min(y for c in before for y in c.years), max(y for c in after for y in c.years)
    if last - first >= LIFE:
        return f"films from {first} to {last} with none for {pause} years"
    crafts, later = _crafts(before), _crafts(after)
    changed = bool(crafts and later) and crafts.isdisjoint(later)
    if pause >= CHANGE and changed and _colleagues(before).isdisjoint(_colleagues(after)):
        return f"{_words(crafts)} before, {_words(later)} {pause} years later, and no colleague in common"
    return ""


def _crafts(careers: Iterable[Career]) -> set[str]:
    return set().union(*(c.crafts for c in careers))


def _colleagues(careers: Iterable[Career]) -> set[str]:
    return set().union(*(c.colleagues for c in careers))


def _words(crafts: set[str]) -> str:
    return ", ".join(sorted(crafts))
