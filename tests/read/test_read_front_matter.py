"""Front matter: what is taken from it, what it may look like, and what only looks like it."""

import pytest

from summarize.read.front_matter import FrontMatter, find

BROKEN = "front matter is not valid {}; only its simple lines were read"


def matter(block, **fields):
    return block, FrontMatter(len(block), **fields)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        matter("---\n---\n"),
        matter("---\n# nothing yet\n---\n"),
        matter("---\ntitle: Bridge to close\n---\n", title="Bridge to close"),
        matter("---\r\ntitle: Bridge to close\r\n---\r\n", title="Bridge to close"),
        matter("---  \ntitle: Bridge to close\n...\n", title="Bridge to close"),
        matter("---\nTitle: 'Bridge: closed'\nDate: 2024-03-05\n---\n", title="Bridge: closed", date="2024-03-05"),
        matter("---\ndate: 2024-03-05 10:30:00\n---\n", date="2024-03-05T10:30:00"),
        matter("---\ndate: Tuesday, March 5\n---\n", date="Tuesday, March 5"),
        matter("---\ntitle: >\n  Bridge\n  to close\n---\n", title="Bridge to close"),
        matter("---\ntitle: 1984\ndraft: true\n---\n", title="1984"),
        matter("---\nauthor: Ann Lee\nplace: Portvale\n---\n", author="Ann Lee", place="Portvale"),
        matter("---\nauthors:\n- Ann Lee\n- name: Bo Ek\n  role: photos\n---\n", author="Ann Lee, Bo Ek"),
        matter("---\nauthor: {name: Ann Lee}\nlocation: Portvale\n---\n", author="Ann Lee", place="Portvale"),
        matter(
            "---\nheadline: Bridge to close\npublished: 2024-03-05\n---\n", title="Bridge to close", date="2024-03-05"
        ),
        matter("---\ntitle: null\nheadline: Bridge to close\n---\n", title="Bridge to close"),
        matter("---\ntags: [a, b]\n---\n"),
        matter('+++\ntitle = "Bridge to close"\ndate = 2024-03-05\n+++\n', title="Bridge to close", date="2024-03-05"),
        matter('+++\r\ntitle = "Bridge"\r\n[params]\r\nplace = "x"\r\n+++\r\n', title="Bridge"),
        matter("---\ntitle: Bridge: closed\n---\n", title="Bridge: closed", warning=BROKEN.format("YAML")),
        matter("---\ntitle: [\n---\n", warning=BROKEN.format("YAML")),
        matter("---\ntitle: A\ndate: 2024-02-30\n---\n", title="A", date="2024-02-30", warning=BROKEN.format("YAML")),
        matter("+++\ntitle = 'A\n+++\n", title="A", warning=BROKEN.format("TOML")),
        matter(f"---\ntitle: A\nx: {'[' * 5000}\n---\n", title="A", warning=BROKEN.format("YAML")),
    ],
)
def test_finds(block, expected):
    assert find(block + "The bridge will close.\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "The bridge will close.\n---\ntitle: A\n---\n",
        "---\ntitle: A\n",
        "---\nThe bridge will close.\n---\nFerries will run.\n",
        "---\n- one\n- two\n---\n",
        "---\n\nThe mayor said: “No: never.”\n\n---\n",
        "----\ntitle: A\n----\n",
        f"---\ntitle: A\n{'x: 1' * 10_000}\n---\n",
    ],
)
def test_finds_none(text):
    assert find(text) is None
