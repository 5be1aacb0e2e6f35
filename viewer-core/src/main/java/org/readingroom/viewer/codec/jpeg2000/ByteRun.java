package org.readingroom.viewer.codec.jpeg2000;

/// Bytes with a place up to which they have been read.
final class ByteRun {
    final byte[] bytes;
    int at;

    ByteRun(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return at >= bytes.length;
    }

    int left() {
        return bytes.length - at;
    }

    /// Steps over the marker `0xFF second` and `more` bytes if it stands here.
    void skipMarker(int second, int more) {
        if (left() >= 2 && bytes[at] == -1 && (bytes[at + 1] & 0xFF) == second) {
            at = Math.min(bytes.length, at + 2 + more);
        }
    }
}
