package org.readingroom.services.remote.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts come out as they went in, or not at all.
// [utest->req~archive.multipart~1]
class MultipartReaderTest {
    private static final String BOUNDARY = "b-0-1";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] message(List<byte[]> bodies, boolean tellsLength) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("a preamble\r\n"));
        for (byte[] body : bodies) {
            out.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n"));
            if (tellsLength) {
                out.writeBytes(ascii("content-LENGTH:  " + body.length + "\r\n"));
            }
            out.writeBytes(ascii("\r\n"));
            out.writeBytes(body);
            out.writeBytes(ascii("\r\n"));
        }
        out.writeBytes(ascii("--" + BOUNDARY + "--\r\nan epilogue"));
        return out.toByteArray();
    }

    /// Gives at most `chunk` bytes at once, as a network does.
    private static InputStream in(byte[] bytes, int chunk) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, chunk));
            }
        };
    }

    private static List<byte[]> read(InputStream in, List<byte[]> bodies) throws IOException {
        MultipartReader reader = new MultipartReader(in, ascii("--" + BOUNDARY), 1 << 20);
        for (Optional<MultipartReader.Part> part = reader.next(); part.isPresent(); part = reader.next()) {
            assertEquals("application/dicom", part.get().header("content-type"));
            bodies.add(part.get().body());
        }
        return bodies;
    }

    /// Bodies full of what looks like a boundary and is none.
    private static List<byte[]> bodies(long seed) {
        Random random = new Random(seed);
        List<byte[]> bodies = new ArrayList<>();
        String[] pieces = {"\r\n", "\r", "\n", "-", "--", "\r\n--", "\r\n--b-0", "--b-0-1", "\r\n--b-0-0", "x", "\0"};
        for (int i = random.nextInt(4); i >= 0; i--) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int j = random.nextInt(60); j > 0; j--) {
                body.writeBytes(ascii(pieces[random.nextInt(pieces.length)]));
            }
            if (random.nextInt(4) == 0) {
                byte[] noise = new byte[100_000 + random.nextInt(100_000)];
                random.nextBytes(noise);
                body.writeBytes(noise);
            }
            String text = body.toString(StandardCharsets.ISO_8859_1);
            while (text.contains("\r\n--b-0-1")) {
                text = text.replace("\r\n--b-0-1", "");
            }
            bodies.add(ascii(text));
        }
        return bodies;
    }

    @Test
    void partsComeOutAsTheyWentInHoweverTheyAreCutOnTheWay() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            List<byte[]> bodies = bodies(seed);
            for (boolean tellsLength : new boolean[] {true, false}) {
                int chunk = seed % 3 == 0 ? Integer.MAX_VALUE : 1 + new Random(seed).nextInt(5000);
                List<byte[]> read = read(in(message(bodies, tellsLength), chunk), new ArrayList<>());
                assertEquals(bodies.size(), read.size(), "seed " + seed);
                for (int i = 0; i < read.size(); i++) {
                    assertArrayEquals(bodies.get(i), read.get(i), "seed " + seed);
                }
            }
        }
    }

    @Test
    void whereverItIsCutItIsNoticedAndNoPartIsHalf() {
        List<byte[]> bodies = List.of(ascii("the first"), ascii("the\r\n--b-0-second"), new byte[3000]);
        for (boolean tellsLength : new boolean[] {true, false}) {
            byte[] whole = message(bodies, tellsLength);
            int end = whole.length - ascii("\r\nan epilogue").length;
            for (int length = 0; length < end; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                List<byte[]> read = new ArrayList<>();
                assertThrows(IOException.class, () -> read(in(cut, 100), read), "cut at " + length);
                for (int i = 0; i < read.size(); i++) {
                    assertArrayEquals(bodies.get(i), read.get(i));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8", "10", "999999", "99999999999999999999"})
    void aWrongLengthIsNoticed(String told) {
        String text = "--b-0-1\r\nContent-Type: application/dicom\r\nContent-Length: " + told
                + "\r\n\r\nthe first\r\n--b-0-1--\r\n";
        // A length that is no number is as good as none.
        if (told.length() > 18) {
            List<byte[]> read = new ArrayList<>();
            assertEquals(
                    1,
                    assertDoesNotThrow(() -> read(in(ascii(text), 100), read)).size());
        } else {
            assertThrows(IOException.class, () -> read(in(ascii(text), 100), new ArrayList<>()));
        }
    }

    @Test
    void whatHasNoEndIsNotKept() {
        InputStream endless = new InputStream() {
            private final byte[] head = ascii("--b-0-1\r\nContent-Type: application/dicom\r\n\r\n");
            private int at;

            @Override
            public int read() {
                return at < head.length ? head[at++] : 'x';
            }
        };
        assertThrows(IOException.class, () -> read(endless, new ArrayList<>()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "multipart/related; type=\"application/dicom\"; boundary=abc-1 | --abc-1",
                "multipart/related; type=\"application/octet-stream; transfer-syntax=1.2.840\"; boundary=abc | --abc",
                "Multipart/Related;BOUNDARY=\"a b;c\";type=application/dicom | --a b;c",
                "multipart/related; boundary = abc ; type=x | --abc",
                "multipart/related; type=\"a\" | ",
                "application/dicom; boundary=abc | ",
                "text/html | "
            })
    void theBoundaryIsFoundInWhateverServersWrite(String contentType, String boundary) {
        Optional<String> found = Boundary.of(contentType).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
        assertEquals(Optional.ofNullable(boundary), found);
    }
}
