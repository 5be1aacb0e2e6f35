package org.readingroom.viewer.origin;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Unique identifiers under `2.25`, made of a UUID.
///
/// **Source:** DICOM PS3.5 section B.2.
public final class NewUid {
    private NewUid() {}

    public static String random() {
        return of(UUID.randomUUID());
    }

    public static String of(UUID uuid) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bytes);
    }

    /// The same for the same name; a name that is a UUID gives the identifier of that UUID.
    public static String named(String name) {
        try {
            return of(UUID.fromString(name));
        } catch (IllegalArgumentException e) {
            return of(UUID.nameUUIDFromBytes(("readingroom " + name).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
