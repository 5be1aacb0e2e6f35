"""Cuts a series by numpy alone and compares with what `mpr` wrote: the independent truth of MprTruthTest.

Arguments: folder of the series, JSON line that mpr printed, raw file, slab in mm, mip|minip|mean.
Prints the number of elements compared, the largest difference, the largest distance from the outermost slice
centres of an element that has a value (in voxels beyond them), and how many inside had none.
"""
import glob
import json
import sys

import numpy as np
import pydicom

folder, facts, raw, slab, mode = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3], float(sys.argv[4]), sys.argv[5]
slices = [pydicom.dcmread(path, force=True) for path in glob.glob(folder + "/*")]
slices = [s for s in slices if "ImagePositionPatient" in s and s.SeriesInstanceUID == facts["seriesInstanceUid"]]
row = np.array([float(v) for v in slices[0].ImageOrientationPatient[:3]])
column = np.array([float(v) for v in slices[0].ImageOrientationPatient[3:]])
normal = np.cross(row, column)
slices.sort(key=lambda s: float(np.dot(normal, [float(v) for v in s.ImagePositionPatient])))
values = np.stack(
    [s.pixel_array * float(s.get("RescaleSlope", 1)) + float(s.get("RescaleIntercept", 0)) for s in slices]
)
places = np.array([[float(v) for v in s.ImagePositionPatient] for s in slices])
row_mm, column_mm = (float(v) for v in slices[0].PixelSpacing)
step = (places[-1] - places[0]) / (len(slices) - 1)
to_voxel = np.linalg.inv(np.column_stack([row * column_mm, column * row_mm, step]))

right, down = np.array(facts["rowDirection"]), np.array(facts["columnDirection"])
i, j = np.meshgrid(np.arange(facts["columns"]), np.arange(facts["rows"]))
points = (
    np.array(facts["firstPixelMm"])
    + i[..., None] * facts["spacingMm"] * right
    + j[..., None] * facts["spacingMm"] * down
)


def trilinear(points):
    at = (points - places[0]) @ to_voxel.T
    top = np.array(values.shape[::-1]) - 1
    inside = np.all((at >= 0) & (at <= top), axis=-1)
    at = np.clip(at, 0, top)
    low = np.minimum(np.floor(at).astype(int), np.maximum(top - 1, 0))
    part = at - low
    total = np.zeros(at.shape[:-1])
    for dx in (0, 1):
        for dy in (0, 1):
            for dz in (0, 1):
                weight = (
                    (part[..., 0] if dx else 1 - part[..., 0])
                    * (part[..., 1] if dy else 1 - part[..., 1])
                    * (part[..., 2] if dz else 1 - part[..., 2])
                )
                total += weight * values[low[..., 2] + dz, low[..., 1] + dy, low[..., 0] + dx]
    return np.where(inside, total, np.nan)


def slab_values():
    """Along the normal a slab meets the planes of voxel centres of the axis it runs along most, and its two faces;
    between these the interpolated values are lines."""
    into = np.cross(right, down) * slab
    way = to_voxel @ into
    axis = int(np.argmax(np.abs(way)))
    start = ((points - places[0]) @ to_voxel.T)[..., axis]
    before, at_before = trilinear(points - into / 2), np.full(start.shape, -0.5)
    most = least = before
    integral = np.zeros(start.shape)
    planes = range(values.shape[2 - axis])
    for plane in planes if way[axis] > 0 else reversed(planes):
        part = (plane - start) / way[axis]
        met = np.abs(part) < 0.5
        value = trilinear(points + np.where(met, part, 0)[..., None] * into)
        most = np.where(met, np.maximum(most, value), most)
        least = np.where(met, np.minimum(least, value), least)
        integral = np.where(met, integral + (part - at_before) * (value + before) / 2, integral)
        before, at_before = np.where(met, value, before), np.where(met, part, at_before)
    last = trilinear(points + into / 2)
    integral += (0.5 - at_before) * (last + before) / 2
    return {"mip": np.maximum(most, last), "minip": np.minimum(least, last), "mean": integral}[mode]


if slab > 0:
    together = slab_values()
else:
    together = trilinear(points)
ours = np.fromfile(raw, "<f4").reshape(facts["rows"], facts["columns"])
known = ~np.isnan(together)
both = known & ~np.isnan(ours)
at = (points - places[0]) @ to_voxel.T
beyond = np.max(np.maximum(-at, at - (np.array(values.shape[::-1]) - 1)), axis=-1)
held = ~np.isnan(ours)
print(
    int(both.sum()),
    float(np.abs(ours[both] - together[both]).max()) if both.any() else -1,
    float(beyond[held].max()) if held.any() else -1,
    int((known & ~held).sum()),
)
