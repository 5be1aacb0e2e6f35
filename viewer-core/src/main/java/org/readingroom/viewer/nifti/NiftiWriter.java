package org.readingroom.viewer.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.Volume;
import org.readingroom.viewer.volume.VolumeAssembler.AssembledVolume;
import org.readingroom.viewer.volume.VolumeGeometry;

/// Writes volumes as one NIfTI-1 file: modality values with their place in the patient and nothing about the patient.
///
/// Values are whole samples with slope and intercept where all slices share them, else floating point. Volumes of
/// several times make a fourth dimension; the time between them is not told.
///
/// **Source:** nifti1.h.
// [impl->req~export.nifti~1]
public final class NiftiWriter {
    /// chosen: two grids this close are one; the header keeps 32-bit numbers.
    private static final double SAME_MM = 0.01;

    private final List<Volume> times;

    private NiftiWriter(List<Volume> times) {
        this.times = times;
    }

    /// Takes volumes as they were assembled.
    ///
    /// With `mayResample`, uneven slices stay as the assembler laid them onto an even grid and slanted ones are
    /// straightened; without it both are refused.
    ///
    /// **Errors:** [NiftiException] `viewer.nifti.uneven`, `viewer.nifti.tilted`, `viewer.nifti.no-place`,
    /// `viewer.nifti.colour`, `viewer.nifti.grids-differ`, `viewer.nifti.too-large`.
    public static NiftiWriter of(List<AssembledVolume> assembled, boolean mayResample) throws NiftiException {
        List<Volume> volumes = new java.util.ArrayList<>();
        for (AssembledVolume each : assembled) {
            volumes.add(straight(each, mayResample));
        }
        Volume first = volumes.getFirst();
        for (Volume volume : volumes) {
            if (!isSameGrid(first, volume)) {
                throw new NiftiException("viewer.nifti.grids-differ", "volumes of different grids");
            }
        }
        int longest = Math.max(Math.max(first.columns(), first.rows()), Math.max(first.depth(), volumes.size()));
        if (longest > NiftiHeader.LONGEST) {
            throw new NiftiException("viewer.nifti.too-large", "a dimension of " + longest);
        }
        return new NiftiWriter(volumes);
    }

    private static Volume straight(AssembledVolume assembled, boolean mayResample) throws NiftiException {
        Volume volume = assembled.volume();
        List<String> odd = assembled.warningKeys();
        if (volume.isColour()) {
            throw new NiftiException("viewer.nifti.colour", "colour");
        }
        if (!volume.isInPatient() || !volume.isComplete()) {
            throw new NiftiException("viewer.nifti.no-place", "no place in the patient, or slices missing");
        }
        boolean isUneven = odd.contains(VolumeGeometry.UNEVEN) || odd.contains(VolumeGeometry.GAPS);
        if (isUneven && !mayResample) {
            throw new NiftiException("viewer.nifti.uneven", "uneven slices");
        }
        if (!odd.contains(VolumeGeometry.TILTED)) {
            return volume;
        }
        if (!mayResample) {
            throw new NiftiException("viewer.nifti.tilted", "slanted slices");
        }
        return StraightGrid.of(volume);
    }

    /// Whether two volumes have their voxels in the same places.
    public static boolean isSameGrid(Volume one, Volume other) {
        Vec3 corner = new Vec3(one.columns() - 1.0, one.rows() - 1.0, one.depth() - 1.0);
        return one.columns() == other.columns()
                && one.rows() == other.rows()
                && one.depth() == other.depth()
                && one.voxelToWorld()
                                .apply(Vec3.ZERO)
                                .distanceTo(other.voxelToWorld().apply(Vec3.ZERO))
                        < SAME_MM
                && one.voxelToWorld()
                                .apply(corner)
                                .distanceTo(other.voxelToWorld().apply(corner))
                        < SAME_MM;
    }

    /// **Thread:** any but `fx` and `gl`; blocks.
    /// **Errors:** [CancellationException] when `progress` is cancelled.
    public void write(OutputStream out, Progress progress) throws IOException {
        Volume first = times.getFirst();
        GreySlice sample = (GreySlice) first.slices().getFirst();
        boolean isFloat = times.stream().anyMatch(volume -> !isWhole(volume, sample));
        NiftiHeader header = new NiftiHeader(
                first.columns(),
                first.rows(),
                first.depth(),
                times.size(),
                isFloat,
                isFloat ? 1 : sample.slope(),
                isFloat ? 0 : sample.intercept(),
                NiftiHeader.toRas(first.voxelToWorld()));
        out.write(header.bytes());
        long total = (long) times.size() * first.depth();
        long done = 0;
        for (Volume volume : times) {
            for (Slice slice : volume.slices()) {
                if (progress.isCancelled()) {
                    throw new CancellationException("NIfTI given up");
                }
                out.write(isFloat ? values((GreySlice) slice) : samples((GreySlice) slice));
                progress.at(++done, total);
            }
        }
    }

    private static boolean isWhole(Volume volume, GreySlice sample) {
        GreySlice own = (GreySlice) volume.slices().getFirst();
        return volume.hasOneScale()
                && own.slope() == sample.slope()
                && own.intercept() == sample.intercept()
                && volume.slices().stream().allMatch(slice -> ((GreySlice) slice).exact() == null);
    }

    private static byte[] samples(GreySlice slice) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * slice.samples().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(slice.samples());
        return bytes.array();
    }

    private static byte[] values(GreySlice slice) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * slice.samples().length).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < slice.rows(); row++) {
            for (int column = 0; column < slice.columns(); column++) {
                bytes.putFloat(slice.modalityValue(column, row));
            }
        }
        return bytes.array();
    }
}
