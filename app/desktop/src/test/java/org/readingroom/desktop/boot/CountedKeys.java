package org.readingroom.desktop.boot;

import static org.readingroom.desktop.boot.RealWindow.onFx;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// Counts every key that goes down, those that are held too; letters of words are counted apart.
final class CountedKeys {
    private final RealWindow window;
    private int keys;
    private int letters;

    CountedKeys(RealWindow window) {
        this.window = window;
    }

    void press(KeyCode code, Modifier... held) throws Exception {
        keys += 1 + held.length;
        onFx(() -> window.person().press(code, held));
    }

    void type(String words) throws Exception {
        letters += words.length();
        onFx(() -> window.person().type(words));
    }

    int keys() {
        return keys;
    }

    int letters() {
        return letters;
    }
}
