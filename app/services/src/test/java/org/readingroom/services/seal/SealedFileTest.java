package org.readingroom.services.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~seal.files~1]
class SealedFileTest {
    private static final int CHUNK = SealedFile.CHUNK_BYTES;
    private static final int SEALED_CHUNK = CHUNK + 16;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Seal seal = new EnvelopeSeal(DataKey.random(random), random);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17})
    void givesBackEveryLength(int length) throws IOException, SealBrokenException {
        byte[] plain = plain(length);
        try (SealedFile file = open(write(plain), "a")) {
            assertEquals(length, file.length());
            assertArrayEquals(plain, file.readAll());
        }
    }

    @Test
    void opensAPieceWithoutTheRest() throws IOException, SealBrokenException {
        byte[] plain = plain(5 * CHUNK + 100);
        Path path = write(plain);
        byte[] sealed = Files.readAllBytes(path);
        // Everything but the second and third chunk is destroyed.
        Arrays.fill(sealed, SealedFile.HEADER_BYTES, SealedFile.HEADER_BYTES + SEALED_CHUNK, (byte) 0);
        Arrays.fill(sealed, SealedFile.HEADER_BYTES + 3 * SEALED_CHUNK, sealed.length, (byte) 0);
        Files.write(path, sealed);
        try (SealedFile file = open(path, "a")) {
            int from = CHUNK + 10;
            assertArrayEquals(Arrays.copyOfRange(plain, from, from + CHUNK + 500), file.read(from, CHUNK + 500));
            assertThrows(SealBrokenException.class, () -> file.read(0, 1));
            assertThrows(EOFException.class, () -> file.read(plain.length, 1));
        }
    }

    /// Without a tag of its own, a file without content could be made of any other by cutting it off.
    @Test
    void aFileCutDownToItsHeaderIsNoEmptyFile() throws IOException {
        Path path = write(plain(3 * CHUNK));
        byte[] header = Arrays.copyOf(Files.readAllBytes(path), SealedFile.HEADER_BYTES);
        ByteBuffer.wrap(header).putLong(SealedFile.HEADER_BYTES - 8, 0);
        Files.write(path, header);
        assertThrows(SealBrokenException.class, () -> open(path, "a").readAll());
    }

    /// 17 bytes a chunk of one, 2⁶⁴ reached and passed: the sum fits the file, the length does not.
    @Test
    void aLengthThatOnlyFitsByOverflowIsRefused() throws IOException {
        Path path = write(plain(100));
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(path), 400);
        long inverseOf17 = 0xF0F0F0F0F0F0F0F1L;
        assertEquals(1, 17 * inverseOf17);
        int size = 300;
        while ((size - SealedFile.HEADER_BYTES) * inverseOf17 <= bytes.length) {
            size++;
        }
        ByteBuffer.wrap(bytes).putInt(SealedFile.HEADER_BYTES - 12, 1);
        ByteBuffer.wrap(bytes).putLong(SealedFile.HEADER_BYTES - 8, (size - SealedFile.HEADER_BYTES) * inverseOf17);
        Files.write(path, Arrays.copyOf(bytes, size));
        assertThrows(SealBrokenException.class, () -> open(path, "a"));
    }

    @Test
    void noticesChunksThatChangedPlaces() throws IOException {
        Path path = write(plain(3 * CHUNK));
        byte[] sealed = Files.readAllBytes(path);
        byte[] swapped = sealed.clone();
        int first = SealedFile.HEADER_BYTES;
        System.arraycopy(sealed, first, swapped, first + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, first + SEALED_CHUNK, swapped, first, SEALED_CHUNK);
        assertBroken(path, swapped, "a");
    }

    @Test
    void noticesACutAtAChunkEvenWithTheLengthMadeToFit() throws IOException {
        Path path = write(plain(3 * CHUNK));
        byte[] sealed = Files.readAllBytes(path);
        byte[] cut = Arrays.copyOf(sealed, sealed.length - SEALED_CHUNK);
        assertBroken(path, cut, "a");
        // The length, big endian at 50, says two chunks now.
        java.nio.ByteBuffer.wrap(cut).putLong(50, 2L * CHUNK);
        assertBroken(path, cut, "a");
    }

    @Test
    void noticesEveryKindOfChange() throws IOException {
        Path path = write(plain(CHUNK + 5));
        byte[] sealed = Files.readAllBytes(path);
        for (int at : new int[] {0, 4, 5, 6, 14, 45, 46, 50, 57, 58, 65_000, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertBroken(path, changed, "a");
        }
        assertBroken(path, Arrays.copyOf(sealed, sealed.length + 1), "a");
        assertBroken(path, Arrays.copyOf(sealed, 20), "a");
        assertBroken(path, sealed, "another name");
    }

    private void assertBroken(Path path, byte[] content, String name) throws IOException {
        Files.write(path, content);
        assertThrows(SealBrokenException.class, () -> {
            try (SealedFile file = open(path, name)) {
                file.readAll();
            }
        });
    }

    private SealedFile open(Path path, String name) throws IOException, SealBrokenException {
        return SealedFile.open(path, name, seal);
    }

    private Path write(byte[] plain) throws IOException {
        Path path = folder.resolve("f" + plain.length);
        new SealedFileWriter(seal, random).write(path, "a", plain);
        return path;
    }

    private static byte[] plain(int length) {
        byte[] plain = new byte[length];
        new Random(7).nextBytes(plain);
        return plain;
    }
}
