package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;

/// A grid of voxels: slices of one size, one above the other, and where they lie.
///
/// Voxel (i, j, k) is column i, row j of slice k; integer coordinates are voxel centres. One frame
/// of a stack is a
/// volume of depth one. `voxelToWorld` leads to patient space (mm, LPS) when `isInPatient`;
/// otherwise to the frame's
/// own plane, x right and y down, in millimetres when the frame has a scale and in pixels when it
/// has none.
///
/// The map may shear: a gantry tilt is in its third axis.
///
/// **Owner:** slices are shared with the stack; the volume copies no pixels.
/// **Thread:** any; immutable.
public final class Volume {
    private final List<Slice> slices;
    private final AffineMap voxelToWorld;
    private final AffineMap worldToVoxel;
    private final boolean isInPatient;
    private final boolean hasOneScale;
    private final boolean hasPadding;
    private final BitSet missing;
    private final Object identity;

    public Volume(List<? extends Slice> slices, AffineMap voxelToWorld, boolean isInPatient) {
        this(slices, voxelToWorld, isInPatient, new BitSet(), new Object());
    }

    /// A volume some of whose slices are missing and stand for their nearest neighbour.
    Volume(List<? extends Slice> slices, AffineMap voxelToWorld, boolean isInPatient, BitSet missing, Object identity) {
        this.missing = (BitSet) missing.clone();
        this.identity = identity;
        this.slices = List.copyOf(slices);
        this.voxelToWorld = voxelToWorld;
        this.worldToVoxel = voxelToWorld.inverse();
        this.isInPatient = isInPatient;
        Slice first = this.slices.getFirst();
        boolean oneScale = true;
        boolean padded = false;
        for (Slice slice : this.slices) {
            if (slice.columns() != first.columns()
                    || slice.rows() != first.rows()
                    || slice.getClass() != first.getClass()) {
                throw new IllegalArgumentException("slices of a volume differ in size or kind");
            }
            if (slice instanceof GreySlice grey && first instanceof GreySlice firstGrey) {
                oneScale &= grey.slope() == firstGrey.slope() && grey.intercept() == firstGrey.intercept();
                padded |= grey.padding() != null;
            }
        }
        this.hasOneScale = oneScale;
        this.hasPadding = padded;
    }

    public List<Slice> slices() {
        return slices;
    }

    public int columns() {
        return slices.getFirst().columns();
    }

    public int rows() {
        return slices.getFirst().rows();
    }

    public int depth() {
        return slices.size();
    }

    public boolean isColour() {
        return slices.getFirst() instanceof ColourSlice;
    }

    public AffineMap voxelToWorld() {
        return voxelToWorld;
    }

    public AffineMap worldToVoxel() {
        return worldToVoxel;
    }

    public boolean isInPatient() {
        return isInPatient;
    }

    /// Whether every slice has the same slope and intercept; PET often has not.
    public boolean hasOneScale() {
        return hasOneScale;
    }

    public boolean hasPadding() {
        return hasPadding;
    }

    /// False while slices are on their way: what is drawn from the others must look incomplete.
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /// Whether slice `k` has not arrived and its nearest neighbour stands in.
    public boolean isMissing(int k) {
        return missing.get(k);
    }

    /// Whether both are snapshots of one volume at different times.
    public boolean isSameSeries(Volume other) {
        return identity.equals(other.identity);
    }

    /// The same volume with every modality value multiplied, such as from Bq/ml to SUV; no pixel is copied.
    ///
    /// **Errors:** [IllegalArgumentException] for a colour volume or a factor that is not above zero.
    public Volume scaled(double factor) {
        if (isColour() || !(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a volume scaled by " + factor);
        }
        List<GreySlice> scaled =
                slices.stream().map(slice -> ((GreySlice) slice).scaled(factor)).toList();
        return new Volume(scaled, voxelToWorld, isInPatient, missing, new Object());
    }

    /// The modality value of the voxel closest to a place; NaN outside the grid, for padding and for colour.
    ///
    /// **Space:** voxels.
    public float nearestValue(Vec3 voxel) {
        int column = (int) Math.floor(voxel.x() + 0.5);
        int row = (int) Math.floor(voxel.y() + 0.5);
        int slice = (int) Math.floor(voxel.z() + 0.5);
        boolean isInside =
                column >= 0 && row >= 0 && slice >= 0 && column < columns() && row < rows() && slice < depth();
        return isInside && slices.get(slice) instanceof GreySlice grey && !grey.isPadding(column, row)
                ? grey.modalityValue(column, row)
                : Float.NaN;
    }

    /// This volume with samples fine enough for a window, see [SliceFocus]; itself where they are.
    ///
    /// **Thread:** any but `fx`: slices with exact values are rounded anew.
    public Volume focusedOn(Voi voi) {
        List<Slice> focused = new ArrayList<>(slices.size());
        boolean isOther = false;
        for (Slice slice : slices) {
            Slice sharp = SliceFocus.on(slice, voi);
            isOther |= !sharp.equals(slice);
            focused.add(sharp);
        }
        return isOther ? new Volume(focused, voxelToWorld, isInPatient, missing, new Object()) : this;
    }

    /// The world point in the middle of the grid.
    public Vec3 centre() {
        return voxelToWorld.apply(new Vec3((columns() - 1) / 2.0, (rows() - 1) / 2.0, (depth() - 1) / 2.0));
    }
}
