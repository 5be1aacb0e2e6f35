package org.readingroom.desktop.boot;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reporting.research.ResearchDesk;

/// Research projects: one key opens them from anywhere.
///
/// **Thread:** FX.
final class ResearchPlace {
    ResearchPlace(ReportingParts parts, CommandRegistry commands) {
        Surroundings around = parts.around();
        ResearchDesk desk = new ResearchDesk(
                around.session().reporting().research(),
                around.session().gate(),
                around.lanes(),
                around.words(),
                around.status(),
                parts.memory());
        new CommandList(commands)
                .add(
                        "report.research",
                        Shortcuts.key(KeyCode.F9, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        () -> desk.show(parts.sheets(), ""));
    }
}
