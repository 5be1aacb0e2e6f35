package org.readingroom.desktop.boot;

/// Opens the window with what the usual places hold. The command line has its own entry.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ReadingRoomApp.launch(StartOptions.usual());
    }
}
