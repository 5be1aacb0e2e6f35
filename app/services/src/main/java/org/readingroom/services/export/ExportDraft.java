package org.readingroom.services.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What is being written into somebody's folder: hidden under a name of its own until all of it is there,
/// and gone when it is given up. Nothing that lies there already is ever replaced: a name that is taken
/// gets a number.
///
/// **Thread:** any but `fx`; one at a time.
// [impl->req~export.whole~1]
public final class ExportDraft implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final Path draft;

    private ExportDraft(Path folder, String name, Path draft) {
        this.folder = folder;
        this.name = name;
        this.draft = draft;
    }

    /// A draft of the folder `name` in `folder`.
    public static ExportDraft ofFolder(Path folder, String name) throws IOException {
        ExportDraft made = ofFile(folder, name);
        Files.createDirectory(made.draft);
        return made;
    }

    /// A draft of the file `name` in `folder`.
    public static ExportDraft ofFile(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        // the end of the name is kept: some writers go by it
        return new ExportDraft(folder, name, folder.resolve("." + UUID.randomUUID() + ".part" + ending(name)));
    }

    private static String ending(String name) {
        int dot = name.endsWith(".nii.gz") ? name.length() - 7 : name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot) : "";
    }

    /// Where to write.
    public Path path() {
        return draft;
    }

    /// Gives what was written its name and says where it lies.
    public Path keep() throws IOException {
        String ending = ending(name);
        String stem = name.substring(0, name.length() - ending.length());
        for (int number = 1; ; number++) {
            Path wanted = folder.resolve(number == 1 ? name : stem + "-" + number + ending);
            if (!Files.exists(wanted)) {
                return Files.move(draft, wanted, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /// Removes what was not kept.
    @Override
    public void close() throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(draft)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
