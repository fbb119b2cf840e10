"""Wrapped lines become paragraphs."""

from __future__ import annotations

from segun.read.lines import body_lines, join_lines


def test_wrapped_lines_are_joined_and_short_ones_end_a_paragraph() -> None:
    lines = [
        "Compra negada",
        "El alcalde de Villar negó ayer que el ayuntamiento com-",
        "prara los terrenos del puerto a la empresa de su hermano.",
        "No hubo tal compra.",
        "La oposición, en cambio, pidió los papeles de la venta y",
        "anunció una querella.",
    ]
    assert join_lines(lines) == [
        "Compra negada",
        (
            "El alcalde de Villar negó ayer que el ayuntamiento comprara los terrenos del puerto a la empresa de su "
            "hermano. No hubo tal compra."
        ),
        "La oposición, en cambio, pidió los papeles de la venta y anunció una querella.",
    ]


def test_compound_that_stands_elsewhere_keeps_its_hyphen() -> None:
    lines = ["The mayor met the well-known lawyer and the other well-", "known lawyer."]
    assert join_lines(lines) == ["The mayor met the well-known lawyer and the other well-known lawyer."]


def test_soft_hyphens_go() -> None:
    assert join_lines(["El ayunta\u00admiento y el conce\u00ad", "jal hablaron."]) == [
        "El ayuntamiento y el concejal hablaron."
    ]


def test_blank_line_ends_a_paragraph() -> None:
    assert join_lines(["uno dos tres", "", "cuatro cinco"]) == ["uno dos tres", "cuatro cinco"]


def test_range_of_years_keeps_its_hyphen() -> None:
    assert join_lines(["La obra duró de 2019-", "2021 según el acta."]) == ["La obra duró de 2019-2021 según el acta."]


def test_page_numbers_and_running_heads_go() -> None:
    pages = [["El Faro de Villar", f"línea {word}", f"{number}"] for number, word in enumerate("abcd", start=1)]
    assert body_lines(pages) == ["línea a", "línea b", "línea c", "línea d"]


def test_heads_of_two_pages_stay() -> None:
    assert body_lines([["Acta", "uno"], ["Acta", "dos"]]) == ["Acta", "uno", "Acta", "dos"]
