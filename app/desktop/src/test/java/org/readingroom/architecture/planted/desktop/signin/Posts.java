package org.readingroom.architecture.planted.desktop.signin;

import javafx.application.Platform;
import org.readingroom.architecture.Breaks;

@Breaks("only desktop.fx posts to the toolkit's thread")
final class Posts {
    void post() {
        Platform.runLater(() -> {});
    }
}
