"""Lists in which a word follows the one before it behind the number of letters that they share: "ivanov6a" for "ivanov", "ivanova".

A web page loads the lists, and a sorted one takes six tenths of the room this way.
"""

import re

HEAD = "# A word follows the one before it behind the number of letters that they share; a line begins where they share none."
MOST = 9


def shortened(words):
    """The lines of a list, with its first line of comment; no digits in it but those numbers."""
    yield HEAD
    line, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(before), len(word), MOST) and before[shared] == word[shared]:
            shared += 1
        if not shared and line:
            yield "".join(line)
            line = []
        line.append(f"{shared or ''}{word[shared:]}")
        before = word
    yield "".join(line)


def whole(path):
    """The words that a list stands for."""
    before = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        for shared, rest in re.findall(r"(^|[0-9])([^0-9]*)", line):
            before = before[: int(shared or 0)] + rest
            yield before
