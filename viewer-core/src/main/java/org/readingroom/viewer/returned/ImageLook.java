package org.readingroom.viewer.returned;

import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.presentation.DisplayedArea;
import org.readingroom.viewer.presentation.SpatialTransform;

/// How an image is seen.
///
/// `voi` is over the values of the file, and absent where the file's own or none is meant;
/// `isInverted` counts from how the file wants to be seen. `area` is absent where the whole image is
/// meant, as large as fits; its references are not looked at.
public record ImageLook(
        Optional<Voi> voi, boolean isInverted, SpatialTransform transform, Optional<DisplayedArea> area) {
    /// As the file says it.
    public static final ImageLook PLAIN =
            new ImageLook(Optional.empty(), false, SpatialTransform.NONE, Optional.empty());
}
