package org.readingroom.viewer.returned;

import java.util.List;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measured;

/// A mark with its numbers, as it goes into objects of the archive.
///
/// `name` tells it from the others in words: the reader's own label, or what it is and its number.
/// `lines` are what stands beside it on the picture. `caveats` are what a reader of the numbers must
/// know, in words.
public record ReportedMark(
        Annotation annotation, Measured measured, String name, List<String> lines, List<String> caveats) {
    public ReportedMark {
        lines = List.copyOf(lines);
        caveats = List.copyOf(caveats);
    }
}
