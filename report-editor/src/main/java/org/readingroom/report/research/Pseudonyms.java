package org.readingroom.report.research;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.readingroom.report.model.ReportId;

/// Names for patients and reports inside one research project: the same one for the same patient, another
/// one in every other project. Without the project's key nobody tells whose they are, even by trying all
/// numbers.
///
/// **Source:** HMAC (RFC 2104) with SHA-256, cut to 80 bits: among a million patients two get the same
/// name with a chance below one in a trillion.
// [impl->req~report.research.pseudonym~1]
public final class Pseudonyms {
    /// chosen: as long as the digest.
    public static final int KEY_BYTES = 32;

    private static final int NAME_BYTES = 10;
    /// chosen: about ten years and a quarter, so that neither year nor season of an examination can be
    /// told.
    private static final int MOST_DAYS = 3700;

    private final SecretKeySpec key;

    public Pseudonyms(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a project's key of " + key.length + " bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String of(ResearchSubject subject) {
        return "P-" + name("patient", subject.value());
    }

    String of(ReportId report) {
        return "R-" + name("report", report.value());
    }

    /// How many days all days of a patient are moved back.
    ///
    /// **Range:** 1 to 3700.
    int daysBack(ResearchSubject subject) {
        long random = ByteBuffer.wrap(digest("days", subject.value())).getLong() >>> 1;
        return (int) (random % MOST_DAYS) + 1;
    }

    private String name(String kind, String value) {
        return HexFormat.of().formatHex(digest(kind, value), 0, NAME_BYTES).toUpperCase(Locale.ROOT);
    }

    private byte[] digest(String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((kind + '\0' + value).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }
}
