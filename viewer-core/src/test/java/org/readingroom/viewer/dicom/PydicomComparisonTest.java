package org.readingroom.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.testing.SharedData;

/// Every attribute of every sound shared file, against another reader.
///
/// Left out are files that are broken or deliberately mislabelled, where the two may rightly differ, indexes of file
/// sets, which make pydicom loop, and nine of ten slices of a series.
// [utest->req~dicom.json~1]
// [utest->req~dicom.read.part10~1]
// [utest->req~dicom.charset~1]
@Tag("slow")
class PydicomComparisonTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @Test
    void namesNumbersAndSequencesAreWhatPydicomReads() throws IOException, InterruptedException {
        Path root = SharedData.path("");
        String version = Tools.output(PYTHON, "-c", "import pydicom; print(pydicom.__version__)");
        Assumptions.assumeTrue(version.matches("\\d[\\d.]+\\s*"), "skipped: pydicom is not installed");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString();
                if (!name.matches(
                        "broken/.*|dicomdir/.*|.*declared.*|.*\\.(tsv|md)|codec/video/.*|series/.*[0-46-9].dcm")) {
                    json(file, name);
                }
            }
        }
        Path script = folder.resolve("compare.py");
        try (InputStream stream = getClass().getResourceAsStream("compare.py")) {
            Files.write(script, Objects.requireNonNull(stream).readAllBytes());
        }
        String said = Tools.output(PYTHON, script.toString(), root.toString(), folder.toString());
        String[] lines = said.split("\n", -1);
        assertTrue(said.matches("(?s).*\\d{3} files compared\n"), said);
        assertEquals(2, lines.length, said);
    }

    private void json(Path file, String name) throws IOException {
        try {
            Path target = folder.resolve(name + ".json");
            Files.createDirectories(target.getParent());
            try (Writer writer = Files.newBufferedWriter(target)) {
                DicomJson.write(DicomReader.read(file).dataSet(), writer);
            }
        } catch (DicomException e) {
            throw new IOException(name + " was refused: " + e.messageKey(), e);
        }
    }
}
