"""What people look at, and hostile text, which must not break out of it."""

import errno
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import onrecord

HOSTILE = [
    "<script>alert(1)</script> “<img src=x onerror=alert(1)>,” said <b>Ana Ruiz</b>.",
    "“&lt;script&gt; &amp; &#60;script&#62;,” said Ana Ruiz, \"><script>alert(1)</script>.",
    "</style></article></body><script>x</script>\n\n“Yes,” said Ana Ruiz.",
    "“\u202eReversed\u202c \u2066text\u2069,” said Ana \u200fRuiz.",
    "“Nul\0 here,\x1b[31m” said Ana\0 Ruiz.",
    b"\xed\xa0\xbd \xe2\x80\x9cHigh,\xed\xb8\x80\xe2\x80\x9d said Ana Ruiz.".decode("utf-8", errors="surrogatepass"),
    "“" * 500 + "<script>" + "”" * 500,
    "javascript:alert(1) ' onmouseover='alert(1)' “Yes,” said 'Ana' \"Ruiz\".",
    "<!-- “Yes,” said Ana Ruiz. --><![CDATA[ ]]>",
]

TAGS = set("article aside b br cite dd div dl dt em figcaption footer h1 h2 h3 h4 header i li mark ol p q section small span strong style sub sup time u ul wbr".split())
PAGE = TAGS | {"html", "head", "meta", "title", "body", "main"}


class Tags(HTMLParser):
    """The tags and attributes of a page, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value or "")
        if tag not in ("br", "meta", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(html: str, allowed: set[str]) -> None:
    seen = Tags(html)
    assert seen.open == []
    assert seen.tags <= allowed
    assert not any(name.startswith("on") or name in ("src", "href", "srcset", "action") for name in seen.attributes)
    assert "url(" not in html and "@import" not in html


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str, tmp_path: Path) -> None:
    article = onrecord.parse(text, id="</title><script>", errors="surrogatepass")
    assert article.text == text
    for quote in article.quotes:
        words = " ".join(text[span.start : span.end] for span in quote.content)
        assert re.sub("[\ud800-\udfff]", "\ufffd", words) == quote.text
    check(article._repr_html_(), TAGS)
    check(onrecord.render(article, all_attitudes=True), TAGS)
    article.save_html(tmp_path / "page.html")
    check((tmp_path / "page.html").read_text("utf-8"), PAGE)
    assert "\x1b" not in onrecord.render(article, "ansi", colour=False)
    article.to_json(), article.to_dict(), onrecord.to_arrow([article]), repr(article)
    assert onrecord.Article.from_json(article.to_json(), text) == article


def test_lone_surrogates_are_named_unless_passed() -> None:
    with pytest.raises(onrecord.TextError, match="text: it has lone surrogates"):
        onrecord.parse("\ud800")


def test_html_shows_the_quotes(texts: list[str]) -> None:
    for text in texts:
        article = onrecord.parse(text)
        html = article._repr_html_()
        check(html, TAGS)
        assert html == onrecord.render(article)
        assert ".onrecord mark,.onrecord [class*=\"or-c\"]{color:inherit}" in html, "letters keep the colour of the page, light or dark"


def test_ansi() -> None:
    article = onrecord.parse("“We will talk,” said Ana Ruiz, the mayor of Brill.")
    assert "\x1b[" in onrecord.render(article, "ansi")
    plain = onrecord.render(article, "ansi", width=60, colour=False)
    assert "\x1b" not in plain and "We will talk," in plain
    with pytest.raises(onrecord.OptionError, match='style: expected "html" or "ansi", found "pdf"'):
        onrecord.render(article, "pdf")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="article"):
        onrecord.render("text")  # type: ignore[arg-type]


def test_a_page_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "page.html"
    with pytest.raises(FileNotFoundError) as caught:
        onrecord.parse("text").save_html(path)
    assert caught.value.errno == errno.ENOENT and caught.value.filename == str(path)


def test_a_page_can_have_any_kind_of_path(tmp_path: Path) -> None:
    article = onrecord.parse("“Sí,” said Ana Ruiz.")
    for path in (tmp_path / "a.html", str(tmp_path / "b.html"), bytes(tmp_path / "c.html")):
        article.save_html(path)
    assert len({(tmp_path / name).read_text("utf-8") for name in ("a.html", "b.html", "c.html")}) == 1
