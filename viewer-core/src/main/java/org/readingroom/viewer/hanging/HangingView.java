package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// One view of a group: Display Sets Sequence (0072,0200).
///
/// **Order:** `imageSets` from what is wanted most; a later one is taken when there is none of those before it.
///
/// `repeats` lets it show what another view shows too, such as a second cut of one volume.
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record HangingView(List<ImageSetSelector> imageSets, boolean repeats, ViewOpening opening) {
    /// Whatever comes next, as the file wants it.
    public static final HangingView ANY = new HangingView(List.of(ImageSetSelector.ANY), false, ViewOpening.PLAIN);

    public HangingView {
        imageSets = imageSets == null ? List.of() : List.copyOf(imageSets);
        opening = opening == null ? ViewOpening.PLAIN : opening;
    }

    int strictness() {
        return imageSets.stream().mapToInt(ImageSetSelector::strictness).max().orElse(0);
    }
}
