"""Who says what: cues, sources, contents, quotations, nesting, continuation, coreference of sources."""
