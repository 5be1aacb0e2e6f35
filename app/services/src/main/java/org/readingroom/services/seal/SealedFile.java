package org.readingroom.services.seal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A large sealed file, in chunks that open one by one, so that one frame is read without the rest.
///
/// ```
/// 0     4     5          6       14    46          50           58
/// RRSF  form  algorithm  key id  salt  chunk size  plain bytes  chunk 0, tag │ chunk 1, tag │ …
/// ```
///
/// Each file has a key of its own, made from its salt, so that the chunk number serves as nonce. Header and
/// chunk number are bound to every chunk, and so is the file's name: chunks cannot be swapped, cut off, or
/// brought in from another file. A file without content has one chunk all the same: only a tag vouches for a header.
///
/// **Thread:** any; reads do not share a position.
public final class SealedFile implements Closeable {
    static final byte[] MAGIC = {'R', 'R', 'S', 'F'};
    static final int HEADER_BYTES = 58;
    static final int SALT_BYTES = 32;
    /// Chosen: a 512 x 512 x 16 bit frame is eight of them, and the tags cost 0.02 %.
    static final int CHUNK_BYTES = 64 * 1024;

    private static final int TAG_BYTES = EnvelopeSeal.TAG_BITS / 8;
    private static final int MAX_CHUNK_BYTES = 16 * 1024 * 1024;

    private final FileChannel channel;
    private final byte[] header;
    private final byte[] associated;
    private final SecretKeySpec key;
    private final SealAlgorithm algorithm;
    private final int chunkBytes;
    private final long length;

    private SealedFile(FileChannel channel, byte[] bytes, String name, Seal seal)
            throws IOException, SealBrokenException {
        this.channel = channel;
        if (!Arrays.equals(bytes, 0, 4, MAGIC, 0, 4) || bytes[4] != EnvelopeSeal.FORM) {
            throw new SealBrokenException("not a sealed file", null);
        }
        this.algorithm = SealAlgorithm.ofId(bytes[5]);
        if (!Arrays.equals(bytes, 6, 14, seal.keyId(), 0, 8)) {
            throw new SealBrokenException("file sealed with another key", null);
        }
        this.key = new SecretKeySpec(seal.fileKey(Arrays.copyOfRange(bytes, 14, 46)), algorithm.keyName());
        this.chunkBytes = ByteBuffer.wrap(bytes).getInt(46);
        this.length = ByteBuffer.wrap(bytes).getLong(50);
        this.associated = new SealContext("file", name, "").bytes();
        long size = channel.size();
        // Bounded first, so that the sum cannot overflow into a size that fits.
        if (chunkBytes < 1
                || chunkBytes > MAX_CHUNK_BYTES
                || length < 0
                || length > size
                || size != HEADER_BYTES + length + chunks(length, chunkBytes) * TAG_BYTES) {
            throw new SealBrokenException("sealed file of " + size + " bytes was cut or grown", null);
        }
        this.header = bytes;
        if (length == 0) {
            chunk(cipher(algorithm), 0);
        }
    }

    /// Opens the file that was sealed under `name`.
    public static SealedFile open(Path path, String name, Seal seal) throws IOException, SealBrokenException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            byte[] header = new byte[HEADER_BYTES];
            readFully(channel, ByteBuffer.wrap(header), 0);
            return new SealedFile(channel, header, name, seal);
        } catch (EOFException e) {
            channel.close();
            throw new SealBrokenException("sealed file of " + path.toFile().length() + " bytes has no header", e);
        } catch (IOException | SealBrokenException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Bytes of the content.
    public long length() {
        return length;
    }

    /// Opens `size` bytes from `position`; only the chunks they lie in are read.
    public byte[] read(long position, int size) throws IOException, SealBrokenException {
        if (position < 0 || size < 0 || position + size > length) {
            throw new EOFException("bytes " + position + " + " + size + " of " + length);
        }
        byte[] out = new byte[size];
        Cipher cipher = cipher(algorithm);
        int done = 0;
        while (done < size) {
            long chunk = (position + done) / chunkBytes;
            byte[] plain = chunk(cipher, chunk);
            int from = (int) (position + done - chunk * chunkBytes);
            int count = Math.min(size - done, plain.length - from);
            System.arraycopy(plain, from, out, done, count);
            done += count;
        }
        return out;
    }

    /// The whole content. **Errors:** [IOException] when it does not fit an array.
    public byte[] readAll() throws IOException, SealBrokenException {
        if (length > Integer.MAX_VALUE - 16) {
            throw new IOException("content of " + length + " bytes does not fit an array");
        }
        return read(0, (int) length);
    }

    private byte[] chunk(Cipher cipher, long index) throws IOException, SealBrokenException {
        int plainBytes = (int) Math.min(chunkBytes, length - index * chunkBytes);
        ByteBuffer sealed = ByteBuffer.allocate(plainBytes + TAG_BYTES);
        readFully(channel, sealed, HEADER_BYTES + index * (chunkBytes + TAG_BYTES));
        try {
            prepare(cipher, Cipher.DECRYPT_MODE, key, index, header, associated);
            return cipher.doFinal(sealed.array());
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("chunk " + index + " of a sealed file is broken", e);
        }
    }

    /// One for all the chunks of a reading or a writing: looking it up costs as much as opening a small chunk.
    static Cipher cipher(SealAlgorithm algorithm) {
        try {
            return Cipher.getInstance(algorithm.transformation());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + algorithm.transformation(), e);
        }
    }

    static void prepare(Cipher cipher, int mode, SecretKeySpec key, long index, byte[] header, byte[] associated)
            throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(EnvelopeSeal.NONCE_BYTES)
                .putInt(0)
                .putLong(index)
                .array();
        cipher.init(mode, key, new GCMParameterSpec(EnvelopeSeal.TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(associated);
    }

    /// How many chunks hold `plain` bytes; at least one.
    static long chunks(long plain, int chunkBytes) {
        return Math.max(1, (plain + chunkBytes - 1) / chunkBytes);
    }

    private static void readFully(FileChannel channel, ByteBuffer target, long position) throws IOException {
        long at = position;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("file ends at " + at);
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
