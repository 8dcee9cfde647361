"""Names in part or in another form, in; the full names of the same films that they stand for, out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from kg.model import Verdict
from kg.resolve.context import Context
from kg.resolve.films import Said
from kg.resolve.names import is_short, person_key, stands_for, surname
from kg.resolve.summary import PersonMention, Ref
from kg.resolve.variants import variants


class Bearer(NamedTuple):
    """A person's key, the film in which they bear the name, and where they are spoken of there.

    Beside a short name, whether they play the part that it plays, and are credited for all that it is credited for.
    """

    full: str
    film: str
    ref: Ref
    one_part: bool = False
    credited: bool = False


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

    def take(self, mention: PersonMention, key: str, found: Sequence[Bearer], titles: Mapping[str, str]) -> None:
        """Note the full name of a mention: its own, or that of the one person of its films whom it can mean.

        Of several those who play the same part are preferred, then those who are credited for the same.
        """
        self.keys[mention.ref] = key
        if not found:  # as most have
            return
        for better in (attrgetter("one_part"), attrgetter("credited")) if is_short(key) else ():
            if len({each.full for each in found}) > 1:
                found = [each for each in found if better(each)] or found
        if len({each.full for each in found}) == 1:
            self.keys[mention.ref], self.lent[mention.ref] = found[0].full, found[0].film
            return
        for each in found:
            reason = f"several people of “{titles[each.film]}” are called {mention.name}"
            self.said.append((mention.ref, each.ref, Verdict.OPEN, reason))

    def is_name(self, key: str, films: int) -> bool:
        """Whether a key that no full name was found for is a name in itself ("Cher"), in so many films.

        It is when more films have it than there are people with that surname: "Miller" alone is many people.
        """
        return not is_short(key) or films > self.families[key]


def full_names(mentions: Iterable[PersonMention], context: Context) -> FullNames:
    """The full name of every mention."""
    names = FullNames()
    for mention in mentions:
        key = person_key(mention.name)
        found = [each for film in context.films_of(mention) for each in bearers(mention, key, film, context, names)]
        names.take(mention, key, found, context.films.titles)
    names.families = families(names.keys.values())
    return names


def families(keys: Iterable[str]) -> Counter[str]:
    """How many full names end in a surname."""
    return Counter(surname(key) for key in set(keys) if not is_short(key))


def bearers(mention: PersonMention, key: str, film: str, context: Context, names: FullNames) -> list[Bearer]:
    """The people of one of the mention's films whose name its own may be short for, or another form of."""
    forms = names.forms_in(film, context)
    if not is_short(key):
        return [Bearer(forms[key], film, context.cast(film).spoken_of[forms[key]])] if key in forms else []
    cast = context.cast(film)
    said = {relation for at, relation in context.credits(mention) if at == film}
    found = [
        forms.get(full, full)
        for full in sorted(cast.people)
        if stands_for(key, full) and (cast.share_part(key, full) or not cast.listed_together(key, full))
    ]
    return [
        Bearer(full, film, cast.spoken_of[full], cast.share_part(key, full), said <= cast.people[full])
        for full in found
    ]
