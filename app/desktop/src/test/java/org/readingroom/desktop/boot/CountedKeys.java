package org.readingroom.desktop.boot;

import static org.readingroom.desktop.boot.RealWindow.onFx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// Counts every key that goes down, those that are held too; letters of words are counted apart.
final class CountedKeys {
    private final RealWindow window;
    private final List<String> down = new ArrayList<>();
    private int letters;

    CountedKeys(RealWindow window) {
        this.window = window;
    }

    void press(KeyCode code, Modifier... held) throws Exception {
        for (Modifier modifier : held) {
            down.add(modifier == Modifier.CTRL ? "Ctrl" : modifier.name());
        }
        down.add(code.getName());
        onFx(() -> window.person().press(code, held));
    }

    void type(String words) throws Exception {
        letters += words.length();
        onFx(() -> window.person().type(words));
    }

    int keys() {
        return down.size();
    }

    /// The name of each key, as it went down.
    List<String> down() {
        return List.copyOf(down);
    }

    int letters() {
        return letters;
    }
}
