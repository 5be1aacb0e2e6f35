package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;

/// Moves the cines of all views on with the pulses of the screen, while any is playing.
///
/// **Thread:** FX.
final class CineClock extends AnimationTimer {
    private final ReadingDeskModel desk;
    private final List<ViewportNode> nodes = new ArrayList<>();
    private final InvalidationListener follow = o -> follow();
    private boolean runs;

    CineClock(ReadingDeskModel desk) {
        this.desk = desk;
    }

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
            } else if (node.model().cine().playingProperty().get()) {
                play(node, nanos);
            }
        }
    }

    /// In step, the next picture waits for all views, and all go on together.
    private void play(ViewportNode node, long nanos) {
        boolean isInStep = desk.grid().inStepProperty().get();
        boolean isShown = isSettled(node)
                && (!isInStep
                        || nodes.stream()
                                .filter(other -> desk.visible().contains(other.model()))
                                .allMatch(CineClock::isSettled));
        int before = node.model().index();
        node.model().cine().tick(nanos, isShown);
        if (isInStep && node.model().index() != before) {
            CineStep.follow(desk, node.model());
        }
    }

    /// A view whose picture is on its way has nothing to draw either, and is waited for; one whose picture
    /// cannot be had is not.
    static boolean isSettled(ViewportNode node) {
        return node.isAtRest() && (node.hasPicture() || !isOnItsWay(node.model()));
    }

    private static boolean isOnItsWay(ViewportModel view) {
        OpenSet open = view.setProperty().get();
        if (open == null || !view.isFlat()) {
            return false;
        }
        return view.frame().isPresent()
                ? open.shown(view.index()).isEmpty()
                        && open.shownFault(view.index()).isEmpty()
                : open.volume().isEmpty() && FlatPictures.waiting(open) instanceof Picture.Loading;
    }

    void dispose() {
        nodes.forEach(node -> node.model().cine().playingProperty().removeListener(follow));
        stop();
    }
}
