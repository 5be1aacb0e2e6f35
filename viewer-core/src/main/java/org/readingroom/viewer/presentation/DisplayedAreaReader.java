package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads which part of which image is shown.
///
/// **Source:** DICOM PS3.3 section C.10.4.
final class DisplayedAreaReader {
    private DisplayedAreaReader() {}

    static List<DisplayedArea> areas(DataSet data) {
        List<DisplayedArea> areas = new ArrayList<>();
        for (DataSet item : data.items(PresentationTag.DISPLAYED_AREA_SELECTION_SEQUENCE)) {
            area(item).ifPresent(areas::add);
        }
        return areas;
    }

    /// The corners are those of the turned and mirrored image: here they become left, top, right, bottom.
    private static Optional<DisplayedArea> area(DataSet item) {
        int[] first = item.integers(PresentationTag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
        int[] last = item.integers(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
        if (first.length != 2 || last.length != 2) {
            return Optional.empty();
        }
        DisplayedArea.SizeMode mode =
                switch (PresentationStateReader.text(item, PresentationTag.PRESENTATION_SIZE_MODE)) {
                    case "TRUE SIZE" -> DisplayedArea.SizeMode.TRUE_SIZE;
                    case "MAGNIFY" -> DisplayedArea.SizeMode.MAGNIFY;
                    default -> DisplayedArea.SizeMode.SCALE_TO_FIT;
                };
        double value = switch (mode) {
            case SCALE_TO_FIT -> 0;
            case MAGNIFY ->
                item.decimal(PresentationTag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO)
                        .orElse(0);
            case TRUE_SIZE -> {
                double[] spacing = item.decimals(PresentationTag.PRESENTATION_PIXEL_SPACING);
                yield spacing.length == 2 ? spacing[1] : 0;
            }
        };
        boolean isUsable = value > 0 && Double.isFinite(value);
        return Optional.of(new DisplayedArea(
                InstanceReference.all(item, Tag.REFERENCED_IMAGE_SEQUENCE),
                Math.min(first[0], last[0]),
                Math.min(first[1], last[1]),
                Math.max(first[0], last[0]),
                Math.max(first[1], last[1]),
                isUsable ? mode : DisplayedArea.SizeMode.SCALE_TO_FIT,
                isUsable ? value : 0));
    }
}
