package org.readingroom.desktop.objects;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A region and whether the reader wants to see it.
///
/// **Thread:** FX.
public final class ShownRegion {
    private final Region region;
    private final BooleanProperty visible = new SimpleBooleanProperty(true);

    private final boolean isMeasured;

    ShownRegion(Region region) {
        this(region, false);
    }

    ShownRegion(Region region, boolean isMeasured) {
        this.region = region;
        this.isMeasured = isMeasured;
    }

    /// Whether it was measured here rather than read from a file.
    boolean isMeasured() {
        return isMeasured;
    }

    public Region region() {
        return region;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }
}
