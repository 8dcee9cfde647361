"""Whose story a screenplay tells: kg:storyBy."""

from kg.extract.crediting import crediting

story_by = crediting("storyBy", "kg:storyBy")
