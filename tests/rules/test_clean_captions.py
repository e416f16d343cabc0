"""Pictures: captions, credits, gallery controls."""

from __future__ import annotations

import pytest

from summarize.clean.captions import find_captions, find_credits, find_credits_in_prose, find_gallery_controls
from summarize.clean.lines import find_blocks

CAPTIONS = [
    "Ana Duarte, left, and Piet Vos sign the lease in Delft on Monday.",
    "Ana Duarte, left, and Piet Vos sign the lease in Delft, Monday, May 6, 2019. (AP Photo/Lena Holt)",
    "Marchers carry a banner through Leeds, Saturday, June 1, 2019.",
    "Cranes over the harbour at dusk. Photo: Lena Holt",
    "Cranes over the harbour at dusk. Photograph by Lena Holt",
    "Cranes over the harbour at dusk Credit: Lena Holt/Reuters",
    "A barge passes the lock at Kessel. (Photo by Lena Holt/Getty Images)",
    "A barge passes the lock at Kessel [File: Lena Holt/Reuters]",
    "A barge near the lock at Kessel. Kestrel News/Lena Holt",
    "FILE - Judge Ruth Amsel arrives at the courthouse on Feb. 3, 2014.",
    "File photo: Ruth Amsel took her seat in 2014.",
    "In this May 3, 2014, file photo, Ruth Amsel enters the courthouse.",
    "This undated photo provided by the Amsel family shows Ruth Amsel.",
    "Pictured: Ruth Amsel, who took her seat in 2014.",
    "Above: the new lock at Kessel.",
    "Image caption Ruth Amsel said the court would sit again",
    "Clockwise from top: Ruth Amsel, Piet Vos and Ana Duarte",
    "Ruth Amsel (R) and Piet Vos at the hearing",
    "Ruth Amsel and Piet Vos in Delft in 2018.",
    "Ruth Amsel at the courthouse in Delft, 2018",
    "An artist’s rendering of the lock at Kessel",
]
STORY = [
    "Ruth Amsel left the courthouse on Monday, May 6, 2019, and said nothing.",
    "The party, which moved left under Vos, lost two seats in Delft in 2018.",
    "Vos stands by the figures he gave in May.",
    "He turned left, and the lorry hit him.",
    "“I saw him, left, right and centre of every photo,” said Vos.",
    "In this picture of decline, one town stands out.",
    "The photo shows the lock before the flood, the inquiry heard.",
    "Talks resume in Delft on Friday. (AFP)",
    "The agency said it would file a complaint (AP).",
    "The lock reopened in 2018.",
    "Above all, the lock must reopen.",
    "Below, we list what is known about the lock.",
    "Photo finish: Vos beat Duarte by a single vote in Delft.",
    "Vos, right or wrong, had the votes.",
]
MISSED = [
    "Supporters cheered as Ruth Amsel left the courthouse last year.",
    "The lock at Kessel, before the flood, with the new gates half built",
]


def is_caption(text: str) -> bool:
    return bool(find_captions(find_blocks(text)))


@pytest.mark.parametrize("text", CAPTIONS)
def test_caption_goes(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", STORY)
def test_story_is_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize("text", [pytest.param(text, marks=pytest.mark.xfail) for text in MISSED])
def test_caption_that_reads_as_story(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    ("above", "goes"),
    [
        ("Ruth Amsel opens the lock in 2018", True),
        ("Ruth Amsel watches the first barge.", True),
        ("The lock opened in 2018.", True),
        ("The lock was opened in 2018 by Ruth Amsel, who said it had cost twice what was planned.", False),
        ("“It leaks,” she said.", False),
        ("Here is what it cost:", False),
    ],
)
def test_line_above_credit(above: str, goes: bool) -> None:
    assert is_caption(f"{above}\nPhoto: Lena Holt") is goes


def test_shortened_copy_goes_too() -> None:
    whole = "Ana Duarte, left, and Piet Vos sign the lease in Delft, Monday, May 6, 2019. (AP Photo/Lena Holt)"
    blocks = find_blocks(f"{whole}\nAna Duarte, left, and Piet Vos sign the lease in Delft, Monday, ... more")
    assert {cut.span.start for cut in find_captions(blocks)} == {block.start for block in blocks}


def test_story_that_opens_as_caption_does_stays() -> None:
    caption = "Some 1,300 soldiers remain in the valley since spring [File: Lena Holt/Reuters]"
    story = "Some 1,300 soldiers remain in the valley since spring, the ministry said, and half will leave in May."
    blocks = find_blocks(f"{caption}\n{story}")
    assert {cut.span.start for cut in find_captions(blocks)} == {0}


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Lena Holt",
        "Photo: Lena Holt, AP",
        "Photo by Lena Holt",
        "Photo illustration: Lena Holt",
        "Credit: Kestrel News",
        "Courtesy of the Amsel family",
        "Image copyright EPA",
        "Getty Images",
        "Shutterstock",
        "REUTERS/Lena Holt",
        "AP Photo/Lena Holt",
        "Lena Holt | Kestrel | Getty Images",
        "© Reuters",
    ],
)
def test_credit_goes(text: str) -> None:
    assert find_credits(find_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        "Credit is due to the crew, she said.",
        "Reuters said it would appeal.",
        "Picture a town without a river.",
        "Video from the scene showed smoke over the lock, and police asked people to stay away from it.",
    ],
)
def test_story_is_no_credit(text: str) -> None:
    assert not find_credits(find_blocks(text))


def test_credit_inside_paragraph_goes_alone() -> None:
    text = "The lock (photo credit: Lena Holt) reopened on Monday (it had leaked)."
    (cut,) = find_credits_in_prose(text)
    assert cut.span.text == " (photo credit: Lena Holt)"


@pytest.mark.parametrize(
    "text", ["Image 1 of 23", "Page 1 of 2", "1 / 23", "Back to Gallery", "View all (4)", "Enlarge Image", "Caption"]
)
def test_gallery_control_goes(text: str) -> None:
    assert find_gallery_controls(find_blocks(text))


@pytest.mark.parametrize("text", ["The gallery", "Image is everything", "One of 23 locks"])
def test_label_is_no_gallery_control(text: str) -> None:
    assert not find_gallery_controls(find_blocks(text))
