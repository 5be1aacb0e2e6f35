package org.readingroom.services.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/// The secret behind a [Seal]: 32 random bytes and a random name for them.
///
/// **Owner:** whoever closes it; closing overwrites the bytes.
public final class DataKey implements AutoCloseable {
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final byte[] id;
    private final byte[] secret;

    private DataKey(byte[] id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    public static DataKey random(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new DataKey(id, secret);
    }

    /// The name, then the secret: the form in which a key is itself sealed. The caller wipes it.
    public byte[] encoded() {
        byte[] encoded = Arrays.copyOf(id, ID_BYTES + SECRET_BYTES);
        System.arraycopy(secret, 0, encoded, ID_BYTES, SECRET_BYTES);
        return encoded;
    }

    public static DataKey ofEncoded(byte[] encoded) {
        if (encoded.length != ID_BYTES + SECRET_BYTES) {
            throw new IllegalArgumentException("a key of " + encoded.length + " bytes");
        }
        return new DataKey(
                Arrays.copyOf(encoded, ID_BYTES), Arrays.copyOfRange(encoded, ID_BYTES, ID_BYTES + SECRET_BYTES));
    }

    /// A key under a secret that was derived elsewhere, named by its owner.
    public static DataKey ofSecret(byte[] id, byte[] secret) {
        if (id.length != ID_BYTES || secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a key name of " + id.length + " and a key of " + secret.length);
        }
        return new DataKey(id.clone(), secret.clone());
    }

    byte[] id() {
        return id;
    }

    byte[] secret() {
        return secret;
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
