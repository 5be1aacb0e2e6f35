package org.readingroom.viewer.viewport;

import org.jspecify.annotations.Nullable;

/// What a picture may have beyond plane, look and window.
public record ViewExtras(
        Quality quality, Processing processing, @Nullable Fusion fusion) {
    public static final ViewExtras NONE = new ViewExtras(Quality.FULL, Processing.NONE, null);

    public ViewExtras withQuality(Quality newQuality) {
        return new ViewExtras(newQuality, processing, fusion);
    }

    public ViewExtras withProcessing(Processing newProcessing) {
        return new ViewExtras(quality, newProcessing, fusion);
    }

    public ViewExtras withFusion(@Nullable Fusion newFusion) {
        return new ViewExtras(quality, processing, newFusion);
    }
}
