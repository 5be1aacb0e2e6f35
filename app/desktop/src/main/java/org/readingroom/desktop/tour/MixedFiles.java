package org.readingroom.desktop.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.readingroom.viewer.phantom.CtChestPhantom;

/// What a CD may hold: images of the demo department, here already, and much that is none. All of it is invented.
public final class MixedFiles {
    private static final int WHOLE = 3;

    private MixedFiles() {}

    /// Fills `folder`, which must be empty.
    public static void write(Path folder) throws IOException {
        CtChestPhantom phantom = CtChestPhantom.standard();
        Files.createDirectories(folder.resolve("IMAGES"));
        for (int i = 0; i < WHOLE; i++) {
            Files.write(
                    folder.resolve("IMAGES").resolve("I000" + i),
                    phantom.instance(i).toBytes());
        }
        byte[] whole = phantom.instance(WHOLE).toBytes();
        Files.write(folder.resolve("IMAGES").resolve("I000" + WHOLE), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(folder.resolve("README.TXT"), "Viewer for Windows XP");
        Files.writeString(folder.resolve("AUTORUN.INF"), "[autorun]\nopen=viewer.exe\n");
        Files.write(folder.resolve("EMPTY.DCM"), new byte[0]);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("OLD.ZIP")))) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.write("no image".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
