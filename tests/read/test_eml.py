"""E-mail: its body, its attachments, the e-mails in it."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from segun.errors import ReadError
from segun.model import Report
from segun.read import limits, read
from segun.read import mail as mail_module

from .conftest import Store
from .makers import docx, page, pdf

TEXT = "Según el alcalde de Villar, no hubo compra de terrenos en el puerto.\n"
PARAGRAPHS = [f"{TEXT.strip()} Lo dijo {number} veces en la sesión." for number in range(2, 8)]
ARTICLE = page("<article><p>" + "</p><p>".join(PARAGRAPHS) + "</p></article>")


def mail(subject: str = "Nota de prensa", text: str = TEXT) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ana Núñez <ana@faro.example>"
    made["To"] = "lista@villar.example"
    made["Subject"] = subject
    made["Date"] = "Mon, 28 Apr 2025 10:30:00 +0200 (CEST)"
    made.set_content(text)
    return made


def found(store: Store, data: bytes | EmailMessage, name: str = "nota.eml") -> list[Report | ReadError]:
    return list(read([store(name, data.as_bytes() if isinstance(data, EmailMessage) else data)]))


def test_body_and_fields(store: Store) -> None:
    (report,) = found(store, mail("Según él, “no” hubo compra"))
    assert isinstance(report, Report)
    assert (report.key, report.text) == ("nota", TEXT)
    assert (report.title, report.byline) == ("Según él, “no” hubo compra", "Ana Núñez")
    assert (report.published, report.language) == ("2025-04-28T10:30:00+02:00", None)
    assert report.location is not None
    assert report.location.endswith("nota.eml")
    assert report.input is not None
    assert report.input.extractor == "eml"


def test_sidecar_counts_for_the_body_only(store: Store) -> None:
    made = mail()
    made.add_attachment(
        pdf([["El acta del pleno de Villar."]]), maintype="application", subtype="pdf", filename="a.pdf"
    )
    store("nota.meta.json", '{"published": "2025-05-01", "outlet": "El Faro", "url": "https://faro.example/1"}')
    body, attached = found(store, made)
    assert isinstance(body, Report)
    assert isinstance(attached, Report)
    assert (body.published, body.outlet, body.location) == ("2025-05-01", "El Faro", "https://faro.example/1")
    assert (attached.published, attached.outlet) == (None, None)


def test_page_is_taken_before_plain_text(store: Store) -> None:
    made = mail(text="Versión sin formato.")
    made.add_alternative(ARTICLE, subtype="html")
    (report,) = found(store, made)
    assert isinstance(report, Report)
    assert report.text == "\n\n".join(PARAGRAPHS)


def test_plain_text_is_taken_where_the_page_gives_little(store: Store) -> None:
    made = mail(text=TEXT * 20)
    made.add_alternative(page("<p>Vea este mensaje en el navegador.</p>"), subtype="html")
    (report,) = found(store, made)
    assert isinstance(report, Report)
    assert report.text == TEXT * 20


def test_attachments_are_reports_of_their_own(store: Store) -> None:
    made = mail()
    made.add_attachment(pdf([["El acta del pleno."]]), maintype="application", subtype="pdf", filename="acta.pdf")
    made.add_attachment(docx(["Otra nota."]), maintype="application", subtype="octet-stream", filename="nota 2.docx")
    made.add_attachment("Tercera.", filename="tercera.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment("a;b", subtype="csv", filename="tabla.csv")
    made.add_attachment(b"%PDF-1.4 nada", maintype="application", subtype="pdf", filename="rota.pdf")
    made.add_attachment("Cuarta.", filename="acta.txt")
    *reports, error, last = found(store, made)
    keys = [report.key for report in reports if isinstance(report, Report)]
    assert keys == ["nota", "nota-acta", "nota-nota 2", "nota-tercera"]
    assert reports[1].location.endswith("nota.eml#acta")
    assert isinstance(error, ReadError)
    assert error.location.endswith("nota.eml: rota.pdf")
    assert isinstance(last, Report)
    assert last.key == "nota-acta-2"


def test_forwarded_mail_is_a_report_with_its_own_fields(store: Store) -> None:
    inner = mail("Boletín del lunes", "El boletín dice que no.\n")
    del inner["From"], inner["Date"]
    inner["From"] = "boletin@faro.example"
    inner["Date"] = "27 Apr 2025 08:00:00 -0000"
    outer = mail()
    outer.add_attachment(inner)
    _, report = found(store, outer)
    assert isinstance(report, Report)
    assert (report.key, report.title, report.byline) == ("nota-Boletín del lunes", "Boletín del lunes", None)
    assert (report.text, report.published) == ("El boletín dice que no.\n", "2025-04-27T08:00:00+00:00")


def test_mails_in_mails_end(store: Store) -> None:
    made = mail()
    for number in range(limits.MAX_NESTED + 2):
        outer = mail(str(number))
        outer.add_attachment(made)
        made = outer
    *reports, error = found(store, made)
    assert len(reports) == limits.MAX_NESTED + 1
    assert isinstance(error, ReadError)
    assert "deep" in error.problem


def test_flowed_text_is_joined(store: Store) -> None:
    data = (
        b"From: a@b.example\nSubject: x\nContent-Type: text/plain; format=flowed\n\n"
        b"El alcalde \nneg\xc3\xb3 la \ncompra.\n\n> cita \n> doble\n-- \nAna\n"
    )
    (report,) = found(store, data)
    assert isinstance(report, Report)
    assert report.text == "El alcalde negó la compra.\n\n> cita \n> doble\n-- \nAna\n"


@pytest.mark.parametrize(
    ("declared", "encoded"),
    [
        ("iso-8859-1", TEXT.encode("cp1252")),
        ("no-such-charset", TEXT.encode()),
        ("utf-8", TEXT.encode("cp1252")),
        ("us-ascii", TEXT.encode()),
        ('"', TEXT.encode()),
        ("base64", TEXT.encode()),
    ],
)
def test_charset_that_lies(store: Store, declared: str, encoded: bytes) -> None:
    data = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset={declared}\n\n".encode() + encoded
    (report,) = found(store, data)
    assert isinstance(report, Report)
    assert report.text == TEXT


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Seg\xfan el alcalde", "Según el alcalde"),
        ("Según él".encode(), "Según él"),
        (b"=?utf-8?q?Seg=C3=BAn?= =?utf-8?b?w6ls?=", "Segúnél"),
        (b"=?nada?q?Seg=C3=BAn?=", "Según"),
        (b"=?utf-8?b?!!!?=", None),
        (b"uno\r\n dos", "uno dos"),
        (b"x" * 20_000, None),
        (b"(" * 9_000, "(" * 9_000),
    ],
)
def test_subject(raw: bytes, expected: str | None) -> None:
    found = mail_module.parse(b"From: a@b.example\r\nSubject: " + raw + b"\r\n\r\nx")
    assert mail_module.subject(found) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 28 Apr 2025 10:30:00 GMT", "2025-04-28T10:30:00+00:00"),
        ("28 Apr 2025 10:30 -0500", "2025-04-28T10:30:00-05:00"),
        ("Mon, 28 Apr 2025 10:30:00", "2025-04-28"),
        ("Mon, 28 Apr 2025 10:30:00 XYZ", "2025-04-28"),
        ("ayer", None),
        ("99 Apr 2025 10:30:00 +0000", None),
        ("", None),
    ],
)
def test_date_is_never_guessed(raw: str, expected: str | None) -> None:
    assert mail_module.sent(mail_module.parse(f"Date: {raw}\n\nx".encode())) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\nSubject: x\n\n",
        b"From: a@b.example\nSubject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed\n\n",
        b"From: a@b.example\nSubject: x\n" + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 300,
        b"From: a@b.example\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * 3_000,
    ],
)
def test_mail_without_text_or_of_absurd_shape(store: Store, error, data: bytes) -> None:  # type: ignore[no-untyped-def]
    assert error(store("a.eml", data)).problem


def test_broken_transfer_encoding(store: Store) -> None:
    packed = base64.b64encode(TEXT.encode()).rstrip(b"=") + b"\x00!!"
    data = b"From: a@b.example\nSubject: x\nContent-Transfer-Encoding: base64\nContent-Type: text/plain\n\n" + packed
    (report,) = found(store, data)
    assert isinstance(report, Report)
    assert report.text.startswith("Según el alcalde")
