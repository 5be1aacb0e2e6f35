package org.readingroom.viewer.viewport;

import java.util.List;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palette;
import org.readingroom.viewer.volume.Volume;

/// The numbers of one curved reformat: every row is a straight line of its own through the volume.
///
/// Element i of row j lies at `rows.get(j).origin() + i·rows.get(j).du()`, in voxels; [#toPatient] says where
/// in the patient. A step down and a step across are both `mmPerElement`, along the path and along the row, so
/// that lengths measured straight down or straight across are true.
// [impl->req~view.curved~1]
public record ResolvedCurve(
        int width,
        Volume volume,
        List<Row> rows,
        double mmPerElement,
        Interpolation interpolation,
        Voi voi,
        boolean inverse,
        Palette palette)
        implements ResolvedPicture {
    /// One line of elements, in voxel coordinates.
    public record Row(Vec3 origin, Vec3 du) {}

    public ResolvedCurve {
        rows = List.copyOf(rows);
        if (width < 1 || rows.isEmpty() || !(mmPerElement > 0)) {
            throw new IllegalArgumentException("curved picture of " + width + " x " + rows.size());
        }
    }

    @Override
    public int height() {
        return rows.size();
    }

    @Override
    public Quality quality() {
        return Quality.FULL;
    }

    /// The patient point under a place of the picture; (0.5, 0.5) is the middle of the first element.
    public Vec3 toPatient(double x, double y) {
        Row row = rows.get(Math.clamp((long) Math.floor(y), 0, rows.size() - 1));
        return volume.voxelToWorld().apply(row.origin().plus(row.du().times(x - 0.5)));
    }
}
