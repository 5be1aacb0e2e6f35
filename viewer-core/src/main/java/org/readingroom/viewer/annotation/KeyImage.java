package org.readingroom.viewer.annotation;

import java.time.Instant;
import org.readingroom.viewer.model.FrameRef;

/// A picture that a reader marked as worth seeing again.
///
/// `note` is what was said about it, and may be empty; `author` is the name of who marked it, as it is shown.
public record KeyImage(FrameRef frame, String note, String author, Instant time) {
    /// chosen: a line over the picture, not a report.
    public static final int LONGEST_NOTE = 200;

    public KeyImage {
        note = note.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note of " + note.length() + " characters, at most " + LONGEST_NOTE);
        }
    }

    public KeyImage withNote(String wanted) {
        return new KeyImage(frame, wanted, author, time);
    }
}
