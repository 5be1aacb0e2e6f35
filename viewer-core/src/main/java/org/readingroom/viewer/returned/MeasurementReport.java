package org.readingroom.viewer.returned;

import static org.readingroom.viewer.returned.ReportItems.container;
import static org.readingroom.viewer.returned.ReportItems.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.DocumentWriter;
import org.readingroom.viewer.sr.Relationship;
import org.readingroom.viewer.sr.SrCode;

/// The marks of a study as an imaging measurement report; `sr.MeasurementGroups` is the way back.
///
/// `left` counts marks that have numbers and could not be told: their image is gone, or has no such
/// frame. Marks without numbers (arrows, words) are no measurements and are in no report.
///
/// **Source:** DICOM PS3.16 TID 1500.
// [impl->req~returned.report~1]
public record MeasurementReport(String sopClassUid, List<ContentItem> groups, SourceImages evidence, int left) {
    public static final String COMPREHENSIVE = "1.2.840.10008.5.1.4.1.1.88.33";
    public static final String COMPREHENSIVE_3D = "1.2.840.10008.5.1.4.1.1.88.34";

    public MeasurementReport {
        groups = List.copyOf(groups);
    }

    /// **Order:** marks as given, then regions. The plainer class is chosen where no place is one of
    /// the patient.
    public static MeasurementReport of(List<ReportedMark> marks, List<ReportedRegion> regions, SourceImages images) {
        List<ContentItem> groups = new ArrayList<>();
        Set<SopInstanceUid> used = new LinkedHashSet<>();
        boolean isSpatial = false;
        int left = 0;
        for (ReportedMark mark : marks) {
            if (mark.measured().measurements().isEmpty()) {
                continue;
            }
            Optional<MarkPlace> place = MarkPlace.of(mark.annotation(), images);
            if (place.isEmpty()) {
                left++;
                continue;
            }
            isSpatial |= place.get() instanceof MarkPlace.InPatient;
            if (place.get() instanceof MarkPlace.OnImage on) {
                used.add(on.image().instance());
            } else {
                mark.annotation()
                        .placement()
                        .displaySetFrame()
                        .map(frame -> frame.instance())
                        .filter(instance -> images.find(instance).isPresent())
                        .ifPresent(used::add);
            }
            groups.add(ReportGroup.of(mark, place.get()));
        }
        regions.forEach(region -> groups.add(ReportGroup.of(region)));
        SourceImages evidence = new SourceImages(images.all().stream()
                .filter(image -> used.contains(image.instance()))
                .toList());
        return new MeasurementReport(isSpatial ? COMPREHENSIVE_3D : COMPREHENSIVE, groups, evidence, left);
    }

    /// The same with further groups behind its own.
    public MeasurementReport plus(List<ContentItem> further) {
        List<ContentItem> all = new ArrayList<>(groups);
        all.addAll(further);
        return new MeasurementReport(sopClassUid, all, evidence, left);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /// The report of `study`, to which `source` belongs; `extra` are further objects it speaks of,
    /// such as segmentations, and `predecessor` what it takes the place of.
    public DataSet write(
            SourceImage source, Origin origin, List<SeriesReference> extra, List<SeriesReference> predecessor) {
        List<ContentItem> items = new ArrayList<>(ReportFrame.before(origin, source, evidence));
        if (groups.isEmpty()) {
            items.add(text(Relationship.CONTAINS, SrCode.COMMENT, "All measurements were withdrawn."));
        } else {
            items.add(container(Relationship.CONTAINS, SrCode.IMAGING_MEASUREMENTS, "", groups));
        }
        ContentItem root = new ContentItem(
                "1",
                Relationship.ROOT,
                Optional.of(SrCode.MEASUREMENT_REPORT),
                new ContentValue.Container(true, "1500"),
                items);
        List<SeriesReference> all = new ArrayList<>(evidence.series());
        all.addAll(extra);
        return DocumentWriter.report(sopClassUid, root, origin, source, all, predecessor);
    }

    /// Whether an image of `study` is among the evidence.
    public Optional<SourceImage> imageOf(StudyUid study) {
        return evidence.all().stream()
                .filter(image -> image.study().equals(study))
                .findFirst();
    }
}
