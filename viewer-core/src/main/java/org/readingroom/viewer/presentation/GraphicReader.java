package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.CieLab;

/// Reads layers, shapes and words.
///
/// **Source:** DICOM PS3.3 sections C.10.5 and C.10.7.
final class GraphicReader {
    /// chosen: seen on dark and on bright ground.
    private static final int YELLOW = 0xFFE14D;

    private GraphicReader() {}

    /// **Order:** the lowest first.
    static List<GraphicLayer> layers(DataSet data) {
        List<GraphicLayer> layers = new ArrayList<>();
        for (DataSet item : data.items(PresentationTag.GRAPHIC_LAYER_SEQUENCE)) {
            layers.add(new GraphicLayer(
                    PresentationStateReader.text(item, PresentationTag.GRAPHIC_LAYER),
                    item.integer(PresentationTag.GRAPHIC_LAYER_ORDER).orElse(layers.size() + 1),
                    colour(item),
                    PresentationStateReader.text(item, PresentationTag.GRAPHIC_LAYER_DESCRIPTION)));
        }
        layers.sort(Comparator.comparingInt(GraphicLayer::order));
        return layers;
    }

    private static int colour(DataSet item) {
        int[] lab = item.integers(PresentationTag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_CIELAB_VALUE);
        if (lab.length == 3) {
            return CieLab.toSrgb(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF);
        }
        int grey = item.integer(PresentationTag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE)
                .orElse(-1);
        return grey < 0 ? YELLOW : (grey >> 8 & 0xFF) * 0x010101;
    }

    static List<GraphicAnnotation> annotations(DataSet data, Set<String> warnings) {
        List<GraphicAnnotation> annotations = new ArrayList<>();
        for (DataSet item : data.items(PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE)) {
            List<GraphicObject> graphics = new ArrayList<>();
            for (DataSet shape : item.items(PresentationTag.GRAPHIC_OBJECT_SEQUENCE)) {
                graphic(shape)
                        .ifPresentOrElse(graphics::add, () -> warnings.add("viewer.presentation.shape-unreadable"));
            }
            List<TextObject> texts = new ArrayList<>();
            for (DataSet words : item.items(PresentationTag.TEXT_OBJECT_SEQUENCE)) {
                text(words).ifPresentOrElse(texts::add, () -> warnings.add("viewer.presentation.text-unreadable"));
            }
            annotations.add(new GraphicAnnotation(
                    InstanceReference.all(item, Tag.REFERENCED_IMAGE_SEQUENCE),
                    PresentationStateReader.text(item, PresentationTag.GRAPHIC_LAYER),
                    graphics,
                    texts));
        }
        return annotations;
    }

    private static Optional<GraphicObject> graphic(DataSet item) {
        double[] numbers = item.decimals(Tag.GRAPHIC_DATA);
        Optional<GraphicObject.Kind> kind = kind(PresentationStateReader.text(item, Tag.GRAPHIC_TYPE));
        if (kind.isEmpty() || numbers.length % 2 != 0 || numbers.length / 2 < fewest(kind.get()) || !finite(numbers)) {
            return Optional.empty();
        }
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Vec3(numbers[i], numbers[i + 1], 0));
        }
        return Optional.of(new GraphicObject(
                kind.get(),
                units(item, PresentationTag.GRAPHIC_ANNOTATION_UNITS),
                points,
                PresentationStateReader.text(item, PresentationTag.GRAPHIC_FILLED)
                        .equals("Y")));
    }

    private static Optional<GraphicObject.Kind> kind(String term) {
        for (GraphicObject.Kind kind : GraphicObject.Kind.values()) {
            if (kind.name().equals(term.strip())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static int fewest(GraphicObject.Kind kind) {
        return switch (kind) {
            case POINT -> 1;
            case POLYLINE, INTERPOLATED, CIRCLE -> 2;
            case ELLIPSE -> 4;
        };
    }

    private static Optional<TextObject> text(DataSet item) {
        Optional<Vec3> topLeft = point(item, PresentationTag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER);
        Optional<Vec3> bottomRight = point(item, PresentationTag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER);
        Optional<Vec3> anchor = point(item, PresentationTag.ANCHOR_POINT);
        String words = PresentationStateReader.text(item, PresentationTag.UNFORMATTED_TEXT_VALUE);
        boolean hasBox = topLeft.isPresent() && bottomRight.isPresent();
        if (words.isBlank() || (!hasBox && anchor.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new TextObject(
                words,
                hasBox
                        ? Optional.of(new TextObject.Box(
                                units(item, PresentationTag.BOUNDING_BOX_ANNOTATION_UNITS),
                                topLeft.get(),
                                bottomRight.get()))
                        : Optional.empty(),
                anchor.map(point -> new TextObject.Anchor(
                        units(item, PresentationTag.ANCHOR_POINT_ANNOTATION_UNITS),
                        point,
                        PresentationStateReader.text(item, PresentationTag.ANCHOR_POINT_VISIBILITY)
                                .equals("Y")))));
    }

    private static Optional<Vec3> point(DataSet item, int tag) {
        double[] numbers = item.decimals(tag);
        return numbers.length == 2 && finite(numbers)
                ? Optional.of(new Vec3(numbers[0], numbers[1], 0))
                : Optional.empty();
    }

    private static GraphicObject.Units units(DataSet item, int tag) {
        return PresentationStateReader.text(item, tag).equals("DISPLAY")
                ? GraphicObject.Units.DISPLAY
                : GraphicObject.Units.PIXEL;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
