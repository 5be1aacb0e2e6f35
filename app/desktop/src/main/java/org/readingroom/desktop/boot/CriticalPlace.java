package org.readingroom.desktop.boot;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.CriticalDesk;
import org.readingroom.desktop.reporting.CriticalReportSheet;
import org.readingroom.desktop.reporting.CriticalSheet;
import org.readingroom.desktop.reporting.CriticalStrip;
import org.readingroom.desktop.reporting.CriticalWords;
import org.readingroom.desktop.shell.CriticalLine;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.worklist.CriticalSign;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;
import org.readingroom.report.critical.CriticalConcerns;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Critical values on the desk: reporting one from a sentence, the sheet of the loops, and their clocks everywhere.
///
/// **Thread:** FX.
// [impl->req~report.critical.everywhere~1]
final class CriticalPlace implements AutoCloseable {
    private final ReportingParts parts;
    private final Words words;
    private final CriticalDesk desk;
    private final CriticalWords said;
    private final Listening listening;
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private @Nullable CriticalSheet sheet;
    private @Nullable CriticalStrip strip;

    CriticalPlace(ReportingParts parts, CommandRegistry commands) {
        this.parts = parts;
        this.words = parts.around().words();
        var values = parts.around().session().reporting().critical();
        this.desk = new CriticalDesk(values, parts.around().lanes(), parts.around()::tell);
        this.said = new CriticalWords(words, ZoneId.systemDefault());
        this.listening =
                values.onChange(() -> parts.around().lanes().start(Lane.FX, Priority.ON_SCREEN, desk::refresh));
        desk.loopsProperty().subscribe(this::changed);
        words.messagesProperty().subscribe(this::tick);
        parts.read().reportProperty().subscribe(this::opened);
        addCommands(commands);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        desk.refresh();
    }

    private void addCommands(CommandRegistry commands) {
        CommandList list = new CommandList(commands);
        BooleanBinding isWritten = Bindings.createBooleanBinding(
                () -> parts.shell().placeProperty().get() == Place.READ
                        && parts.read().reportProperty().get() != null,
                parts.shell().placeProperty(),
                parts.read().reportProperty());
        list.add(
                "report.critical",
                Shortcuts.ctrl(KeyCode.W),
                isWritten,
                () -> parts.read().withReport(this::report));
        list.add(
                "critical.list",
                Shortcuts.key(KeyCode.W, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                () -> show(desk.open(), null));
    }

    private void opened(@Nullable OpenedReport report) {
        strip = null;
        if (report != null) {
            StudyUid study = report.model().report().study().study();
            CriticalStrip above = new CriticalStrip(desk, said, id -> show(desk.ofStudy(study), id));
            report.view().addAbove(above);
            report.concernedBy(words -> CriticalConcerns.of(words, desk.ofStudy(study), desk.rules()));
            strip = above;
            tick();
        }
    }

    /// The selected words, else the sentence at the caret, are what was found.
    // [impl->req~report.critical.one-key~1]
    private void report(OpenedReport report) {
        SectionKind kind = report.view().written();
        TextArea area = report.view().area(kind);
        ReportSentence at = sentence(report, kind, area.getCaretPosition());
        String selected = area.getSelectedText().strip();
        var model = report.model().report();
        CriticalReportSheet[] asked = new CriticalReportSheet[1];
        Runnable confirm = () -> asked[0].finding()
                .ifPresent(finding -> desk.discover(
                        finding,
                        found -> show(desk.ofStudy(finding.study()), found.id()),
                        fault -> asked[0].refuse(words.about(fault))));
        asked[0] = new CriticalReportSheet(
                desk.dictionary(),
                desk.isFileBroken(),
                model.study(),
                model.id().value(),
                at == null ? "" : at.id().value(),
                selected.isEmpty() && at != null ? at.words() : selected,
                words,
                confirm);
        Button ok = new Button(words.get("desktop.critical.report"));
        ok.setId("critical-report");
        ok.setTooltip(new Tooltip(words.get("desktop.critical.report-tip")));
        ok.setDefaultButton(true);
        ok.setOnAction(event -> confirm.run());
        parts.sheets().show("desktop.critical.report-title", asked[0].body(), 620, 560, ok);
    }

    private static @Nullable ReportSentence sentence(OpenedReport report, SectionKind kind, int caret) {
        int end = 0;
        List<ReportSentence> sentences = report.model().report().section(kind).sentences();
        for (ReportSentence sentence : sentences) {
            end += sentence.text().length();
            if (caret < end) {
                return sentence;
            }
        }
        return sentences.isEmpty() ? null : sentences.getLast();
    }

    private void show(List<CriticalCase> loops, @Nullable UUID first) {
        CriticalSheet shown = new CriticalSheet(desk, said, this::patient);
        shown.open(loops, first);
        sheet = shown;
        parts.sheets().show("desktop.critical.title", shown.body(), 820, 860);
    }

    private String patient(StudyUid study) {
        return parts.list().model().items().stream()
                .filter(row -> row.uid().filter(study::equals).isPresent())
                .findFirst()
                .map(this::line)
                .orElse("");
    }

    private String line(WorklistRow row) {
        return PatientWords.name(words, row.patient()) + " · "
                + row.patient().id().value() + " · " + row.modality() + " " + row.description();
    }

    private void changed() {
        parts.read().withReport(report -> report.model().marksChanged());
        tick();
    }

    /// Shows every clock as it stands, and notes what is late.
    private void tick() {
        List<CriticalCase> running = desk.running();
        parts.shell().criticalProperty().set(running.isEmpty() ? null : top(running));
        parts.list().showCritical(signs());
        CriticalStrip above = strip;
        if (above != null) {
            parts.read()
                    .withReport(report -> above.show(
                            desk.ofStudy(report.model().report().study().study())));
        }
        if (sheet != null && sheet.body().getScene() == null) {
            sheet = null;
        } else if (sheet != null) {
            sheet.tick();
        }
        desk.escalate(() -> parts.around().status().say(Tone.CRITICAL, words.get("desktop.critical.escalated")));
    }

    private CriticalLine top(List<CriticalCase> running) {
        CriticalCase first = running.getFirst();
        CriticalClock now = desk.clock(first).orElseThrow();
        String text = words.get("desktop.critical.sign", running.size(), said.name(first), said.clock(now));
        String tip = words.get(
                "desktop.critical.sign-tip",
                said.state(first),
                patient(first.finding().study()));
        return new CriticalLine(text, CriticalWords.tone(now), tip, () -> show(desk.open(), first.id()));
    }

    /// In whole minutes: the rows are drawn anew when one of them has passed.
    private Map<StudyUid, CriticalSign> signs() {
        Map<StudyUid, CriticalSign> signs = new HashMap<>();
        for (CriticalCase loop : new ArrayList<>(desk.open()).reversed()) {
            boolean isSuspected = loop.state() == CriticalState.SUSPECTED;
            CriticalClock now = desk.clock(loop).orElse(null);
            String text = now == null
                    ? words.get("desktop.critical.row-suspected")
                    : words.get(
                            now.left().isNegative() ? "desktop.critical.row-over" : "desktop.critical.row",
                            now.left().abs().toMinutes());
            String tip = said.name(loop) + " · " + said.state(loop);
            signs.put(
                    loop.finding().study(),
                    new CriticalSign(
                            text,
                            isSuspected ? "machine" : now == null ? "quiet" : CriticalWords.tone(now),
                            tip,
                            isSuspected));
        }
        return signs;
    }

    @Override
    public void close() {
        clock.stop();
        listening.close();
    }
}
