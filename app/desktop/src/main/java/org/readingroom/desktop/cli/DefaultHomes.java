package org.readingroom.desktop.cli;

import java.nio.file.Path;

/// Where the demo home lies when no folder is given: beside the one the window uses.
final class DefaultHomes {
    private DefaultHomes() {}

    static Path demo() {
        return Path.of(System.getProperty("user.home", "."), ".local", "share", "readingroom-demo");
    }
}
