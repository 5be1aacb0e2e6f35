package org.readingroom.viewer.dicom;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A deflated data set, unpacked.
///
/// A first pass only counts, so that memory is taken once and for what is really there.
///
/// **Source:** DICOM PS3.5 section A.5 (RFC 1951, no header; one that is there is accepted).
final class Inflated {
    /// chosen: far above real deflated objects; a small file that unpacks to more is a trap.
    private static final int MAX_BYTES = 512 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int ZLIB_METHOD = 0x78;

    private Inflated() {}

    /// What could be unpacked; the rest is a defect.
    static ByteSlice of(ByteSlice deflated, List<Defect> defects) {
        byte[] all = new byte[count(deflated)];
        Pass pass = new Pass(deflated);
        int filled = 0;
        while (filled < all.length) {
            int got = pass.next(all, filled, all.length - filled);
            if (got <= 0) {
                break;
            }
            filled += got;
        }
        if (!pass.endsWell()) {
            defects.add(new Defect(Defect.Kind.INFLATE_FAILED, 0, -1));
        }
        pass.close();
        return ByteSlice.of(all);
    }

    private static int count(ByteSlice deflated) {
        Pass pass = new Pass(deflated);
        byte[] sink = new byte[BUFFER_BYTES];
        int total = 0;
        for (int got = pass.next(sink, 0, sink.length);
                got > 0 && total <= MAX_BYTES - got;
                got = pass.next(sink, 0, sink.length)) {
            total += got;
        }
        pass.close();
        return total;
    }

    private static final class Pass {
        private final ByteSlice deflated;
        private final Inflater inflater;
        private long fed;

        Pass(ByteSlice deflated) {
            this.deflated = deflated;
            boolean hasHeader = deflated.length() >= 2
                    && deflated.unsignedByte(0) == ZLIB_METHOD
                    && deflated.unsignedShort(0, true) % 31 == 0;
            inflater = new Inflater(!hasHeader);
        }

        /// Bytes unpacked into `target`; 0 at the end or at a fault.
        int next(byte[] target, int offset, int length) {
            try {
                while (!inflater.finished() && !inflater.needsDictionary()) {
                    int got = inflater.inflate(target, offset, length);
                    if (got > 0) {
                        return got;
                    }
                    if (inflater.needsInput() && !feed()) {
                        return 0;
                    }
                }
                return 0;
            } catch (DataFormatException e) {
                return 0;
            }
        }

        private boolean feed() {
            int size = (int) Math.min(BUFFER_BYTES, deflated.length() - fed);
            if (size <= 0) {
                return false;
            }
            inflater.setInput(deflated.toArray(fed, size));
            fed += size;
            return true;
        }

        /// Whether the stream came to its own end; asked after everything was taken.
        boolean endsWell() {
            return next(new byte[1], 0, 1) == 0 && inflater.finished();
        }

        void close() {
            inflater.end();
        }
    }
}
