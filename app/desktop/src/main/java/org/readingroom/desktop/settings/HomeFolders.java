package org.readingroom.desktop.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where homes are when nobody says otherwise.
///
/// **Source:** XDG Base Directory Specification 0.8 on Linux; Application Support on macOS; `LOCALAPPDATA` on
/// Windows.
public record HomeFolders(Path own, Path demo) {

    public static HomeFolders ofThisPerson() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static HomeFolders of(String system, String userHome, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        Path base;
        if (name.startsWith("windows")) {
            base = Path.of(environment.getOrDefault("LOCALAPPDATA", userHome + "/AppData/Local"));
        } else if (name.startsWith("mac")) {
            base = Path.of(userHome, "Library", "Application Support");
        } else {
            String data = environment.getOrDefault("XDG_DATA_HOME", "");
            base = data.isBlank() ? Path.of(userHome, ".local", "share") : Path.of(data);
        }
        return new HomeFolders(base.resolve("readingroom"), base.resolve("readingroom-demo"));
    }

    public static boolean isThere(Path folder) {
        return Files.isDirectory(folder);
    }
}
