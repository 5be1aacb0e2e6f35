package org.readingroom.viewer.presentation;

import java.util.List;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.origin.PlainText;
import org.readingroom.viewer.palette.CieLab;

/// Writes layers, shapes and words.
///
/// **Source:** DICOM PS3.3 sections C.10.5 and C.10.7.
final class GraphicWriter {
    private static final int GRAPHIC_DIMENSIONS = 0x00700020;
    private static final int NUMBER_OF_GRAPHIC_POINTS = 0x00700021;
    private static final int BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION = 0x00700012;

    /// The most characters of Unformatted Text Value, an ST.
    private static final int MOST_TEXT = 1024;

    private GraphicWriter() {}

    static void write(DataSetBuilder made, PresentationState state) {
        if (!state.layers().isEmpty()) {
            made.sequence(
                    PresentationTag.GRAPHIC_LAYER_SEQUENCE,
                    state.layers().stream().map(GraphicWriter::layer).toList());
        }
        if (!state.annotations().isEmpty()) {
            made.sequence(
                    PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE,
                    state.annotations().stream().map(GraphicWriter::annotation).toList());
        }
    }

    private static DataSet layer(GraphicLayer layer) {
        int[] lab = CieLab.ofSrgb(layer.rgb());
        double grey = 0.2126 * (layer.rgb() >> 16 & 0xFF)
                + 0.7152 * (layer.rgb() >> 8 & 0xFF)
                + 0.0722 * (layer.rgb() & 0xFF);
        return DataSetBuilder.create()
                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, PresentationStateWriter.label(layer.name()))
                .integers(PresentationTag.GRAPHIC_LAYER_ORDER, Vr.IS, layer.order())
                .integers(
                        PresentationTag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE,
                        Vr.US,
                        Math.round(grey * 257))
                .integers(PresentationTag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIELAB_VALUE, Vr.US, lab[0], lab[1], lab[2])
                .text(PresentationTag.GRAPHIC_LAYER_DESCRIPTION, Vr.LO, PlainText.line(layer.description(), 64))
                .build();
    }

    private static DataSet annotation(GraphicAnnotation annotation) {
        DataSetBuilder item = DataSetBuilder.create()
                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, PresentationStateWriter.label(annotation.layer()));
        if (!annotation.references().isEmpty()) {
            item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, ReferenceItem.all(annotation.references()));
        }
        if (!annotation.graphics().isEmpty()) {
            item.sequence(
                    PresentationTag.GRAPHIC_OBJECT_SEQUENCE,
                    annotation.graphics().stream().map(GraphicWriter::graphic).toList());
        }
        if (!annotation.texts().isEmpty()) {
            item.sequence(
                    PresentationTag.TEXT_OBJECT_SEQUENCE,
                    annotation.texts().stream().map(GraphicWriter::text).toList());
        }
        return item.build();
    }

    private static DataSet graphic(GraphicObject graphic) {
        List<Vec3> points = graphic.points();
        double[] numbers = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            numbers[2 * i] = points.get(i).x();
            numbers[2 * i + 1] = points.get(i).y();
        }
        DataSetBuilder item = DataSetBuilder.create()
                .text(
                        PresentationTag.GRAPHIC_ANNOTATION_UNITS,
                        Vr.CS,
                        graphic.units().name())
                .integers(GRAPHIC_DIMENSIONS, Vr.US, 2)
                .integers(NUMBER_OF_GRAPHIC_POINTS, Vr.US, points.size())
                .decimals(Tag.GRAPHIC_DATA, Vr.FL, numbers)
                .text(Tag.GRAPHIC_TYPE, Vr.CS, graphic.kind().name());
        if (isClosed(graphic)) {
            item.text(PresentationTag.GRAPHIC_FILLED, Vr.CS, graphic.isFilled() ? "Y" : "N");
        }
        return item.build();
    }

    /// Graphic Filled is asked of closed shapes alone.
    private static boolean isClosed(GraphicObject graphic) {
        return switch (graphic.kind()) {
            case CIRCLE, ELLIPSE -> true;
            case POLYLINE, INTERPOLATED ->
                graphic.points().size() > 2
                        && graphic.points().getFirst().equals(graphic.points().getLast());
            case POINT -> false;
        };
    }

    private static DataSet text(TextObject text) {
        DataSetBuilder item = DataSetBuilder.create()
                .text(PresentationTag.UNFORMATTED_TEXT_VALUE, Vr.ST, PlainText.lines(text.text(), MOST_TEXT));
        text.box()
                .ifPresent(box -> item.text(
                                PresentationTag.BOUNDING_BOX_ANNOTATION_UNITS,
                                Vr.CS,
                                box.units().name())
                        .decimals(PresentationTag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER, Vr.FL, pair(box.topLeft()))
                        .decimals(PresentationTag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER, Vr.FL, pair(box.bottomRight()))
                        .text(BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION, Vr.CS, "LEFT"));
        text.anchor()
                .ifPresent(anchor -> item.text(
                                PresentationTag.ANCHOR_POINT_ANNOTATION_UNITS,
                                Vr.CS,
                                anchor.units().name())
                        .decimals(PresentationTag.ANCHOR_POINT, Vr.FL, pair(anchor.point()))
                        .text(PresentationTag.ANCHOR_POINT_VISIBILITY, Vr.CS, anchor.isLineDrawn() ? "Y" : "N"));
        return item.build();
    }

    private static double[] pair(Vec3 point) {
        return new double[] {point.x(), point.y()};
    }
}
