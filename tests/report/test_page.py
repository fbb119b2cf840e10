from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from tests.samples import at, bare, claim, ferry, port

from segun.model import Relay, Source, Span
from segun.report.page import render

VOID = {"meta", "link", "br", "path", "rect"}
EVIL = "</style><script>alert(1)</script> \"' onload=x {{7*7}} \u202eabc\x1b &amp; javascript:1"


class Tree(HTMLParser):
    """What a page holds; fails where elements are not nested."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append((self.open[-1] if self.open else "", data))

    def all(self, tag, of=""):
        return [
            attrs for name, attrs in self.tags if name == tag and (not of or of in (attrs.get("class") or "").split())
        ]

    @property
    def ids(self):
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


def plain(page):
    shown = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", "", shown))


@pytest.fixture(scope="module")
def page():
    return render([port()])


@pytest.mark.parametrize(
    "analyses",
    [[], [bare("")], [bare("Nada.")], [port()], [port(), ferry()], [port(), port()]],
    ids=["none", "empty", "no claims", "one", "two", "twice"],
)
def test_every_page_is_well_formed_and_its_links_lead_somewhere(analyses):
    tree = Tree(render(analyses))
    assert len(tree.ids) == len(set(tree.ids))
    linked = {attrs["href"][1:] for attrs in tree.all("a") if attrs["href"].startswith("#")}
    assert linked <= set(tree.ids)
    named = {id for _, attrs in tree.tags for id in attrs.get("aria-labelledby", "").split()}
    assert named <= set(tree.ids)
    assert len(tree.all("h1")) == 1


def test_text_and_ledger_lead_to_each_other(page):
    tree = Tree(page)
    assert {f"r1-{side}{at}" for side in "tl" for at in range(1, 16)} <= set(tree.ids)
    tags = {attrs["id"]: attrs["href"] for attrs in tree.all("a", "tag") if "id" in attrs}
    assert tags["r1-t6"] == "#r1-l6"
    assert [attrs["href"] for attrs in tree.all("a", "content")] == [f"#r1-t{at}" for at in range(1, 16)]


def test_who_speaks_stands_in_the_text(page):
    words = plain(page)
    assert "ordenó 2ANE → 3Irene Ferreiroretirar unos" in words
    assert "↳&nbsp;1Radio Marea, continuedAvanzaron" in words
    # The source's words stand right before: its number is enough for the eye, its name is there for the ear.
    assert '<span class="n">4</span><span class="vh"><bdi>La autoridad portuaria</bdi></span>' in page


def test_the_text_is_whole():
    page = render([ferry()])
    body = page.split('<section class="text"')[1].split("</section>")[0]
    without_labels = re.sub(r'<a class="tag.*?</a>', "", body, flags=re.DOTALL)
    for line in ferry().report.text.splitlines():
        assert line in re.sub(r"<[^>]+>", "", without_labels).replace("&#34;", '"')


def test_nested_claims_have_a_second_line_in_the_colour_of_who_relays(page):
    marks = {attrs["data-in"]: attrs["class"].split() for attrs in Tree(page).all("mark") if "data-in" in attrs}
    assert {"c5", "c6", "k2", "nested", "o1"} <= set(marks["c6"])
    assert {"nested", "deep"} <= set(marks["c15"])
    assert not {"nested", "deep"} & set(marks["c2"])


def test_direct_speech_is_told_from_indirect(page):
    marks = {attrs["data-in"]: attrs["class"].split() for attrs in Tree(page).all("mark") if "data-in" in attrs}
    assert "q" in marks["c7"]
    assert "q" not in marks["c9"]
    quoted = [words for _, words in Tree(page).words if words.startswith("“No vamos")]
    assert quoted == ["“No vamos a esperar otra marea … El muelle es nuestro”"]


def test_the_headline_says_that_it_dropped_its_source(page):
    assert "The headline asserts this itself; the body attributes it to 4La autoridad portuaria." in plain(page)
    assert '<a href="#r1-l8">the body attributes it</a>' in page


@pytest.mark.parametrize(
    "words",
    [
        "promises, as probable PR+",
        "says, as certain, in the negative CT-",
        "orders, uncommitted Uu",
        "on condition: si el temporal amaina",
        "how many: unos 1.500 contenedores ≈ 1\u2009500",
        "unsure reading, 40 %",
        "Credits ANE.",
        "4 March 2031",
    ],
)
def test_a_row_says_how_firmly_and_under_which_condition(page, words):
    assert words in plain(page)


def test_an_unknown_date_is_said():
    assert "date unknown" in plain(render([ferry()]))


def test_several_reports_have_a_table_of_contents():
    tree = Tree(render([port(), ferry()]))
    assert {"#r1", "#r2"} <= {attrs["href"] for attrs in tree.all("a")}
    assert len(tree.all("article")) == 2


def test_the_policy_lets_only_the_own_style_and_script_run(page):
    policy = next(attrs["content"] for attrs in Tree(page).all("meta") if "http-equiv" in attrs)
    assert "default-src 'none'" in policy
    for element in ("style", "script"):
        inside = re.findall(rf"<{element}>(.*?)</{element}>", page, flags=re.DOTALL)
        assert len(inside) == 1
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_nothing_is_styled_in_place(page):
    for tag, attrs in Tree(page).tags:
        assert not {"src", "style", "srcset", "action"} & set(attrs), tag
        assert not [name for name in attrs if name.startswith("on")]
        assert (attrs.get("href") or "#").startswith(("#", "data:,"))
    assert "url(" not in page
    assert "@import" not in page


def test_nothing_of_a_report_becomes_markup():
    evil = Source(EVIL, EVIL, "person", (), aliases=(EVIL,))
    analysis = bare(
        EVIL,
        claim(EVIL, at(EVIL, EVIL), Relay(EVIL, (), (), "said"), condition=Span(0, 20)),
        sources=(evil,),
        title=EVIL,
        outlet=EVIL,
        byline=EVIL,
        published=EVIL,
        location=EVIL,
    )
    page = render([analysis, analysis])
    tree = Tree(page)
    assert len(tree.all("script")) == len(tree.all("style")) == 1
    assert not [name for _, attrs in tree.tags for name in attrs if name.startswith("on")]
    assert "49" not in "".join(words for tag, words in tree.words if tag == "bdi")
    assert not set(page) & {"\u202e", "\x1b"}
    assert "[U+202E]" in page
    assert not [attrs for attrs in tree.all("a") if attrs["href"].startswith("javascript")]
    classes = {name for _, attrs in tree.tags for name in (attrs.get("class") or "").split()}
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in classes)


def test_only_web_addresses_are_linked():
    linked = render([bare("x", location="https://example.org/a?b=1&c=2")])
    assert 'href="https://example.org/a?b=1&amp;c=2"' in linked
    assert "<a href" not in render([bare("x", location="javascript:alert(1)")]).split('class="by"')[1].split("</p>")[0]


def test_a_lone_surrogate_does_not_break_the_file():
    render([bare("a\ud800b")]).encode()


def test_a_word_of_a_megabyte_stands_there_once():
    text = "x" * 1_000_000
    page = render([bare(text, claim("c", (Span(0, len(text)),)))])
    assert len(page) < 1_100_000


def colours(block):
    return dict(re.findall(r"--([a-z]+\d?): (#[0-9a-f]{6})", block))


def contrast(one, other):
    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("at", [0, 1, 2], ids=["light", "dark by the system", "dark by choice"])
def test_words_stand_out_from_their_ground(page, at):
    palette = colours(page.split("--paper")[at + 1].join(["--paper", ""]).split("}")[0])
    assert len(palette) == 21
    for name in ("ink", "muted", "warn", "focus", *(f"k{hue}" for hue in range(6))):
        assert contrast(palette[name], palette["paper"]) >= 4.5, name
        assert contrast(palette[name], palette["raised"]) >= 4.5, name
        assert contrast(palette[name], palette["hit"]) >= 4.5, name
    for hue in range(6):
        assert contrast(palette["ink"], palette[f"t{hue}"]) >= 7
        # Underlines and a source's name may stand on any ground of a quotation.
        assert min(contrast(palette[f"k{hue}"], palette[f"t{ground}"]) for ground in range(6)) >= 4.5


def test_both_dark_palettes_are_the_same(page):
    blocks = ["--paper" + part.split("}")[0] for part in page.split("--paper")[2:4]]
    assert colours(blocks[0]) == colours(blocks[1])
