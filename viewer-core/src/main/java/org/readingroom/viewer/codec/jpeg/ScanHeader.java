package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// What a scan says of itself.
///
/// **Shape:** `components` are numbers of components in the frame, `dcTables` and `acTables` the tables each is
/// coded with. `start`, `end`, `high` and `low` are the standard's Ss, Se, Ah and Al; lossless scans keep their
/// predictor in `start` and their point transform in `low`. The entropy-coded data begins at `data`.
///
/// **Source:** ITU-T T.81 annex B.2.3.
record ScanHeader(int[] components, int[] dcTables, int[] acTables, int start, int end, int high, int low, int data) {

    /// Reads the header whose first byte lies at `at`.
    static ScanHeader read(CodeBytes bytes, int at, Frame frame) throws CodecException {
        int count = bytes.u8(at);
        if (count < 1 || count > frame.components().size()) {
            throw CodecException.corrupt("a scan of " + count + " components");
        }
        int[] components = new int[count];
        int[] dcTables = new int[count];
        int[] acTables = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = frame.indexOf(bytes.u8(at + 1 + 2 * i));
            for (int before = 0; before < i; before++) {
                if (components[before] == components[i]) {
                    throw CodecException.corrupt("a component twice in one scan");
                }
            }
            int selectors = bytes.u8(at + 2 + 2 * i);
            dcTables[i] = selectors >> 4;
            acTables[i] = selectors & 0xF;
        }
        int parameters = at + 1 + 2 * count;
        int bits = bytes.u8(parameters + 2);
        return new ScanHeader(
                components,
                dcTables,
                acTables,
                bytes.u8(parameters),
                bytes.u8(parameters + 1),
                bits >> 4,
                bits & 0xF,
                parameters + 3);
    }
}
