package org.readingroom.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The text of the project's own files, as they lie in the checkout.
final class SourceTree {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".readingroom", ".idea", "shared");
    private final Path root;

    SourceTree() {
        Path folder = Path.of(System.getProperty("readingroom.root", "")).toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("assets/pom.xml"))) {
            folder = folder.getParent();
        }
        root = folder;
    }

    Path root() {
        return root;
    }

    /// Relative path to text of every file whose name ends with one of `endings`.
    Map<String, String> files(String... endings) {
        Map<String, String> texts = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    for (String ending : endings) {
                        if (file.getFileName().toString().endsWith(ending)) {
                            texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
