package org.readingroom.services.remote.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import org.readingroom.viewer.task.Progress;

/// A body that is read only as long as somebody waits for it, and tells how quick the link is.
///
/// Only the time spent waiting for bytes counts.
final class ArrivingBody extends FilterInputStream {
    private final Progress progress;
    private long bytes;
    private long nanos;

    ArrivingBody(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (progress.isCancelled()) {
            throw new CancellationException("fetch given up");
        }
        long begun = System.nanoTime();
        int read = super.read(into, offset, length);
        nanos += System.nanoTime() - begun;
        bytes += Math.max(0, read);
        return read;
    }

    void tell(TransferChoice choice) {
        choice.took(bytes, nanos);
    }
}
