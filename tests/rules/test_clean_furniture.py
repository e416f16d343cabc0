"""Lines that pages are furnished with: share bars, advertisements, newsletters, pointers, notices, rights, agencies."""

from __future__ import annotations

import pytest

from summarize.clean import furniture
from summarize.clean.lines import Rule, find_blocks

GOES: dict[Rule, list[str]] = {
    furniture.find_share_bars: [
        "Share",
        "Share this story",
        "Facebook Twitter Email Copy link",
        "Share on WhatsApp",
        "Share on FacebookShare on TwitterShare on LinkedIn",
        "858 shares",
        "Follow us on Instagram",
        "Print this article",
        "Print Close window",
        "Like this story? Share it with a friend!",
    ],
    furniture.find_advertisements: [
        "Advertisement",
        "ADVERTISEMENT",
        "Ad",
        "Sponsored",
        "Sponsored by Kestrel Bank",
        "Story continues below",
        "Advertising. Skip ad. Skip ad.",
        "This advertisement has not loaded yet.",
        "Article continues after ad",
        "Story continues below advertisement",
        "Continue reading below",
        "Scroll to continue",
        "Loading...",
    ],
    furniture.find_newsletters: [
        "Subscribe",
        "Sign up now",
        "The Kestrel Newsletter",
        "Enter your email address",
        "Sign up for The Harbour Log and get it in your inbox every Friday.",
        "Get the day's top stories delivered to your inbox every morning.",
        "Want more stories like this? Subscribe to our weekly e-mail.",
        "Subscribe to the Kestrel for unlimited access",
        "Support our journalism: become a member today.",
        "By signing up, you agree to our terms of use.",
        "Join us on Facebook for more from the harbour.",
        "Thanks for signing up!",
        "We'll send the best of the week to your inbox.",
        "No spam, we promise. You can unsubscribe at any time.",
    ],
    furniture.find_read_more: [
        "Read more",
        "Read more: Why the lock leaks",
        "READ ALSO: Why the lock leaks",
        "Related: Why the lock leaks",
        "[Related: Why the lock leaks]",
        "WATCH: The first barge through the lock",
        "Continue reading",
        "Most read 1. Ferry to Holm cancelled again. 2. Piet Vos to retire.",
        "View the full letter here.",
        "Click here for the full report.",
        "To read the full story",
        "See also: five locks that leaked",
        "A copy of the letter can be found here.",
    ],
    furniture.find_cookie_notices: [
        "Cookie Policy",
        "Accept all cookies",
        "We use cookies to give you the best experience.",
        "This website uses cookies to improve your experience while you navigate through it.",
        "By continuing to use the site, you agree to our use of cookies.",
    ],
    furniture.find_copyright_lines: [
        "© 2025 Kestrel Media Ltd. All rights reserved.",
        "Copyright 2025 The Associated Press. All rights reserved.",
        "All contents © Kestrel Media",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Terms of use",
        "Privacy policy",
        "Kestrel is a registered trademark of Kestrel Media Ltd.",
        "We may earn a commission from links on this page.",
    ],
    furniture.find_agency_lines: [
        "Reporting by Ann Ives and Bo Tull in Leeds; Editing by Cy Orr",
        "Additional reporting by Ann Ives",
        "Edited by Cy Orr",
        "With Kestrel wires",
        "With files from The Canadian Press",
        "The Associated Press contributed to this report.",
        "Kestrel reporter Ann Ives in Leeds contributed to this story.",
        "Associated Press",
        "(AP)",
        "Source: News agencies",
    ],
    furniture.find_menu_lines: [
        "Skip to main content",
        "Menu",
        "Home",
        "Home > News > Leeds",
        "You are here: Home > News > Leeds",
        "Jump to navigation Jump to content",
        "Back to top",
        "Contact us",
    ],
}
STAYS: dict[Rule, list[str]] = {
    furniture.find_share_bars: [
        "Share prices fell",
        "Twitter said it had closed the accounts.",
        "Sharing a border with Kessel, Delft took in most of the families.",
        "Facebook to pay",
    ],
    furniture.find_advertisements: [
        "Advertisement spending fell by a third.",
        "The ad ran twice",
        "Sponsored by two senators, the bill passed on Friday after a long night of debate.",
    ],
    furniture.find_newsletters: [
        "Subscribers will receive a refund, the company said.",
        "Support for the bill grew on Facebook, and two senators changed sides.",
        "Like its rivals, Kestrel sells subscriptions.",
        "To many people, what Vos wrote on Twitter was an insult.",
        "“Sign up and you will be sent to the front,” the newsletter told them.",
        "Get out while you can, the mayor told residents.",
        "Join the queue, said Vos.",
    ],
    furniture.find_read_more: [
        "Read more than one report and the story changes.",
        "See what they did to the lock, she said.",
        "Watching the lock all night, the keepers saw nothing.",
        "“Read more,” she told the class.",
        "More than 300 people came.",
        "Find out why he came here.",
    ],
    furniture.find_cookie_notices: [
        "The browser will block third-party cookies from May, the company said.",
        "Girls in Delft sold 4,000 boxes of cookies to pay for the lock.",
        "Cookies were the first course.",
    ],
    furniture.find_copyright_lines: [
        "Copyright law protects the design, the court found.",
        "Senators passed a bill that bars the president from sending troops without the express consent of Congress.",
        "The terms of the deal were not disclosed.",
    ],
    furniture.find_agency_lines: [
        "Reporting by Kestrel found that the agency had ignored three warnings.",
        "Reports from Leeds said the lock had failed.",
        "Vos contributed to the report of the inquiry.",
        "Reuters first reported the sale.",
    ],
    furniture.find_menu_lines: ["Home prices fell", "Menu prices rose", "About 300 people came."],
}
MISSED: dict[Rule, list[str]] = {
    furniture.find_newsletters: ["Our reporters work for you. Chip in from £1."],
    furniture.find_read_more: ["Why the lock leaks, explained"],
    furniture.find_cookie_notices: ["Your privacy matters. Manage your choices."],
}


def cases(table: dict[Rule, list[str]], *marks: pytest.MarkDecorator) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.__name__}: {text}", marks=marks)  # type: ignore[attr-defined]
        for rule, texts in table.items()
        for text in texts
    ]


@pytest.mark.parametrize(("rule", "text"), cases(GOES))
def test_furniture_goes(rule: Rule, text: str) -> None:
    assert rule(find_blocks(text))


@pytest.mark.parametrize(("rule", "text"), cases(STAYS))
def test_story_stays(rule: Rule, text: str) -> None:
    assert not rule(find_blocks(text))


@pytest.mark.parametrize(("rule", "text"), cases(MISSED, pytest.mark.xfail))
def test_furniture_that_reads_as_story(rule: Rule, text: str) -> None:
    assert rule(find_blocks(text))
