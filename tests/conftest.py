"""What holds for all tests: Hypothesis sets no deadlines, since a busy machine is no defect."""

from hypothesis import settings

settings.register_profile("kg", deadline=None)
settings.load_profile("kg")
