package org.readingroom.desktop.cli;

import picocli.CommandLine;

/// A command line that was not understood; its message is already in the person's language.
final class UsageException extends CommandLine.ParameterException {
    private static final long serialVersionUID = 1L;

    UsageException(CommandLine command, String words) {
        super(command, words);
    }
}
