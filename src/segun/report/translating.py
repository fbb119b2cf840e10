"""Templates that speak the language of the context in which they are rendered.

A template writes ``{{ _("Only %(name)s", name=voice.short) }}``,
``{{ ngettext("%(num)s claim", "%(num)s claims", n) }}`` or
``{% trans who=chain(group) %}asserted by {{ who }}{% endtrans %}``. What is put into a message is escaped and made
visible as everywhere else; the message itself may hold elements, for it is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from markupsafe import Markup

from segun import tongue
from segun.tongue.dates import number
from segun.view.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment


def install(environment: Environment) -> None:
    """Give the templates of an environment ``_``, its kin, ``{% trans %}``, ``tongue()`` and the filter ``number``."""
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension adds it
    environment.globals.update(
        _=_safe(tongue.gettext),
        gettext=_safe(tongue.gettext),
        ngettext=_safe(_counted),
        pgettext=_safe(tongue.pgettext),
        npgettext=_safe(tongue.npgettext),
        tongue=tongue.language,
    )
    environment.filters["number"] = number


def _counted(one: str, many: str, count: int, /, **values: object) -> str:
    return tongue.ngettext(one, many, count, **{"num": number(count), **values})


def _safe(say: Callable[..., str]) -> Callable[..., Markup]:
    def said(*message: str | int, **values: object) -> Markup:
        return Markup(say(*message, **{name: _shown(value) for name, value in values.items()}))  # noqa: S704 - ours

    return said


def _shown(value: object) -> object:
    """Return a value as it may stand within a message: escaped and visible; a count stays one."""
    return value if isinstance(value, Markup | int | float) else Markup.escape(visible(str(value)))
