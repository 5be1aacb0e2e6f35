package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement.Quantity;

/// The marks of one view as they lie on its screen now: shapes, words and where the words stand.
///
/// **Order:** that of drawing, later ones on top.
// [impl->req~tools.label-moved~1]
record MarkScene(List<Item> items) {
    /// chosen: room around the words of a label.
    static final double PADDING = 3;

    private static final LabelBox NOWHERE = new LabelBox(0, 0, 0, 0);

    /// `isFolded` says that there was no room for the label: `lines` are empty then.
    record Item(MarkShape shape, List<String> lines, LabelBox label, boolean isLabelMoved, boolean isFolded) {}

    private record Worded(MarkShape shape, List<String> lines, LabelOffset offset) {
        AnnotationId id() {
            return shape.annotation().id();
        }

        boolean isMoved() {
            return !offset.equals(LabelOffset.NONE);
        }
    }

    static MarkScene of(MarksModel marks, MarkSpace space, Messages words, TextSize size) {
        return of(marks, space, words, size, null);
    }

    /// The labels of the selected mark and of `pointed`, under the pointer, are never folded.
    static MarkScene of(
            MarksModel marks, MarkSpace space, Messages words, TextSize size, @Nullable AnnotationId pointed) {
        List<Worded> shown = worded(marks, space, words);
        LabelField field = new LabelField(
                space.width(), space.height(), shown.stream().map(Worded::shape).toList());
        Map<AnnotationId, LabelBox> placed = new HashMap<>();
        AnnotationId selected = marks.selectedProperty().get();
        // what the reader put somewhere, or asks for, comes first; the others keep clear of it
        for (Worded one : shown) {
            if (one.lines().isEmpty()) {
                placed.put(one.id(), NOWHERE);
                continue;
            }
            boolean isAsked = one.id().equals(selected) || one.id().equals(pointed);
            LabelBox box = box(one, size);
            if (one.isMoved()) {
                LabelBox from = LabelLayout.anyway(one.shape(), box.width(), box.height(), field);
                placed.put(
                        one.id(), from.moved(one.offset().right(), one.offset().down()));
                field.take(placed.get(one.id()));
            } else if (isAsked) {
                LabelBox at = LabelLayout.place(one.shape(), box.width(), box.height(), field)
                        .orElseGet(() -> LabelLayout.anyway(one.shape(), box.width(), box.height(), field));
                placed.put(one.id(), at);
                field.take(at);
            }
        }
        List<Item> items = new ArrayList<>();
        for (Worded one : shown) {
            LabelBox at = placed.get(one.id());
            if (at == null) {
                LabelBox box = box(one, size);
                at = LabelLayout.place(one.shape(), box.width(), box.height(), field)
                        .orElse(null);
                if (at != null) {
                    field.take(at);
                }
            }
            items.add(
                    at == null
                            ? new Item(one.shape(), List.of(), NOWHERE, false, true)
                            : new Item(one.shape(), one.lines(), at, one.isMoved(), false));
        }
        return new MarkScene(List.copyOf(items));
    }

    private static List<Worded> worded(MarksModel marks, MarkSpace space, Messages words) {
        MarkText text = new MarkText(words);
        List<Worded> shown = new ArrayList<>();
        SpineSight spine = new SpineSight(marks, space);
        for (Annotation annotation : marks.annotations()) {
            if (SpineLabels.isSpine(annotation)) {
                spine.name((Annotation.Figure) annotation)
                        .ifPresent(name -> shown.add(new Worded(
                                MarkShape.of(annotation, space), List.of(name), marks.labelOffset(annotation.id()))));
                continue;
            }
            if (!space.shows(annotation)) {
                continue;
            }
            Measured measured =
                    isProbe(annotation) ? marks.measuredInEveryUnit(annotation) : marks.measured(annotation);
            List<String> lines = text.lines(annotation, measured);
            if (space.isSlab() && annotation.measuresValues() && hasValues(measured)) {
                lines.add(words.get("desk.tools.text.middle-plane"));
            }
            shown.add(new Worded(MarkShape.of(annotation, space), lines, marks.labelOffset(annotation.id())));
        }
        return shown;
    }

    private static boolean hasValues(Measured measured) {
        return measured.of(Quantity.MEAN).isPresent()
                || measured.of(Quantity.VALUE).isPresent();
    }

    private static boolean isProbe(Annotation annotation) {
        return annotation instanceof Annotation.Figure figure && figure.kind() == FigureKind.PROBE;
    }

    /// The size of a label, placed nowhere.
    private static LabelBox box(Worded one, TextSize size) {
        double width = 2 * PADDING
                + Math.ceil(one.lines().stream().mapToDouble(size::width).max().orElse(0));
        return new LabelBox(0, 0, width, 2 * PADDING + Math.ceil(one.lines().size() * size.lineHeight()));
    }

    /// How many labels had no room.
    long folded() {
        return items.stream().filter(Item::isFolded).count();
    }

    List<MarkShape> shapes() {
        return items.stream().map(Item::shape).toList();
    }

    Map<AnnotationId, LabelBox> labels() {
        Map<AnnotationId, LabelBox> labels = new LinkedHashMap<>();
        items.stream()
                .filter(item -> !item.lines().isEmpty())
                .forEach(item -> labels.put(item.shape().annotation().id(), item.label()));
        return labels;
    }
}
