"""The film that a page is about: where its title and its year stand, however openly or covertly the text names it."""
