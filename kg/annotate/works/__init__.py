"""Works other than the page's film: originals, remakes, sequels, books and plays, and which words speak of them."""
