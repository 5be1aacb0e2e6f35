package org.readingroom.services.remote.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;

/// Reads lines, lengths and whatever stands before a boundary out of a stream.
///
/// **Errors:** [EOFException] when the stream ends first, [ProtocolException] when a bound is passed.
final class PartInput {
    private static final int BUFFER_BYTES = 1 << 16;
    /// chosen: a server that lies about a length does not make us set aside more than this at once.
    private static final int FIRST_BYTES = 16 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    PartInput(InputStream in) {
        this.in = in;
    }

    /// The next byte, -1 at the end.
    int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    /// Up to the next line feed, without it and a carriage return before it.
    byte[] line(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                throw new EOFException("ended in a line");
            }
            if (line.size() >= most) {
                throw new ProtocolException("a line without end");
            }
            line.write(next);
        }
        byte[] bytes = line.toByteArray();
        boolean hasReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return hasReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[Math.min(length, FIRST_BYTES)];
        int filled = Math.min(end - at, bytes.length);
        System.arraycopy(buffer, at, bytes, 0, filled);
        at += filled;
        while (filled < length) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, 2L * filled));
            }
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                throw new EOFException("ended in a part");
            }
            filled += read;
        }
        return bytes;
    }

    /// What stands before `boundary` at the beginning of a line, which is read too; without the line end before it.
    byte[] until(byte[] boundary, long most) throws IOException {
        byte[] mark = new byte[boundary.length + 2];
        mark[0] = '\r';
        mark[1] = '\n';
        System.arraycopy(boundary, 0, mark, 2, boundary.length);
        byte[] body = new byte[BUFFER_BYTES];
        int length = 0;
        int searched = 0;
        while (true) {
            if (at == end && !fill()) {
                throw new EOFException("ended in a part");
            }
            int taken = end - at;
            if (length + (long) taken > Math.min(most + mark.length + BUFFER_BYTES, Integer.MAX_VALUE - 8)) {
                throw new ProtocolException("a part without end");
            }
            if (length + taken > body.length) {
                body = Arrays.copyOf(body, (int) Math.min(Integer.MAX_VALUE - 8, 2L * (length + taken)));
            }
            System.arraycopy(buffer, at, body, length, taken);
            int before = length;
            length += taken;
            int found = find(body, length, mark, searched);
            if (found >= 0) {
                at += found + mark.length - before;
                return Arrays.copyOf(body, found);
            }
            at = end;
            searched = Math.max(0, length - mark.length + 1);
        }
    }

    /// Looks at every last byte a mark could have, and jumps by what the mark allows.
    private static int find(byte[] body, int length, byte[] mark, int from) {
        int[] jump = new int[256];
        Arrays.fill(jump, mark.length);
        for (int i = 0; i < mark.length - 1; i++) {
            jump[mark[i] & 0xFF] = mark.length - 1 - i;
        }
        for (int i = from; i + mark.length <= length; i += jump[body[i + mark.length - 1] & 0xFF]) {
            if (Arrays.equals(body, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
