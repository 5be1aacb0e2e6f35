package org.readingroom.desktop.tools;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the tool in hand wants to be shown next, for those whose points have an order.
// [impl->req~tools.prompts~1]
final class ToolPrompt {
    private ToolPrompt() {}

    /// A message key; nothing for tools that explain themselves.
    static Optional<String> of(@Nullable ToolKind tool, int pointsSet) {
        return switch (tool) {
            case COBB, BIDIRECTIONAL, CARDIOTHORACIC, CENTRE_LINE, LEG_AXIS ->
                Optional.of("desk.tools.prompt."
                        + tool.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + (pointsSet + 1));
            case null, default -> Optional.empty();
        };
    }
}
