package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.readingroom.services.testing.SmallDicom;

/// Files in ZIPs, whatever their names and sizes say.
// [utest->req~import.sources~1]
class ImportZipTest extends ImportedHome {
    // [utest->req~import.zip~1]
    @Test
    void takesAZipAndNeverWritesWhereItsNamesPoint() throws Exception {
        Path zip = folder.resolve("in/study.zip");
        Files.createDirectories(zip.getParent());
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../escaped.dcm", SmallDicom.of(1, 1).bytes());
        Path absolute = folder.resolve("absolute.dcm").toAbsolutePath();
        entries.put(absolute.toString(), SmallDicom.of(1, 2).bytes());
        entries.put("检查/图像.dcm", SmallDicom.of(1, 3).bytes());
        entries.put("inner.zip", new byte[] {'P', 'K', 3, 4});
        entries.put("readme.txt", "not an image at all, only words".getBytes(StandardCharsets.UTF_8));
        zip(zip, StandardCharsets.UTF_8, entries);
        List<Path> before = allFilesOutsideHome();
        ImportSummary summary = importAll(zip);
        assertEquals(3, summary.imported());
        assertEquals(
                Map.of(
                        "study.zip!inner.zip",
                        "services.import.zip-nested",
                        "study.zip!readme.txt",
                        "viewer.file.not-dicom"),
                reasons(summary));
        assertEquals(before, allFilesOutsideHome());
        assertFalse(Files.exists(absolute));
    }

    @Test
    void readsNamesAsChineseSystemsWriteThem() throws Exception {
        Path zip = folder.resolve("gbk.zip");
        zip(zip, Charset.forName("GB18030"), Map.of("王小东.txt", "not an image at all".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of("gbk.zip!王小东.txt", "viewer.file.not-dicom"), reasons(importAll(zip)));
    }

    // [utest->req~import.zip~1]
    @Test
    void aZipThatSwellsIsStoppedAfterItsShare() throws Exception {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(1);
            for (int i = 0; i < 2; i++) {
                out.putNextEntry(new ZipEntry("zeros" + i));
                write(out, 100 << 20);
                out.closeEntry();
            }
        }
        assertTrue(Files.size(zip) < (2 << 20));
        ImportSummary summary = importAll(zip);
        assertEquals(0, summary.imported());
        assertEquals(2, summary.skipped().size());
        assertTrue(summary.skipped().stream()
                .allMatch(skipped -> skipped.messageKey().equals("services.import.zip-swells")
                        || skipped.messageKey().startsWith("viewer.")));
        assertEquals("services.import.zip-swells", summary.skipped().getLast().messageKey());
    }

    @Test
    void aDamagedZipIsNamed() throws Exception {
        Path zip = folder.resolve("bad.zip");
        zip(zip, StandardCharsets.UTF_8, Map.of("a", SmallDicom.of(1, 1).bytes()));
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertEquals(Map.of("bad.zip", "services.import.zip-broken"), reasons(importAll(zip)));
        assertEquals(Map.of("gone", "services.import.not-found"), reasons(importAll(folder.resolve("gone"))));
    }
}
