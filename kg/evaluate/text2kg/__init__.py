"""Text2KGBench (https://github.com/cenguix/Text2KGBench): its sentences, labels, value forms and two ways to score."""

from kg.evaluate.text2kg.adapter import as_page, triples
from kg.evaluate.text2kg.scoring import BenchmarkScores, Sentence, Triple, glued, read, recognises, score, write

__all__ = [
    "BenchmarkScores",
    "Sentence",
    "Triple",
    "as_page",
    "glued",
    "read",
    "recognises",
    "score",
    "triples",
    "write",
]
