"""Words in lower case without accents, as word lists are searched."""

_FOLD = str.maketrans("áéíóúüàèìòùâêîôûäëïöÁÉÍÓÚÜ", "aeiouuaeiouaeiouaeioAEIOUU")


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents (ñ stays); its length does not change."""
    low = text.translate(_FOLD).lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text.translate(_FOLD))
