package org.readingroom.desktop.tools;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Placement;

/// What the tool in hand wants to be shown next, for those whose points have an order.
// [impl->req~tools.prompts~1]
final class ToolPrompt {
    private ToolPrompt() {}

    /// What the hand must know before it draws there: that the tool does not, that points are drawn to edges; else
    /// what the tool wants next.
    static Optional<String> of(
            @Nullable ToolKind tool, int pointsSet, Optional<Placement> placement, boolean isSnapping) {
        if (tool != null && placement.filter(there -> !tool.draws(there)).isPresent()) {
            return Optional.of("desk.tools.no-calibration");
        }
        boolean saysSnap = tool != null && isSnapping && tool.snaps();
        return of(tool, pointsSet).or(() -> saysSnap ? Optional.of("desk.tools.snap.on") : Optional.empty());
    }

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
