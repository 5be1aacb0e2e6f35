package org.readingroom.desktop.objects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationJson;
import org.readingroom.viewer.annotation.Chain;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.annotation.Outlines;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.mask.BitMask;
import org.readingroom.viewer.mask.PatientMask;
import org.readingroom.viewer.mask.PlacedMask;
import org.readingroom.viewer.mask.PolygonMask;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.palette.DistinctColours;
import org.readingroom.viewer.returned.ReportedMark;

/// Contours of one name on the slices of one set, which bound a volume: a region drawn by hand.
// [impl->req~returned.contours~1]
public record ContourGroup(String label, DisplaySet set, List<ReportedMark> marks) {
    public ContourGroup {
        marks = List.copyOf(marks);
    }

    private record Key(String label, String set) {}

    /// The groups among `marks` whose every contour lies on a frame and has the volume that all bound.
    ///
    /// **Thread:** FX.
    static List<ContourGroup> of(List<ReportedMark> marks, ReadingDeskModel desk) {
        Map<Key, List<ReportedMark>> groups = new LinkedHashMap<>();
        Map<Key, DisplaySet> sets = new LinkedHashMap<>();
        for (ReportedMark mark : marks) {
            if (volume(mark).isPresent()) {
                mark.annotation()
                        .placement()
                        .referencedFrame()
                        .flatMap(frame -> set(desk, frame))
                        .ifPresent(set -> {
                            Key key = new Key(mark.annotation().label(), set.id());
                            sets.put(key, set);
                            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(mark);
                        });
            }
        }
        List<ContourGroup> found = new ArrayList<>();
        groups.forEach((key, own) -> {
            if (own.size() > 1) {
                found.add(new ContourGroup(key.label(), Objects.requireNonNull(sets.get(key)), own));
            }
        });
        return found;
    }

    private static Optional<DisplaySet> set(ReadingDeskModel desk, FrameRef frame) {
        return desk.sets().stream()
                .map(OpenSet::displaySet)
                .filter(set -> !set.isDerived())
                .filter(set -> set.frames().stream().anyMatch(one -> one.ref().equals(frame)))
                .findFirst();
    }

    private static Optional<Double> volume(ReportedMark mark) {
        return mark.measured().of(Quantity.VOLUME).map(Measurement::value);
    }

    /// The region, pixel by pixel on the slices; nothing where a slice has no place in the patient or no
    /// pixel's centre lies within.
    Optional<RegionToReturn> region() {
        Map<Integer, PlacedMask> slices = new TreeMap<>();
        FrameOfReferenceUid reference = set.frames().getFirst().frameOfReference();
        for (ReportedMark mark : marks) {
            int index = index(mark.annotation());
            ImagePlane plane = index < 0 ? null : set.frames().get(index).plane();
            if (plane == null || reference == null) {
                return Optional.empty();
            }
            PlacedMask mask =
                    new PlacedMask(plane, mask(mark.annotation(), set.frames().get(index), plane));
            slices.merge(index, mask, (a, b) -> new PlacedMask(plane, PolygonMask.both(a.mask(), b.mask())));
        }
        slices.values().removeIf(slice -> slice.mask().covered() == 0);
        if (slices.isEmpty() || reference == null) {
            return Optional.empty();
        }
        String content = new String(
                AnnotationJson.write(new AnnotationDocument(
                        set.study(),
                        marks.stream().map(ReportedMark::annotation).toList())),
                StandardCharsets.UTF_8);
        return Optional.of(new RegionToReturn(
                label,
                NewUid.named("contours " + set.study().value() + " " + set.id() + " " + label),
                "",
                DistinctColours.rgb(Math.floorMod(label.hashCode(), 12)),
                PatientMask.of(List.copyOf(slices.values()), 1),
                set,
                reference,
                volume(marks.getFirst()),
                content));
    }

    private int index(Annotation mark) {
        FrameRef frame = mark.placement().referencedFrame().orElse(null);
        for (int i = 0; i < set.frames().size(); i++) {
            if (set.frames().get(i).ref().equals(frame)) {
                return i;
            }
        }
        return -1;
    }

    private static BitMask mask(Annotation mark, ImageFrame frame, ImagePlane plane) {
        Chain outline = Outlines.of(mark).getFirst();
        List<Vec3> corners = outline.points().stream()
                .map(p -> {
                    Vec3 from = p.minus(plane.position());
                    return new Vec3(
                            from.dot(plane.rowDirection()) / plane.spacing().columnMm(),
                            from.dot(plane.columnDirection()) / plane.spacing().rowMm(),
                            0);
                })
                .toList();
        return PolygonMask.of(frame.format().columns(), frame.format().rows(), corners);
    }
}
