package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.readingroom.report.model.SignedReport;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;

/// What other programs say: DCMTK of pixels, OpenSSL of signatures. A test without them is skipped and says so.
final class OutsidePrograms {
    private final Path folder;

    /// `folder` takes what the programs are given and give.
    OutsidePrograms(Path folder) {
        this.folder = folder;
    }

    /// The stored values of a 512 x 512 JPEG-LS instance of `series` as DCMTK decodes them.
    ShortBuffer storedValues(Path series, String instance) throws Exception {
        Assumptions.assumeTrue(run("dcmdjpls", "--version") == 0, "skipped: DCMTK is not installed");
        Path plain = folder.resolve("plain.dcm");
        assertEquals(0, run("dcmdjpls", find(series, instance).toString(), plain.toString()));
        DicomFile file = DicomReader.read(plain);
        byte[] bytes = file.dataSet().bytes(Tag.PIXEL_DATA);
        if (bytes.length == 0 && file.pixelData().orElseThrow() instanceof PixelData.Native data) {
            byte[] all = Files.readAllBytes(plain);
            bytes = Arrays.copyOfRange(all, all.length - 512 * 512 * 2, all.length);
            assertTrue(data.isComplete());
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    private static Path find(Path series, String instance) throws Exception {
        try (Stream<Path> files = Files.list(series)) {
            for (Path file : files.toList()) {
                if (DicomReader.read(file)
                        .dataSet()
                        .string(Tag.SOP_INSTANCE_UID)
                        .orElse("")
                        .equals(instance)) {
                    return file;
                }
            }
        }
        throw new AssertionError("no file holds " + instance);
    }

    /// OpenSSL accepts the signature, and refuses it when one byte of the content is another.
    void verifySignature(SignedReport signed, byte[] authority) throws Exception {
        Assumptions.assumeTrue(run("openssl", "version") == 0, "skipped: openssl is not installed");
        Path content = Files.write(folder.resolve("canonical.json"), signed.canonical());
        Path signature = Files.write(folder.resolve("signature.p7s"), signed.signature());
        Path trusted = Files.write(folder.resolve("authority.pem"), authority);
        String[] verify = {
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-purpose",
            "any",
            "-out",
            "/dev/null",
            "-in",
            signature.toString(),
            "-content",
            content.toString(),
            "-CAfile",
            trusted.toString()
        };
        assertEquals(0, run(verify));
        byte[] changed = signed.canonical().clone();
        changed[changed.length / 2] ^= 1;
        Files.write(content, changed);
        assertNotEquals(0, run(verify));
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}
