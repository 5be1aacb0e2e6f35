package org.readingroom.desktop.boot;

import org.readingroom.desktop.cli.CommandLineProgram;

/// The door from the system: without arguments the window opens, a command runs without touching the toolkit.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = CommandLineProgram.run(
                (home, demo, locale, tourFolder, servers) ->
                        ReadingRoomApp.launch(new StartOptions(home, demo, locale, tourFolder, servers)),
                arguments);
        System.exit(code);
    }
}
