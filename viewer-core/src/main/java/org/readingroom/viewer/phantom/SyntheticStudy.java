package org.readingroom.viewer.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// All instances in order, a few at a time drawn on all processors.
    default Stream<SyntheticInstance> drawn() {
        // chosen: some for every processor, few enough to be cancelled soon
        int atOnce = 16;
        return IntStream.iterate(0, first -> first < size(), first -> first + atOnce)
                .boxed()
                .flatMap(
                        first -> IntStream.range(first, Math.min(size(), first + atOnce))
                                .parallel()
                                .mapToObj(this::instance)
                                .toList()
                                .stream());
    }

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
