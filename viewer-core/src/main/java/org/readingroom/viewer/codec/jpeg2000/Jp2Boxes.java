package org.readingroom.viewer.codec.jpeg2000;

import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// Finds the code stream inside a JP2 file, which some writers put where the code stream alone belongs.
///
/// **Source:** ITU-T T.800 annex I.
final class Jp2Boxes {
    private static final int SIGNATURE = 0x6A502020;
    private static final int CODE_STREAM = 0x6A703263;

    private Jp2Boxes() {}

    /// Where the code stream starts; 0 when nothing is wrapped around it.
    static int codeStream(CodeBytes bytes) throws CodecException {
        if (bytes.length() < 12 || bytes.i32(4) != SIGNATURE) {
            return 0;
        }
        long at = 0;
        while (true) {
            int box = (int) at;
            long length = bytes.u32(box);
            int head = 8;
            if (length == 1) {
                length = bytes.u32(box + 8) << 32 | bytes.u32(box + 12);
                head = 16;
            }
            if (bytes.i32(box + 4) == CODE_STREAM) {
                return box + head;
            }
            if (length < head || length > bytes.length() - at) {
                throw CodecException.corrupt("a JP2 file without a code stream");
            }
            at += length;
        }
    }
}
