package org.readingroom.desktop.boot;

import static org.readingroom.desktop.boot.RealWindow.onFx;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;

/// What the status line of a window says of the links, and when it came to say so: the moment is the one at which the
/// words change, not the one at which somebody looks.
final class LinkSigns {
    private final RealWindow window;
    private volatile @Nullable Long said;

    LinkSigns(RealWindow window) {
        this.window = window;
    }

    /// **Thread:** FX.
    List<String> read() {
        return signs().getChildrenUnmodifiable().stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList();
    }

    /// Remembers when the line comes to read `words`, which it does not yet.
    void watchFor(List<String> words) throws Exception {
        onFx(() -> signs().getChildrenUnmodifiable().addListener((ListChangeListener<Node>) change -> {
            if (said == null && read().equals(words)) {
                said = System.nanoTime();
            }
        }));
    }

    /// How long after `begun`, a reading of [System#nanoTime], the words were there.
    Duration saidAfter(long begun) {
        return Duration.ofNanos(Objects.requireNonNull(said) - begun);
    }

    private Parent signs() {
        Button line = (Button) window.person().find("#status-links").orElseThrow();
        return (Parent) Objects.requireNonNull(line.getGraphic());
    }
}
