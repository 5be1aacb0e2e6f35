package org.readingroom.viewer.codec;

import org.readingroom.viewer.dicom.ByteSlice;

/// Knows the first bytes of the code streams that DICOM encapsulates.
final class CodeStreams {
    private CodeStreams() {}

    /// Whether a JPEG or JPEG-LS image, a JPEG 2000 code stream or a JP2 file starts with `fragment`.
    static boolean startsHere(ByteSlice fragment) {
        if (fragment.length() < 12) {
            return false;
        }
        byte[] head = fragment.toArray(0, 12);
        int first = (head[0] & 0xFF) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
        boolean jpeg = first >>> 8 == 0xFFD8FF;
        boolean jpeg2000 = first == 0xFF4FFF51;
        boolean jp2 = first == 12 && head[4] == 'j' && head[5] == 'P';
        return jpeg || jpeg2000 || jp2;
    }
}
