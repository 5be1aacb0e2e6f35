package org.readingroom.desktop.cli;

/// What the process ends with.
final class ExitCode {
    static final int DONE = 0;
    /// The command was understood and could not do all it was asked: content refused, a fault outside.
    static final int REFUSED = 1;
    /// The command was not understood.
    static final int USAGE = 2;

    private ExitCode() {}
}
