"""Lists in which each line begins with the number of letters that it shares with the line before: "ivanov", then "6a" for "ivanova".

A web page loads the lists, and a sorted one takes two thirds of the room this way.
"""

HEAD = "# Each line begins with the number of letters that it shares with the line before."
MOST = 9


def shortened(lines):
    """The lines of a list, with its first line of comment."""
    yield HEAD
    before = ""
    for line in lines:
        shared = 0
        while shared < min(len(before), len(line), MOST) and before[shared] == line[shared]:
            shared += 1
        yield f"{shared}{line[shared:]}"
        before = line


def whole(path):
    """The lines that a list stands for."""
    before = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        before = before[: int(line[0])] + line[1:]
        yield before
