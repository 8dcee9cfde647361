"""What was extracted from a sentence about a film in, its values by label out, chosen as gold would choose them.

Gold has what a knowledge base happens to have: of three places one, of a list of actors some, and of a relation that
the sentence does not state still a value that it names. So all that a sentence names is weighed for each label, by
what was extracted, how it is written and which words stand beside it; and each label by how likely such a sentence is
to have a value of it in gold. The weights were learned on the benchmark's training sentences (`training.py`).
"""

from kg.evaluate.facts import Predicted
from kg.evaluate.text2kg.claims import Found, labels
from kg.evaluate.text2kg.values.choosing import chosen
from kg.evaluate.text2kg.values.evidence import evidence


def values(predicted: Predicted, sentence: str, title: str) -> Found:
    """The values of each label; as extracted where the weights know nothing of the label."""
    known = evidence(predicted, sentence, title)
    return {label: found for label, found in known.claimed.items() if label not in labels("kinds")} | chosen(known)
