"""Documents that know whom names may mean in their films, in; each mention at the desk of its full name, out.

It comes with the films that it stands in, and who else stands there; surnames are counted.
"""

from collections import defaultdict

from msgspec import Struct

from kg.resolve.context import Context
from kg.resolve.desks.blocks import Same, united
from kg.resolve.desks.casts import Casting, Meant
from kg.resolve.desks.films import films_of
from kg.resolve.desks.office import Office
from kg.resolve.films import Said
from kg.resolve.names import person_key
from kg.resolve.summary import PersonMention, Ref, Summary
from kg.resolve.surnames import Bearer, FullNames, families


class Around(Casting, array_like=True):
    """The same, sent to the desks of names."""


class Question(Struct, array_like=True):
    """A question whom a name of a document means, laid aside likewise."""

    said: Said


class Bearing(Struct, array_like=True):
    """A person as one document knows them, sent to the desk of their name; `lent` is the film that it was found in."""

    portion: int
    key: str
    lent: str
    mention: PersonMention


class Family(Struct, array_like=True):
    """How many full names of one desk end in a surname, sent to the desk of the surname."""

    surname: str
    names: int


class Moved(Same, array_like=True):
    """A name, and the one at whose desk it is decided on, since both may want one slug."""


def send_names(office: Office, desk: int) -> None:
    """Find the full names of a desk's people, and send them to the desks of these."""
    index, names = films_of(office, desk), FullNames()
    meant: dict[Ref, list[Bearer]] = defaultdict(list)
    for each in office.read(desk, Meant):
        meant[each.ref] += each.found
    casts = {each.film: each for each in office.read(desk, Casting)}
    context = Context((), index)
    mentions = []
    for summary in office.laid(desk, Summary):
        for mention in summary.people:
            found = sorted(meant[mention.ref], key=lambda bearer: bearer.film)
            names.take(mention, person_key(mention.name), found, index.titles)
            mentions.append(PersonMention(mention.ref, tuple(context.credits(mention)), mention.born, mention.jobs))
    to = {mention.ref: office.desk_of(names.keys[mention.ref]) for mention in mentions}
    bearing = (Bearing(desk, names.keys[m.ref], names.lent.get(m.ref, ""), m) for m in mentions)
    office.send(desk, ((to[each.mention.ref], each) for each in bearing), Bearing)
    around = sorted({(to[mention.ref], film) for mention in mentions for film, _ in mention.credits})
    office.send(desk, ((receiver, casts[film]) for receiver, film in around), Around)
    office.lay(desk, map(Question, names.said), Question)


def count_families(office: Office, desk: int) -> list[tuple[str, str]]:
    """Tell how many names of a desk end in each surname; names that might want the slug of another, with that one."""
    letters = list(office.read(desk, Bearing))
    count = families(letter.key for letter in letters)
    office.send(desk, ((office.desk_of(name), Family(name, times)) for name, times in count.items()), Family)
    own = {letter.mention.ref: person_key(letter.mention.name) for letter in letters}
    borne = {
        (letter.key, film)
        for letter in letters
        if own[letter.mention.ref] == letter.key
        for film, _ in letter.mention.credits
    }
    lent = (letter for letter in letters if letter.lent)
    return sorted(
        {
            (letter.key, own[letter.mention.ref])
            for letter in lent
            if own[letter.mention.ref] != letter.key
            and not any((letter.key, film) in borne for film, _ in letter.mention.credits)
        }
    )


def moved(pairs: list[tuple[str, str]]) -> list[Moved]:
    """Where such names are decided on."""
    return [Moved(each.key, each.root) for each in united(pairs)]
