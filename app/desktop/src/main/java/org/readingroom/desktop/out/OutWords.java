package org.readingroom.desktop.out;

import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.sync.OutboxEntry;

/// Entries of the outbox in words and marks. Green is only what a server has; what a person put aside is neither.
final class OutWords {
    private OutWords() {}

    static Label state(Words words, OutboxEntry entry) {
        String tone = tone(entry.state());
        Label label =
                new Label(words.get(entry.state().messageKey()), Icons.of(icon(entry.state()), tone, "cell-icon"));
        label.getStyleClass().addAll("dense", tone);
        return label;
    }

    static String tone(OutboxEntry.State state) {
        return switch (state) {
            case SENT -> "done";
            case WAITING, DEAD, CONFLICT -> "attention";
            case SET_ASIDE, WITHDRAWN -> "quiet";
        };
    }

    private static Ikon icon(OutboxEntry.State state) {
        return switch (state) {
            case SENT -> MaterialDesignC.CHECK;
            case WAITING -> MaterialDesignC.CLOCK_OUTLINE;
            case DEAD, CONFLICT -> MaterialDesignA.ALERT_OUTLINE;
            case SET_ASIDE, WITHDRAWN -> MaterialDesignM.MINUS;
        };
    }

    static String kind(Words words, OutboxEntry entry) {
        return known(words, "desktop.out.kind.", entry.kind());
    }

    static String target(Words words, OutboxEntry entry) {
        return known(words, "desktop.out.target.", entry.target());
    }

    private static String known(Words words, String prefix, String code) {
        String key = prefix + code.toLowerCase(Locale.ROOT);
        String known = words.get(key);
        return known.equals(key) ? code : known;
    }
}
