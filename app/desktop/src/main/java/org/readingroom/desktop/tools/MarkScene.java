package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;

/// The marks of one view as they lie on its screen now: shapes, words and where the words stand.
///
/// **Order:** that of drawing, later ones on top.
// [impl->req~tools.label-moved~1]
record MarkScene(List<Item> items) {
    /// chosen: room around the words of a label.
    static final double PADDING = 3;

    record Item(MarkShape shape, List<String> lines, LabelBox label, boolean isLabelMoved) {}

    static MarkScene of(MarksModel marks, MarkSpace space, Messages words, TextSize size) {
        MarkText text = new MarkText(words);
        List<Item> items = new ArrayList<>();
        Map<AnnotationId, LabelBox> taken = new LinkedHashMap<>();
        for (Annotation annotation : marks.annotations()) {
            if (!space.shows(annotation)) {
                continue;
            }
            MarkShape shape = MarkShape.of(annotation, space);
            Measured measured = marks.measured(annotation);
            List<String> lines = text.lines(annotation, measured);
            if (space.isSlab() && measured.of(Measurement.Quantity.MEAN).isPresent()) {
                lines.add(words.get("desk.tools.text.middle-plane"));
            }
            LabelBox placed = place(shape, lines, space, size, taken.values());
            LabelOffset offset = marks.labelOffset(annotation.id());
            LabelBox label = new LabelBox(
                    placed.x() + offset.right(), placed.y() + offset.down(), placed.width(), placed.height());
            taken.put(annotation.id(), label);
            items.add(new Item(shape, lines, label, !offset.equals(LabelOffset.NONE)));
        }
        return new MarkScene(List.copyOf(items));
    }

    private static LabelBox place(
            MarkShape shape, List<String> lines, MarkSpace space, TextSize size, Collection<LabelBox> taken) {
        double width = 2 * PADDING
                + Math.ceil(lines.stream().mapToDouble(size::width).max().orElse(0));
        double height = 2 * PADDING + Math.ceil(lines.size() * size.lineHeight());
        return LabelLayout.place(shape, width, height, space.width(), space.height(), taken);
    }

    List<MarkShape> shapes() {
        return items.stream().map(Item::shape).toList();
    }

    Map<AnnotationId, LabelBox> labels() {
        Map<AnnotationId, LabelBox> labels = new LinkedHashMap<>();
        items.forEach(item -> labels.put(item.shape().annotation().id(), item.label()));
        return labels;
    }
}
