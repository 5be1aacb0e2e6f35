package org.readingroom.report.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.template.ReportTemplate;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.viewer.edit.Edit;

/// One report on the editor: what a person may do with it, its checks, and the way to a signature.
///
/// [ReportWriting] holds the words and their history, [GuardedWriting] what comes into them otherwise than by typing,
/// [SigningTurn] who may sign what.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
public final class ReportEditorViewModel {
    private final TemplateLibrary templates;
    private final ReportPorts ports;
    private final ReportWriting writing;
    private final GuardedWriting guarded;
    private final SigningTurn turn;

    private final ReadOnlyObjectWrapper<Report> report;
    private final HeldMode mode;
    private final ReadOnlyObjectWrapper<Optional<Stage>> nextStage;
    private final EvidenceFocus evidence;
    private final ReadOnlyBooleanWrapper signing = new ReadOnlyBooleanWrapper();
    private final LiveChecks checks;

    /// `versions` are the signed ones so far that hold, oldest first: none that was withdrawn. A `report` that says
    /// more than the last of them is a draft.
    public ReportEditorViewModel(
            Report report,
            List<SignedReport> versions,
            Author author,
            SigningRules rules,
            ReportChecks reportChecks,
            TemplateLibrary templates,
            ReportPorts ports) {
        this.checks = new LiveChecks(reportChecks, ports, author);
        this.evidence = new EvidenceFocus(ports.evidence());
        this.templates = templates;
        this.ports = ports;
        this.report = new ReadOnlyObjectWrapper<>(report);
        this.writing = new ReportWriting(report, ports.drafts(), ports.delay(), this::show);
        this.turn = new SigningTurn(rules, author, versions);
        this.nextStage = new ReadOnlyObjectWrapper<>(turn.next());
        this.mode = new HeldMode(turn.mode(report));
        this.guarded = new GuardedWriting(writing, mode, signing::get);
        show();
    }

    public ReadOnlyObjectProperty<Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public Report report() {
        return report.get();
    }

    public ReadOnlyObjectProperty<EditorMode> modeProperty() {
        return mode.property();
    }

    /// Takes the words out of a person's hands while somebody else holds the case.
    public HeldMode held() {
        return mode;
    }

    /// The stage this person would sign next; empty when it is not their turn.
    public ReadOnlyObjectProperty<Optional<Stage>> nextStageProperty() {
        return nextStage.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SaveState> saveStateProperty() {
        return writing.saveStateProperty();
    }

    /// A message key: why the last act did nothing, or less than asked.
    public ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return guarded.noticeProperty();
    }

    /// What in the images the sentences rest on.
    public EvidenceFocus evidence() {
        return evidence;
    }

    public ReadOnlyBooleanProperty signingProperty() {
        return signing.getReadOnlyProperty();
    }

    public ObservableList<CheckResult> checks() {
        return live().results();
    }

    /// The checks, what is known to them, and what a person lets stand of them.
    public LiveChecks live() {
        return checks;
    }

    /// The signed ones that hold.
    ///
    /// **Order:** oldest first.
    public ObservableList<SignedReport> versions() {
        return turn.versions();
    }

    public ReportPorts ports() {
        return ports;
    }

    public Author author() {
        return turn.author();
    }

    public boolean isEditable(SectionKind kind) {
        return mode.get().isEditable(kind);
    }

    /// What a person typed: `text` is the section's whole text now.
    public void type(SectionKind kind, String text) {
        if (isEditable(kind) && !text.equals(report().text(kind))) {
            writing.type(kind, text);
        }
    }

    public void undo() {
        mode.ifOpen(writing::undo);
    }

    public void redo() {
        mode.ifOpen(writing::redo);
    }

    /// Templates in the report's language, the best first.
    public List<ReportTemplate> templates() {
        return templates.suiting(report().study(), report().language());
    }

    /// The templates there are, and what the report's own said before anybody filled it in.
    public TemplateLibrary library() {
        return templates;
    }

    /// Fills in `template`; a section that holds anybody's work is left alone, and a notice says so.
    public void apply(ReportTemplate template) {
        guarded.apply(template, templates);
    }

    /// Writes the current measurement into the report after the sentence at `caret` of `kind`, or
    /// at the end of the findings when that section cannot be changed. Gives the new sentence's id;
    /// empty, with a notice, when there is nothing to write or nowhere.
    public Optional<SentenceId> insertMeasurement(SectionKind kind, int caret) {
        return guarded.insertMeasured(kind, caret, ports.measurements());
    }

    /// Writes `sentences` after the one at `caret` of `kind`; false, with a notice, when that section cannot be
    /// changed.
    public boolean insert(SectionKind kind, int caret, List<ReportSentence> sentences) {
        return guarded.insert(kind, caret, sentences);
    }

    /// One step of undo of its own. An edit that would touch what this person may not change now is not made; a
    /// notice says so, and the answer is false.
    public boolean write(Function<Report, ? extends Edit<Report>> edit) {
        return guarded.write(edit);
    }

    /// Says in the footer why something did nothing, or less than asked; a key of the `report` bundle.
    public void say(String key) {
        guarded.say(key);
    }

    /// A person takes a machine's sentence over as it stands: the act that clause D1 asks for.
    public void takeOver(SectionKind kind, SentenceId id) {
        guarded.takeOver(kind, id);
    }

    /// The marks have changed; the checks look at them again.
    public void marksChanged() {
        checks.look(report());
    }

    /// Saves what is not saved yet, as when the report is left.
    public void flush() {
        writing.flush();
    }

    /// Begins an addendum to a reviewed report.
    public void beginAddendum() {
        if (nextStage.get().equals(Optional.of(Stage.ADDENDUM)) && mode.get() == EditorMode.LOCKED && !mode.isHeld()) {
            writing.begin(turn.versions().getLast().report());
            mode.set(EditorMode.ADDENDUM);
        }
    }

    /// Chooses another of the stages that this person may sign now; null the usual one again.
    public void choose(@Nullable Stage stage) {
        if (!turn.choose(stage)) {
            return;
        }
        nextStage.set(turn.next());
        mode.set(turn.mode(report()));
    }

    /// The rules that would refuse a signature now; empty when it may be made.
    public List<Refusal> refusals(String reason) {
        return turn.refusals(
                report(),
                reason,
                checks.results(),
                LocalDate.ofInstant(ports.clock().instant(), ports.zone()));
    }

    public String rulesVersion() {
        return turn.rulesVersion();
    }

    /// Signs; `ended` is told how it went. `password` is wiped by the port.
    // [impl->req~report.ui.sign~1]
    public void sign(String reason, char[] password, Consumer<SignPort.Outcome> ended) {
        Optional<Stage> stage = nextStage.get();
        if (signing.get() || stage.isEmpty() || mode.get() == EditorMode.LOCKED) {
            Arrays.fill(password, '\0');
            return;
        }
        writing.settle();
        signing.set(true);
        ports.signing().sign(report(), stage.get(), reason, password, outcome -> {
            signing.set(false);
            if (outcome instanceof SignPort.Outcome.Signed signed) {
                turn.signed(signed.report());
                writing.end(signed.report().report());
                nextStage.set(turn.next());
                mode.set(EditorMode.LOCKED);
            }
            ended.accept(outcome);
        });
    }

    private void show() {
        report.set(writing.report());
        checks.look(report());
    }
}
