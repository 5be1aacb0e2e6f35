package org.readingroom.desktop.settings;

import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.readingroom.desktop.command.RecentCommands;
import org.readingroom.desktop.fx.Words;

/// What a person may set, kept in the window's memory as it changes.
///
/// **Thread:** FX.
public final class SettingsViewModel {
    /// chosen: long enough to look up a prior on paper, short enough for a shared room.
    private static final int USUAL_IDLE_MINUTES = 15;

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>();
    private final IntegerProperty scalePercent = new SimpleIntegerProperty();
    private final ObjectProperty<RendererWish> renderer = new SimpleObjectProperty<>();
    private final IntegerProperty idleMinutes = new SimpleIntegerProperty();
    private final RecentCommands recent;

    /// The language is kept for `loginName` and for the next start.
    public SettingsViewModel(WindowMemory memory, Words words, String loginName) {
        String recentKey = "palette." + loginName;
        recent = new RecentCommands(memory.text(recentKey).orElse(""), ids -> keep(memory, recentKey, ids));
        language.set(words.locale());
        scalePercent.set(UiScale.of(memory));
        renderer.set(wish(memory.text("renderer").orElse("")));
        idleMinutes.set((int) memory.number("idle-minutes", USUAL_IDLE_MINUTES));
        language.subscribe((before, now) -> {
            words.speak(now);
            memory.keep("language", now.toLanguageTag());
            memory.keep("language." + loginName, now.toLanguageTag());
            memory.save();
        });
        scalePercent.subscribe((before, now) -> UiScale.keep(memory, now.intValue()));
        renderer.subscribe((before, now) -> keep(memory, "renderer", now));
        idleMinutes.subscribe((before, now) -> keep(memory, "idle-minutes", now));
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /// One of [UiScale#CHOICES]; taken at the next start.
    public IntegerProperty scalePercentProperty() {
        return scalePercent;
    }

    /// Taken at the next start.
    public ObjectProperty<RendererWish> rendererProperty() {
        return renderer;
    }

    /// Minutes without a key or a mouse until the window locks; 0 for never.
    public IntegerProperty idleMinutesProperty() {
        return idleMinutes;
    }

    /// What this person asked the palette for of late.
    public RecentCommands recentCommands() {
        return recent;
    }

    private static void keep(WindowMemory memory, String key, Object value) {
        memory.keep(key, value);
        memory.save();
    }

    private static RendererWish wish(String name) {
        for (RendererWish wish : RendererWish.values()) {
            if (wish.name().equals(name)) {
                return wish;
            }
        }
        return RendererWish.AUTOMATIC;
    }
}
