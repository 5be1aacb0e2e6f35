package org.readingroom.services.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Writes the layout that [SealedFile] reads.
public final class SealedFileWriter {
    private final Seal seal;
    private final SecureRandom random;

    public SealedFileWriter(Seal seal, SecureRandom random) {
        this.seal = seal;
        this.random = random;
    }

    /// Writes `plain` to a new file and waits until the disk has it.
    ///
    /// `name` is bound to the content; [SealedFile#open] wants the same.
    public void write(Path target, String name, byte[] plain) throws IOException {
        SealAlgorithm algorithm = SealAlgorithm.AES_256_GCM;
        byte[] salt = new byte[SealedFile.SALT_BYTES];
        random.nextBytes(salt);
        byte[] header = ByteBuffer.allocate(SealedFile.HEADER_BYTES)
                .put(SealedFile.MAGIC)
                .put((byte) EnvelopeSeal.FORM)
                .put((byte) algorithm.id())
                .put(seal.keyId())
                .put(salt)
                .putInt(SealedFile.CHUNK_BYTES)
                .putLong(plain.length)
                .array();
        SecretKeySpec key = new SecretKeySpec(seal.fileKey(salt), algorithm.keyName());
        byte[] associated = new SealContext("file", name, "").bytes();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(channel, ByteBuffer.wrap(header));
            long chunks = SealedFile.chunks(plain.length, SealedFile.CHUNK_BYTES);
            Cipher cipher = SealedFile.cipher(algorithm);
            for (int index = 0; index < chunks; index++) {
                int from = index * SealedFile.CHUNK_BYTES;
                int count = Math.min(SealedFile.CHUNK_BYTES, plain.length - from);
                SealedFile.prepare(cipher, Cipher.ENCRYPT_MODE, key, index, header, associated);
                writeFully(channel, ByteBuffer.wrap(cipher.doFinal(plain, from, count)));
            }
            channel.force(true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing a file failed", e);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
