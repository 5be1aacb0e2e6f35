package org.readingroom.desktop.cli;

import org.jspecify.annotations.Nullable;

/// The version of this program, from the manifest of its jar.
final class Version {
    private Version() {}

    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
