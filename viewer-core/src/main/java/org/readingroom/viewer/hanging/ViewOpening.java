package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.Slab;
import org.readingroom.viewer.viewport.Slab.Projection;

/// How a view opens, beyond what it shows. What is left out stays as the file wants it.
///
/// `reformat` is the cut (Reformatting Operation Initial View Direction (0072,0514)), `slabMm` and
/// `projection` its thickness; `threeDimensional` shows the volume from outside by `preset`
/// (Reformatting Operation Type (0072,0510), 3D_RENDERING). `preset` is the id of a window preset
/// (VOI Type); `center` and `width` a window of numbers.
///
/// `displaySetPatientOrientation` (0072,0700), such as `P\L`, is where rows and columns shall run
/// on the screen: the picture is turned or mirrored for it only if the file says where its own run.
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ViewOpening(
        @Nullable PlaneKind reformat,
        double slabMm,
        @Nullable Projection projection,
        boolean threeDimensional,
        String preset,
        @Nullable Double center,
        @Nullable Double width,
        String palette,
        boolean inverted,
        String displaySetPatientOrientation,
        @Nullable Justification displaySetHorizontalJustification,
        boolean sameScale,
        @Nullable Alignment alignment,
        int synchronizedScrollingGroup,
        @Nullable Overlay overlay) {
    public static final ViewOpening PLAIN =
            new ViewOpening(null, 0, null, false, "", null, null, "", false, "", null, false, null, 0, null);

    /// Display Set Horizontal Justification (0072,0717).
    public enum Justification {
        LEFT,
        CENTER,
        RIGHT
    }

    /// What stands at the same height in neighbouring views.
    public enum Alignment {
        /// The foremost point of the breast.
        NIPPLE,
        /// The edge of the image at the chest wall; heights stay.
        POSTERIOR_EDGE
    }

    /// A second display set over the first; `opacity` 0 to 1.
    public record Overlay(ImageSetSelector imageSet, String palette, double opacity) {
        public Overlay {
            palette = palette == null ? "" : palette;
            if (!(opacity >= 0 && opacity <= 1)) {
                throw new IllegalArgumentException("opacity " + opacity);
            }
        }
    }

    public ViewOpening {
        preset = preset == null ? "" : preset;
        palette = palette == null ? "" : palette;
        displaySetPatientOrientation = displaySetPatientOrientation == null ? "" : displaySetPatientOrientation;
        if (!(slabMm >= 0 && slabMm <= Slab.THICKEST_MM)) {
            throw new IllegalArgumentException("slab of " + slabMm + " mm");
        }
        if (width != null && !(width > 0 && Double.isFinite(width) && center != null && Double.isFinite(center))) {
            throw new IllegalArgumentException("window " + center + ", " + width);
        }
        if (synchronizedScrollingGroup < 0) {
            throw new IllegalArgumentException("group " + synchronizedScrollingGroup);
        }
    }
}
