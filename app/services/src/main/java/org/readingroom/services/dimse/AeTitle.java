package org.readingroom.services.dimse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The name of a DICOM application: 1 to 16 characters of ASCII, no backslash, blanks around it mean nothing.
///
/// **Source:** DICOM PS3.5 table 6.2-1, AE.
public record AeTitle(String value) {
    /// What this workstation calls itself until a site gives it another name.
    public static final AeTitle OURS = new AeTitle("READINGROOM");

    static final int BYTES = 16;

    public AeTitle {
        value = value.strip();
        if (!isValid(value)) {
            throw new IllegalArgumentException("no AE title of 1 to 16 characters");
        }
    }

    /// **Errors:** `services.dimse.ae-title` for what a person typed and is none.
    public static AeTitle of(String typed) throws DimseException {
        if (!isValid(typed.strip())) {
            throw new DimseException("services.dimse.ae-title", List.of(typed.strip()), "no AE title");
        }
        return new AeTitle(typed);
    }

    public static boolean isValid(String text) {
        return !text.isBlank()
                && text.length() <= BYTES
                && text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F && letter != '\\');
    }

    byte[] padded() {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) ' ');
        byte[] own = value.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(own, 0, bytes, 0, own.length);
        return bytes;
    }
}
