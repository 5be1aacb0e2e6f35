package org.readingroom.desktop.boot;

import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.reporting.research.ResearchDesk;

/// Research projects: one command opens them from anywhere.
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
        new CommandList(commands).add("report.research", null, () -> desk.show(parts.sheets(), ""));
    }
}
