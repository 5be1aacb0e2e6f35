package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;

/// Moves the cines of all views on with the pulses of the screen, while any is playing.
///
/// **Thread:** FX.
final class CineClock extends AnimationTimer {
    private final List<ViewportNode> nodes = new ArrayList<>();
    private final InvalidationListener follow = o -> follow();
    private boolean runs;

    void add(ViewportNode node) {
        nodes.add(node);
        node.model().cine().playingProperty().addListener(follow);
    }

    private void follow() {
        boolean any = nodes.stream()
                .anyMatch(node -> node.model().cine().playingProperty().get());
        if (any != runs) {
            runs = any;
            if (any) {
                start();
            } else {
                stop();
            }
        }
    }

    /// A view that is not on the screen does not play.
    @Override
    public void handle(long nanos) {
        for (ViewportNode node : nodes) {
            if (node.getScene() == null) {
                node.model().cine().pause();
            } else {
                node.model().cine().tick(nanos, node.isAtRest());
            }
        }
    }

    void dispose() {
        nodes.forEach(node -> node.model().cine().playingProperty().removeListener(follow));
        stop();
    }
}
