package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.FigureKind;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.returned.ReportedMark;

/// What of the marks of a study goes to the archive, with the numbers and words of this moment.
///
/// **Thread:** FX.
// [impl->req~returned.save~1]
public final class MarksToReturn {
    private MarksToReturn() {}

    /// The finished marks; nothing until the stored ones are here. A mark that is being dragged goes
    /// as it was before.
    public static Optional<List<ReportedMark>> of(MarksModel marks, StudyUid study, Messages words) {
        return marks.document(study).map(document -> of(document, marks, words));
    }

    private static List<ReportedMark> of(AnnotationDocument document, MarksModel marks, Messages words) {
        MarkText text = new MarkText(words);
        Map<String, Integer> counts = new HashMap<>();
        List<ReportedMark> all = new ArrayList<>();
        for (Annotation annotation : document.annotations()) {
            Measured shown = marks.measured(annotation);
            all.add(new ReportedMark(
                    annotation,
                    marks.measuredInEveryUnit(annotation),
                    name(annotation, words, counts),
                    text.lines(annotation, shown),
                    shown.caveatKeys().stream().map(words::get).toList()));
        }
        return all;
    }

    /// The reader's own words, else what it is and which of its kind: `Length 3`.
    private static String name(Annotation annotation, Messages words, Map<String, Integer> counts) {
        String kind = words.get(key(annotation));
        int count = counts.merge(kind, 1, Integer::sum);
        return annotation.label().isBlank()
                ? kind + " " + count
                : annotation.label().strip();
    }

    private static String key(Annotation annotation) {
        return switch (annotation) {
            case Annotation.Length l -> "desk.tools.length";
            case Annotation.Angle a -> "desk.tools.angle";
            case Annotation.Ellipse e -> "desk.tools.ellipse";
            case Annotation.Calibration c -> "desk.tools.kind.calibration";
            case Annotation.Figure f when f.kind() == FigureKind.SPINE_LABEL -> "desk.tools.kind.vertebra";
            case Annotation.Figure f -> "desk.tools." + f.kind().code();
        };
    }
}
