"""Facts about the shared modality files as pydicom reads them: the independent truth of ModalityFactsTest.

Usage: modality_facts.py FOLDER > modality-facts.tsv
One line per file and frame (first and last): what stands in the file, with no interpretation beyond functional groups.
"""
import glob
import os
import sys

import pydicom


def group(data, frame, sequence):
    for place, index in (("PerFrameFunctionalGroupsSequence", frame), ("SharedFunctionalGroupsSequence", 0)):
        groups = data.get(place)
        if groups and index < len(groups) and sequence in groups[index] and len(groups[index][sequence].value):
            return groups[index][sequence].value[0]
    return None


def numbers(value):
    if value is None or value == "":
        return ""
    try:
        values = value if isinstance(value, (list, pydicom.multival.MultiValue)) else [value]
        return "\\".join(repr(float(v)) for v in values)
    except (TypeError, ValueError):
        return ""


def pick(data, frame, sequence, keyword):
    item = group(data, frame, sequence)
    if item is not None and keyword in item:
        return numbers(item.get(keyword))
    return numbers(data.get(keyword))


print("\t".join(("file", "frame", "frames", "spacing", "position", "orientation", "slope", "intercept",
                 "centers", "widths", "padding", "photometric", "palette")))
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.dcm"))):
    data = pydicom.dcmread(path, force=True, stop_before_pixels=True)
    if not data.get("Rows") or "BitsStored" not in data or "SOPInstanceUID" not in data:
        continue
    frames = int(data.get("NumberOfFrames") or 1)
    palette = ""
    if data.get("PhotometricInterpretation") == "PALETTE COLOR":
        entries = data.RedPaletteColorLookupTableDescriptor[0] or 65536
        if "RedPaletteColorLookupTableData" in data:
            raw = data.RedPaletteColorLookupTableData
            table = [int.from_bytes(raw[2 * i:2 * i + 2], "little") for i in range(entries)]
            bits = data.RedPaletteColorLookupTableDescriptor[2]
        else:
            from pydicom.pixel_data_handlers.util import _expand_segmented_lut
            raw = data.SegmentedRedPaletteColorLookupTableData
            bits = data.RedPaletteColorLookupTableDescriptor[2]
            words = tuple(int.from_bytes(raw[2 * i:2 * i + 2], "little") for i in range(len(raw) // 2))
            table = _expand_segmented_lut(words, "<H")
        palette = "\\".join(str(int(table[i]) >> (8 if bits == 16 else 0)) for i in
                            (0, entries // 4, entries // 2, 3 * entries // 4, entries - 1))
    for frame in sorted({0, frames - 1}):
        print("\t".join((
            os.path.basename(path), str(frame), str(frames),
            pick(data, frame, "PixelMeasuresSequence", "PixelSpacing"),
            pick(data, frame, "PlanePositionSequence", "ImagePositionPatient"),
            pick(data, frame, "PlaneOrientationSequence", "ImageOrientationPatient"),
            pick(data, frame, "PixelValueTransformationSequence", "RescaleSlope"),
            pick(data, frame, "PixelValueTransformationSequence", "RescaleIntercept"),
            pick(data, frame, "FrameVOILUTSequence", "WindowCenter"),
            pick(data, frame, "FrameVOILUTSequence", "WindowWidth"),
            numbers(data.get("PixelPaddingValue")), str(data.get("PhotometricInterpretation") or ""), palette)))
