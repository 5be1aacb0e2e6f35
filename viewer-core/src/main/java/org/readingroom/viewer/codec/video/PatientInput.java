package org.readingroom.viewer.codec.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// Reads from a process, and neither waits for ever nor sits through an interrupt, both of which a pipe would.
final class PatientInput extends InputStream {
    /// Chosen: a frame of the largest video takes a fraction of a second, a jump through minutes of it some seconds.
    private static final long LONGEST_SILENCE_NANOS = 30_000_000_000L;

    private final Process process;
    private final InputStream in;

    PatientInput(Process process) {
        this.process = process;
        this.in = process.getInputStream();
    }

    /// **Errors:** [CodecException] when the thread is interrupted before a byte has come; the flag stays set.
    void awaitFirstByte() throws IOException, CodecException {
        if (!await(true)) {
            throw new CodecException("viewer.codec.interrupted", List.of(), "interrupted while decoding", null);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        await(false);
        return in.read(bytes, offset, Math.min(length, Math.max(1, in.available())));
    }

    /// Waits until a byte is there; false when it was interrupted and may be.
    private boolean await(boolean interruptible) throws IOException {
        long deadline = System.nanoTime() + LONGEST_SILENCE_NANOS;
        boolean interrupted = false;
        try {
            while (in.available() == 0) {
                if (!process.isAlive() && in.available() == 0) {
                    throw new EOFException("the video process ended");
                }
                if (System.nanoTime() > deadline) {
                    throw new InterruptedIOException("the video process says nothing");
                }
                try {
                    Thread.sleep(0, 200_000);
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (interruptible) {
                        return false;
                    }
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
