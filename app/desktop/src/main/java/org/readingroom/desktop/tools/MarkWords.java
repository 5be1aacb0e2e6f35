package org.readingroom.desktop.tools;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationMoves;
import org.readingroom.viewer.annotation.Placement;

/// What is typed about a mark over the picture: its words, or the length that a calibration is known to have.
///
/// **Thread:** FX.
// [impl->req~tools.words~1]
final class MarkWords {
    private final MarksModel marks;
    private final Words words;
    private final WordsField field;

    MarkWords(MarksModel marks, Words words) {
        this.marks = marks;
        this.words = words;
        this.field = new WordsField(words);
    }

    /// Asks for what a mark just drawn is nothing without; it becomes a mark with the answer, in one step.
    void ask(Annotation drawn, Node view, ScreenPoint at) {
        if (drawn instanceof Annotation.Length line && line.placement() instanceof Placement.OnFrame on) {
            form(view, line, null, answer -> {
                        marks.edit(new AnnotationEdit.Add(new Annotation.Calibration(
                                line.id(), on, line.start(), line.end(), answer.lengthMm(), answer.scope(), "")));
                        marks.select(line.id());
                    })
                    .open(at);
            return;
        }
        field.open(view, at, "", "desk.tools.words", typed -> {
            if (!typed.isEmpty()) {
                marks.edit(new AnnotationEdit.Add(AnnotationMoves.labelled(drawn, typed)));
                marks.select(drawn.id());
            }
        });
    }

    /// The words of the selected mark, typed where they stand; false when there is none to change.
    boolean edit(Node view, MarkScene scene) {
        AnnotationId selected = marks.selectedProperty().get();
        Optional<Annotation> found = selected == null ? Optional.empty() : marks.find(selected);
        if (found.isEmpty() || !marks.isEditable(found.get().id())) {
            return false;
        }
        Annotation annotation = found.get();
        Optional<ScreenPoint> at = place(annotation, scene);
        if (at.isEmpty()) {
            return false;
        }
        if (annotation instanceof Annotation.Calibration c) {
            CalibrationForm.Answer before = new CalibrationForm.Answer(c.lengthMm(), c.scope());
            form(view, c, before, answer -> {
                        if (!answer.equals(before)) {
                            marks.edit(AnnotationEdit.Replace.calibrated(
                                    c,
                                    new Annotation.Calibration(
                                            c.id(),
                                            c.placement(),
                                            c.start(),
                                            c.end(),
                                            answer.lengthMm(),
                                            answer.scope(),
                                            c.label())));
                        }
                    })
                    .open(at.get());
            return true;
        }
        field.open(view, at.get(), annotation.label(), "desk.tools.words", typed -> {
            if (!typed.equals(annotation.label())) {
                marks.relabel(annotation.id(), typed);
            }
        });
        return true;
    }

    private CalibrationForm form(
            Node view,
            Annotation line,
            CalibrationForm.@Nullable Answer before,
            java.util.function.Consumer<CalibrationForm.Answer> done) {
        return new CalibrationForm(words, view, before, marks.hasTrueSpacing(line), done);
    }

    /// Where its label stands, else its first handle.
    private static Optional<ScreenPoint> place(Annotation annotation, MarkScene scene) {
        LabelBox label = scene.labels().get(annotation.id());
        return label != null
                ? Optional.of(new ScreenPoint(label.x(), label.y()))
                : scene.shapes().stream()
                        .filter(shape -> shape.annotation().id().equals(annotation.id()))
                        .map(shape -> shape.handles().getFirst())
                        .findFirst();
    }
}
