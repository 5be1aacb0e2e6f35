package org.readingroom.services.remote.dicomweb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes an answer in parts apart while it comes in, one whole part at a time.
///
/// A part counts as whole once the boundary behind it was seen; the answer, once the closing boundary was. A part that
/// tells its length is read without looking for its end, and then the boundary has to be there.
///
/// **Errors:** [EOFException] when the answer ends before its closing boundary, [ProtocolException] when it is not
/// built as it should be. Neither gives a part away.
/// **Thread:** one.
/// **Source:** RFC 2046 section 5.1, PS3.18 section 8.7.1.
// [impl->req~archive.multipart~1]
final class MultipartReader {
    private static final int MOST_HEADER_BYTES = 1 << 16;

    private final PartInput in;
    private final byte[] boundary;
    private final long mostBytes;
    private boolean isBegun;
    private boolean isEnded;

    /// `boundary` as of [Boundary]; no part may be longer than `mostBytes`.
    MultipartReader(InputStream in, byte[] boundary, long mostBytes) {
        this.in = new PartInput(in);
        this.boundary = boundary;
        this.mostBytes = mostBytes;
    }

    /// One part. The names of its headers are in lower case.
    record Part(Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /// The next part; nothing behind the last.
    Optional<Part> next() throws IOException {
        if (!isBegun) {
            skipPreamble();
            isBegun = true;
        }
        if (isEnded) {
            return Optional.empty();
        }
        Map<String, String> headers = headers();
        byte[] body = body(headers.getOrDefault("content-length", ""));
        afterBoundary();
        return Optional.of(new Part(headers, body));
    }

    /// Whatever stands before the first boundary is for programs that know no parts.
    private void skipPreamble() throws IOException {
        for (int lines = 0; lines < 64; lines++) {
            byte[] line = in.line(MOST_HEADER_BYTES);
            if (startsWithBoundary(line)) {
                endOfBoundary(line);
                return;
            }
        }
        throw new ProtocolException("no boundary at the beginning");
    }

    private boolean startsWithBoundary(byte[] line) {
        return line.length >= boundary.length && Arrays.equals(line, 0, boundary.length, boundary, 0, boundary.length);
    }

    /// What is left of the line after a boundary: two hyphens when it is the last one.
    private void afterBoundary() throws IOException {
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            isEnded = true;
            return;
        }
        if (first == '\r' && second == '\n') {
            return;
        }
        throw second < 0 ? new EOFException("ended in a boundary") : new ProtocolException("something at a boundary");
    }

    private void endOfBoundary(byte[] line) throws ProtocolException {
        String rest = new String(line, boundary.length, line.length - boundary.length, StandardCharsets.ISO_8859_1);
        isEnded = rest.startsWith("--");
        if (!isEnded && !rest.isBlank()) {
            throw new ProtocolException("something at the first boundary");
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        int left = MOST_HEADER_BYTES;
        for (byte[] line = in.line(left); line.length > 0; line = in.line(left)) {
            left -= line.length + 2;
            String text = new String(line, StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new ProtocolException("a header without a colon");
            }
            headers.put(
                    text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    text.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(String told) throws IOException {
        if (told.isEmpty() || told.length() > 18 || !told.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return in.until(boundary, mostBytes);
        }
        long length = Long.parseLong(told);
        if (length > mostBytes) {
            throw new ProtocolException("a part of " + length + " bytes");
        }
        byte[] body = in.exactly((int) length);
        if (in.read() != '\r' || in.read() != '\n' || !Arrays.equals(in.exactly(boundary.length), boundary)) {
            throw new ProtocolException("a part longer than it says");
        }
        return body;
    }
}
