package org.readingroom.report.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Keeps the caret in sight while the page is longer than the window.
///
/// **Thread:** `fx`.
final class CaretFollow {
    private final ScrollPane scroll;
    private final Region page;
    private final Supplier<Optional<SectionEditor>> focused;
    private boolean following;

    CaretFollow(ScrollPane scroll, Region page, Supplier<Optional<SectionEditor>> focused) {
        this.scroll = scroll;
        this.page = page;
        this.focused = focused;
    }

    /// Scrolls the page to the caret after the next layout, when the text area has its new height.
    void follow(@Nullable Scene scene) {
        if (scene == null || following) {
            return;
        }
        following = true;
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            following = false;
            focused.get().ifPresent(this::reveal);
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private void reveal(SectionEditor section) {
        section.caretBounds().ifPresent(caret -> {
            Bounds view = scroll.getViewportBounds();
            double top = page.sceneToLocal(section.area().localToScene(0, caret.getMinY()))
                    .getY();
            double bottom = top + caret.getHeight() + 12;
            double hidden = page.getHeight() - view.getHeight();
            double shown = scroll.getVvalue() * Math.max(0, hidden);
            if (hidden > 0 && bottom > shown + view.getHeight()) {
                scroll.setVvalue((bottom - view.getHeight()) / hidden);
            } else if (hidden > 0 && top < shown) {
                scroll.setVvalue(top / hidden);
            }
        });
    }
}
