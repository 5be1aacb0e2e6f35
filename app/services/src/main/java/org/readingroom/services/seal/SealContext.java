package org.readingroom.services.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Where a sealed value belongs: it opens nowhere else, so that a value moved to another row is noticed.
public record SealContext(String table, String column, String row) {
    /// Each part with its length in front, so that no two contexts give the same bytes.
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : new String[] {table, column, row}) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
            out.writeBytes(utf8);
        }
        return out.toByteArray();
    }
}
