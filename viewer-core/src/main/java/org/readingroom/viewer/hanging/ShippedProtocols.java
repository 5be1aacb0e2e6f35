package org.readingroom.viewer.hanging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.readingroom.assets.Messages;

/// The protocols that come with the program.
public final class ShippedProtocols {
    private static final String FILE = "rules/hanging-1.json";

    private ShippedProtocols() {}

    /// **Errors:** [IllegalStateException] when they are missing or broken: the program was put together wrongly.
    public static List<HangingProtocol> all() {
        try (InputStream stream = Messages.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the hanging protocols are missing");
            }
            return ProtocolFile.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the hanging protocols cannot be read", e);
        }
    }
}
