package org.readingroom.desktop.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// Says a fault in one line of the person's language. Never the text of an exception: it may hold anything.
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Messages words;

    Faults(Messages words) {
        this.words = words;
    }

    String say(Throwable fault) {
        return switch (fault) {
            case WorkstationException e ->
                words.get(e.messageKey(), e.messageArguments().toArray());
            case NoSuchFileException e -> words.get("cli.fault.no-file", file(e));
            case AccessDeniedException e -> words.get("cli.fault.access", file(e));
            case FileSystemException e -> words.get("cli.fault.file", file(e));
            case IOException e -> words.get("cli.fault.io");
            case UncheckedIOException e -> say(Objects.requireNonNull(e.getCause(), "it is made with its cause"));
            case OutOfMemoryError e -> words.get("cli.fault.memory");
            default -> {
                LOG.error("a command failed", fault);
                yield words.get("cli.fault.internal", fault.getClass().getSimpleName());
            }
        };
    }

    private static String file(FileSystemException fault) {
        return fault.getFile() == null ? "" : fault.getFile();
    }

    String say(CommandLine.ParameterException fault) {
        return switch (fault) {
            case UsageException e -> String.valueOf(e.getMessage());
            case CommandLine.UnmatchedArgumentException e
            when e.isUnknownOption() ->
                words.get("cli.usage.unknown-option", e.getUnmatched().getFirst());
            case CommandLine.UnmatchedArgumentException e ->
                words.get("cli.usage.unexpected", e.getUnmatched().getFirst());
            case CommandLine.MissingParameterException e ->
                words.get(
                        "cli.usage.missing",
                        e.getMissing().stream().map(Faults::name).collect(Collectors.joining(", ")));
            case CommandLine.MutuallyExclusiveArgsException e -> words.get("cli.usage.exclusive");
            case CommandLine.OverwrittenOptionException e -> words.get("cli.usage.twice", name(e.getOverwritten()));
            default ->
                fault.getArgSpec() != null && fault.getValue() != null
                        ? words.get("cli.usage.value", name(fault.getArgSpec()), fault.getValue())
                        : words.get("cli.usage.invalid");
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
