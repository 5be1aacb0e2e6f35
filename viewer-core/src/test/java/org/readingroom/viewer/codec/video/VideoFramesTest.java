package org.readingroom.viewer.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.codec.colour.ColourConverter;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.testing.SharedData;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class VideoFramesTest {
    private static final PixelFormat FORMAT = new PixelFormat(240, 320, 3, 8, 8, 7, false, "YBR_PARTIAL_420", 0);

    /// The videos were made of a JPEG cine. A frame of it must be much nearer to its own source than to the next one.
    // [utest->req~codec.video~1]
    @ParameterizedTest
    @ValueSource(strings = {"mpeg2", "h264", "hevc"})
    void everyFrameIsThePictureItWasMadeOf(String code) throws Exception {
        FrameReader video = FrameReader.of(file(code));
        FrameReader source =
                FrameReader.of(DicomReader.read(SharedData.path("modality/us-multiframe-ybr422-jpeg.dcm")));
        assertEquals(source.frames(), video.frames());
        for (int i : new int[] {29, 0, 14, 13, 28}) {
            double own = meanDifference(video.frame(i), source.frame(i));
            assertTrue(own < 6, code + " frame " + i + " differs by " + own);
            double other = meanDifference(video.frame(i), source.frame((i + 7) % 30));
            assertTrue(own < other, code + " frame " + i + ": " + own + " against " + other);
        }
    }

    @Test
    void theStreamTellsItsRateAndHowManyFramesThereAre() throws Exception {
        VideoFrames frames = new VideoFrames(fragments("h264"), 0, FORMAT);
        assertEquals(30, frames.count());
        assertEquals(25, frames.framesPerSecond(), 1e-9);
        StoredPixels first = frames.frame(0);
        assertEquals("RGB", first.format().photometricInterpretation());
    }

    @Test
    void aFrameIsTheSameWhicheverWayItWasReached() throws Exception {
        VideoFrames stepped = new VideoFrames(fragments("h264"), 30, FORMAT);
        byte[][] all = new byte[30][];
        for (int i = 0; i < 30; i++) {
            all[i] = stepped.frame(i).bytes();
        }
        VideoFrames jumped = new VideoFrames(fragments("h264"), 30, FORMAT);
        for (int i : new int[] {17, 3, 29, 16, 0}) {
            assertArrayEquals(all[i], jumped.frame(i).bytes(), "frame " + i);
        }
    }

    @Test
    void aFrameTheStreamDoesNotHaveIsMissing() throws Exception {
        VideoFrames frames = new VideoFrames(fragments("hevc"), 31, FORMAT);
        CodecException missing = assertThrows(CodecException.class, () -> frames.frame(30));
        assertEquals("viewer.codec.truncated", missing.messageKey());
        frames.frame(29);
    }

    @Test
    void aVideoOfAnotherSizeIsRefused() throws Exception {
        PixelFormat other = new PixelFormat(240, 322, 3, 8, 8, 7, false, "YBR_PARTIAL_420", 0);
        VideoFrames frames = new VideoFrames(fragments("hevc"), 30, other);
        CodecException refused = assertThrows(CodecException.class, () -> frames.frame(0));
        assertEquals("viewer.codec.mismatch", refused.messageKey());
    }

    /// **Truth:** whatever the native decoder makes of damage, this process goes on and is answered in time.
    // [utest->req~codec.video.process~1]
    @Test
    void damageEndsInFramesOrRefusals() throws Exception {
        byte[] whole = fragments("mpeg2").getFirst().toArray();
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, whole.length / 2), new byte[1000], zeroed(whole, 5000, 9000), new byte[0])) {
            VideoFrames frames = new VideoFrames(List.of(ByteSlice.of(damaged)), 30, FORMAT);
            for (int i : new int[] {0, 29}) {
                try {
                    assertEquals(3 * 240 * 320, frames.frame(i).bytes().length);
                } catch (CodecException expected) {
                    assertTrue(expected.messageKey().startsWith("viewer.codec."));
                }
            }
        }
    }

    // [utest->req~codec.video.process~1]
    @Test
    void aDecoderThatDiesIsStartedAgainOnce() throws Exception {
        VideoFrames frames = new VideoFrames(fragments("mpeg2"), 30, FORMAT);
        byte[] before = frames.frame(3).bytes();
        killDecoders();
        CodecException died = assertThrows(CodecException.class, () -> frames.frame(4));
        assertEquals("viewer.codec.video-process", died.messageKey());
        assertArrayEquals(before, frames.frame(3).bytes());
        killDecoders();
        assertThrows(CodecException.class, () -> frames.frame(4));
        CodecException believed = assertThrows(CodecException.class, () -> frames.frame(3));
        assertEquals("viewer.codec.video-process", believed.messageKey());
    }

    @Test
    void anInterruptEndsTheWaitingAndTheNextRequestIsAnsweredRightly() throws Exception {
        VideoFrames frames = new VideoFrames(fragments("h264"), 30, FORMAT);
        byte[] eleventh = frames.frame(11).bytes();
        Thread.currentThread().interrupt();
        CodecException stopped = assertThrows(CodecException.class, () -> frames.frame(25));
        assertEquals("viewer.codec.interrupted", stopped.messageKey());
        assertTrue(Thread.interrupted());
        assertArrayEquals(eleventh, frames.frame(11).bytes());
    }

    private static void killDecoders() throws Exception {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.destroyForcibly();
            child.onExit().get();
        }
    }

    private static byte[] zeroed(byte[] whole, int from, int to) {
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, from, to, (byte) 0);
        return damaged;
    }

    private static DicomFile file(String code) throws Exception {
        return DicomReader.read(SharedData.path("codec/video/us-cine-" + code + ".dcm"));
    }

    private static List<ByteSlice> fragments(String code) throws Exception {
        return ((PixelData.Encapsulated) file(code).pixelData().orElseThrow()).fragments();
    }

    /// Mean difference of the green samples.
    private static double meanDifference(StoredPixels one, StoredPixels other) throws CodecException {
        int[] a = ColourConverter.argb(one);
        int[] b = ColourConverter.argb(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] >> 8 & 0xFF) - (b[i] >> 8 & 0xFF));
        }
        return sum / a.length;
    }
}
