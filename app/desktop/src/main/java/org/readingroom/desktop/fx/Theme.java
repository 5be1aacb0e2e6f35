package org.readingroom.desktop.fx;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.readingroom.assets.StyleSheets;

/// Dresses the toolkit and every scene in the dark reading room.
public final class Theme {
    /// The window's colour before any stylesheet is read, so that nothing flashes white.
    private static final Color WINDOW = Color.web("#0E1114");

    private Theme() {}

    /// To be called once, before the first scene.
    public static void install() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    }

    public static void dress(Scene scene) {
        scene.setFill(WINDOW);
        scene.getStylesheets().setAll(StyleSheets.named("base", "shell", "desk", "report"));
    }
}
