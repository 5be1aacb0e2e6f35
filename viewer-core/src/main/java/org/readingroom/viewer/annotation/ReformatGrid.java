package org.readingroom.viewer.annotation;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// Samples of a volume in the plane of a mark.
///
/// Where the plane holds two voxel axes (axial, coronal, sagittal cuts of a straight series) the grid points are
/// the voxels of that cut, so a cut through slice centres gives the very numbers of the slice. In an oblique
/// plane they are spaced by the finest voxel edge: for an ellipse along its axes from its centre, for other marks
/// along the volume's first direction. Between voxels the value is trilinear.
///
/// **Space:** patient.
// [impl->req~annotation.statistics~1]
public final class ReformatGrid implements ValueGrid {
    /// chosen: an axis this close to the plane lies in it; over 500 mm it strays by 0.05 mm.
    private static final double IN_PLANE = 1e-4;

    /// chosen: a plane this close to voxel centres, in voxels, passes through them.
    private static final double ON_VOXEL = 1e-3;

    private final Volume volume;
    private final ValueUnit unit;
    private final int columns;
    private final int rows;
    private final AffineMap gridToSpace;
    private final AffineMap gridToVoxel;

    private ReformatGrid(Volume volume, ValueUnit unit, int columns, int rows, AffineMap gridToVoxel) {
        this.volume = volume;
        this.unit = unit;
        this.columns = columns;
        this.rows = rows;
        this.gridToVoxel = gridToVoxel;
        this.gridToSpace = gridToVoxel.then(volume.voxelToWorld());
    }

    /// **Errors:** [IllegalArgumentException] for colour volumes and volumes outside patient space.
    public static ReformatGrid of(Volume volume, ValueUnit unit, Annotation annotation, Placement.InPatient placement) {
        if (volume.isColour() || !volume.isInPatient()) {
            throw new IllegalArgumentException("no modality values in patient space");
        }
        AffineMap map = volume.voxelToWorld();
        List<Vec3> world = List.of(map.x(), map.y(), map.z());
        List<Vec3> voxel = List.of(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        int[] counts = {volume.columns(), volume.rows(), volume.depth()};
        List<Integer> inPlane = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(world.get(axis).unit().dot(placement.normal())) < IN_PLANE) {
                inPlane.add(axis);
            }
        }
        if (inPlane.size() != 2) {
            return oblique(volume, unit, annotation, placement);
        }
        int across = inPlane.get(0);
        int down = inPlane.get(1);
        int through = 3 - across - down;
        Vec3 at = volume.worldToVoxel().apply(middle(annotation));
        double depth = new double[] {at.x(), at.y(), at.z()}[through];
        double level = Math.abs(depth - Math.rint(depth)) < ON_VOXEL ? Math.rint(depth) : depth;
        AffineMap gridToVoxel = new AffineMap(
                voxel.get(across),
                voxel.get(down),
                voxel.get(through),
                voxel.get(through).times(level));
        return new ReformatGrid(volume, unit, counts[across], counts[down], gridToVoxel);
    }

    private static Vec3 middle(Annotation annotation) {
        Vec3 sum = annotation.handles().stream().reduce(Vec3.ZERO, Vec3::plus);
        return sum.times(1.0 / annotation.handles().size());
    }

    private static ReformatGrid oblique(
            Volume volume, ValueUnit unit, Annotation annotation, Placement.InPatient placement) {
        AffineMap map = volume.voxelToWorld();
        double step =
                Math.min(map.x().length(), Math.min(map.y().length(), map.z().length()));
        Vec3 anchor;
        Vec3 right;
        if (annotation instanceof Annotation.Ellipse ellipse) {
            anchor = ellipse.center();
            right = ellipse.halfAxisA().unit();
        } else {
            // the volume's own direction, so that neighbouring marks in one plane share one grid
            anchor = annotation.handles().size() == 1
                    ? annotation.handles().getFirst()
                    : AnnotationMoves.inPlane(placement, map.origin());
            Vec3 along = Math.abs(map.x().unit().dot(placement.normal())) < 0.9 ? map.x() : map.y();
            right = along.minus(placement.normal().times(along.dot(placement.normal())))
                    .unit();
        }
        Vec3 down = placement.normal().cross(right).unit();
        int[] across = reach(annotation, anchor, right, step);
        int[] along = reach(annotation, anchor, down, step);
        Vec3 start = anchor.plus(right.times(across[0] * step)).plus(down.times(along[0] * step));
        AffineMap gridToSpace = new AffineMap(right.times(step), down.times(step), placement.normal(), start);
        return new ReformatGrid(
                volume,
                unit,
                across[1] - across[0] + 1,
                along[1] - along[0] + 1,
                gridToSpace.then(volume.worldToVoxel()));
    }

    /// The first and the last step from `anchor` in `direction` that the mark reaches.
    private static int[] reach(Annotation annotation, Vec3 anchor, Vec3 direction, double step) {
        DoubleSummaryStatistics along = Outlines.of(annotation).stream()
                .flatMap(chain -> chain.points().stream())
                .mapToDouble(p -> p.minus(anchor).dot(direction) / step)
                .summaryStatistics();
        return new int[] {(int) Math.floor(along.getMin()), (int) Math.ceil(along.getMax())};
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public AffineMap gridToSpace() {
        return gridToSpace;
    }

    @Override
    public double value(int column, int row) {
        Vec3 p = gridToVoxel.apply(new Vec3(column, row, 0));
        int x = (int) Math.floor(p.x());
        int y = (int) Math.floor(p.y());
        int z = (int) Math.floor(p.z());
        double fx = p.x() - x;
        double fy = p.y() - y;
        double fz = p.z() - z;
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int dx = corner & 1;
            int dy = corner >> 1 & 1;
            int dz = corner >> 2;
            double weight = (dx == 0 ? 1 - fx : fx) * (dy == 0 ? 1 - fy : fy) * (dz == 0 ? 1 - fz : fz);
            // a neighbour without weight may lie outside or be padding: it is not asked
            if (weight > 0) {
                sum += weight * voxel(x + dx, y + dy, z + dz);
            }
        }
        return sum;
    }

    private double voxel(int x, int y, int z) {
        if (x < 0 || y < 0 || z < 0 || x >= volume.columns() || y >= volume.rows() || z >= volume.depth()) {
            return Double.NaN;
        }
        GreySlice slice = (GreySlice) volume.slices().get(z);
        return slice.isPadding(x, y) ? Double.NaN : slice.modalityValue(x, y);
    }

    @Override
    public ValueUnit unit() {
        return unit;
    }
}
