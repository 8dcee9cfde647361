"""Names in part or in another form, in; the full names of the same films that they stand for, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.model import Verdict
from kg.resolve.context import Context
from kg.resolve.films import Said
from kg.resolve.names import is_short, person_key, stands_for, surname
from kg.resolve.summary import PersonMention, Ref
from kg.resolve.variants import variants

Bearer = tuple[str, str]
"""A person's key and the film in which they bear the name."""


@dataclass(slots=True)
class FullNames:
    """The key that each mention goes by, the film that gave a short one its full name, and the open questions."""

    keys: dict[Ref, str] = field(default_factory=dict)
    lent: dict[Ref, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    families: Mapping[str, int] = field(default_factory=dict)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)

    def forms_in(self, film: str, context: Context) -> dict[str, str]:
        """The fullest form of those names of a film that have several."""
        if film not in self.forms:
            self.forms[film] = variants(film, context)
        return self.forms[film]

    def is_name(self, key: str, films: int) -> bool:
        """Whether a key that no full name was found for is a name in itself ("Cher"), in so many films.

        It is when more films have it than there are people with that surname: "Miller" alone is many people.
        """
        return not is_short(key) or films > self.families[key]


def full_names(mentions: Iterable[PersonMention], context: Context) -> FullNames:
    """The full name of every mention: its own, or that of the one person of its films whom a short one can mean."""
    names = FullNames()
    for mention in mentions:
        key = names.keys[mention.ref] = person_key(mention.name)
        found = bearers(mention, key, context, names) if is_short(key) else _forms(mention, key, context, names)
        if len({full for full, _ in found}) == 1:
            names.keys[mention.ref], names.lent[mention.ref] = found[0]
        for full, film in found if mention.ref not in names.lent else ():
            reason = f"several people of “{context.films.titles[film]}” are called {mention.name}"
            names.said.append((mention.ref, context.cast(film).spoken_of[full], Verdict.OPEN, reason))
    names.families = Counter(surname(key) for key in set(names.keys.values()) if not is_short(key))
    return names


def _forms(mention: PersonMention, key: str, context: Context, names: FullNames) -> list[Bearer]:
    """The fuller forms of a full name in the mention's films."""
    found = ((names.forms_in(film, context).get(key), film) for film in context.films_of(mention))
    return [(full, film) for full, film in found if full]


def bearers(mention: PersonMention, short: str, context: Context, names: FullNames) -> list[Bearer]:
    """The people of the mention's films that a surname or first name alone may stand for.

    Where there are several, those who play the same part are preferred, then those who are credited for the same.
    """
    said = defaultdict(set)
    for film, relation in context.credits(mention):
        said[film].add(relation)
    found = [
        (names.forms_in(film, context).get(full, full), film)
        for film in said
        for cast in [context.cast(film)]
        for full in sorted(cast.people)
        if stands_for(short, full) and (cast.share_part(short, full) or not cast.listed_together(short, full))
    ]
    if len({full for full, _ in found}) > 1:
        same_part = [(full, film) for full, film in found if context.cast(film).share_part(short, full)]
        found = same_part or found
    if len({full for full, _ in found}) > 1:
        same_credits = [(full, film) for full, film in found if said[film] <= context.cast(film).people[full]]
        found = same_credits or found
    return found
