package org.readingroom.viewer.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.testing.SharedData;

final class NativePixelsTest {

    // [utest->req~codec.native~1]
    @Test
    void uncompressedFilesHaveTheDigestOfPydicomsPixels() throws Exception {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String line : table()) {
            String[] cells = line.split("\t");
            try {
                String digest = PixelDigest.sha256(FrameReader.of(DicomReader.read(SharedData.path(cells[0]))));
                if (!digest.equals(cells[1])) {
                    wrong.add(cells[0]);
                }
            } catch (Exception e) {
                wrong.add(cells[0] + " " + e);
            }
            compared++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(true, compared > 100);
    }

    private static List<String> table() throws Exception {
        try (var in = NativePixelsTest.class.getResourceAsStream("/codec/native-digests.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
