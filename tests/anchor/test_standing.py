"""Sources that speak for a state are linked to it, and stay the sources that the report names."""

from __future__ import annotations

import segun


def stands(text: str, language: str) -> dict[str, str | None]:
    return {source.name: source.stands_for for source in segun.analyze(text, language=language).sources}


def test_seats_are_linked_and_keep_their_names() -> None:
    text = (
        "Moscú aseguró que el puente fue tomado el martes. El Kremlin dijo además que las tropas avanzan. "
        "El Gobierno ruso informó de veinte prisioneros. El alcalde de Peñalta dijo que no vio a nadie."
    )
    found = stands(text, "es")
    assert [found[name] for name in ("Moscú", "El Kremlin", "El Gobierno ruso")] == ["RU", "RU", "RU"]
    assert found["El alcalde de Peñalta"] is None


def test_a_name_whose_place_lies_elsewhere_stands_for_no_state() -> None:
    text = (
        "Georgia said that the road near Atlanta, in Georgia, would reopen on Monday. "
        "Officials in Macon and Savannah agreed."
    )
    assert stands(text, "en")["Georgia"] is None


def test_the_union_speaks_from_a_capital_of_a_state() -> None:
    assert stands("Brussels warned that the aid would be late.", "en") == {"Brussels": "EU"}
