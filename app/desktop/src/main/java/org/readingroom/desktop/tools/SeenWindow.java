package org.readingroom.desktop.tools;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.viewer.display.Voi;

/// The window a view shows its picture under, as a report keeps it.
public final class SeenWindow {
    private SeenWindow() {}

    /// Over the values of the file; nothing when the view shows a table.
    public static @Nullable AnchorWindow of(ViewportModel view) {
        OpenSet set = view.setProperty().get();
        double toFile = set == null ? 1 : 1 / set.factor();
        return view.voi()
                .flatMap(voi -> toFile == 1 ? Optional.of(voi) : voi.scaled(toFile))
                .filter(Voi.Window.class::isInstance)
                .map(Voi.Window.class::cast)
                .map(window -> new AnchorWindow(window.center(), window.width()))
                .orElse(null);
    }
}
