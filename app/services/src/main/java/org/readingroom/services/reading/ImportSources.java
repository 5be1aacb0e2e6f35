package org.readingroom.services.reading;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.readingroom.services.reading.ImportSummary.Skipped;
import org.readingroom.viewer.dicom.FileSet;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Finds what can be imported under the given paths: folders are walked, archives opened, a DICOMDIR stands
/// for the files it names.
///
/// Links to folders are not followed, so that no walk goes round in circles.
final class ImportSources implements AutoCloseable {
    private final ImportLimits limits;
    private final Progress progress;
    private final List<ImportSource> sources = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<ZipArchive> archives = new ArrayList<>();

    /// A long walk tells `progress` how many files it has met, and ends when that says cancel.
    ImportSources(ImportLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /// In the order of the paths, each folder by name.
    List<ImportSource> sources() {
        return sources;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void add(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (!Files.exists(path)) {
            skip(path.toString(), "services.import.not-found");
        } else {
            addFile(path, true);
        }
    }

    private void addFolder(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return onward();
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    skip(file.toString(), unreadable(e));
                    return onward();
                }

                private FileVisitResult onward() {
                    progress.at(files.size(), Progress.UNKNOWN);
                    return progress.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            skip(folder.toString(), unreadable(e));
        }
        files.sort(Comparator.naturalOrder());
        for (Path file : files) {
            if (progress.isCancelled()) {
                return;
            }
            addFile(file, false);
        }
    }

    private void addFile(Path file, boolean isNamed) {
        String name = file.getFileName().toString();
        if (ZipArchive.looksLikeOne(file)) {
            addArchive(file);
        } else if (name.equalsIgnoreCase("DICOMDIR")) {
            // Inside a folder that is walked its files are met anyway.
            if (isNamed) {
                addFileSet(file);
            }
        } else if (!Files.isRegularFile(file)) {
            skip(file.toString(), "services.import.not-a-file");
        } else {
            sources.add(new FileSource(file, limits));
        }
    }

    private void addArchive(Path file) {
        try {
            ZipArchive archive = ZipArchive.open(file, limits);
            archives.add(archive);
            archive.entries(sources, skipped);
        } catch (ZipException e) {
            skip(file.toString(), "services.import.zip-broken");
        } catch (IOException e) {
            skip(file.toString(), unreadable(e));
        }
    }

    private void addFileSet(Path dicomDir) {
        try {
            FileSet set = FileSet.read(dicomDir);
            set.files().forEach(file -> sources.add(new FileSource(file, limits)));
            Path folder = dicomDir.toAbsolutePath().getParent();
            set.missing().forEach(id -> skip(folder + "/" + id, "services.import.not-found"));
        } catch (WorkstationException e) {
            skipped.add(new Skipped(dicomDir.toString(), e.messageKey(), e.messageArguments()));
        }
    }

    private void skip(String path, String messageKey) {
        skipped.add(new Skipped(path, messageKey, List.of()));
    }

    static String unreadable(IOException e) {
        return e instanceof AccessDeniedException ? "services.import.denied" : "services.import.unreadable";
    }

    static boolean isArchiveName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    @Override
    public void close() {
        archives.forEach(ZipArchive::close);
    }

    private record FileSource(Path file, ImportLimits limits) implements ImportSource {
        @Override
        public String path() {
            return file.toString();
        }

        @Override
        public byte[] read() throws IOException, WorkstationException {
            long size = Files.size(file);
            if (size > limits.instanceBytes()) {
                throw new WorkstationException(
                        "services.import.too-large",
                        List.of(size >> 20, limits.instanceBytes() >> 20),
                        "file of " + size + " bytes",
                        null);
            }
            return Files.readAllBytes(file);
        }
    }
}
