package org.readingroom.report.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckContext;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.text.SentenceWriter;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.report.workflow.SigningSituation;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.task.Handle;

/// One report on the editor: its words, their history, its checks, and the way to a signature.
///
/// Typing without a pause is one step of undo; everything else is a step of its own.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
public final class ReportEditorViewModel {
    /// chosen: a breath; what is typed after it is another thought, and another step of undo.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Author author;
    private final SigningRules rules;
    private final ReportChecks reportChecks;
    private final TemplateLibrary templates;
    private final ReportPorts ports;
    private final DraftKeeper keeper;
    private final SentenceWriter writer = new SentenceWriter();
    private final Runnable shown = this::show;

    private final ReadOnlyObjectWrapper<Report> report;
    private final ReadOnlyObjectWrapper<EditorMode> mode = new ReadOnlyObjectWrapper<>(EditorMode.LOCKED);
    private final ReadOnlyObjectWrapper<Optional<Stage>> nextStage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AnnotationId>> lit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper signing = new ReadOnlyBooleanWrapper();
    private final ObservableList<CheckResult> checks = FXCollections.observableArrayList();
    // Held here: a view of a list listens to it weakly, so one that nobody holds falls silent.
    private final ObservableList<CheckResult> checksView = FXCollections.unmodifiableObservableList(checks);
    private final ObservableList<SignedReport> versions;
    private final ObservableList<SignedReport> versionsView;

    private EditHistory<Report> history;
    private @Nullable SectionKind typedIn;
    private @Nullable Handle pause;

    /// `versions` are the signed ones so far, oldest first. A `report` that says more than the last
    /// of them is a draft.
    public ReportEditorViewModel(
            Report report,
            List<SignedReport> versions,
            Author author,
            SigningRules rules,
            ReportChecks reportChecks,
            TemplateLibrary templates,
            ReportPorts ports) {
        this.report = new ReadOnlyObjectWrapper<>(report);
        this.versions = FXCollections.observableArrayList(versions);
        this.versionsView = FXCollections.unmodifiableObservableList(this.versions);
        this.author = author;
        this.rules = rules;
        this.reportChecks = reportChecks;
        this.templates = templates;
        this.ports = ports;
        this.history = new EditHistory<>(report);
        this.keeper = new DraftKeeper(ports.drafts(), ports.delay(), () -> history.document());
        history.addListener(shown);
        enter(false);
        show();
    }

    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public Report report() {
        return report.get();
    }

    public ReadOnlyObjectProperty<EditorMode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// The stage this person would sign next; empty when it is not their turn.
    public ReadOnlyObjectProperty<Optional<Stage>> nextStageProperty() {
        return nextStage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return keeper.stateProperty();
    }

