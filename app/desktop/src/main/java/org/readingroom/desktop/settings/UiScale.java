package org.readingroom.desktop.settings;

import java.util.List;

/// The size of everything in the window, in percent; 0 leaves it to the system.
///
/// The toolkit reads it once, when it starts: pictures are then drawn with the screen's own pixels, and text
/// stays sharp. macOS has its own setting and knows no other.
public final class UiScale {
    public static final int SYSTEM = 0;

    /// What may be chosen.
    public static final List<Integer> CHOICES = List.of(SYSTEM, 100, 125, 150, 175, 200);

    /// **Source:** JavaFX Glass, `GtkApplication` and `WinApplication`.
    private static final List<String> PROPERTIES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    private static final String KEY = "scale";

    private UiScale() {}

    static int of(WindowMemory memory) {
        int percent = (int) memory.number(KEY, SYSTEM);
        return CHOICES.contains(percent) ? percent : SYSTEM;
    }

    static void keep(WindowMemory memory, int percent) {
        memory.keep(KEY, percent);
        memory.save();
    }

    /// To be called before the toolkit starts; a scale that was asked for on the command line goes first.
    // [impl->req~shell.scale~1]
    public static void apply(WindowMemory memory) {
        int percent = of(memory);
        if (percent != SYSTEM) {
            PROPERTIES.stream()
                    .filter(property -> System.getProperty(property) == null)
                    .forEach(property -> System.setProperty(property, percent + "%"));
        }
    }
}
