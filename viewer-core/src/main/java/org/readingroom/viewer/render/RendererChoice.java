package org.readingroom.viewer.render;

import java.util.List;

/// Which renderer draws, and why: what the status bar shows.
///
/// `reasonKey` is a message of the `viewer` bundle with its arguments; `description` is English, for logs and tooltips.
public record RendererChoice(boolean isGpu, String reasonKey, List<Object> reasonArguments, String description) {
    public RendererChoice {
        reasonArguments = List.copyOf(reasonArguments);
    }
}
