"""What a page or a terminal shows of an analysis, as pure data."""
