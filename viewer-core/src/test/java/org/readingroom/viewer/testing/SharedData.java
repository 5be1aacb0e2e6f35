package org.readingroom.viewer.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The real DICOM files that lie beside the project, never inside it.
///
/// Tests that need them are skipped, saying so, where the folder is absent.
public final class SharedData {
    private SharedData() {}

    /// The folder or file at `relative` under `../shared/data`; skips the test when the data is absent.
    public static Path path(String relative) {
        Path data = root();
        Assumptions.assumeTrue(Files.isDirectory(data), "skipped: the shared data folder is not beside the project");
        return data.resolve(relative);
    }

    private static Path root() {
        String project = System.getProperty("readingroom.root");
        Path folder = project == null ? Path.of("").toAbsolutePath() : Path.of(project);
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve("../shared/data"))) {
            folder = folder.getParent();
        }
        return folder.resolve("../shared/data").normalize();
    }
}
