package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.origin.SourceImages;

/// Writes which part of which image is shown.
///
/// **Source:** DICOM PS3.3 section C.10.4.
final class AreaWriter {
    private AreaWriter() {}

    static void write(DataSetBuilder made, PresentationState state, SourceImages images) {
        List<DataSet> items = new ArrayList<>();
        for (DisplayedArea area : state.areas()) {
            items.add(area(area, state, images));
        }
        made.sequence(PresentationTag.DISPLAYED_AREA_SELECTION_SEQUENCE, items);
    }

    private static DataSet area(DisplayedArea area, PresentationState state, SourceImages images) {
        DataSetBuilder item = DataSetBuilder.create();
        if (!area.references().isEmpty()) {
            item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, ReferenceItem.all(area.references()));
        }
        long[][] corners = corners(area, state.transform());
        item.integers(PresentationTag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, Vr.SL, corners[0])
                .integers(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, Vr.SL, corners[1])
                .text(
                        PresentationTag.PRESENTATION_SIZE_MODE,
                        Vr.CS,
                        area.mode().name().replace("TRUE_SIZE", "TRUE SIZE").replace("SCALE_TO_FIT", "SCALE TO FIT"));
        if (area.mode() == DisplayedArea.SizeMode.MAGNIFY) {
            item.decimals(PresentationTag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO, Vr.FL, area.value());
        }
        shape(item, area, frame(area, state, images).map(ImageFrame::scale).orElse(PixelScale.None.SQUARE));
        return item.build();
    }

    /// The true shape of a pixel: without it the area would be drawn with square pixels.
    private static void shape(DataSetBuilder item, DisplayedArea area, PixelScale scale) {
        if (area.mode() == DisplayedArea.SizeMode.TRUE_SIZE) {
            item.decimals(
                    PresentationTag.PRESENTATION_PIXEL_SPACING, Vr.DS, area.value() * scale.aspect(), area.value());
        } else if (scale instanceof PixelScale.Millimetres mm) {
            PixelSpacing spacing = mm.spacing();
            item.decimals(PresentationTag.PRESENTATION_PIXEL_SPACING, Vr.DS, spacing.rowMm(), spacing.columnMm());
        } else {
            long[] ratio = ratio(scale.aspect());
            item.integers(PresentationTag.PRESENTATION_PIXEL_ASPECT_RATIO, Vr.IS, ratio);
        }
    }

    /// Vertical to horizontal in whole numbers; thousandths are finer than any screen shows.
    private static long[] ratio(double aspect) {
        return aspect == 1 ? new long[] {1, 1} : new long[] {Math.round(aspect * 1000), 1000};
    }

    private static Optional<ImageFrame> frame(DisplayedArea area, PresentationState state, SourceImages images) {
        List<InstanceReference> meant = area.references().isEmpty()
                ? state.images().stream()
                        .flatMap(series -> series.instances().stream())
                        .toList()
                : area.references();
        return meant.stream()
                .flatMap(reference -> images
                        .frame(new FrameRef(
                                reference.instance(),
                                reference.frames().isEmpty()
                                        ? 0
                                        : reference.frames().getFirst() - 1))
                        .stream())
                .findFirst();
    }

    /// The pixels of the image that come to stand top left and bottom right once it is turned and
    /// then mirrored.
    ///
    /// **Source:** DICOM PS3.3 section C.10.4, C.10.6.
    private static long[][] corners(DisplayedArea area, SpatialTransform transform) {
        // around the image: left top, right top, right bottom, left bottom
        long[][] around = {
            {area.left(), area.top()},
            {area.right(), area.top()},
            {area.right(), area.bottom()},
            {area.left(), area.bottom()}
        };
        // a quarter turn clockwise brings the left bottom corner to the top left
        int topLeft = Math.floorMod(-transform.rotationDegrees() / 90, 4);
        int shown = transform.isFlipped() ? (topLeft + 1) % 4 : topLeft;
        return new long[][] {around[shown], around[(shown + 2) % 4]};
    }
}
