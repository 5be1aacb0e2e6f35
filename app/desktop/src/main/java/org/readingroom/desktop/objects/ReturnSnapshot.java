package org.readingroom.desktop.objects;

import java.util.List;
import java.util.Map;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;

/// What a reader made of one study, at one moment.
///
/// `looks` says how frames are seen that are in a view; `seen` are frames whose look is to be kept
/// though no mark is on them.
public record ReturnSnapshot(
        StudyUid study,
        List<ReportedMark> marks,
        List<KeyImage> keyImages,
        List<RegionToReturn> regions,
        List<ContourGroup> contours,
        Map<FrameRef, ImageLook> looks,
        List<FrameRef> seen) {
    public ReturnSnapshot {
        marks = List.copyOf(marks);
        keyImages = List.copyOf(keyImages);
        regions = List.copyOf(regions);
        contours = List.copyOf(contours);
        looks = Map.copyOf(looks);
        seen = List.copyOf(seen);
    }

    /// The same with the marks as they became.
    ReturnSnapshot withMarks(List<ReportedMark> others) {
        return new ReturnSnapshot(study, others, keyImages, regions, contours, looks, seen);
    }

    boolean isEmpty() {
        return marks.isEmpty() && keyImages.isEmpty() && regions.isEmpty() && seen.isEmpty();
    }
}
