package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.LoadState;

/// A volume that fills while its slices arrive, and can be cut from the first one on.
///
/// A grid slice that is not there yet takes the samples of the nearest one that is, and
/// [Volume#isMissing(int)] says so: renderers hatch what they draw from it.
///
/// **Thread:** any.
// [impl->req~volume.growing~1]
public final class GrowingVolume {
    private final List<ImageFrame> frames;
    private final VolumeGeometry geometry;
    private final boolean isWhole;
    private final @Nullable GreySlice[] arrived;
    private final @Nullable GreySlice[] grid;
    private final Object identity = new Object();
    private int count;

    private GrowingVolume(List<ImageFrame> frames, VolumeGeometry geometry, boolean isWhole) {
        this.isWhole = isWhole;
        this.frames = frames;
        this.geometry = geometry;
        this.arrived = new GreySlice[frames.size()];
        this.grid = new GreySlice[geometry.layers().size()];
    }

    /// An empty volume of the display set's geometry; no pixel is loaded.
    ///
    /// **Errors:** [VolumeException] when the frames make no volume.
    public static GrowingVolume of(DisplaySet set) throws VolumeException {
        return of(set, true);
    }

    /// As above; `isWhole` is false when the set has frames elsewhere that may lie between these: then nothing of the
    /// volume counts as there, whatever arrives.
    public static GrowingVolume of(DisplaySet set, boolean isWhole) throws VolumeException {
        return new GrowingVolume(set.frames(), VolumeAssembler.geometry(set.frames()), isWhole);
    }

    public List<ImageFrame> frames() {
        return frames;
    }

    /// The order in which frames are best fetched.
    public List<Integer> order() {
        return LoadOrder.of(frames.size());
    }

    /// Takes in the slice of a frame; one that came already changes nothing.
    ///
    /// **Errors:** [VolumeException] for a colour slice or one of another size.
    public synchronized void arrived(int frame, Slice slice) throws VolumeException {
        if (!(slice instanceof GreySlice grey)) {
            throw new VolumeException("viewer.volume.colour", "colour frames make no volume");
        }
        ImageFrame expected = frames.get(frame);
        if (grey.columns() != expected.format().columns()
                || grey.rows() != expected.format().rows()) {
            throw new VolumeException("viewer.volume.sizes-differ", "a slice differs from its header");
        }
        if (arrived[frame] == null) {
            arrived[frame] = grey;
            count++;
        }
    }

    /// How much is here. The volume is complete when every frame has arrived.
    public synchronized LoadState state() {
        if (count == 0) {
            return new LoadState.Waiting();
        }
        return count == frames.size() ? new LoadState.Complete() : new LoadState.Partial(count, frames.size());
    }

    /// The volume as it is now; nothing before the first slice. Snapshots of one growing volume know each
    /// other, so that a card uploads only what is new.
    public synchronized Optional<VolumeAssembler.AssembledVolume> snapshot() {
        if (count == 0) {
            return Optional.empty();
        }
        BitSet missing = new BitSet(grid.length);
        for (int k = 0; k < grid.length; k++) {
            if (grid[k] == null) {
                grid[k] = layer(geometry.layers().get(k));
            }
            missing.set(k, grid[k] == null);
        }
        if (missing.cardinality() == grid.length) {
            return Optional.empty();
        }
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < grid.length; k++) {
            GreySlice slice = grid[nearest(missing, k, grid.length)];
            slices.add(java.util.Objects.requireNonNull(slice));
        }
        if (!isWhole) {
            missing.set(0, grid.length);
        }
        Volume volume = new Volume(slices, geometry.voxelToPatient(), true, missing, identity);
        return Optional.of(new VolumeAssembler.AssembledVolume(volume, geometry.warningKeys()));
    }

    private @Nullable GreySlice layer(VolumeGeometry.Layer layer) {
        GreySlice lower = arrived[layer.lower()];
        GreySlice upper = arrived[layer.upper()];
        if (layer.isFrame() || lower == null || upper == null) {
            return layer.isFrame() ? lower : null;
        }
        return SliceBlend.blend(lower, upper, layer.weight());
    }

    private static int nearest(BitSet missing, int k, int depth) {
        int below = missing.previousClearBit(k);
        int above = missing.nextClearBit(k);
        if (below < 0) {
            return above;
        }
        return above >= depth || k - below <= above - k ? below : above;
    }
}
