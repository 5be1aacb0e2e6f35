package org.readingroom.viewer.volume;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.WorkstationException;

/// Gathers the frames that a subtracted frame is made of, and makes it.
public final class Subtractions {
    private Subtractions() {}

    /// The subtracted slice of `frame`, one of `set`.
    ///
    /// **Thread:** any but `fx` and `gl`; blocks while `slices` loads.
    /// **Errors:** [WorkstationException] when a frame is missing or is not grey; [IllegalArgumentException] when
    /// `frame` has no mask.
    public static GreySlice slice(DisplaySet set, ImageFrame frame, VolumeAssembler.SliceSource slices)
            throws WorkstationException {
        MaskSubtraction how = frame.extras().mask();
        if (how == null) {
            throw new IllegalArgumentException("the frame has no mask");
        }
        return slice(set, frame, how, slices);
    }

    /// The same, made as `how` says, which may be a presentation state's word rather than the file's.
    public static GreySlice slice(
            DisplaySet set, ImageFrame frame, MaskSubtraction how, VolumeAssembler.SliceSource slices)
            throws WorkstationException {
        return MaskSubtractor.subtract(
                how, all(set, frame, how.contrastFrames(), slices), all(set, frame, how.maskFrames(), slices));
    }

    private static List<GreySlice> all(
            DisplaySet set, ImageFrame frame, List<Integer> numbers, VolumeAssembler.SliceSource slices)
            throws WorkstationException {
        List<GreySlice> all = new ArrayList<>();
        for (int number : numbers) {
            FrameRef wanted = new FrameRef(frame.ref().instance(), number);
            ImageFrame found = set.frames().stream()
                    .filter(other -> other.ref().equals(wanted))
                    .findFirst()
                    .orElse(null);
            if (found == null || !(slices.slice(found) instanceof GreySlice grey)) {
                throw new WorkstationException(
                        "viewer.mask.frame-missing", List.of(number + 1), "mask frame " + (number + 1), null);
            }
            all.add(grey);
        }
        return all;
    }
}
