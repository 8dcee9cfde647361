"""Gold and what was extracted in; precision, recall, mistakes and calibration out."""

from kg.evaluate.evaluation import Evaluation, Mistake
from kg.evaluate.page import as_html
from kg.evaluate.report import as_text
from kg.evaluate.running import evaluate

__all__ = ["Evaluation", "Mistake", "as_html", "as_text", "evaluate"]
