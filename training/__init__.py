"""Fits the weights in kg/learned/ on texts with gold: `python -m training`; docs/training.md has the figures."""
