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


def _fits(films: Films, left: Film, right: Film) -> bool:
    """Whether neither a document nor year nor people speak against one film."""
    years = [*left.years, *right.years]
    near = not years or max(years) - min(years) <= 1
    return near and not (left.titles and right.titles) and films.may_join(left, right) and not contradict(left, right)


def _grounds(left: Film, right: Film) -> str:
    """What speaks for one film, in words: people in common, or the same year; "" for nothing."""
    same = left.years.keys() & right.years.keys()
    return " ".join(filter(None, [f"of {min(same)}" if same else "", common_people(left, right)]))


def _gather(films: Films, found: list[Film], part: str, film: Film, lone: bool) -> None:
    """Join the unnamed originals (or remakes) of one film; `lone`: there is one, as long as nothing tells two apart."""
    if all(f.titles for f in found):
        return
    groups: list[Film] = []
    for each in sorted(found, key=lambda f: (not f.titles, -len(f.years), -len(f.people), f.first)):
        near = [group for group in groups if _fits(films, group, each) and _grounds(group, each)]
        if near and _all_fit(films, near):
            groups = [group for group in groups if group not in near]
            for group in near:
                each = films.join(group, each, f"both the {part} of “{film.title}”, {_grounds(group, each)}")
        groups.append(each)
    if lone and len(groups) > 1 and _all_fit(films, groups):
        for group in groups[1:]:
            reason = f"both the {part} of “{film.title}”, and nothing tells them apart"
            films.join(films.home[groups[0].first], group, reason)


def _all_fit(films: Films, group: Iterable[Film]) -> bool:
    return all(_fits(films, a, b) for a, b in combinations(group, 2))


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
        fitting = [f for f in found if _fits(films, f, film) and _grounds(f, film)]
        if len(fitting) == 1:
            reason = f"the original of “{remakes[0].title}” has its title, {_grounds(fitting[0], film)}"
            films.join(fitting[0], film, reason)


def _by_director_and_year(films: Films) -> None:
    """The only titled film of that director and year is the original that both are stated of."""
    titled: dict[tuple[str, int], list[Film]] = defaultdict(list)
    for film in films:
        for director in film.directed_by if film.titles else ():
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
