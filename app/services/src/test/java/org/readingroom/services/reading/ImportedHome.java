package org.readingroom.services.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.Progress;

/// A home that files are taken into.
abstract class ImportedHome {
    @TempDir
    Path folder;

    Home home;
    Session session;

    @BeforeEach
    void open() throws WorkstationException {
        home = QuickHome.demo(folder.resolve("home"));
        session = QuickHome.signIn(home, "radiologist");
    }

    @AfterEach
    void close() {
        home.close();
    }

    long imports() {
        try {
            return session.audit().latest(1000).stream()
                    .filter(event -> event.type().equals("study.import"))
                    .count();
        } catch (WorkstationException e) {
            throw new IllegalStateException(e);
        }
    }

    int pixel(int index) throws WorkstationException {
        byte[] bytes = session.frames()
                .load(new FrameRef(new SopInstanceUid("2.25.1001.1.1"), 0), Priority.ON_SCREEN)
                .bytes();
        return (bytes[2 * index] & 0xFF) | (bytes[2 * index + 1] & 0xFF) << 8;
    }

    ImportSummary importAll(Path... paths) throws WorkstationException {
        return session.imports().importPaths(List.of(paths), Progress.IGNORED);
    }

    static Map<String, String> reasons(ImportSummary summary) {
        Map<String, String> reasons = new LinkedHashMap<>();
        summary.skipped()
                .forEach(skipped -> reasons.put(
                        skipped.path().contains("!")
                                ? skipped.path().replaceAll("^.*/(?=[^/]*!)", "")
                                : Path.of(skipped.path()).getFileName().toString(),
                        skipped.messageKey()));
        return reasons;
    }

    List<Path> allFilesOutsideHome() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> !path.startsWith(folder.resolve("home")))
                    .sorted()
                    .toList();
        }
    }

    static void zip(Path target, Charset charset, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target), charset)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }

    static void write(OutputStream out, int zeros) throws IOException {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < zeros >> 20; i++) {
            out.write(block);
        }
    }
}
