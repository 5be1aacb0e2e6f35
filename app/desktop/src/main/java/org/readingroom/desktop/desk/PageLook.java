package org.readingroom.desktop.desk;

import java.util.List;

/// What lies over a picture on a page: marks, the words of the file, and lines that say how large it is.
public record PageLook(boolean hasMarks, boolean hasWords, List<String> lines) {
    public PageLook {
        lines = List.copyOf(lines);
    }
}
