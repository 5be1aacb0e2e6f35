package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.testing.SharedData;

/// Half a file is never taken for a whole one, and a whole one, however odd, is not refused.
// [utest->req~archive.whole~1]
class WholeInstanceTest {
    /// Images whose pixels somebody took out to show their character sets.
    private static final Set<String> WITHOUT_PIXELS =
            Set.of("chrJapMultiExplicitIR6.dcm", "chrJapMulti.dcm", "chrKoreanMulti.dcm");

    @Test
    void whereverAFileIsCutItIsNotWhole() throws Exception {
        byte[] whole = SmallDicom.of(1, 1).bytes();
        assertTrue(WholeInstance.isWhole(DicomReader.read(whole)));
        List<Integer> taken = new ArrayList<>();
        for (int length = 0; length < whole.length; length++) {
            try {
                if (WholeInstance.isWhole(DicomReader.read(Arrays.copyOf(whole, length)))) {
                    WholeInstance.check(Arrays.copyOf(whole, length), "", "", "");
                    taken.add(length);
                }
            } catch (DicomException | org.readingroom.services.remote.http.HttpFaultException e) {
                // Noticed.
            }
        }
        assertEquals(List.of(), taken);
    }

    @Test
    void realFilesAreWhole() throws Exception {
        List<String> refused = new ArrayList<>();
        int count = 0;
        for (String folder : List.of("modality", "document", "charset", "codec")) {
            Path root = SharedData.path(folder);
            List<Path> files;
            try (Stream<Path> walked = Files.walk(root)) {
                files = walked.filter(file -> file.toString().endsWith(".dcm"))
                        .filter(file ->
                                !WITHOUT_PIXELS.contains(file.getFileName().toString()))
                        .toList();
            }
            for (Path file : files) {
                count++;
                if (!WholeInstance.isWhole(DicomReader.read(file))) {
                    refused.add(root.relativize(file).toString());
                }
            }
        }
        assertFalse(count < 100, "few files: " + count);
        assertEquals(List.of(), refused);
    }
}
