package org.readingroom.desktop.objects;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A region and whether the reader wants to see it.
///
/// **Thread:** FX.
public final class ShownRegion {
    private final Region region;
    private final BooleanProperty visible = new SimpleBooleanProperty(true);

    ShownRegion(Region region) {
        this.region = region;
    }

    public Region region() {
        return region;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }
}
