package org.readingroom.services.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.readingroom.services.testing.MisbehavingHttp.Ask;

/// The files in the body of a STOW-RS request, taken apart by looking for its boundary.
final class StoredParts {
    private StoredParts() {}

    static List<byte[]> of(Ask ask) {
        String type = ask.header("Content-Type");
        String boundary =
                type.substring(type.indexOf("boundary=") + "boundary=".length()).replace("\"", "");
        String body = new String(ask.body(), StandardCharsets.ISO_8859_1);
        List<byte[]> files = new ArrayList<>();
        int at = body.indexOf("--" + boundary);
        while (at >= 0) {
            int start = body.indexOf("\r\n\r\n", at);
            int next = body.indexOf("\r\n--" + boundary, at + 1);
            if (start < 0 || next < 0) {
                break;
            }
            files.add(Arrays.copyOfRange(ask.body(), start + 4, next));
            at = next + 2;
        }
        return files;
    }
}