    /// A message key: why the last act did nothing, or less than asked.
    public ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// The mark whose sentences are lit.
    public ReadOnlyObjectProperty<Optional<AnnotationId>> litProperty() {
        return lit.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty signingProperty() {
        return signing.getReadOnlyProperty();
    }

    public ObservableList<CheckResult> checks() {
        return checksView;
    }

    /// **Order:** oldest first.
    public ObservableList<SignedReport> versions() {
        return versionsView;
    }

    public ReportPorts ports() {
        return ports;
    }

    public Author author() {
        return author;
    }

    public boolean isEditable(SectionKind kind) {
        return switch (mode.get()) {
            case EDITING -> kind != SectionKind.ADDENDUM;
            case ADDENDUM -> kind == SectionKind.ADDENDUM;
            case LOCKED -> false;
        };
    }

    /// What a person typed: `text` is the section's whole text now.

    // [impl->req~report.ui.undo~1]
    public void type(SectionKind kind, String text) {
        if (!isEditable(kind) || text.equals(report().text(kind))) {
            return;
        }
        if (typedIn != kind) {
            settle();
        }
        typedIn = kind;
        history.provisional(ReportEdits.setText(history.settledDocument(), kind, text));
        restartPause();
        keeper.changed();
    }

    public void undo() {
        if (mode.get() != EditorMode.LOCKED) {
            settle();
            history.undo();
            keeper.changed();
        }
    }

    public void redo() {
        if (mode.get() != EditorMode.LOCKED) {
            settle();
            history.redo();
            keeper.changed();
        }
    }

    /// Templates in the report's language, the best first.
    public List<ReportTemplate> templates() {
        return templates.suiting(report().study(), report().language());
    }

    /// Fills in `template`; a section that holds a person's own words, or evidence, is left alone,
    /// and a notice says so.
    public void apply(ReportTemplate template) {
        if (mode.get() != EditorMode.EDITING) {
            return;
        }
        settle();
        List<Section> filled = new ArrayList<>();
        boolean kept = false;
        for (Section section : template.fill()) {
            if (isReplaceable(report().section(section.kind()))) {
                filled.add(section);
            } else {
                kept = true;
            }
        }
        history.apply(ReportEdits.applyTemplate(history.settledDocument(), template.id(), filled));
        notice.set(kept ? Optional.of("report.ui.template-kept") : Optional.empty());
        keeper.changed();
    }

    /// Writes the current measurement into the report after the sentence at `caret` of `kind`, or
    /// at the end of the findings when that section cannot be changed. Gives the new sentence's id;
    /// empty, with a notice, when there
    /// is nothing to write or nowhere.
    // [impl->req~report.ui.evidence~1]
    public Optional<SentenceId> insertMeasurement(SectionKind kind, int caret) {
        SectionKind target = isEditable(kind) && kind != SectionKind.TECHNIQUE ? kind : home();
        if (!isEditable(target)) {
            notice.set(Optional.of("report.ui.locked"));
            return Optional.empty();
        }
        var finding = ports.measurements().current();
        if (finding.isEmpty()) {
            notice.set(Optional.of("report.ui.no-measurement"));
            return Optional.empty();
        }
        settle();
        ReportSentence sentence = writer.write(finding.get(), report().language());
        Section section = report().section(target);
        int index = target == kind ? after(section, caret) : section.sentences().size();
        history.apply(ReportEdits.insert(history.settledDocument(), target, index, sentence));
        notice.set(Optional.empty());
        keeper.changed();
        return Optional.of(sentence.id());
    }

    /// A person takes a machine's sentence over as it stands: the act that clause D1 asks for.
    // [impl->req~report.ui.take-over~1]
    public void takeOver(SectionKind kind, SentenceId id) {
        if (!isEditable(kind)) {
            return;
        }
        settle();
        report().section(kind).sentences().stream()
                .filter(sentence -> sentence.id().equals(id) && sentence.origin() == SentenceOrigin.MACHINE)
                .findFirst()
                .ifPresent(sentence -> {
                    history.apply(ReportEdits.replace(
                            history.settledDocument(), kind, sentence.withOrigin(SentenceOrigin.HUMAN)));
                    keeper.changed();
                });
    }

    /// Shows the images behind `anchor`.
    public void goTo(EvidenceAnchor anchor) {
        lit.set(Optional.ofNullable(anchor.annotation()));
        ports.evidence().goTo(anchor);
    }

    /// Lights the sentences that rest on `annotation`, as it is selected in the images.
    public void light(Optional<AnnotationId> annotation) {
        lit.set(annotation);
    }

    /// The marks have changed; the checks look at them again.
    public void marksChanged() {
        check();
    }

    /// Saves what is not saved yet, as when the report is left.
    public void flush() {
        settle();
        keeper.flush();
    }

    /// Begins an addendum to a reviewed report.
    public void beginAddendum() {
        if (nextStage.get().equals(Optional.of(Stage.ADDENDUM)) && mode.get() == EditorMode.LOCKED) {
            open(versions.getLast().report());
            mode.set(EditorMode.ADDENDUM);
        }
    }

    /// The rules that would refuse a signature now; empty when it may be made.
    public List<Refusal> refusals(String reason) {
        Optional<Stage> stage = nextStage.get();
        return stage.map(value -> rules.refusals(new SigningSituation(
                        value,
                        author,
                        report(),
                        reason,
                        List.copyOf(versions),
                        List.copyOf(checks),
                        LocalDate.ofInstant(ports.clock().instant(), ports.zone()))))
                .orElseGet(() -> List.of(new Refusal("stage-order", "report.rule.stage-order", List.of())));
    }

    public String rulesVersion() {
        return rules.version();
    }

    /// Signs; `refused` is told how it went unless it went well. `password` is wiped by the port.
    ///
    // [impl->req~report.ui.sign~1]
    public void sign(String reason, char[] password, java.util.function.Consumer<SignPort.Outcome> ended) {
        Optional<Stage> stage = nextStage.get();
        if (signing.get() || stage.isEmpty() || mode.get() == EditorMode.LOCKED) {
            java.util.Arrays.fill(password, '\0');
            return;
        }
        settle();
        signing.set(true);
        ports.signing().sign(report(), stage.get(), reason, password, outcome -> {
            signing.set(false);
            if (outcome instanceof SignPort.Outcome.Signed signed) {
                keeper.stop();
                versions.add(signed.report());
                open(signed.report().report());
                enter(true);
            }
            ended.accept(outcome);
        });
    }

    /// When the draft was kept last, in the words' own time zone.
    public Optional<Instant> savedAt() {
        return keeper.stateProperty().get() instanceof SaveState.Saved saved
                ? Optional.of(saved.at())
                : Optional.empty();
    }

    private void enter(boolean justSigned) {
        nextStage.set(rules.nextStage(author.roles(), versions));
        boolean drafted = !versions.isEmpty() && !versions.getLast().report().equals(history.settledDocument());
        if (justSigned || nextStage.get().isEmpty()) {
            mode.set(EditorMode.LOCKED);
        } else if (nextStage.get().equals(Optional.of(Stage.ADDENDUM))) {
            mode.set(drafted ? EditorMode.ADDENDUM : EditorMode.LOCKED);
        } else {
            mode.set(EditorMode.EDITING);
        }
        if (justSigned) {
            history.close();
        }
    }

    private void open(Report document) {
        history.removeListener(shown);
        history = new EditHistory<>(document);
        history.addListener(shown);
        typedIn = null;
        keeper.resume();
        show();
    }

    private void show() {
        report.set(history.document());
        check();
    }

    private void check() {
        List<CheckResult> results = reportChecks.check(new CheckContext(
                report(), true, annotation -> ports.measurements().measured(annotation)));
        if (!results.equals(checks)) {
            checks.setAll(results);
        }
    }

    private void settle() {
        Handle running = pause;
        if (running != null) {
            running.cancel();
            pause = null;
        }
        typedIn = null;
        if (!history.isClosed()) {
            history.commitProvisional();
        }
    }

    private void restartPause() {
        Handle running = pause;
        if (running != null) {
            running.cancel();
        }
        pause = ports.delay().after(PAUSE, this::settle);
    }

    private SectionKind home() {
        return mode.get() == EditorMode.ADDENDUM ? SectionKind.ADDENDUM : SectionKind.FINDINGS;
    }

    private static boolean isReplaceable(Section section) {
        return section.sentences().stream()
                .allMatch(sentence -> sentence.words().isEmpty()
                        || sentence.origin() == SentenceOrigin.TEMPLATE
                                && sentence.evidence().isEmpty());
    }

    /// The index behind the sentence that `caret` is in or at the end of.
    private static int after(Section section, int caret) {
        int end = 0;
        for (int i = 0; i < section.sentences().size(); i++) {
            end += section.sentences().get(i).text().length();
            if (caret <= end) {
                return i + 1;
            }
        }
        return section.sentences().size();
    }
}
