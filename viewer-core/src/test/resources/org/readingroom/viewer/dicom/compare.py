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
        if "BulkDataURI" in mine:
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
