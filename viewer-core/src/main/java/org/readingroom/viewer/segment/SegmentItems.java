package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.coded.CodeItem;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.palette.CieLab;

/// Writes what each segment is and how it was found.
///
/// **Source:** DICOM PS3.3 sections C.8.20.2, C.8.20.4, 10.16 (algorithm identification).
final class SegmentItems {
    private static final int SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE = 0x00620007;
    private static final int ALGORITHM_FAMILY_CODE_SEQUENCE = 0x0066002F;
    private static final int ALGORITHM_VERSION = 0x00660031;
    private static final int ALGORITHM_PARAMETERS = 0x00660032;
    private static final int ALGORITHM_NAME = 0x00660036;
    private static final CodedEntry NEIGHBORHOOD_ANALYSIS =
            new CodedEntry("123101", "DCM", "", "Neighborhood Analysis");

    private SegmentItems() {}

    static List<DataSet> of(List<NewSegment> segments, Origin origin) {
        List<DataSet> items = new ArrayList<>();
        for (NewSegment segment : segments) {
            items.add(item(segment, items.size() + 1, origin));
        }
        return items;
    }

    private static DataSet item(NewSegment segment, int number, Origin origin) {
        int[] lab = CieLab.ofSrgb(segment.rgb());
        String label = PlainText.line(segment.label(), 64);
        DataSetBuilder item = DataSetBuilder.create()
                .integers(Tag.SEGMENT_NUMBER, Vr.US, number)
                .text(Tag.SEGMENT_LABEL, Vr.LO, label.isEmpty() ? Integer.toString(number) : label)
                .text(SegmentTag.SEGMENT_ALGORITHM_TYPE, Vr.CS, segment.isManual() ? "MANUAL" : "SEMIAUTOMATIC")
                .sequence(SegmentTag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, List.of(CodeItem.of(NewSegment.TISSUE)))
                .sequence(SegmentTag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, List.of(CodeItem.of(NewSegment.TISSUE)))
                .text(SegmentTag.TRACKING_ID, Vr.UT, label.isEmpty() ? Integer.toString(number) : label)
                .text(SegmentTag.TRACKING_UID, Vr.UI, segment.trackingUid())
                .integers(SegmentTag.RECOMMENDED_DISPLAY_CIELAB_VALUE, Vr.US, lab[0], lab[1], lab[2]);
        if (!segment.isManual()) {
            String name = PlainText.line(segment.algorithm(), 64);
            item.text(SegmentTag.SEGMENT_ALGORITHM_NAME, Vr.LO, name)
                    .sequence(
                            SEGMENTATION_ALGORITHM_IDENTIFICATION_SEQUENCE,
                            List.of(DataSetBuilder.create()
                                    .sequence(
                                            ALGORITHM_FAMILY_CODE_SEQUENCE, List.of(CodeItem.of(NEIGHBORHOOD_ANALYSIS)))
                                    .text(ALGORITHM_NAME, Vr.LO, name)
                                    .text(
                                            ALGORITHM_VERSION,
                                            Vr.LO,
                                            origin.device().version())
                                    .text(ALGORITHM_PARAMETERS, Vr.LT, segment.label())
                                    .build()));
        }
        return item.build();
    }
}
