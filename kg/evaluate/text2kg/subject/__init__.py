"""A sentence that was taken out of its text in, the title of the work that it speaks of out.

The benchmark's sentences come one by one, and wherever an article said "it", "its", "his" or "her" a program has put
the title ("… for Low Tide's performance"), so a title may stand anywhere. Every stretch that could be one is weighed by
its form and by the words around it, with weights learned on the benchmark's training sentences, and the best one wins.
"""

from kg.evaluate.text2kg.logit import learned
from kg.evaluate.text2kg.subject.choosing import WEIGHTS, best, candidates


def subject(sentence: str) -> str | None:
    """The title as it stands in the sentence; None where none is found."""
    return best(candidates(sentence), learned(WEIGHTS)).answer or None
