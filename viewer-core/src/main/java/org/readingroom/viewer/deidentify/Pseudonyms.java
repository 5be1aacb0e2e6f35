package org.readingroom.viewer.deidentify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes what stands in place of an identifier: always the same for the same, and without the key nobody
/// can tell for which, not even by trying all.
///
/// Nothing is kept: the key alone binds the two.
public final class Pseudonyms {
    /// chosen: up to ten years back, never less than a month, so that no date is near its own.
    private static final int LEAST_DAYS = 30;

    private static final int MOST_DAYS = 3650;

    private final Digest digest;

    /// A keyed digest of at least 16 bytes.
    @FunctionalInterface
    public interface Digest {
        byte[] of(String domain, String value);
    }

    public Pseudonyms(Digest digest) {
        this.digest = digest;
    }

    /// With a key of their own that ends with them: two runs cannot be brought together.
    public static Pseudonyms forOneRun(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new Pseudonyms((domain, value) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal((domain + "\0" + value).getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no HMAC-SHA256", e);
            }
        });
    }

    /// Under the root that needs no registration.
    ///
    /// **Source:** DICOM PS3.5 section B.2.
    String uid(String original) {
        return uid(Arrays.copyOf(digest.of("deidentify.uid", original), 16));
    }

    /// A UID that nobody had before.
    public static String freshUid(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return uid(bits);
    }

    private static String uid(byte[] bits) {
        bits[6] = (byte) (bits[6] & 0x0F | 0x40);
        bits[8] = (byte) (bits[8] & 0x3F | 0x80);
        return "2.25." + new BigInteger(1, bits);
    }

    /// The patient's other name and identifier.
    String patient(String patient) {
        return "RR-"
                + HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(digest.of("deidentify.patient", patient), 6));
    }

    /// By how many days the patient's dates move; less than zero.
    int days(String patient) {
        byte[] bits = digest.of("deidentify.days", patient);
        int value = (bits[0] & 0x7F) << 24 | (bits[1] & 0xFF) << 16 | (bits[2] & 0xFF) << 8 | bits[3] & 0xFF;
        return -(LEAST_DAYS + value % (MOST_DAYS - LEAST_DAYS));
    }
}
