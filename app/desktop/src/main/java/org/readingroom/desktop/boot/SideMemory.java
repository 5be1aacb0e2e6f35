package org.readingroom.desktop.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.monitor.MonitorSet;
import org.readingroom.desktop.monitor.WindowPlace;
import org.readingroom.desktop.settings.WindowMemory;

/// Where the further windows of one person stood, for each set of screens.
// [impl->req~desk.windows-remembered~1]
record SideMemory(WindowMemory memory, String loginName) {
    /// chosen: more than anybody has, less than would fill a screen with windows when a file is damaged.
    private static final int MOST = 4;

    List<WindowPlace> places(MonitorSet set) {
        return memory.text(key(set))
                .map(text -> Arrays.stream(text.split(";"))
                        .map(WindowPlace::read)
                        .flatMap(Optional::stream)
                        .limit(MOST)
                        .toList())
                .orElse(List.of());
    }

    void keep(MonitorSet set, List<WindowPlace> places) {
        memory.keep(key(set), places.stream().map(WindowPlace::text).collect(Collectors.joining(";")));
    }

    /// Where the window of one pane stood, such as the report; nothing while it was part of the main window.
    Optional<WindowPlace> place(MonitorSet set, String pane) {
        return memory.text(key(set) + "." + pane).flatMap(WindowPlace::read);
    }

    /// Null for a pane that is part of the main window.
    void keep(MonitorSet set, String pane, @Nullable WindowPlace place) {
        memory.keep(key(set) + "." + pane, place == null ? "" : place.text());
    }

    private String key(MonitorSet set) {
        return "windows." + loginName + "." + set.fingerprint();
    }
}
