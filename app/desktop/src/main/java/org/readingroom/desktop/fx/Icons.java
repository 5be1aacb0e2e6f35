package org.readingroom.desktop.fx;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one set the program uses, sized and coloured by the stylesheet.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon, String... styleClasses) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }
}
