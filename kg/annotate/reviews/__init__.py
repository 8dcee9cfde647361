"""Credits as reviews give them away: by praise and blame, by parts told in passing, by all signs together."""
