package org.readingroom.desktop.hospital;

import org.jspecify.annotations.Nullable;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.Readiness;

/// How a study stands here: how much of it, whether more is on its way, and what keeps it from coming.
public record ReadyStand(
        Readiness readiness, boolean isComing, @Nullable FetchTrouble trouble) {
    public static final ReadyStand NOTHING = new ReadyStand(Readiness.NOTHING, false, null);

    /// Whether it can be read without the archive for sure.
    public boolean isReady() {
        return readiness.isWhole();
    }
}
