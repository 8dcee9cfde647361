"""Films without a title ("the 2003 film by …"): one a remake, joined with a titled film where documents point to it."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from kg.resolve.films import Film, Films, common_people, contradict, weight
from kg.resolve.names import bare, is_short


def join_unnamed(films: Films) -> None:
    """Join the films that no document names with each other, then with the titled films that they can only be."""
    for film in [f for f in films if f.titles]:
        _gather(films, films.originals(film), "original", film, lone=True)
        _gather(films, films.remakes(film), "remake", film, lone=False)
    _namesakes(films)
    _by_director_and_year(films)
    _alike(films)


def _fits(left: Film, right: Film) -> bool:
    """Whether neither year nor people speak against one film."""
    years = [*left.years, *right.years]
    return not contradict(left, right) and (not years or max(years) - min(years) <= 1)


def _grounds(left: Film, right: Film) -> str:
    """What speaks for one film, in words: people in common, or the same year; "" for nothing."""
    same = left.years.keys() & right.years.keys()
    return " ".join(filter(None, [f"of {min(same)}" if same else "", common_people(left, right)]))


def _gather(films: Films, found: list[Film], part: str, film: Film, lone: bool) -> None:
    """Join the unnamed originals (or remakes) of one film; `lone`: there is one, as long as nothing tells two apart."""
    of = f"{part} of “{film.title}”"
    for unnamed in sorted((f for f in found if not f.titles), key=lambda f: (-len(f.years), -len(f.people), f.first)):
        unnamed = films.home[unnamed.first]
        rest = [f for f in films.now(found) if films.may_join(f, unnamed) and _fits(f, unnamed)]
        grounded = [f for f in rest if _grounds(f, unnamed)]
        if len(grounded) == 1:
            films.join(grounded[0], unnamed, f"both the {of}, {_grounds(grounded[0], unnamed)}")
        elif lone and len(rest) == 1:
            films.join(rest[0], unnamed, f"both the {of}, and nothing tells them apart")


def _nameless(films: Films) -> Iterable[tuple[Film, list[Film]]]:
    """The unnamed films with the titled remakes that they are the original of."""
    for film in films:
        if not film.titles and (remakes := [f for f in films.remakes(film) if f.titles]):
            yield film, remakes


def _namesakes(films: Films) -> None:
    """An original mostly has its remake's title: a film of that title with the year or people of the original is it."""
    titled: dict[str, list[Film]] = defaultdict(list)
    for film in films:
        for title in {bare(title) for title in film.titles}:
            titled[title].append(film)
    for film, remakes in list(_nameless(films)):
        keys = sorted({bare(title) for remake in remakes for title in remake.titles})
        found = films.now(f for key in keys for f in titled[key])
        fitting = [f for f in found if films.may_join(f, film) and _fits(f, film) and _grounds(f, film)]
        if len(fitting) == 1:
            reason = f"the original of “{remakes[0].title}” has its title, {_grounds(fitting[0], film)}"
            films.join(fitting[0], film, reason)


def _by_director_and_year(films: Films) -> None:
    """The only titled film of that director and year is the original that both are stated of."""
    titled: dict[tuple[str, int], list[Film]] = defaultdict(list)
    for film in films:
        for director in film.directors if film.titles else ():
            titled[director, film.year or 0].append(film)
    for film, remakes in list(_nameless(films)):
        full = [director for director in sorted(film.directors) if not is_short(director)]
        found = films.now(f for director in full for f in titled[director, film.year or -1])
        if len(found) == 1 and films.may_join(found[0], film):
            reason = f"the only film {_grounds(found[0], film)}, as the original of “{remakes[0].title}” is said to be"
            films.join(found[0], film, reason)


def _alike(films: Films) -> None:
    """Unnamed films of one director and year: one when their remakes share a title, an open question otherwise."""
    found: dict[tuple[str, int], list[Film]] = defaultdict(list)
    for film, _ in _nameless(films):
        for director in film.directors if film.year else ():
            found[director, film.year or 0].append(film)
    for key in sorted(found):
        for left, right in combinations(found[key], 2):
            left, right = films.home[left.first], films.home[right.first]
            if not films.may_join(left, right):
                continue
            titles = [{bare(t) for r in films.remakes(f) for t in r.titles} for f in (left, right)]
            if titles[0] & titles[1] and weight(left, right):
                films.join(left, right, f"films {_grounds(left, right)}, remade under one title")
            else:
                films.ask(left, right, f"both films {_grounds(left, right)}; their remakes have different titles")
