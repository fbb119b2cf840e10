"""Portuguese is added to segun as a folder of TOML and an entry in ``models.toml``, and no Python is touched.

The program is copied, the folder ``portuguese`` beside this file is laid into the copy over the Spanish one, as
CONTRIBUTING.md tells to begin, and a process of its own runs the copy. It parses with the Spanish model, for there is
none of Portuguese here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import segun

HERE = Path(__file__).parent
OWN = HERE / "portuguese"
ROOT = HERE.parents[1]
PLAIN = "Segundo a policia, nao ha informacao sobre a explosao. A alianca so durou tres meses."
MARKED = "Segundo a polícia, não há informação sobre a explosão. A aliança só durou três meses."
MIXED = "A situação está difícil, disse a diretora da polícia, e nao ha razão para pânico."
REPORT = """\
Duas casas caíram na noite de ontem em São Brás, segundo a polícia. Não há informação sobre feridos.

Paulo Reis disse que não há pão em São Brás. «Não há lugar para mais ninguém», disse Ana Falcão.
"""
PROGRAM = f"""
import json, sys, tomllib
from importlib.resources import files
from pathlib import Path
import segun
from segun import lang
from segun.cli.main import main
from segun.lang.concepts import Concepts
from segun.lang.folding import fold
from segun.ledger.words import indexed
from segun.prepare.accents import restore
from segun.prepare.paragraphs import paragraphs
from segun.report.page import render
from segun.tongue import speaking
from segun.view import words
from tests.lang.marked import holds, read

def command(*arguments):
    try:
        main(arguments)
    except SystemExit as exit:
        return exit.code or 0
    return 0

data = tomllib.loads((files("segun.lang") / "pt" / "examples.toml").read_text("utf-8"))
examples = {{}}
for part in data.values():
    for written in (each for several in part.values() for each in several):
        text, marked = read(written.removeprefix("!"))
        examples[written] = holds(segun.analyze(text, language="pt", places=False), written, marked)
with speaking("es"):
    in_spanish = words.language("pt-BR")
report = Path(sys.argv[1], "report.txt")
report.write_text({REPORT!r}, encoding="utf-8")
ledger = report.with_suffix(".ledger")
code = command("add", str(ledger), str(report), "--no-places")
kept = segun.Ledger(ledger)
print("\\n" + json.dumps({{
    "supported": lang.supported(),
    "examples": examples,
    "name": words.language("pt-BR"),
    "in Spanish": in_spanish,
    "restored": [restore(text, "pt", paragraphs(text)) for text in ({PLAIN!r}, {MIXED!r})],
    "folded": fold("Não há informação: avô, três, à São Brás"),
    "stems": [indexed(word, "pt-BR") for word in ("ministros", "ministro", "negadas", "negada")],
    "concepts": [Concepts.load("pt").found([word]) for word in ("policiais", "mortos")],
    "code": code,
    "page": render([segun.analyze({REPORT!r}, places=False)]),
    "language": [report.language for report in kept.reports()],
    "found": [len(list(kept.find(segun.Selection(words=asked)))) for asked in ("casa", "pao", "pão", "navio")],
}}))
"""


def laid_over(target, name):
    """Write a table of the language: its own, or for the closed classes the Spanish ones that its own replace."""
    own = tomllib.loads((OWN / name).read_text("utf-8"))
    if name == "grammar.toml":
        own = {**tomllib.loads((target / name).read_text("utf-8")), **own}
        lines = []
        for key, value in sorted(own.items(), key=lambda each: isinstance(each[1], dict)):
            given = {key: value} if not isinstance(value, dict) else value
            lines += [f"[{key}]"] if isinstance(value, dict) else []
            lines += [f"{each} = {json.dumps(entry, ensure_ascii=False)}" for each, entry in given.items()]
        (target / name).write_text("\n".join(lines), encoding="utf-8")
    else:
        shutil.copy(OWN / name, target / name)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What a segun says that has Portuguese as one more folder."""
    root = tmp_path_factory.mktemp("portuguese")
    shutil.copytree(Path(segun.__file__).parent, root / "segun", ignore=shutil.ignore_patterns("__pycache__"))
    folder = root / "segun" / "lang" / "pt"
    shutil.copytree(folder.with_name("es"), folder)
    for each in OWN.glob("*.toml"):
        laid_over(folder, each.name)
    with (root / "segun" / "annotate" / "models.toml").open("a", encoding="utf-8") as models:
        models.write('\n[pt.es_core_news_sm]\nlicence = "GPL-3.0"\n')
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(root)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(ROOT)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_is_one_language_more(told):
    assert told["supported"] == ["en", "es", "pt"]


def test_its_examples_are_read_as_they_say(told):
    assert [written for written, right in told["examples"].items() if not right] == []


def test_it_has_a_name_in_each_interface(told):
    assert (told["name"], told["in Spanish"]) == ("Portuguese", "portugués")


def test_its_accents_are_restored(told):
    assert told["restored"] == [MARKED, MIXED.replace("nao ha", "não há")]


def test_its_accents_are_stripped(told):
    assert told["folded"] == "nao ha informacao: avo, tres, a sao bras"


def test_its_words_are_stemmed(told):
    many, one, negated, negation = told["stems"]
    assert many == one
    assert negated == negation


def test_its_concepts_are_found_by_their_stems(told):
    assert told["concepts"] == [[[0, 1, "police"]], [[0, 1, "die"]]]


def test_a_report_in_it_is_told_shown_and_named(told):
    assert told["code"] == 0
    assert told["language"] == ["pt"]
    assert "Portuguese" in told["page"]
    assert 'lang="pt"' in told["page"]


def test_a_ledger_finds_its_words_in_any_form(told):
    assert told["found"] == [1, 1, 1, 0]
