package org.readingroom.viewer.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.dicom.Tools;

/// Read again by Debian's FFmpeg, another version of the library than ours.
// [utest->req~export.video~1]
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class VideoFileTest {
    private static final int FRAMES = 20;

    @TempDir
    Path folder;

    /// A ramp with noise, a white box that wanders to the right, and a coloured corner.
    private static byte[] picture(int columns, int rows, int number) {
        byte[] rgb = new byte[3 * columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int grey = 255 * x / (columns - 1);
                boolean isBox = x >= 4 * number && x < 4 * number + 16 && y >= 20 && y < 36;
                boolean isCorner = x >= columns - 24 && y >= rows - 24;
                int at = 3 * (y * columns + x);
                rgb[at] = (byte) (isCorner ? 200 : isBox ? 255 : grey);
                rgb[at + 1] = (byte) (isCorner ? 40 : isBox ? 255 : grey);
                rgb[at + 2] = (byte) (isCorner ? 30 : isBox ? 255 : grey);
            }
        }
        return rgb;
    }

    private Path written(int columns, int rows, double rate) throws Exception {
        Path file = folder.resolve("c.mp4");
        try (VideoFile video = new VideoFile(file, columns, rows, rate)) {
            for (int i = 0; i < FRAMES; i++) {
                video.add(picture(columns, rows, i));
            }
            assertEquals(FRAMES, video.finish());
        }
        return file;
    }

    private static String probe(Path file, String what) throws Exception {
        return Tools.output(
                        "ffprobe",
                        "-v",
                        "error",
                        "-count_frames",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        what,
                        "-of",
                        "csv=p=0",
                        file.toString())
                .strip();
    }

    @Test
    void playersFindTheSizeTheRateAndEveryPicture() throws Exception {
        Path file = written(160, 120, 12.5);
        assertEquals("h264,160,120,25/2,20", probe(file, "stream=codec_name,width,height,r_frame_rate,nb_read_frames"));
        assertEquals("1.600000", probe(file, "format=duration"));
        Path raw = folder.resolve("raw");
        Tools.output(
                "ffmpeg", "-v", "error", "-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "rgb24", raw.toString());
        byte[] all = Files.readAllBytes(raw);
        assertEquals(FRAMES * 3 * 160 * 120, all.length);
        for (int i = 0; i < FRAMES; i++) {
            byte[] wanted = picture(160, 120, i);
            double sum = 0;
            for (int k = 0; k < wanted.length; k++) {
                sum += Math.abs((wanted[k] & 0xFF) - (all[i * wanted.length + k] & 0xFF));
            }
            // quantisation and half-size colours; the next picture differs by more than 4 at the box alone
            assertTrue(sum / wanted.length < 1.5, "picture " + i + " differs by " + sum / wanted.length);
        }
    }

    @Test
    void oddSizesAreRoundedUpAndNothingElseIsTold() throws Exception {
        Path file = written(121, 97, 30);
        assertEquals("122,98", probe(file, "stream=width,height"));
        String tags = Tools.output(
                "ffprobe", "-v", "error", "-show_entries", "format_tags", "-of", "csv=p=0", file.toString());
        assertTrue(!tags.contains("20") || tags.strip().equals("isom,512,isomiso2avc1mp41"), tags);
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        CodecException fault = assertThrows(CodecException.class, () -> {
            try (VideoFile video = new VideoFile(folder.resolve("no/such/folder/c.mp4"), 64, 64, 25)) {
                video.add(picture(64, 64, 0));
                video.finish();
            }
        });
        assertEquals("viewer.codec.video-not-written", fault.messageKey());
    }
}
