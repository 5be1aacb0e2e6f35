package org.readingroom.viewer.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.PaletteColor;
import org.readingroom.viewer.palette.CieLab;
import org.readingroom.viewer.palette.DistinctColours;

/// Reads the descriptions of segments and settles their colours.
///
/// **Source:** DICOM PS3.3 section C.8.20.4; sections C.8.20.2 and C.7.6.3.1.5 for the palette of a label map.
final class SegmentReader {
    private static final String BACKGROUND = "125040";

    private SegmentReader() {}

    static List<Segment> segments(DicomFile file, ImageHeader header, boolean isLabelMap) {
        List<Segment> segments = new ArrayList<>();
        Optional<PaletteColor> palette = isLabelMap && header.isPalette()
                ? Optional.ofNullable(FrameDescriber.frames(header).getFirst().paletteColor())
                : Optional.empty();
        for (DataSet item : file.dataSet().items(Tag.SEGMENT_SEQUENCE)) {
            int number = item.integer(Tag.SEGMENT_NUMBER).orElse(-1);
            if (number >= 0) {
                segments.add(segment(item, number, isLabelMap, palette));
            }
        }
        return segments;
    }

    private static Segment segment(DataSet item, int number, boolean isLabelMap, Optional<PaletteColor> palette) {
        Optional<CodedEntry> type = CodedEntry.of(item, SegmentTag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE);
        // segment 0 of a label map is what belongs to nothing, whatever it is called
        boolean isBackground = isLabelMap
                && (number == 0
                        || type.filter(code -> code.is(BACKGROUND, "DCM")).isPresent());
        return new Segment(
                number,
                text(item, Tag.SEGMENT_LABEL),
                text(item, SegmentTag.SEGMENT_DESCRIPTION),
                CodedEntry.of(item, SegmentTag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE),
                type,
                item.items(Tag.ANATOMIC_REGION_SEQUENCE).stream()
                        .map(CodedEntry::of)
                        .flatMap(Optional::stream)
                        .toList(),
                text(item, SegmentTag.SEGMENT_ALGORITHM_TYPE),
                text(item, SegmentTag.SEGMENT_ALGORITHM_NAME),
                text(item, SegmentTag.TRACKING_ID),
                text(item, SegmentTag.TRACKING_UID),
                colour(item, number, palette),
                isBackground);
    }

    /// The recommended colour, the label map's own, or one of ours; grey would drown in the picture.
    private static int colour(DataSet item, int number, Optional<PaletteColor> palette) {
        int[] lab = item.integers(SegmentTag.RECOMMENDED_DISPLAY_CIELAB_VALUE);
        if (lab.length == 3) {
            return CieLab.toSrgb(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF);
        }
        return palette.map(table -> table.argb(number) & 0xFFFFFF).orElseGet(() -> DistinctColours.rgb(number - 1));
    }

    private static String text(DataSet item, int tag) {
        return item.string(tag).orElse("");
    }
}
