package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;

/// One colour component as the frame header announces it.
///
/// `horizontal` and `vertical` are its sampling factors, `table` the number of its quantisation table.
///
/// **Source:** ITU-T T.81 annexes A.1.1 and B.2.2.
record Component(int id, int horizontal, int vertical, int table) {
    Component {
        if (table > 3) {
            throw new IllegalArgumentException("quantisation table " + table);
        }
    }

    static Component of(int id, int factors, int table) throws CodecException {
        int horizontal = factors >> 4;
        int vertical = factors & 0xF;
        if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || table > 3) {
            throw CodecException.corrupt("a component of sampling " + factors + " and table " + table);
        }
        return new Component(id, horizontal, vertical, table);
    }
}
