package org.readingroom.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.volume.GreySlice;

/// Read again by FFmpeg, which has its own readers of all of these.
// [utest->req~export.pictures~1]
class PictureFileTest {
    private static final int COLUMNS = 97;
    private static final int ROWS = 61;

    @TempDir
    Path folder;

    private static int[] picture(boolean isGrey) {
        int[] argb = new int[COLUMNS * ROWS];
        for (int i = 0; i < argb.length; i++) {
            int grey = (i * 7 + i / COLUMNS * 31) & 0xFF;
            argb[i] = 0xFF000000 | grey << 16 | (isGrey ? grey : 255 - grey) << 8 | (isGrey ? grey : i & 0xFF);
        }
        return argb;
    }

    private Path write(int[] argb, PictureFormat format) throws Exception {
        Path file = folder.resolve("p" + format.ending());
        try (OutputStream out = Files.newOutputStream(file)) {
            PictureFile.write(out, argb, COLUMNS, ROWS, format, 0.95f);
        }
        return file;
    }

    private byte[] raw(Path file, String layout) throws Exception {
        Path raw = folder.resolve("raw");
        Files.deleteIfExists(raw);
        String said = Tools.output(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                file.toString(),
                "-f",
                "rawvideo",
                "-pix_fmt",
                layout,
                raw.toString());
        assertTrue(Files.exists(raw), said);
        return Files.readAllBytes(raw);
    }

    @Test
    void anotherReaderFindsEveryPixel() throws Exception {
        for (boolean isGrey : new boolean[] {true, false}) {
            int[] argb = picture(isGrey);
            byte[] wanted = new byte[3 * argb.length];
            for (int i = 0; i < argb.length; i++) {
                wanted[3 * i] = (byte) (argb[i] >> 16);
                wanted[3 * i + 1] = (byte) (argb[i] >> 8);
                wanted[3 * i + 2] = (byte) argb[i];
            }
            assertArrayEquals(wanted, raw(write(argb, PictureFormat.PNG), "rgb24"));
            assertArrayEquals(wanted, raw(write(argb, PictureFormat.TIFF), "rgb24"));
        }
        byte[] jpeg = raw(write(picture(true), PictureFormat.JPEG), "gray");
        double sum = 0;
        for (int i = 0; i < jpeg.length; i++) {
            sum += Math.abs((jpeg[i] & 0xFF) - (picture(true)[i] & 0xFF));
        }
        assertTrue(sum / jpeg.length < 4, "JPEG is off by " + sum / jpeg.length);
    }

    @Test
    void nothingStandsBesideThePixels() throws Exception {
        for (PictureFormat format : PictureFormat.values()) {
            String raw = new String(Files.readAllBytes(write(picture(false), format)), StandardCharsets.ISO_8859_1);
            for (String word : new String[] {"tEXt", "iTXt", "Exif", "tIME", "Java", "20", "Reading"}) {
                boolean isWord = word.length() > 2 && raw.contains(word);
                assertFalse(isWord, word + " in " + format);
            }
        }
    }

    @Test
    void nativeGreysComeBackWithTheirRule() throws Exception {
        short[] samples = new short[COLUMNS * ROWS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * 5 - 1024);
        }
        GreySlice slice = GreySlice.of(COLUMNS, ROWS, samples, 0.5f, -1000);
        for (PictureFormat format : new PictureFormat[] {PictureFormat.PNG, PictureFormat.TIFF}) {
            Path file = folder.resolve("g" + format.ending());
            try (OutputStream out = Files.newOutputStream(file)) {
                GreyFile.write(out, slice, "HU", format);
            }
            byte[] bytes = raw(file, "gray16le");
            ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(2 * samples.length, bytes.length);
            for (int i = 0; i < samples.length; i++) {
                // slope 0.5, intercept -1000 - 0.5 x 32768, by hand
                double value = 0.5 * (values.getShort(2 * i) & 0xFFFF) - 17384;
                assertEquals(0.5 * (i * 5 - 1024) - 1000, value, 1e-9);
            }
            String told = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertTrue(told.contains("RescaleIntercept") && told.contains("-17384") && told.contains("HU"), "rule");
        }
    }

    // [utest->req~export.video~1]
    @Test
    void aGifPlaysEveryGreyExactlyAtItsRate() throws Exception {
        Path file = folder.resolve("c.gif");
        try (OutputStream out = Files.newOutputStream(file);
                GifFile gif = new GifFile(out, 12.5)) {
            assertEquals(12.5, gif.framesPerSecond());
            for (int i = 0; i < 5; i++) {
                int[] argb = picture(true);
                argb[i] = 0xFFFFFFFF;
                gif.add(argb, COLUMNS, ROWS);
            }
        }
        String probed = Tools.output(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=width,height,r_frame_rate,nb_read_frames",
                "-of",
                "csv=p=0",
                file.toString());
        assertEquals("97,61,25/2,5", probed.strip());
        byte[] all = raw(file, "gray");
        int[] last = picture(true);
        last[4] = 0xFFFFFFFF;
        for (int i = 0; i < last.length; i++) {
            assertEquals(last[i] & 0xFF, all[4 * last.length + i] & 0xFF, 1, "pixel " + i);
        }
    }

    // [utest->req~export.video~1]
    @Test
    void coloursOfAGifAreNear() {
        int[] argb = new int[64 * 64];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | i % 64 * 4 << 16 | i / 64 * 4 << 8 | 77;
        }
        GifPalette palette = GifPalette.of(argb);
        assertTrue(palette.colours().length <= 256);
        for (int pixel : argb) {
            int near = palette.colours()[palette.index(pixel)];
            assertTrue(Math.abs((near >> 16 & 0xFF) - (pixel >> 16 & 0xFF)) <= 16);
            assertEquals(77, near & 0xFF, 1);
        }
    }
}
