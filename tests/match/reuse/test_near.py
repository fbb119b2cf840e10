from segun.match.reuse.near import near_copies

FIRST = "The ferry left the pier at seven and turned over near the old lighthouse before anybody could call for help."
EDITED = "The ferry left the quay at seven and turned over near the old lighthouse before anybody could cry for help."
OTHER = "Bread will cost more from Monday, the bakers of the province said after a meeting that lasted until night."


def test_an_edited_copy_is_found_and_another_text_is_not():
    assert [(a, b) for a, b, _ in near_copies([FIRST, OTHER, EDITED])] == [(0, 2)]


def test_a_part_taken_over_is_found_in_a_long_text():
    long = " ".join(f"word{n}" for n in range(300))
    found = near_copies([long, f"{FIRST} {' '.join(f'word{n}' for n in range(100, 160))}"])
    assert [(a, b) for a, b, _ in found] == [(0, 1)]


def test_no_run_of_words_crosses_from_one_text_to_the_next():
    assert near_copies(["one two", "three four", "two three four", "one two three"]) == []


def test_what_all_have_proves_nothing():
    texts = [" ".join(f"w{n}x{k}" for k in range(40)) + " with agencies and the newsroom in town" for n in range(60)]
    assert near_copies(texts) == []


def test_nothing_and_empty_texts():
    assert near_copies([]) == []
    assert near_copies(["", "…", FIRST, ""]) == []


def test_the_same_without_accents():
    marked = "El río subió dos metros según la alcaldía y arrastró árboles por el barranco de la Peña."
    plain = "El rio subio dos metros segun la alcaldia y arrastro arboles por el barranco de la Peña."
    assert near_copies([marked, plain])[0][:2] == (0, 1)
