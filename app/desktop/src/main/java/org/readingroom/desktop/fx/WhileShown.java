package org.readingroom.desktop.fx;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Follows something while a node stands in a window: anew each time it comes into one, until it leaves it.
///
/// Locking the window takes what it shows out of it and unlocking brings the same nodes back, so that what a node gave
/// up
/// once for all when it left would never be followed again.
///
/// **Thread:** FX.
public final class WhileShown {
    private Subscription now = Subscription.EMPTY;

    private WhileShown() {}

    /// `begin` is asked now if `node` is already in a window, and each time it comes into one.
    public static void follow(Node node, Supplier<Subscription> begin) {
        WhileShown shown = new WhileShown();
        if (node.getScene() != null) {
            shown.now = begin.get();
        }
        node.sceneProperty().subscribe((before, after) -> {
            if (before == null) {
                shown.now = begin.get();
            } else if (after == null) {
                shown.now.unsubscribe();
                shown.now = Subscription.EMPTY;
            }
        });
    }
}
