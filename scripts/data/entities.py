#!/usr/bin/env python3
"""Write the named HTML entities that news pages show: the 252 of HTML 4, from Python's own table of the standard, and `apos`.

usage: entities.py > crates/onrecord/src/data/entities.tsv
"""
from html.entities import name2codepoint

print("# Named HTML entities: name, code point in hexadecimal, sorted by name (bytewise).")
print("# The names of HTML 4 (W3C), as Python's html.entities lists them, and apos. Made by scripts/data/entities.py.")
for name, code in sorted({**name2codepoint, "apos": 39}.items()):
    print(f"{name}\t{code:x}")
