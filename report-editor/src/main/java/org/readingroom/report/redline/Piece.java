package org.readingroom.report.redline;

/// A run of words that stayed, went or came.
public record Piece(Act act, String text) {
    public enum Act {
        KEPT,
        REMOVED,
        ADDED
    }

    public Piece {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a piece without words");
        }
    }
}
