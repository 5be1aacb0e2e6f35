package org.readingroom.desktop.objects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.returned.ImageLook;
import org.readingroom.viewer.returned.ReportedMark;

/// What a reader made of one study, at one moment.
///
/// `looks` says how frames are seen that are in a view; `seen` are frames whose look is to be kept
/// though no mark is on them; `takenBack` are tracking UIDs of regions that the reader took away again.
public record ReturnSnapshot(
        StudyUid study,
        List<ReportedMark> marks,
        List<KeyImage> keyImages,
        List<RegionToReturn> regions,
        List<ContourGroup> contours,
        Map<FrameRef, ImageLook> looks,
        List<FrameRef> seen,
        Set<String> takenBack) {
    /// With no region taken back.
    public ReturnSnapshot(
            StudyUid study,
            List<ReportedMark> marks,
            List<KeyImage> keyImages,
            List<RegionToReturn> regions,
            List<ContourGroup> contours,
            Map<FrameRef, ImageLook> looks,
            List<FrameRef> seen) {
        this(study, marks, keyImages, regions, contours, looks, seen, Set.of());
    }

    public ReturnSnapshot {
        marks = List.copyOf(marks);
        keyImages = List.copyOf(keyImages);
        regions = List.copyOf(regions);
        contours = List.copyOf(contours);
        looks = Map.copyOf(looks);
        seen = List.copyOf(seen);
        takenBack = Set.copyOf(takenBack);
    }

    /// The same with the marks as they became.
    ReturnSnapshot withMarks(List<ReportedMark> others) {
        return new ReturnSnapshot(study, others, keyImages, regions, contours, looks, seen, takenBack);
    }

    /// The same, with regions that the reader took away: their tracking UIDs.
    ReturnSnapshot takingBack(Set<String> regionsGone) {
        return new ReturnSnapshot(study, marks, keyImages, regions, contours, looks, seen, regionsGone);
    }

    /// The images that are spoken of. Of what has a volume it is the whole set that it was found in: the
    /// distance of slices is not that of the marked ones.
    Set<SopInstanceUid> instances() {
        Set<SopInstanceUid> instances = new LinkedHashSet<>();
        for (ReportedMark mark : marks) {
            Placement placement = mark.annotation().placement();
            placement.referencedFrame().ifPresent(frame -> instances.add(frame.instance()));
            placement.displaySetFrame().ifPresent(frame -> instances.add(frame.instance()));
        }
        keyImages.forEach(key -> instances.add(key.frame().instance()));
        seen.forEach(frame -> instances.add(frame.instance()));
        Stream.concat(
                        regions.stream().map(RegionToReturn::source),
                        contours.stream().map(ContourGroup::set))
                .flatMap(set -> set.frames().stream())
                .forEach(frame -> instances.add(frame.ref().instance()));
        return instances;
    }

    boolean isEmpty() {
        return marks.isEmpty() && keyImages.isEmpty() && regions.isEmpty() && seen.isEmpty();
    }
}
