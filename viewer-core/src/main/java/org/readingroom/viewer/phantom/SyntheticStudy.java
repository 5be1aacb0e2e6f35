package org.readingroom.viewer.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.viewer.model.StudyUid;

/// A study made by code, one instance at a time.
///
/// **Thread:** any; instances may be asked for in any order and at once, and come out the same every time.
public interface SyntheticStudy {
    StudyUid uid();

    /// A short name fit for a folder: `ct-chest`.
    String name();

    /// How many instances there are.
    int size();

    /// Makes one instance; `index` counts from zero.
    SyntheticInstance instance(int index);

    /// Writes all instances as `0001.dcm` and on.
    default void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int index = 0; index < size(); index++) {
            Files.write(
                    folder.resolve("%04d.dcm".formatted(index + 1)),
                    instance(index).toBytes());
        }
    }
}
