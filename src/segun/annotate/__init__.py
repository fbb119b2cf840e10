"""The spaCy adapter: sentences, words, Universal Dependencies, names."""
