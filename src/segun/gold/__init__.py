"""Gold: what careful readers found in a text, read from files, and how right an analysis is when held against it."""
