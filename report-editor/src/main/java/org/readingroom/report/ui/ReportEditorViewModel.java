package org.readingroom.report.ui;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.viewer.annotation.AnnotationId;

/// One report on the editor: what a person may do with it, its checks, and the way to a signature.
///
/// [ReportWriting] holds the words and their history, [SigningTurn] who may sign what.
///
/// **Thread:** `fx`, or one test thread; needs no toolkit.
public final class ReportEditorViewModel {
    private final ReportChecks reportChecks;
    private final TemplateLibrary templates;
    private final ReportPorts ports;
    private final ReportWriting writing;
    private final SigningTurn turn;

    private final ReadOnlyObjectWrapper<Report> report;
    private final HeldMode mode;
    private final ReadOnlyObjectWrapper<Optional<Stage>> nextStage;
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AnnotationId>> lit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper signing = new ReadOnlyBooleanWrapper();
    private final ObservableList<CheckResult> checks = FXCollections.observableArrayList();
    // Held here: a view of a list listens to it weakly, so one that nobody holds falls silent.
    private final ObservableList<CheckResult> checksView = FXCollections.unmodifiableObservableList(checks);

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
        this.reportChecks = reportChecks;
        this.templates = templates;
        this.ports = ports;
        this.report = new ReadOnlyObjectWrapper<>(report);
        this.writing = new ReportWriting(report, ports.drafts(), ports.delay(), this::show);
        this.turn = new SigningTurn(rules, author, versions);
        this.nextStage = new ReadOnlyObjectWrapper<>(turn.next());
        this.mode = new HeldMode(turn.mode(report));
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
        return turn.versions();
    }

    public ReportPorts ports() {
        return ports;
    }

    public Author author() {
        return turn.author();
    }

    public boolean isEditable(SectionKind kind) {
        return switch (mode.get()) {
            case EDITING -> kind != SectionKind.ADDENDUM;
            case ADDENDUM -> kind == SectionKind.ADDENDUM;
            case LOCKED -> false;
        };
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

    /// Fills in `template`; a section that holds a person's own words, or evidence, is left alone,
    /// and a notice says so.
    public void apply(ReportTemplate template) {
        if (mode.get() != EditorMode.EDITING) {
            return;
        }
        List<Section> filled = SectionWords.fillable(template, report());
        writing.write(now -> ReportEdits.applyTemplate(now, template.id(), filled));
        boolean isKept = filled.size() < template.fill().size();
        notice.set(isKept ? Optional.of("report.ui.template-kept") : Optional.empty());
    }

    /// Writes the current measurement into the report after the sentence at `caret` of `kind`, or
    /// at the end of the findings when that section cannot be changed. Gives the new sentence's id;
    /// empty, with a notice, when there is nothing to write or nowhere.
    // [impl->req~report.ui.evidence~1]
    public Optional<SentenceId> insertMeasurement(SectionKind kind, int caret) {
        SectionKind target = isEditable(kind) && kind != SectionKind.TECHNIQUE ? kind : home();
        if (!isEditable(target)) {
            notice.set(Optional.of("report.ui.locked"));
            return Optional.empty();
        }
        Optional<ReportSentence> measured = ports.measurements().sentence(report().language());
        if (measured.isEmpty()) {
            notice.set(Optional.of("report.ui.no-measurement"));
            return Optional.empty();
        }
        ReportSentence sentence = measured.get();
        writing.write(now -> {
            Section section = now.section(target);
            int index = target == kind
                    ? SectionWords.after(section, caret)
                    : section.sentences().size();
            return ReportEdits.insert(now, target, index, sentence);
        });
        notice.set(Optional.empty());
        return Optional.of(sentence.id());
    }

    /// A person takes a machine's sentence over as it stands: the act that clause D1 asks for.
    // [impl->req~report.ui.take-over~1]
    public void takeOver(SectionKind kind, SentenceId id) {
        if (!isEditable(kind)) {
            return;
        }
        writing.settle();
        report().section(kind).sentences().stream()
                .filter(sentence -> sentence.id().equals(id) && sentence.origin() == SentenceOrigin.MACHINE)
                .findFirst()
                .ifPresent(sentence -> writing.write(
                        now -> ReportEdits.replace(now, kind, sentence.withOrigin(SentenceOrigin.HUMAN))));
    }

    /// Shows the images behind `anchor`.
    public void goTo(EvidenceAnchor anchor) {
        lit.set(Optional.ofNullable(anchor.annotation()));
        ports.evidence().goTo(anchor);
    }

    /// Shows the images behind `sentence`: its first anchor or, when one of them is lit, the one after it.
    public void showEvidence(ReportSentence sentence) {
        List<EvidenceAnchor> anchors = sentence.evidence();
        for (int i = 0; i < anchors.size(); i++) {
            if (isLit(anchors.get(i))) {
                goTo(anchors.get((i + 1) % anchors.size()));
                return;
            }
        }
        if (!anchors.isEmpty()) {
            goTo(anchors.getFirst());
        }
    }

    /// Whether `sentence` rests on the mark that is selected in the images.
    public boolean isLit(ReportSentence sentence) {
        return sentence.evidence().stream().anyMatch(this::isLit);
    }

    private boolean isLit(EvidenceAnchor anchor) {
        return lit.get().isPresent() && lit.get().get().equals(anchor.annotation());
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
        writing.flush();
    }

    /// Begins an addendum to a reviewed report.
    public void beginAddendum() {
        if (nextStage.get().equals(Optional.of(Stage.ADDENDUM)) && mode.get() == EditorMode.LOCKED && !mode.isHeld()) {
            writing.begin(turn.versions().getLast().report());
            mode.set(EditorMode.ADDENDUM);
        }
    }

    /// The rules that would refuse a signature now; empty when it may be made.
    public List<Refusal> refusals(String reason) {
        return turn.refusals(
                report(), reason, checks, LocalDate.ofInstant(ports.clock().instant(), ports.zone()));
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
        check();
    }

    private void check() {
        List<CheckResult> results = reportChecks.check(new CheckContext(
                report(), true, annotation -> ports.measurements().measured(annotation)));
        if (!results.equals(checks)) {
            checks.setAll(results);
        }
    }

    private SectionKind home() {
        return mode.get() == EditorMode.ADDENDUM ? SectionKind.ADDENDUM : SectionKind.FINDINGS;
    }
}
