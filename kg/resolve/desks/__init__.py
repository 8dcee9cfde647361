"""Identity decided at many desks, by anybody who works: what `deciding` comes to, without anyone who knows all.

Each step is done at every desk before the next begins; desks write to each other by files.

office     where the letters and the rows are
blocks     films by block, the only thing that is looked at whole: which keys mean one block
films      films by block
works      works by title
casts      names by film: whom a name may mean there
names      the full name of each mention, and surnames, counted
people     people by name
things     characters by film, companies and the like by what they are called, questions by those whom they are about
documents  slugs of documents
answers    what it came to, as far as one asks
"""

from kg.resolve.desks.answers import Divided
from kg.resolve.desks.deciding import decide_at_desks
from kg.resolve.desks.films import sum_up
from kg.resolve.desks.office import Office

__all__ = ["Divided", "Office", "decide_at_desks", "sum_up"]
