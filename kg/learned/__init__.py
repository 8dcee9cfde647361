"""Features of a place in a text in, how likely each answer is out, by weights that `python -m training` fitted."""

from kg.learned.linear import UNIT, Classifier, classifier

__all__ = ["UNIT", "Classifier", "classifier"]
