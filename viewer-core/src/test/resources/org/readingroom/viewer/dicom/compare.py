"""Compares DICOM JSON written by the program under test with what pydicom reads.

Arguments: the folder of DICOM files, the folder of JSON files (NAME.json for each NAME to compare).
Prints one line per difference; prints the number of files compared last.
"""
import json
import logging
import math
import os
import re
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
ESCAPES = re.compile("\x1b[$()\\-.][()]?.")


def same(ours, theirs, vr):
    if ours in (None, "", {}) or theirs in (None, "", {}):
        return ours in (None, "", {}) and theirs in (None, "", {})
    if isinstance(theirs, dict):
        clean = {group: ESCAPES.sub("", text).strip() for group, text in theirs.items()}
        return ours == {group: text for group, text in clean.items() if text}
    if vr in ("DS", "IS", "FL", "FD"):
        try:
            return float(ours) == float(theirs) or (math.isnan(float(ours)) and math.isnan(float(theirs)))
        except ValueError:
            return str(ours) == str(theirs)
    if isinstance(theirs, str):
        return ours.strip(" \0") == ESCAPES.sub("", theirs).strip(" \0")
    return ours == theirs


NUMBERS = ("FL", "FD", "US", "SS", "UL", "SL", "UV", "SV")


def right_type(value, vr):
    """Whether `value` is of the JSON type that PS3.18 table F.2.3-1 gives `vr`."""
    if value is None:
        return vr not in NUMBERS
    if vr == "PN":
        return isinstance(value, dict) and set(value) <= {"Alphabetic", "Ideographic", "Phonetic"}
    if vr in NUMBERS:
        return isinstance(value, (int, float)) or vr in ("FL", "FD") and value in ("NaN", "inf", "-inf")
    if vr in ("DS", "IS"):
        try:
            float(value)
            return isinstance(value, (int, float))
        except ValueError:
            return isinstance(value, str)
    if vr == "AT":
        return isinstance(value, str) and re.fullmatch("[0-9A-F]{8}", value) is not None
    return isinstance(value, str)


def bulk_bytes(dataset, tag, element):
    """Bytes of a bulk value as the file holds it; of compressed pixels, those of all fragments."""
    if tag == "7FE00010" and element.is_undefined_length:
        data = element.value
        length, at, total = len(data), 0, 0
        first = True
        while at + 8 <= length and data[at : at + 4] == b"\xfe\xff\x00\xe0":
            size = int.from_bytes(data[at + 4 : at + 8], "little")
            total += 0 if first else size
            first, at = False, at + 8 + size
        return total
    return len(element.value)


def compare(dataset, ours, path):
    tags = {"%08X" % int(tag) for tag in dataset.keys() if int(tag) & 0xFFFF and int(tag) >> 16 != 0xFFFC}
    for tag in sorted(tags ^ {tag for tag in ours if not tag.startswith("FFFC")}):
        yield path + tag + (" is missing" if tag in tags else " is not in the file")
    for tag in sorted(tags & ours.keys()):
        element, mine = dataset[int(tag, 16)], ours[tag]
        is_private = int(tag, 16) & 0x10000
        if element.VR == "SQ" and mine["vr"] == "SQ":
            items = mine.get("Value", [])
            if len(items) != len(element.value):
                yield "%s%s has %d items, not %d" % (path, tag, len(items), len(element.value))
                continue
            for number, (theirs, item) in enumerate(zip(element.value, items)):
                yield from compare(theirs, item, "%s%s[%d]." % (path, tag, number))
            continue
        if mine["vr"] != element.VR:
            # pydicom knows makers' private attributes by name.
            if not (is_private and mine["vr"] == "UN"):
                yield "%s%s is %s, not %s" % (path, tag, mine["vr"], element.VR)
            continue
        for value in mine.get("Value") or []:
            if not right_type(value, element.VR):
                yield "%s%s has %.40r for %s" % (path, tag, value, element.VR)
        if "BulkDataURI" in mine:
            expected = "#length=%d" % bulk_bytes(dataset, tag, element)
            if mine["BulkDataURI"] != expected:
                yield "%s%s says %s, not %s" % (path, tag, mine["BulkDataURI"], expected)
            continue
        try:
            theirs = element.to_json_dict(None, 10**9)
        except Exception:
            continue  # pydicom has no JSON for a value that is wrong
        if mine.get("InlineBinary", "") != theirs.get("InlineBinary", ""):
            yield path + tag + " has other bytes"
        left = mine.get("Value") or []
        right = theirs.get("Value") or []
        if all(value in (None, "", {}) for value in right):
            right = []
        if len(left) != len(right) or not all(same(a, b, element.VR) for a, b in zip(left, right)):
            yield "%s%s is %.60r, not %.60r" % (path, tag, left[:3], right[:3])


files = sorted(
    os.path.join(folder, name) for folder, _, names in os.walk(sys.argv[2]) for name in names if name.endswith(".json")
)
for file in files:
    name = os.path.relpath(file, sys.argv[2])[: -len(".json")]
    dataset = pydicom.dcmread(os.path.join(sys.argv[1], name), force=True)
    with open(file, encoding="utf-8") as text:
        for difference in compare(dataset, json.load(text), name + ": "):
            print(difference)
print(len(files), "files compared")
