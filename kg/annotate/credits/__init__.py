"""Credits as sentences and forms state them: who made the film, who plays in it, and which part."""
