package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.testing.SharedData;

// [utest->req~dicom.read.survives~1]
class SharedFilesTest {
    /// Far above what any of them needs; a reader that believes a length takes gigabytes.
    private static final long MAX_BYTES = 400L << 20;

    @Test
    void everyFileIsOpenedOrRefusedInWordsQuicklyAndWithinBounds() throws IOException {
        Path root = SharedData.path("");
        List<Executable> checks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(tsv|md)"))
                    .filter(file -> !file.toString().matches(".*/series/.*[0-46-9]\\.dcm"))
                    .sorted()
                    .forEach(file -> checks.add(() -> assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> check(root.relativize(file).toString(), file))));
        }
        assertTrue(checks.size() > 500, checks.size() + " files only");
        assertAll(checks);
    }

    private static void check(String name, Path file) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            DicomFile read = DicomReader.read(file);
            DicomJson.write(read.dataSet(), Writer.nullWriter());
            for (Defect defect : read.defects()) {
                inWords(name, defect.kind().messageKey());
            }
        } catch (DicomException e) {
            inWords(name, e.messageKey());
        }
        long taken = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(taken < MAX_BYTES + 4 * Files.size(file), name + " took " + taken + " bytes");
    }

    private static void inWords(String name, String key) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertTrue(!Messages.of(locale).get(key).equals(key), name + ": no words for " + key);
        }
    }
}
