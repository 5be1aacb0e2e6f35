package org.readingroom.viewer.presentation;

import java.util.List;
import org.readingroom.viewer.coded.InstanceReference;

/// Which part of an image is shown and how large.
///
/// `left`, `top`, `right`, `bottom` are pixels of the image, counted from one, both ends shown, whatever turn and
/// flip; they may lie outside. `value` is the magnification for MAGNIFY, the spacing of columns on the glass in
/// millimetres for TRUE_SIZE, else 0. `references` is empty when every image of the state is meant.
///
/// **Source:** DICOM PS3.3 section C.10.4.
public record DisplayedArea(
        List<InstanceReference> references, int left, int top, int right, int bottom, SizeMode mode, double value) {
    public enum SizeMode {
        SCALE_TO_FIT,
        TRUE_SIZE,
        MAGNIFY
    }

    public DisplayedArea {
        references = List.copyOf(references);
        if (right < left || bottom < top) {
            throw new IllegalArgumentException("area " + left + ", " + top + " to " + right + ", " + bottom);
        }
    }

    public int columns() {
        return right - left + 1;
    }

    public int rows() {
        return bottom - top + 1;
    }
}
