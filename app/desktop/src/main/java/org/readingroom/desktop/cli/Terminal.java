package org.readingroom.desktop.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.readingroom.assets.Messages;

/// Where a command reads and writes, and its words. UTF-8 both ways, whatever the locale.
record Terminal(InputStream in, PrintStream out, PrintStream err, Messages words) {

    static Terminal ofProcess(Messages words) {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                words);
    }

    /// Writes one result line and sends it on at once, so that a reader at the other end of a pipe sees it.
    void line(String text) {
        out.print(text);
        out.print('\n');
        out.flush();
    }

    /// Writes one line that is no result: progress, a fault.
    void note(String text) {
        err.print(text.replace('\n', ' ').replace('\r', ' '));
        err.print('\n');
        err.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // still null where no provider of consoles is there
    boolean isInteractive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
