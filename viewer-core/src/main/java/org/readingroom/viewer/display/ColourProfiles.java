package org.readingroom.viewer.display;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers the profiles met lately: a study's images mostly share one, and working it out takes a while.
///
/// **Thread:** any.
final class ColourProfiles {
    /// chosen: half a megabyte each.
    private static final int KEPT = 8;

    private static final Map<ByteBuffer, Optional<ColourProfile>> HELD = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Optional<ColourProfile>> eldest) {
            return size() > KEPT;
        }
    };

    private ColourProfiles() {}

    static @Nullable ColourProfile of(byte[] icc) {
        synchronized (HELD) {
            return HELD.computeIfAbsent(ByteBuffer.wrap(icc), bytes -> ColourProfile.of(icc))
                    .orElse(null);
        }
    }
}
