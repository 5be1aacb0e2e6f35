package org.readingroom.desktop.boot;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reporting.practice.PracticeModel;
import org.readingroom.desktop.reporting.practice.PracticeSheet;
import org.readingroom.services.reporting.PracticeRegister;

/// Licences and years of practice, on one key for administrators.
///
/// **Thread:** FX.
final class PracticePlace {
    private final ReportingParts parts;
    private final PracticeRegister register;
    private final NewUserPlace people;

    PracticePlace(ReportingParts parts, CommandRegistry commands, NewUserPlace people) {
        this.people = people;
        this.parts = parts;
        this.register = parts.around().session().reporting().practice();
        new CommandList(commands)
                .add(
                        "people.practice",
                        Shortcuts.key(KeyCode.F10, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        new ReadOnlyBooleanWrapper(register.mayEnter()),
                        this::show);
    }

    private void show() {
        Surroundings around = parts.around();
        PracticeModel model = new PracticeModel(register, around.lanes());
        PracticeSheet sheet =
                new PracticeSheet(model, around.words(), kept -> around.status().say(Tone.DONE, kept));
        parts.sheets()
                .show("desktop.command.people.practice", sheet.body(), 1000, 680, people.opening(), sheet.keeping());
        model.refresh();
    }
}
