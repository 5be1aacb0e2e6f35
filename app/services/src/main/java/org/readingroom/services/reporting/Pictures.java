package org.readingroom.services.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Small pictures out of settings files.
final class Pictures {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// chosen: a seal at 600 dots per inch is far below.
    private static final int LARGEST_BYTES = 2_000_000;

    private Pictures() {}

    /// A PNG that can really be drawn, since a report is not signed over a broken one.
    static byte[] png(String base64) throws IOException {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException("a picture that is no base64", e);
        }
        boolean isPng = bytes.length > SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
        if (!isPng || bytes.length > LARGEST_BYTES || ImageIO.read(new ByteArrayInputStream(bytes)) == null) {
            throw new IOException("a picture that is no PNG of a sensible size");
        }
        return bytes;
    }
}
