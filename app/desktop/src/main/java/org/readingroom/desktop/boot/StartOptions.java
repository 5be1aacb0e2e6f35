package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the desktop was asked to start.
///
/// `home` is null for the usual folder of this person; `demo` asks for a home of invented people and studies;
/// `tourFolder` is where the demo line puts its pictures, null for an ordinary start.
public record StartOptions(
        @Nullable Path home,
        boolean demo,
        Locale locale,
        @Nullable Path tourFolder) {

    public static StartOptions usual() {
        return new StartOptions(null, false, Locale.getDefault(), null);
    }
}
