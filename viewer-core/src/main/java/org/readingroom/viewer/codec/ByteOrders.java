package org.readingroom.viewer.codec;

/// Turns groups of bytes around.
final class ByteOrders {
    private ByteOrders() {}

    /// Reverses every whole group of `unit` bytes in place; an odd end is left as it is.
    static void reverse(byte[] bytes, int unit) {
        if (unit == 1) {
            return;
        }
        for (int start = 0; start + unit <= bytes.length; start += unit) {
            for (int a = start, b = start + unit - 1; a < b; a++, b--) {
                byte held = bytes[a];
                bytes[a] = bytes[b];
                bytes[b] = held;
            }
        }
    }
}
