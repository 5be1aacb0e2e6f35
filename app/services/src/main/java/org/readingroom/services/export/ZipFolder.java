package org.readingroom.services.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.readingroom.viewer.task.Progress;

/// A folder as a ZIP archive.
final class ZipFolder {
    private ZipFolder() {}

    static void write(Path folder, OutputStream out, Progress progress) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int done = 0;
            for (Path file : files) {
                if (progress.isCancelled()) {
                    throw new CancellationException("archive given up");
                }
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
                zip.closeEntry();
                progress.at(++done, files.size());
            }
        }
    }
}
