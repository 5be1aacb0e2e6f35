package org.readingroom.report.check;

import java.util.Map;
import org.readingroom.report.model.Side;
import org.readingroom.viewer.annotation.AnnotationId;

/// What the images themselves tell.
///
/// `laterality` is LEFT or RIGHT only where every series of the study shows that one side; NONE is unknown.
/// `imagesOfSeries` maps a Series Number to its highest Instance Number; empty is unknown. `marks` tells where in the
/// patient a mark lies, for those that are known.
///
/// **Source:** Image Laterality (0020,0062), Laterality (0020,0060), Contrast/Bolus Agent (0018,0010).
public record ImageFacts(
        Side laterality, Contrast contrast, Map<Integer, Integer> imagesOfSeries, Map<AnnotationId, MarkPlace> marks) {
    public static final ImageFacts UNKNOWN = new ImageFacts(Side.NONE, Contrast.UNKNOWN, Map.of(), Map.of());

    public ImageFacts {
        imagesOfSeries = Map.copyOf(imagesOfSeries);
        marks = Map.copyOf(marks);
    }

    /// Whether an agent was given.
    public enum Contrast {
        UNKNOWN,
        GIVEN,
        NONE
    }

    /// `side` is NONE near the middle or where it is unknown; `imageNumber` is zero where it is.
    public record MarkPlace(Side side, int imageNumber) {}
}
