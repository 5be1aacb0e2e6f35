package org.readingroom.desktop.boot;

import java.util.Locale;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.PaletteView;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.importing.ImportSummaryView;
import org.readingroom.desktop.settings.SettingsView;
import org.readingroom.desktop.settings.SettingsViewModel;
import org.readingroom.desktop.shell.HelpView;
import org.readingroom.desktop.shell.Place;
import org.readingroom.services.home.Home;
import org.readingroom.services.reading.ImportSummary;

/// Lays the sheets that belong to no place: settings, help, palette, the account of an import.
///
/// **Thread:** FX.
final class ShellSheets {
    private final SheetLayer sheets;
    private final CommandRegistry commands;
    private final SettingsViewModel settings;
    private final Home home;
    private final Words words;

    ShellSheets(SheetLayer sheets, CommandRegistry commands, SettingsViewModel settings, Home home, Words words) {
        this.sheets = sheets;
        this.commands = commands;
        this.settings = settings;
        this.home = home;
        this.words = words;
    }

    /// `renderer` says in words which renderer draws and why; `monitors` offers the calibration of each, `printers`
    /// leads to
    /// the film printers.
    void settings(ObservableStringValue renderer, Node monitors, Node printers) {
        String key = home.isDemo() ? "desktop.settings.home.demo" : "desktop.settings.home.own";
        sheets.show(
                "desktop.settings.title",
                new SettingsView(
                        settings,
                        words,
                        renderer,
                        monitors,
                        printers,
                        words.text(key, home.folder().toString())),
                560,
                720);
    }

    void help(Place place) {
        sheets.show("desktop.help.title", new HelpView(place, commands, words), HelpView.WIDTH, 720);
    }

    void palette() {
        PaletteView palette = new PaletteView(commands, settings.recentCommands(), words, sheets::close);
        sheets.show("desktop.palette.title", palette, 560, 480);
        palette.begin();
    }

    void imported(ImportSummary summary) {
        if (!summary.skipped().isEmpty()) {
            sheets.show("desktop.import.title", new ImportSummaryView(summary, words), 860, 520);
        }
    }

    /// Lays down whatever sheet is open.
    void close() {
        sheets.close();
    }

    void otherLanguage() {
        settings.languageProperty()
                .set(words.locale().getLanguage().equals("zh") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }
}
