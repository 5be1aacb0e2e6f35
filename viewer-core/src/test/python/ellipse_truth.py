"""Ellipse statistics worked out with numpy: the independent truth of EllipseTruthTest.

Usage: ellipse_truth.py SHARED_DATA > ellipse-truth.tsv
Ellipses are given in patient space; a pixel counts when its centre lies inside, edge included,
and it is not padding.
"""
import math
import sys

import numpy as np
import pydicom

CASES = (
    # file, centre (column, row), half axes in mm, rotation in the plane in degrees
    ("series/rt-phantom/{}", (256.0, 256.0), (20.0, 20.0), 0.0),
    ("series/rt-phantom/{}", (301.3, 188.7), (31.5, 12.25), 33.0),
    ("series/mr-head-t1-coronal/{}", (128.4, 120.2), (42.0, 17.0), -71.0),
    ("series/mr-head-t1-coronal/{}", (250.0, 4.0), (14.0, 9.0), 15.0),
    ("series/ct-head-small64/{}", (31.5, 30.5), (60.0, 44.8), 45.0),
    ("series/pet-wholebody-qin0024/{}", (60.0, 70.0), (33.0, 21.0), 120.0),
)


def first_image(folder):
    import glob
    import os
    for path in sorted(glob.glob(os.path.join(folder, "*"))):
        data = pydicom.dcmread(path, force=True)
        if "ImagePositionPatient" in data and data.file_meta.TransferSyntaxUID.is_compressed is False:
            return path, data
    raise SystemExit(folder)


print("\t".join(("file", "center", "a", "b", "count", "mean", "sd", "min", "max", "area")))
for pattern, (column, row), (la, lb), degrees in CASES:
    root = sys.argv[1]
    path, data = first_image(root + "/" + pattern.format(""))
    name = path[len(root) + 1:].lstrip("/").replace("//", "/")
    ro = np.array([float(v) for v in data.ImageOrientationPatient[:3]])
    co = np.array([float(v) for v in data.ImageOrientationPatient[3:]])
    position = np.array([float(v) for v in data.ImagePositionPatient])
    dr, dc = (float(v) for v in data.PixelSpacing)
    center = position + ro * dc * column + co * dr * row
    t = math.radians(degrees)
    a = la * (math.cos(t) * ro + math.sin(t) * co)
    b = lb * (-math.sin(t) * ro + math.cos(t) * co)
    values = data.pixel_array.astype(np.float64) * float(data.get("RescaleSlope", 1) or 1) \
        + float(data.get("RescaleIntercept", 0) or 0)
    columns, rows = np.meshgrid(np.arange(data.Columns), np.arange(data.Rows))
    points = position + columns[..., None] * dc * ro + rows[..., None] * dr * co - center
    u = points @ a / (a @ a)
    v = points @ b / (b @ b)
    counts = u * u + v * v <= 1
    if "PixelPaddingValue" in data:
        counts &= data.pixel_array != data.PixelPaddingValue
    inside = values[counts]
    print("\t".join([name] + ["\\".join(repr(float(x)) for x in vec) for vec in (center, a, b)] + [
        str(inside.size), repr(float(inside.mean())), repr(float(inside.std(ddof=1))),
        repr(float(inside.min())), repr(float(inside.max())), repr(math.pi * la * lb)]))
