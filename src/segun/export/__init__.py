"""Writers and readers of other formats, one module each; each says what it drops."""
