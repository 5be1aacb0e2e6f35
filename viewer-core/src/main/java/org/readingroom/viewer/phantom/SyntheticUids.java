package org.readingroom.viewer.phantom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Unique identifiers that are the same on every run: `2.25.` and the number of a UUID made from a name.
///
/// **Source:** DICOM PS3.5 section B.2.
final class SyntheticUids {
    private SyntheticUids() {}

    static String of(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(("readingroom phantom " + name).getBytes(StandardCharsets.UTF_8));
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
        return "2.25." + high.shiftLeft(64).or(low);
    }
}
