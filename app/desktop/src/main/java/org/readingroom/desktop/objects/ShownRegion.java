package org.readingroom.desktop.objects;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.origin.NewUid;

/// A region and whether the reader wants to see it.
///
/// **Thread:** FX.
public final class ShownRegion {
    private final Region region;
    private final BooleanProperty visible = new SimpleBooleanProperty(true);

    private final @Nullable DisplaySet source;
    private final String trackingUid = NewUid.random();

    ShownRegion(Region region) {
        this(region, null);
    }

    /// One that was measured in `source`; null for one that was read from a file.
    ShownRegion(Region region, @Nullable DisplaySet source) {
        this.region = region;
        this.source = source;
    }

    /// Whether it was measured here rather than read from a file.
    boolean isMeasured() {
        return source != null;
    }

    /// The region as it goes to the archive; nothing for one that came from there, or of a picture
    /// that was made.
    String trackingUid() {
        return trackingUid;
    }

    Optional<RegionToReturn> toReturn() {
        DisplaySet set = source;
        return set == null || set.isDerived()
                ? Optional.empty()
                : region.mask()
                        .flatMap(mask -> region.frameOfReference()
                                .map(reference -> new RegionToReturn(
                                        region.name(),
                                        trackingUid,
                                        "Region growing",
                                        region.rgb(),
                                        mask,
                                        set,
                                        reference,
                                        region.volumeMl(),
                                        trackingUid)));
    }

    public Region region() {
        return region;
    }

    public BooleanProperty visibleProperty() {
        return visible;
    }
}
