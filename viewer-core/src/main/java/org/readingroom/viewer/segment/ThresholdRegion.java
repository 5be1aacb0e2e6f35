package org.readingroom.viewer.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// The voxels of a volume that hang together with a seed, face to face, and whose values lie in a range.
///
/// It is found in the voxels themselves, never in a picture: stack and reformat give the same numbers.
///
/// **Units:** `mean` and `greatest` are modality values.
public record ThresholdRegion(PatientMask mask, long voxels, double volumeMl, double mean, double greatest) {
    /// Where to look and what belongs. `low` may be -∞ and `high` ∞; both ends belong.
    public record Range(double low, double high) {
        boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /// The region around the voxel closest to `seed`; nothing when that voxel itself does not belong.
    ///
    /// **Space:** `seed` in voxels. **Thread:** any but `fx` and `gl`; an interrupt ends it.
    /// **Errors:** [CancellationException]; [IllegalArgumentException] for a volume that is incomplete, of
    /// colour or placed nowhere.
    // [impl->req~segment.threshold~1]
    public static Optional<ThresholdRegion> grow(Volume volume, Vec3 seed, Range range) {
        if (!volume.isComplete() || volume.isColour() || !volume.isInPatient()) {
            throw new IllegalArgumentException("no volume to be measured");
        }
        return new Growth(volume, range).from(seed);
    }

    private static final class Growth {
        private final Volume volume;
        private final Range range;
        private final BitSet[] taken;
        private final Deque<int[]> open = new ArrayDeque<>();
        private long voxels;
        private double sum;
        private double greatest = Double.NEGATIVE_INFINITY;

        Growth(Volume volume, Range range) {
            this.volume = volume;
            this.range = range;
            this.taken = new BitSet[volume.depth()];
        }

        Optional<ThresholdRegion> from(Vec3 seed) {
            int column = (int) Math.floor(seed.x() + 0.5);
            int row = (int) Math.floor(seed.y() + 0.5);
            int slice = (int) Math.floor(seed.z() + 0.5);
            if (!belongs(column, row, slice)) {
                return Optional.empty();
            }
            open.add(new int[] {column, row, slice});
            while (!open.isEmpty()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("growing a region was given up");
                }
                int[] next = open.pop();
                if (belongs(next[0], next[1], next[2])) {
                    line(next[0], next[1], next[2]);
                }
            }
            AffineMap map = volume.voxelToWorld();
            double voxelMm3 = Math.abs(map.x().cross(map.y()).dot(map.z()));
            return Optional.of(new ThresholdRegion(mask(), voxels, voxels * voxelMm3 / 1000, sum / voxels, greatest));
        }

        /// Takes the whole run of a row through a voxel, and opens the runs beside it.
        private void line(int column, int row, int slice) {
            int first = column;
            while (belongs(first - 1, row, slice)) {
                first--;
            }
            int last = column;
            while (belongs(last + 1, row, slice)) {
                last++;
            }
            for (int i = first; i <= last; i++) {
                take(i, row, slice);
            }
            open(first, last, row - 1, slice);
            open(first, last, row + 1, slice);
            open(first, last, row, slice - 1);
            open(first, last, row, slice + 1);
        }

        /// One voxel of every run of a row that touches `first` to `last`.
        private void open(int first, int last, int row, int slice) {
            boolean inRun = false;
            for (int i = first; i <= last; i++) {
                boolean belongs = belongs(i, row, slice);
                if (belongs && !inRun) {
                    open.push(new int[] {i, row, slice});
                }
                inRun = belongs;
            }
        }

        private boolean belongs(int column, int row, int slice) {
            if (column < 0
                    || row < 0
                    || slice < 0
                    || column >= volume.columns()
                    || row >= volume.rows()
                    || slice >= volume.depth()) {
                return false;
            }
            BitSet bits = taken[slice];
            if (bits != null && bits.get(row * volume.columns() + column)) {
                return false;
            }
            GreySlice grey = (GreySlice) volume.slices().get(slice);
            return !grey.isPadding(column, row) && range.holds(grey.modalityValue(column, row));
        }

        private void take(int column, int row, int slice) {
            BitSet bits = taken[slice];
            if (bits == null) {
                bits = new BitSet(volume.columns() * volume.rows());
                taken[slice] = bits;
            }
            bits.set(row * volume.columns() + column);
            double value = ((GreySlice) volume.slices().get(slice)).modalityValue(column, row);
            voxels++;
            sum += value;
            greatest = Math.max(greatest, value);
        }

        private PatientMask mask() {
            AffineMap map = volume.voxelToWorld();
            Vec3 right = map.x().unit();
            Vec3 down = map.y().unit();
            PixelSpacing spacing = new PixelSpacing(map.y().length(), map.x().length());
            List<PlacedMask> masks = new ArrayList<>();
            for (int k = 0; k < taken.length; k++) {
                if (taken[k] != null) {
                    ImagePlane plane = new ImagePlane(map.apply(new Vec3(0, 0, k)), right, down, spacing);
                    masks.add(new PlacedMask(plane, new BitMask(volume.columns(), volume.rows(), taken[k])));
                }
            }
            return PatientMask.of(masks, Math.abs(map.z().dot(right.cross(down).unit())));
        }
    }
}
