package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.readingroom.services.reading.MadeObject;
import org.readingroom.services.reading.ObjectToMake;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.returned.MeasurementReport;
import org.readingroom.viewer.returned.ReportedMark;
import org.readingroom.viewer.returned.ReportedRegion;
import org.readingroom.viewer.sr.DocumentWriter;

/// The measurement report that the marks and regions of a study ask for.
///
/// It tells again of regions that are only in the archive, and takes back the report before it when every
/// mark with numbers was deleted.
///
/// **Thread:** any but `fx`.
// [impl->req~returned.save~1]
// [impl->req~returned.withdrawn~1]
final class ReportToMake {
    private static final String GROWN = "SEG grown ";
    private static final String DRAWN = "SEG drawn ";

    private final ReturnSnapshot snapshot;
    private final SourceImages images;
    private final List<MadeObject> made;
    private final StudyObjectsLoader.Opener opener;
    private final List<RegionToReturn> regions;
    private final List<ReportedMark> marks;
    private final MeasurementReport places;

    ReportToMake(
            ReturnSnapshot snapshot,
            SourceImages images,
            List<MadeObject> made,
            StudyObjectsLoader.Opener opener,
            List<RegionToReturn> regions) {
        this.snapshot = snapshot;
        this.images = images;
        this.made = made;
        this.opener = opener;
        this.regions = regions;
        this.marks = withoutVolumes();
        this.places = MeasurementReport.of(marks, List.of(), images);
    }

    /// The slot of the segmentation of a region: what is drawn may be drawn anew in its own.
    static String slot(RegionToReturn region) {
        return (region.algorithm().isEmpty() ? DRAWN : GROWN) + region.trackingUid();
    }

    /// How many marks with numbers go into no report.
    int left() {
        return places.left();
    }

    /// Nothing where there is nothing to tell, and nothing to take back.
    Optional<ObjectToMake> object(String description) {
        SourceImage source = places.imageOf(snapshot.study())
                .or(() -> images.all().stream()
                        .filter(image -> image.study().equals(snapshot.study()))
                        .findFirst())
                .orElse(null);
        // what was grown before and is no longer on the desk is told of again
        Set<SopInstanceUid> carried = new LinkedHashSet<>();
        Set<String> here = new TreeSet<>();
        regions.forEach(region -> here.add(slot(region)));
        for (MadeObject one : reportedBefore()) {
            if (here.add(one.slot())) {
                carried.add(one.instance());
            }
        }
        boolean isWithdrawn = snapshot.marks().stream()
                .allMatch(mark -> mark.measured().measurements().isEmpty());
        boolean isNothing = places.isEmpty() && here.isEmpty();
        if (source == null || isNothing && !(isWithdrawn && isReported())) {
            return Optional.empty();
        }
        return Optional.of(new ObjectToMake(
                "SR",
                "SR",
                7001,
                description,
                places.sopClassUid(),
                ReturnContent.of(snapshot.study(), snapshot.marks(), here, regions),
                (origin, before, others) -> {
                    CarriedRegions kept = before.isPresent() && !carried.isEmpty()
                            ? CarriedRegions.of(
                                    opener.open(before.get().instance()).dataSet(), carried)
                            : CarriedRegions.NONE;
                    List<ReportedRegion> reported = new ArrayList<>();
                    List<SeriesReference> extra = new ArrayList<>();
                    for (RegionToReturn region : regions) {
                        MadeObject made = others.apply(slot(region)).orElseThrow();
                        InstanceReference object =
                                new InstanceReference(made.sopClassUid(), made.instance(), List.of());
                        reported.add(new ReportedRegion(
                                region.name(),
                                region.trackingUid(),
                                object,
                                1,
                                region.source().series(),
                                region.volumeMl()));
                        extra.add(new SeriesReference(
                                snapshot.study().value(), made.series().value(), List.of(object)));
                    }
                    extra.addAll(kept.evidence());
                    return ReturnPlan.bytes(MeasurementReport.of(marks, reported, images)
                            .plus(kept.groups())
                            .write(source, origin, extra, predecessor(before)));
                }));
    }

    /// Grown regions that the report before told of and that nobody took away since.
    // [impl->req~returned.region-taken-back~1]
    private List<MadeObject> reportedBefore() {
        List<MadeObject> grown = made.stream()
                .filter(one -> one.slot().startsWith(GROWN))
                .filter(one -> !snapshot.takenBack().contains(one.slot().substring(GROWN.length())))
                .toList();
        MadeObject before = made.stream()
                .filter(one -> one.slot().equals("SR"))
                .reduce((a, b) -> b)
                .orElse(null);
        if (grown.isEmpty() || before == null) {
            return grown;
        }
        try {
            DataSet report = opener.open(before.instance()).dataSet();
            return grown.stream()
                    .filter(one -> !CarriedRegions.of(report, Set.of(one.instance()))
                            .groups()
                            .isEmpty())
                    .toList();
        } catch (WorkstationException e) {
            // the writer says so, if it comes to that
            return grown;
        }
    }

    private boolean isReported() {
        return made.stream().anyMatch(one -> one.slot().equals("SR"));
    }

    /// The volume that contours bound is told once, of the segment, where there is one.
    private List<ReportedMark> withoutVolumes() {
        Set<AnnotationId> told = new LinkedHashSet<>();
        snapshot.contours().stream()
                .filter(group ->
                        regions.stream().anyMatch(region -> region.name().equals(group.label())))
                .forEach(group ->
                        group.marks().forEach(mark -> told.add(mark.annotation().id())));
        return snapshot.marks().stream()
                .map(mark -> told.contains(mark.annotation().id()) ? withoutVolume(mark) : mark)
                .toList();
    }

    private static ReportedMark withoutVolume(ReportedMark mark) {
        Measured flat = new Measured(
                mark.annotation().id(),
                mark.measured().measurements().stream()
                        .filter(one -> one.quantity() != Measurement.Quantity.VOLUME)
                        .toList(),
                mark.measured().caveatKeys());
        return new ReportedMark(mark.annotation(), flat, mark.name(), mark.lines(), mark.caveats());
    }

    private List<SeriesReference> predecessor(Optional<MadeObject> before) {
        return before.map(made -> DocumentWriter.predecessor(
                        snapshot.study().value(),
                        made.series().value(),
                        new InstanceReference(made.sopClassUid(), made.instance(), List.of())))
                .orElse(List.of());
    }
}
