package org.readingroom.viewer.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;

/// Code streams that keep every rule but ask for work out of all proportion.
final class HostileStreamsTest {
    private static final PixelFormat SMALL = new PixelFormat(64, 64, 1, 8, 8, 7, false, "MONOCHROME2", 0);
    private static final int LAYERS = 65535;
    private static final int LEVELS = 5;
    private static final int CHANGES = 9000;

    // [utest->req~codec.bounded~1]
    @Test
    void progressionsThatWalkOverTheSamePacketsAgainAndAgainAreRefused() {
        byte[] changes = new byte[2 + 7 * CHANGES];
        ByteBuffer to = ByteBuffer.wrap(changes).putShort((short) changes.length);
        for (int i = 0; i < CHANGES; i++) {
            to.put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) LAYERS)
                    .put((byte) 33)
                    .put((byte) 1);
            to.put((byte) Progression.LAYER_FIRST);
        }
        byte[] stream = stream(0, 0xFF5F, changes, LAYERS * (LEVELS + 1));
        CodecException refused = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(CodecException.class, () -> new Jpeg2000Decoder().decode(stream, SMALL)));
        assertEquals("viewer.codec.unsupported", refused.messageKey());
    }

    @Test
    void bothBlockCodesInOneStreamAreRefusedInWords() {
        CodecException refused = assertThrows(
                CodecException.class,
                () -> new Jpeg2000Decoder().decode(stream(0xC0, 0xFF64, new byte[] {0, 4, 0, 0}, 10), SMALL));
        assertEquals("viewer.codec.unsupported", refused.messageKey());
        assertTrue(refused.messageArguments().toString().contains("High-Throughput"));
    }

    @Test
    void extensionsOfPart2AreRefusedInWords() {
        CodecException refused = assertThrows(
                CodecException.class,
                () -> new Jpeg2000Decoder().decode(stream(0, 0xFF74, new byte[] {0, 4, 0, 0}, 10), SMALL));
        assertEquals("viewer.codec.unsupported", refused.messageKey());
    }

    /// A picture of 64 x 64 whose packets are all empty, with one marker segment of the caller's.
    private static byte[] stream(int blockStyle, int marker, byte[] segment, int packets) {
        ByteBuffer to = ByteBuffer.allocate(200 + segment.length + packets);
        to.putShort((short) 0xFF4F)
                .putShort((short) 0xFF51)
                .putShort((short) 41)
                .putShort((short) 0);
        to.putInt(64)
                .putInt(64)
                .putInt(0)
                .putInt(0)
                .putInt(64)
                .putInt(64)
                .putInt(0)
                .putInt(0);
        to.putShort((short) 1).put((byte) 7).put((byte) 1).put((byte) 1);
        to.putShort((short) 0xFF52)
                .putShort((short) 12)
                .put((byte) 0)
                .put((byte) 0)
                .putShort((short) LAYERS);
        to.put((byte) 0)
                .put((byte) LEVELS)
                .put((byte) 4)
                .put((byte) 4)
                .put((byte) blockStyle)
                .put((byte) 1);
        to.putShort((short) 0xFF5C).putShort((short) (3 + 3 * LEVELS + 1)).put((byte) 0x40);
        for (int band = 0; band <= 3 * LEVELS; band++) {
            to.put((byte) (9 << 3));
        }
        to.putShort((short) marker).put(segment);
        to.putShort((short) 0xFF90).putShort((short) 10).putShort((short) 0).putInt(0);
        to.put((byte) 0).put((byte) 1).putShort((short) 0xFF93);
        to.position(to.position() + packets);
        to.putShort((short) 0xFFD9);
        return Arrays.copyOf(to.array(), to.position());
    }
}
