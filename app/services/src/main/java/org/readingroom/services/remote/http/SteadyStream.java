package org.readingroom.services.remote.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A body that has to keep coming: fewer than [#LEAST_BYTES] in one stall time is as good as nothing.
///
/// **Thread:** one. An interrupt ends it at the next read.
final class SteadyStream extends FilterInputStream {
    /// chosen: a modem of 1985 is quicker.
    static final int LEAST_BYTES = 512;

    private final long stallNanos;
    private boolean isDripping;
    private long waitedNanos;
    private long windowBytes;

    SteadyStream(InputStream in, Duration stall) {
        super(in);
        this.stallNanos = stall.toNanos();
    }

    @Override
    public int read() throws IOException {
        long begun = isDripping ? System.nanoTime() : 0;
        int value = super.read();
        watch(value < 0 ? 0 : 1, begun);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long begun = isDripping ? System.nanoTime() : 0;
        int read = super.read(into, offset, length);
        watch(Math.max(0, read), begun);
        return read;
    }

    /// Only waiting counts, not the time that whoever reads spends between two reads; and only from the first short
    /// read on, so that what flows costs no look at the clock.
    private void watch(int bytes, long begun) throws IOException {
        windowBytes += bytes;
        if (windowBytes >= LEAST_BYTES) {
            isDripping = false;
            windowBytes = 0;
            waitedNanos = 0;
        } else if (isDripping) {
            waitedNanos += System.nanoTime() - begun;
            if (waitedNanos > stallNanos) {
                throw new SocketTimeoutException("a drip of " + windowBytes + " bytes");
            }
        } else {
            isDripping = true;
        }
    }
}
