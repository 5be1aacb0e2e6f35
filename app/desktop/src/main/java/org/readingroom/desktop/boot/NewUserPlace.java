package org.readingroom.desktop.boot;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reporting.practice.NewUserModel;
import org.readingroom.desktop.reporting.practice.NewUserSheet;
import org.readingroom.services.home.Admission;

/// A further person for this home, on one key for administrators.
///
/// **Thread:** FX.
final class NewUserPlace {
    private final ReportingParts parts;
    private final Admission admission;

    NewUserPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.admission = parts.around().session().admission();
        new CommandList(commands)
                .add(
                        "people.new",
                        Shortcuts.key(KeyCode.F11, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        new ReadOnlyBooleanWrapper(admission.mayAdmit()),
                        this::show);
    }

    /// The button under the people of the home.
    Button opening() {
        Button button = new Button(parts.around().words().get("desktop.command.people.new"));
        button.setId("practice-new-user");
        button.setTooltip(new Tooltip(parts.around().words().get("desktop.new-user.open-tip") + "  Ctrl+Shift+F11"));
        button.setOnAction(event -> show());
        return button;
    }

    private void show() {
        Surroundings around = parts.around();
        NewUserSheet sheet = new NewUserSheet(new NewUserModel(admission, around.lanes()), around.words(), name -> {
            parts.sheets().close();
            around.status().say(Tone.DONE, around.words().get("desktop.new-user.made", name));
        });
        parts.sheets().show("desktop.command.people.new", sheet.body(), 720, 680, sheet.adding());
    }
}
