package org.readingroom.viewer.volume;

import java.util.List;
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

    public Volume(List<? extends Slice> slices, AffineMap voxelToWorld, boolean isInPatient) {
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

    /// The world point in the middle of the grid.
    public Vec3 centre() {
        return voxelToWorld.apply(new Vec3((columns() - 1) / 2.0, (rows() - 1) / 2.0, (depth() - 1) / 2.0));
    }
}
