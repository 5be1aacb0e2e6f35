package org.readingroom.desktop.boot;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.shell.Place;
import org.readingroom.report.check.ImageFacts;
import org.readingroom.report.ui.CheckStrip;

/// What can be done about the remarks of the checks, and what the images tell them.
///
/// **Thread:** FX.
final class CheckPlace {
    private static final KeyCombination FIX = Shortcuts.ctrl(KeyCode.F8);
    private static final KeyCombination OVERRULE = Shortcuts.key(KeyCode.F8, KeyCombination.SHIFT_DOWN);

    private final ReportingParts parts;
    private final KnownFacts known;

    CheckPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.known = new KnownFacts(parts, () -> parts.read().withReport(this::tell));
        parts.read().reportProperty().subscribe(this::opened);
        parts.cases().requestProperty().subscribe(state -> parts.read().withReport(this::tell));
        CommandList list = new CommandList(commands);
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        list.add("report.fix", FIX, written, () -> with(CheckStrip::fix));
        list.add("report.overrule", OVERRULE, written, () -> with(CheckStrip::overrule));
    }

    private void with(Consumer<CheckStrip> act) {
        parts.read().withReport(report -> act.accept(report.view().checkStrip()));
    }

    /// What is known around the report; the request counts only where it is that of the report's own study.
    private void tell(OpenedReport report) {
        OrderFacts order = OrderFacts.of(
                parts.cases().requestProperty().get(), report.model().report().study());
        ImageFacts seen = known.images();
        List<String> history = Stream.concat(order.history().stream(), known.earlier().stream())
                .toList();
        report.model().live().know(facts -> facts.withImages(seen).withOrder(order.request(), history));
    }

    private void opened(@Nullable OpenedReport report) {
        known.opened(report);
        if (report == null) {
            return;
        }
        CheckStrip strip = report.view().checkStrip();
        report.view().addKey(FIX, () -> {
            strip.fix();
            return true;
        });
        report.view().addKey(OVERRULE, () -> {
            strip.overrule();
            return true;
        });
        tell(report);
    }
}
