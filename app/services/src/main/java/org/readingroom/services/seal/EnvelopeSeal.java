package org.readingroom.services.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A [Seal] over one data key. Every sealed value carries how it was sealed:
///
/// ```
/// byte  0      1          2..9     10..21   22..
///       form   algorithm  key id   nonce    ciphertext, 16 bytes of tag
/// ```
///
/// The header is bound with the context as associated data. Nonces are random, 96 bits: good for 2³² values
/// under one key (NIST SP 800-38D section 8.3). Values, look-ups and files use keys of their own, derived by
/// HKDF-SHA256 (RFC 5869).
public final class EnvelopeSeal implements Seal {
    static final int FORM = 1;
    static final int NONCE_BYTES = 12;
    static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 2 + 8 + NONCE_BYTES;

    private final byte[] keyId;
    private final SealAlgorithm algorithm = SealAlgorithm.AES_256_GCM;
    private final SecretKeySpec valueKey;
    private final SecretKeySpec referenceKey;
    private final byte[] fileSecret;
    private final SecureRandom random;

    public EnvelopeSeal(DataKey key, SecureRandom random) {
        this.keyId = key.id().clone();
        this.random = random;
        this.valueKey = new SecretKeySpec(derive(key.secret(), "value", new byte[0]), algorithm.keyName());
        this.referenceKey = new SecretKeySpec(derive(key.secret(), "reference", new byte[0]), "HmacSHA256");
        this.fileSecret = derive(key.secret(), "file", new byte[0]);
    }

    @Override
    public byte[] seal(byte[] plain, SealContext context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put((byte) FORM)
                .put((byte) algorithm.id())
                .put(keyId)
                .put(nonce)
                .array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, algorithm, nonce, header, context);
            byte[] sealed = Arrays.copyOf(header, HEADER_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, SealContext context) throws SealBrokenException {
        if (sealed.length < HEADER_BYTES + TAG_BITS / 8 || sealed[0] != FORM) {
            throw new SealBrokenException("not a sealed value: " + sealed.length + " bytes", null);
        }
        SealAlgorithm used = SealAlgorithm.ofId(sealed[1]);
        if (!Arrays.equals(sealed, 2, 10, keyId, 0, keyId.length)) {
            throw new SealBrokenException("sealed with another key, in " + context.table(), null);
        }
        byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
        byte[] nonce = Arrays.copyOfRange(sealed, 10, HEADER_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, used, nonce, header, context)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("the seal of " + context.table() + "." + context.column() + " is broken", e);
        }
    }

    @Override
    public byte[] reference(String domain, String identifier) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(referenceKey);
            return mac.doFinal(new SealContext("reference", domain, identifier).bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC-SHA256", e);
        }
    }

    @Override
    public byte[] fileKey(byte[] salt) {
        return derive(fileSecret, "chunks", salt);
    }

    @Override
    public byte[] keyId() {
        return keyId.clone();
    }

    private Cipher cipher(int mode, SealAlgorithm used, byte[] nonce, byte[] header, SealContext context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(used.transformation());
        cipher.init(mode, valueKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.bytes());
        return cipher;
    }

    private static byte[] derive(byte[] secret, String purpose, byte[] salt) {
        try {
            byte[] info = ("readingroom seal 1 " + purpose).getBytes(StandardCharsets.US_ASCII);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(salt)
                            .thenExpand(info, SealAlgorithm.AES_256_GCM.keyBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HKDF-SHA256", e);
        }
    }
}
