package org.readingroom.desktop.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.HospitalSettings;

/// The program with a window, as the command line sees it.
@FunctionalInterface
public interface DesktopWindow {
    /// Opens the window and returns when it is closed.
    ///
    /// `home` is null for the usual folder, `tourFolder` for an ordinary start; otherwise the window plays the
    /// demo line by itself, leaves its pictures there and closes. `servers` is offered to the home, null for
    /// nothing new.
    void open(
            @Nullable Path home,
            boolean demo,
            Locale locale,
            @Nullable Path tourFolder,
            @Nullable HospitalSettings servers);
}
