package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.StructuredReport;
import org.readingroom.viewer.sr.StructuredReportReader;

/// The regions that a report told of and that are only in the archive now: the report that takes its place
/// tells of them again, word for word.
///
/// A region of the threshold tool lives on the desk until its study is put away; its segmentation and its
/// volume last.
// [impl->req~returned.carried~1]
record CarriedRegions(List<ContentItem> groups, List<SeriesReference> evidence) {
    static final CarriedRegions NONE = new CarriedRegions(List.of(), List.of());

    /// Of the groups of `before`, those of segments in `wanted`.
    static CarriedRegions of(DataSet before, Set<SopInstanceUid> wanted) {
        StructuredReport report = StructuredReportReader.read(before).orElse(null);
        if (report == null) {
            return NONE;
        }
        List<ContentItem> groups = report.root()
                .all()
                .filter(item -> item.isNamed("125007", "DCM"))
                .filter(item -> item.children().stream().anyMatch(child -> isWanted(child, wanted)))
                .toList();
        List<SeriesReference> evidence = new ArrayList<>();
        for (SeriesReference series : report.evidence()) {
            List<InstanceReference> own = series.instances().stream()
                    .filter(one -> wanted.contains(one.instance()))
                    .toList();
            if (!own.isEmpty()) {
                evidence.add(new SeriesReference(series.studyUid(), series.seriesUid(), own));
            }
        }
        return new CarriedRegions(groups, evidence);
    }

    private static boolean isWanted(ContentItem item, Set<SopInstanceUid> wanted) {
        return item.value() instanceof ContentValue.Image image
                && !image.segments().isEmpty()
                && wanted.contains(image.reference().instance());
    }
}
