package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodecException;

/// The bits of one packet header; a byte after 0xFF holds seven.
///
/// **Source:** ITU-T T.800 annex B.10.1.
final class PacketBits {
    private final ByteRun run;
    private int current;
    private int left;

    PacketBits(ByteRun run) {
        this.run = run;
    }

    int take() throws CodecException {
        if (left == 0) {
            if (run.isEmpty()) {
                throw CodecException.truncated("a packet header ends early");
            }
            left = current == 0xFF ? 7 : 8;
            current = run.bytes[run.at++] & 0xFF;
        }
        left--;
        return current >> left & 1;
    }

    int take(int count) throws CodecException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | take();
        }
        return value;
    }

    /// Ends the header: a last byte of 0xFF is followed by one to skip.
    void finish() {
        if (current == 0xFF && !run.isEmpty()) {
            run.at++;
        }
    }
}
