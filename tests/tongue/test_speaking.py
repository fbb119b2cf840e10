"""Speaking: by context, with the right plural, dates and numbers; English needs no catalogue."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from pathlib import Path

import pytest

from segun import tongue
from segun.report.page import environment
from segun.tongue import UnknownTongueError, dates, gettext, language, nearest, ngettext, pgettext, speaking


def test_what_is_spoken_holds_for_the_block_alone():
    with speaking("es"):
        assert gettext("The report itself") == "La propia noticia"
        with speaking("en"):
            assert gettext("The report itself") == "The report itself"
        assert language() == "es"
    assert language() == "en"


def test_every_context_speaks_its_own_language():
    def heard(code):
        tongue.choose(code)
        return [gettext("somebody") for _ in range(200)]

    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(copy_context().run, heard, code) for code in ("es", "en") * 8]
        assert [set(job.result()) for job in jobs] == [{"alguien"}, {"somebody"}] * 8
    assert language() == "en"


@pytest.mark.parametrize(
    ("count", "spanish", "english"),
    [(0, "0 afirmaciones", "0 claims"), (1, "1 afirmación", "1 claim"), (2, "2 afirmaciones", "2 claims")],
)
def test_a_count_takes_its_form(count, spanish, english):
    assert ngettext("%(num)s claim", "%(num)s claims", count) == english
    with speaking("es"):
        assert ngettext("%(num)s claim", "%(num)s claims", count) == spanish


def test_the_same_word_is_told_apart_by_its_context():
    with speaking("es"):
        assert pgettext("whom something is owed", "to") == "a"
        assert gettext("to") == "hasta"


def test_a_message_without_translation_is_english():
    with speaking("es"):
        assert gettext("%(name)s was never translated", name="This") == "This was never translated"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["es"], "es"),
        (["es-MX"], "es"),
        (["ES_ar"], "es"),
        (["fr", "de", "es", "en"], "es"),
        (["en-GB", "es"], "en"),
        (["fr"], "en"),
        (["", "*", "../es", "es/../../x"], "en"),
        ([], "en"),
    ],
)
def test_the_nearest_language_is_spoken(wanted, spoken):
    assert nearest(wanted) == spoken


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(UnknownTongueError, match="en, es"), speaking("../es"):
        pass


def test_dates_and_numbers_are_spanish():
    with speaking("es"):
        assert dates.day_of(date(2031, 3, 4)) == "4 de marzo de 2031"
        assert dates.month(9, "abbreviated") == "sept"
        assert dates.weekday(3) == "miércoles"
        assert dates.number(1234567) == "1.234.567"
        assert dates.number(0.5, 2) == "0,50"
        assert dates.figure("0.75") == "0,75"
        assert dates.figure("62%").split() == ["62", "%"]
    assert dates.day_of(date(2031, 3, 4)) == "4 March 2031"
    assert dates.number(1234567) == "1,234,567"
    assert dates.figure("0.75") == "0.75"
    assert dates.figure("62%") == "62%"


HOSTILE = '<script>alert(1)</script>\u202e" onload=x'


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize(
    "template",
    [
        '{{ _("Only %(name)s", name=name) }}',
        '{{ pgettext("x", "by %(name)s", name=name) }}',
        '{{ ngettext("%(name)s once", "%(name)s %(num)s times", 2, name=name) }}',
        "{% trans %}Only {{ name }}{% endtrans %}",
        "{% trans name=name %}By <bdi>{{ name }}</bdi>.{% endtrans %}",
        "{% set held %}{{ name }}{% endset %}{{ _('Only %(name)s', name=held) }}",
    ],
)
def test_what_is_put_into_a_sentence_is_escaped_and_visible(code, template):
    with speaking(code):
        shown = environment().from_string(template).render(name=HOSTILE)
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "\u202e" not in shown
    assert '" onload' not in shown


def test_counts_in_templates_have_their_thousands_set_apart():
    template = environment().from_string('{{ ngettext("%(num)s claim", "%(num)s claims", 100000) }}')
    assert template.render() == "100,000 claims"
    with speaking("es"):
        assert template.render() == "100.000 afirmaciones"


def test_a_per_cent_sign_in_a_value_means_nothing():
    with speaking("es"):
        assert gettext("Only %(name)s", name="%(x)s %d 100%") == "Solo %(x)s %d 100%"


ENGLISH_ALONE = """
import sys
from tests.samples import port
from segun.report.page import render
assert render([port()])
assert not [name for name in sys.modules if name.partition(".")[0] == "babel"], "babel was imported"
"""


def test_english_needs_no_babel():
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", ENGLISH_ALONE]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
