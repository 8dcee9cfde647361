"""Films with a title, joined across documents: by title and year first, by people where title or year leave it open."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, pairwise, product

from kg.resolve.films import Film, Films, common_people, contradict, in_words, weight
from kg.resolve.names import bare, surname


def join_titled(films: Films) -> None:
    """Join films by title, each step on weaker grounds than the one before; then say what stayed apart, and why."""
    _same_year(films)
    _neighbouring_years(films)
    _articles(films)
    _originals(films)
    _undated(films)
    _originals(films)  # remakes have been joined since
    _apart(films)


def _same_year(films: Films) -> None:
    for block in films.by(lambda film: (f"{title} {film.year}" for title in film.titles if film.year)):
        _settle(films, films.now(block), f"called {_title(block)} and dated {block[0].year}")


def _settle(films: Films, block: list[Film], grounds: str) -> None:
    """Join the films of one title and year; where directors show several, only those that share people."""
    groups: list[Film] = []
    for film in block:
        for group in list(groups):
            if weight(group, film) and films.may_join(group, film):
                groups.remove(group)
                film = films.join(group, film, f"both {grounds}, {common_people(group, film)}")
        groups.append(film)
    if any(contradict(a, b) or not films.may_join(a, b) for a, b in combinations(groups, 2)):
        return
    for left, right in pairwise(groups):
        films.join(films.home[left.first], right, f"both {grounds}, and nothing speaks against it")


def _neighbouring_years(films: Films) -> None:
    """Festival and release often lie a year apart: the people decide, or that one of the two is a mere mention."""
    for block in films.by(lambda film: film.titles if film.year else ()):
        of: dict[int, list[Film]] = defaultdict(list)
        for film in films.now(block):
            of[film.year or 0].append(film)
        for year in sorted(of):
            alone = sum(len(of.get(y, ())) for y in range(year - 1, year + 3)) == 2
            for left, right in product(of[year], of.get(year + 1, ())):
                _bridge(films, films.home[left.first], films.home[right.first], alone)


def _bridge(films: Films, left: Film, right: Film, alone: bool) -> None:
    """Join two films of one title and neighbouring years when people say so, or no other film can be meant."""
    years = [*left.years, *right.years]
    if max(years) - min(years) != 1 or not films.may_join(left, right):
        return
    if people := common_people(left, right):
        films.join(left, right, f"both called {_title([left])}, a year apart, {people}")
    elif alone and not (left.about and right.about) and not contradict(left, right):
        films.join(left, right, f"the only films called {_title([left])} about that year, one of them only mentioned")


def _articles(films: Films) -> None:
    """Titles that differ by their article only ("The Interview", "Interview") need people in common."""
    for block in films.by(lambda film: {bare(title) for title in film.titles}):
        if len(frozenset[str]().union(*(film.titles for film in block))) == 1:
            continue
        for left, right in _with_common_surname(films.now(block)):
            left, right = films.home[left.first], films.home[right.first]
            enough = 1 if left.years.keys() & right.years.keys() else 2
            if _years_agree(left, right) and films.may_join(left, right) and weight(left, right) >= enough:
                films.join(left, right, f"titles that differ by an article only, {common_people(left, right)}")


def _with_common_surname(block: list[Film]) -> Iterable[tuple[Film, Film]]:
    """Pairs of films that may have a person in common, without comparing each with each."""
    of: dict[str, list[Film]] = defaultdict(list)
    for film in block:
        for name in {surname(person) for person in film.people}:
            of[name].append(film)
    seen = {(a.first, b.first): (a, b) for name in sorted(of) for a, b in combinations(of[name], 2)}
    return seen.values()


def _years_agree(left: Film, right: Film) -> bool:
    years = [*left.years, *right.years]
    return not years or max(years) - min(years) <= 1


def _originals(films: Films) -> None:
    """The originals of one remake that share a title are one, unless years or people speak against it."""
    for film in list(films):
        for left, right in combinations(sorted(films.originals(film), key=lambda f: (not f.years, f.first)), 2):
            left, right = films.home[left.first], films.home[right.first]
            if left.titles & right.titles and _years_agree(left, right) and _fitting(films, left, [right]):
                films.join(left, right, f"both the original of “{film.title}”, called {_title([left])}")


def _undated(films: Films) -> None:
    """A film without a year joins the dated one that its people point to, or the only one of its title."""
    for block in films.by(lambda film: film.titles):
        for join in (_by_people, _only_one):
            for film in [f for f in films.now(block) if not f.year]:
                join(films, film, [f for f in films.now(block) if f.year])
        _settle(films, [f for f in films.now(block) if not f.year], f"called {_title(block)} without a year")
        for film in [f for f in films.now(block) if not f.year]:
            for other in _fitting(films, film, [f for f in films.now(block) if f.year]):
                films.ask(
                    other, film, f"several films are called {_title([film])}, and neither year nor people tell which"
                )


def _by_people(films: Films, film: Film, dated: list[Film]) -> None:
    ranked = sorted((f for f in dated if films.may_join(f, film)), key=lambda f: -weight(f, film))
    if not ranked or not (best := weight(ranked[0], film)):
        return
    if len(ranked) == 1 or weight(ranked[1], film) < best:
        people = common_people(ranked[0], film)
        films.join(ranked[0], film, f"of the films called {_title([film])} the only one {people}")


def _only_one(films: Films, film: Film, dated: list[Film]) -> None:
    if len(fitting := _fitting(films, film, dated)) == 1:
        films.join(fitting[0], film, f"the only film called {_title([film])} that it can be")


def _fitting(films: Films, film: Film, others: list[Film]) -> list[Film]:
    return [other for other in others if films.may_join(other, film) and not contradict(other, film)]


def _apart(films: Films) -> None:
    """Say of films with one title that they stayed apart; neighbours in time stand for all pairs."""
    for block in films.by(lambda film: {bare(title) for title in film.titles}):
        for left, right in pairwise(sorted(block, key=lambda film: (film.year or 0, film.first))):
            if reason := _difference(films, left, right):
                films.tell_apart(left, right, reason)
            else:
                films.ask(left, right, "one title, and too little is known of their people")


def _difference(films: Films, left: Film, right: Film) -> str:
    """What keeps two films of one title apart; "" when nothing is known to."""
    years = [*left.years, *right.years]
    if years and max(years) - min(years) > 1:
        return f"one title, but {min(years)} and {max(years)}"
    if not films.may_join(left, right):
        return "a document tells them apart as a film and its remake or sequel"
    if contradict(left, right):
        directors = (in_words(film.directors, film.directors) for film in (left, right))
        return f"one title, but directed by {' and by '.join(directors)}"
    return "" if left.titles & right.titles else "titles that differ by an article, and no people in common"


def _title(block: list[Film]) -> str:
    return f"“{min(film.title for film in block)}”"
