"""The catalogues are complete: every message of code and templates, in every language, with all its places."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from segun.tongue import ENGLISH, languages
from segun.tongue.__main__ import main, update
from segun.tongue.catalogue import read
from segun.tongue.extracting import CATALOGUES, PACKAGE, messages

OTHERS = [code for code in languages() if code != ENGLISH]
_PLACE = re.compile(r"%\(\w+\)[a-z]|%%")
_ELEMENT = re.compile(r"</?[a-z]+[^>]*>")
_COMMAND = re.compile(r"`[^`]*`")


@pytest.fixture(scope="module")
def found():
    return {(each.context, each.id): each for each in messages() if each.id}


@pytest.fixture(scope="module", params=OTHERS)
def catalogue(request):
    return read(request.param)


def forms(written):
    return (written,) if isinstance(written, str) else tuple(written)


def faults(each):
    """Return what is wrong with a translation."""
    if each.fuzzy:
        yield "fuzzy"
    if not each.string or not all(forms(each.string)):
        yield "untranslated"
        return
    one, many = forms(each.id)[0], forms(each.id)[-1]
    for at, said in enumerate(forms(each.string)):
        wanted = one if at == 0 else many
        for what in (_PLACE, _ELEMENT, _COMMAND):
            if Counter(what.findall(said)) != Counter(what.findall(wanted)):
                yield f"{what.pattern} in {said!r}"
        if said != said.strip() or (wanted[-1] in ".:" and said[-1] != wanted[-1]):
            yield f"ends otherwise: {said!r}"


def test_there_is_a_language_beside_english():
    assert "es" in OTHERS


def test_every_message_of_code_and_templates_stands_in_the_catalogue(catalogue, found):
    there = {(each.context, each.id) for each in catalogue if each.id}
    assert sorted(map(str, found.keys() - there)) == [], "run: python -m segun.tongue update"
    assert sorted(map(str, there - found.keys())) == [], "run: python -m segun.tongue update"


def test_every_message_is_translated_with_all_its_places_and_elements(catalogue):
    wrong = {str(each.id): told for each in catalogue if each.id and (told := list(faults(each)))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("id", "string", "fault"),
    [
        ("By %(name)s", "Por", "places"),
        ("By %(name)s", "Por %(nombre)s", "places"),
        ("By <b>%(name)s</b>", "Por %(name)s", "elements"),
        ("100 %% sure", "seguro al 100 %", "places"),
        ("run `segun trace`", "ejecute `segun rastrear`", "commands"),
        (("%(num)s claim", "%(num)s claims"), ("%(num)s afirmación", ""), "forms"),
        (("%(num)s claim", "%(num)s claims"), ("%(num)s afirmación", "afirmaciones"), "places"),
        ("Done.", "Hecho", "stop"),
        ("Done.", "", "words"),
    ],
)
def test_a_translation_that_loses_something_is_found(id, string, fault):
    made = Catalog(locale="es")
    assert list(faults(made.add(id, string))), fault


def test_a_fuzzy_translation_is_found_and_is_not_spoken():
    made = Catalog(locale="es")
    assert list(faults(made.add("Done.", "Hecho.", flags=["fuzzy"]))) == ["fuzzy"]


def test_words_of_templates_are_messages():
    """No element of a template holds words that cannot be translated."""
    bare = re.compile(r">([^<>{}]*[^\W\d_]{2,}[^<>{}]*)<")
    names = {"según", "SVG", "PNG", "segun", "· segun", "· según"}
    english = {*PACKAGE.rglob("evaluation.html.j2"), *PACKAGE.rglob("reliability*.j2")}  # for developers
    for path in sorted(set(PACKAGE.rglob("*.html.j2")) - english):
        text = re.sub(r"\{% trans\b.*?\{% endtrans %\}", "{}", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"\{[{%#].*?[}%#]\}", "{}", text, flags=re.DOTALL)
        text = re.sub(r"<(code|kbd|script|style)\b[^>]*>.*?</\1>", "", text, flags=re.DOTALL)
        told = [each.strip() for each in bare.findall(text)]
        assert [each for each in told if each not in names] == [], path.name


def test_the_comments_for_translators_are_in_the_catalogue(catalogue):
    comments = {each.id: each.auto_comments for each in catalogue if each.id}
    assert any("4 March 2031" in line for line in comments["%(date)s %(year)s"])


def test_updating_keeps_translations_and_forgets_what_is_gone(tmp_path, monkeypatch):
    path = Path(tmp_path, "es.po")
    path.write_bytes((CATALOGUES / "es.po").read_bytes())
    monkeypatch.setattr("segun.tongue.__main__.CATALOGUES", tmp_path)
    found = messages()
    gone = next(each.id for each in found if each.id == "Done.")
    found.delete(gone)
    found.add("A message that is new.", locations=[("new.py", 1)])
    count, missing = update("es", found)
    written = path.read_text(encoding="utf-8")
    assert missing == 1
    assert count == len([each for each in found if each.id])
    assert 'msgid "A message that is new."\nmsgstr ""' in written
    assert 'msgid "Done."' not in written
    assert 'msgstr "La propia noticia"' in written


def test_updating_what_is_up_to_date_changes_nothing(tmp_path, monkeypatch):
    path = Path(tmp_path, "es.po")
    path.write_bytes((CATALOGUES / "es.po").read_bytes())
    monkeypatch.setattr("segun.tongue.__main__.CATALOGUES", tmp_path)
    update("es", messages())
    assert path.read_text(encoding="utf-8") == (CATALOGUES / "es.po").read_text(encoding="utf-8")


def test_another_language_begins_with_a_catalogue_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("segun.tongue.__main__.CATALOGUES", tmp_path)
    count, missing = update("fr", messages())
    assert count == missing > 0
    assert "Language: fr" in Path(tmp_path, "fr.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [[], ["compile"], ["update", "es", "fr"]])
def test_the_command_says_how_it_is_used(arguments, capsys):
    assert main(arguments) == 2
    assert "update [CODE]" in capsys.readouterr().err


def test_a_function_that_speaks_calls_nothing_else_as_the_messages_are_called():
    """``_`` is gettext; where a function also gives a value that name, it cannot speak any more."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "gettext as _" not in text:
            continue
        for made in ast.walk(ast.parse(text)):
            if not isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            inner = {each for part in ast.walk(made) if isinstance(part, ast.comprehension) for each in ast.walk(part)}
            named = [each for each in ast.walk(made) if isinstance(each, ast.Name) and each.id == "_"]
            speaks = any(isinstance(each.ctx, ast.Load) for each in named)
            bound = [each for each in named if isinstance(each.ctx, ast.Store) and each not in inner]
            assert not (speaks and bound), f"{path.name}: {made.name}"
