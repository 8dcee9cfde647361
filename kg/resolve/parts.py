"""Characters and roles of each film: "Pierre" and "Pierre Peders" are one unless two actors play them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.resolve.names import WORDS, alike, bare
from kg.vocab import slug

_KIN: Final = frozenset(WORDS["kin"])
_LONG: Final = 4  # letters of a word that tells that two descriptions mean one part


@dataclass(frozen=True, slots=True, order=True)
class Played:
    """A character as one document writes it, in a film (slug), with the player's slug ("" when none is named)."""

    film: str
    character: str
    player: str
    document: str


@dataclass(slots=True)
class Parts:
    """The name of every character, by (film, spelling), and that of a player's only role, by (film, player)."""

    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    only: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def credited(self, film: str, player: str, spelling: str) -> str:
        """The character of a role; one that names none is the player's only role, if there is just one."""
        return self.names[film, spelling] if spelling else self.only.get((film, player), "")


def cast_parts(played: Iterable[Played]) -> Parts:
    """The characters and roles of every film."""
    names: dict[tuple[str, str], str] = {}
    roles: dict[tuple[str, str], set[str]] = defaultdict(set)
    of: dict[str, list[Played]] = defaultdict(list)
    for each in played:
        of[each.film].append(each)
    for film in sorted(of):
        for figure in _figures(of[film]):
            names |= {(film, spelling): figure.name for spelling in figure.said}
        for each in of[film]:
            if each.player:
                roles[film, each.player].add(names[film, each.character])
    return Parts(names, {role: min(all) for role, all in roles.items() if len(all) == 1})


@dataclass(slots=True, eq=False)
class _Figure:
    """The spellings that are taken for one character of a film, and who plays it."""

    said: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    players: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The spelling to show: a name before a description, the fullest, as most documents have it."""
        return min(self.said, key=lambda t: (t[0].islower(), -bare(slug(t)).count("-"), -self.said[t], t))

    @property
    def described(self) -> bool:
        """Whether the part is described and not named ("a waitress", "The Bride")."""
        return all(t[0].islower() or bare(slug(t)) != slug(t) for t in self.said)

    def absorb(self, other: "_Figure") -> None:
        self.said.update(other.said)
        self.keys |= other.keys
        self.players |= other.players


def _figures(played: list[Played]) -> list[_Figure]:
    """The characters of one film."""
    of: dict[str, _Figure] = defaultdict(_Figure)
    for each in played:
        key = bare(slug(each.character))
        of[key].said[each.character] += 1
        of[key].keys.add(key)
        of[key].players |= {each.player} - {""}
    return _in_full(_of_one_player([of[key] for key in sorted(of)]))


def _of_one_player(figures: list[_Figure]) -> list[_Figure]:
    """Join what one player's part is called in several spellings or descriptions."""
    kept: list[_Figure] = []
    for figure in figures:
        same = next((k for k in kept if k.players & figure.players and _one_part(k, figure)), None)
        if same:
            same.absorb(figure)
        else:
            kept.append(figure)
    return kept


def _one_part(left: _Figure, right: _Figure) -> bool:
    if any(alike(a, b) for a in left.keys for b in right.keys):
        return True
    return (left.described or right.described) and not _words(left).isdisjoint(_words(right))


def _words(figure: _Figure) -> set[str]:
    return {word for key in figure.keys for word in key.split("-") if len(word) >= _LONG}


def _in_full(figures: list[_Figure]) -> list[_Figure]:
    """Join a first name, surname or title with the one full name of the film that it is a part of."""
    kept = sorted(figures, key=lambda f: (min(k.count("-") for k in f.keys), min(f.keys)))
    for figure in list(kept):
        wider = [other for other in kept if other is not figure and _is_part(figure, other)]
        widest = [w for w in wider if not any(_is_part(w, other) for other in wider if other is not w)]
        if len(widest) > 1:
            widest = [w for w in widest if w.players & figure.players]
        if len(widest) == 1:
            widest[0].absorb(figure)
            kept.remove(figure)
    return kept


def _is_part(short: _Figure, full: _Figure) -> bool:
    """Whether a character's name is the beginning or the end of another's who may be the same."""
    together = bool(short.players & full.players)
    if not together and (short.described or (short.players and full.players)):
        return False
    return any(_within(a.split("-"), b.split("-")) for a in short.keys for b in full.keys)


def _within(part: list[str], whole: list[str]) -> bool:
    size = len(part)
    if size >= len(whole):
        return False
    ends = (whole[-size:], whole[:-size]), (whole[:size], whole[size:])
    return any(end == part and _KIN.isdisjoint(rest) for end, rest in ends)
