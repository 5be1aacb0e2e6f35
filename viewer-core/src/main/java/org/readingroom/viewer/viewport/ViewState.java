package org.readingroom.viewer.viewport;

/// Where one view stands: which cut, how far turned, which slice of it, how thick. A snapshot; the view
/// replaces it.
///
/// **Range:** `index` counts frames of the display set, or positions of the reformat, from zero.
public record ViewState(PlaneKind plane, Turn turn, int index, Slab slab) {
    public static final ViewState START = new ViewState(PlaneKind.ACQUIRED, Turn.NONE, 0, Slab.THIN);

    public ViewState {
        if (index < 0) {
            throw new IllegalArgumentException("slice " + index + " is below zero");
        }
    }

    public ViewState at(int newIndex) {
        return new ViewState(plane, turn, newIndex, slab);
    }

    /// A straight cut in another plane.
    public ViewState cut(PlaneKind newPlane, int newIndex) {
        return new ViewState(newPlane, Turn.NONE, newIndex, slab);
    }

    public ViewState thick(Slab newSlab) {
        return new ViewState(plane, turn, index, newSlab);
    }

    public ViewState turned(Turn newTurn, int newIndex) {
        return new ViewState(plane, newTurn, newIndex, slab);
    }
}
