"""What was extracted from a sentence in, triples in the labels and value forms of Text2KGBench's movie ontology out."""

from kg.evaluate.facts import Predicted
from kg.evaluate.text2kg.letters import damaged, repaired
from kg.evaluate.text2kg.scoring import Triple
from kg.evaluate.text2kg.subject import subject
from kg.evaluate.text2kg.values import values


def as_page(sentence: str) -> str:
    """The sentence under the title that it speaks of, as it would stand on a page about that film."""
    sentence = repaired(sentence)
    title = subject(sentence)
    return f"{title} (film)\n\n{sentence}" if title else sentence


def triples(predicted: Predicted, sentence: str) -> list[Triple]:
    """The triples of one sentence, each once and in order, spelt as it spells them; none when it names no film."""
    right = repaired(sentence)
    title = subject(right) or predicted.title
    if not title:
        return []
    found = values(predicted, right, title)
    made = {Triple(title, label, value) for label, objects in found.items() for value in objects}
    return sorted(made if right == sentence else {Triple(*map(damaged, triple)) for triple in made})
