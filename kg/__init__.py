"""Texts about films in, validated schema.org linked data out."""
