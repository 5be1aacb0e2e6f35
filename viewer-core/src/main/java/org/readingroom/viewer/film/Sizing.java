package org.readingroom.viewer.film;

/// How large pictures come out.
public enum Sizing {
    /// As large as the cell allows, as the view shows them.
    FIT,
    /// A millimetre on the page is a millimetre of the picture's scale; what does not fit is cut off and said to be.
    TRUE_SIZE,
    /// The same; what does not fit goes on in the next cells.
    TRUE_SIZE_CONTINUED;

    public boolean isTrue() {
        return this != FIT;
    }
}
