package org.readingroom.services.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.readingroom.services.seal.DataKey;

/// Turns a password into a key.
///
/// **Source:** RFC 9106, Argon2id version 1.3.
final class PasswordKey {
    static final int SALT_BYTES = 16;

    private PasswordKey() {}

    /// The caller closes the key and wipes the password.
    static DataKey derive(char[] password, byte[] salt, KdfParameters parameters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8).rewind();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        byte[] secret = new byte[32];
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(parameters.memoryKib())
                    .withIterations(parameters.iterations())
                    .withParallelism(parameters.parallelism())
                    .withSalt(salt)
                    .build());
            generator.generateBytes(utf8, secret);
            return DataKey.ofSecret(Arrays.copyOf(salt, 8), secret);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(secret, (byte) 0);
        }
    }
}
