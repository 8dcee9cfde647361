"""People of one name, parted where the evidence says that they are several; out come groups with what parted them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.model import Verdict
from kg.resolve.context import Context
from kg.resolve.names import WORDS
from kg.resolve.summary import PersonMention

LIFE: Final = 60  # years without a film in which one person gives way to another; from the first film to the last …
BREAK: Final = 45  # … so many years are a question when there was none for so many of them
CHANGE: Final = 30  # years without a film after which another craft and other colleagues are taken for another person

_CRAFTS: Final = WORDS["crafts"]


@dataclass(slots=True, eq=False)
class Career:
    """The mentions of one name that share a film or a document, and the films (slugs) that they stand in."""

    name: str
    mentions: list[PersonMention]
    films: list[str]
    context: Context
    _years: list[int] | None = None

    @property
    def years(self) -> list[int]:
        """Years of the films they are credited in, sorted; who wrote what a film is based on may have died before."""
        if self._years is None:
            credits = (credit for mention in self.mentions for credit in self.context.credits(mention))
            credited = {film for film, relation in credits if relation}
            self._years = sorted(year for film in credited if (year := self.context.films.years[film]))
        return self._years

    @property
    def colleagues(self) -> set[str]:
        """Everyone else in these films."""
        return set().union(*(self.context.cast(film).people for film in self.films)) - {self.name}

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
    """Careers cut where their films lie too far apart; those without a year go with their colleagues or their craft."""
    dated = sorted((c for c in careers if c.years), key=lambda c: (c.years[0], c.films[0]))
    undated = [c for c in careers if not c.years]
    if not dated:
        return [careers]
    groups = _cut(dated, partings)
    if len(groups) == 1:
        return [groups[0] + undated]
    rest: list[Career] = []
    for career in undated:
        close = [group for group in groups if career.colleagues & _colleagues(group)]
        alike = [group for group in groups if career.crafts & _crafts(group)]
        if found := next((fitting for fitting in (close, alike) if len(fitting) == 1), None):
            found[0].append(career)
        else:
            rest.append(career)
    if rest:
        partings += [(rest[0], group[0], Verdict.OPEN, "one name, and no year tells which") for group in groups]
    return [*groups, rest] if rest else groups


def _cut(dated: list[Career], partings: list[Parting]) -> list[list[Career]]:
    """Cut at the widest pause that shows two people, then each side again."""
    ends = _latest(dated)
    pauses = [(end - career.years[0], i) for i, (end, career) in enumerate(zip(ends, dated[1:], strict=False), start=1)]
    for shortness, i in sorted(pause for pause in pauses if pause[0] <= -CHANGE):
        before, after, pause = dated[:i], dated[i:], -shortness
        if found := _parted(before, after, pause):
            partings.append((before[-1], after[0], *found))
            return _cut(before, partings) + _cut(after, partings)
    return [dated]


def _latest(dated: list[Career]) -> list[int]:
    """The year of the last film up to each career."""
    latest, ends = 0, []
    for career in dated:
        latest = max(latest, career.years[-1])
        ends.append(latest)
    return ends


def _parted(before: list[Career], after: list[Career], pause: int) -> tuple[Verdict, str] | None:
    """Why the two halves of a career are two people, or had better be asked about; None when they are one."""
    if any(c.born for c in before) and any(c.born for c in after):
        return None
    first, last = min(y for c in before for y in c.years), max(y for c in after for y in c.years)
    if last - first >= LIFE and pause >= BREAK:
        verdict = Verdict.DIFFERENT if pause >= LIFE else Verdict.OPEN
        return verdict, f"films from {first} to {last} with none for {pause} years"
    crafts, later = _crafts(before), _crafts(after)
    if crafts and later and crafts.isdisjoint(later) and _colleagues(before).isdisjoint(_colleagues(after)):
        reason = f"{_words(crafts)} before, {_words(later)} {pause} years later, and no colleague in common"
        return Verdict.OPEN, reason
    return None


def _crafts(careers: Iterable[Career]) -> set[str]:
    return set().union(*(c.crafts for c in careers))


def _colleagues(careers: Iterable[Career]) -> set[str]:
    return set().union(*(c.colleagues for c in careers))


def _words(crafts: set[str]) -> str:
    return ", ".join(sorted(crafts))
