"""Which reports may have anything to do with each other: stories, each traced by itself."""
