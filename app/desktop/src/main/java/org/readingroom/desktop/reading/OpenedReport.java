package org.readingroom.desktop.reading;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.EvidenceGuide;
import org.readingroom.report.ui.FxDelay;
import org.readingroom.report.ui.MeasurementSource;
import org.readingroom.report.ui.MissingImages;
import org.readingroom.report.ui.ReportEditorView;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.report.ui.ReportPorts;
import org.readingroom.report.ui.SaveState;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReportService;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// The report of the open study with its editor, tied to the session.
///
/// **Thread:** FX.
public final class OpenedReport {
    private final ReportEditorViewModel model;
    private final ReportEditorView view;
    private final ReportSigning signing;
    private final ReportDrafts drafts;
    private final ReportBase base;
    private BooleanSupplier first = () -> false;

    public OpenedReport(
            OpenReport opened,
            ReportService reports,
            TaskRunner runner,
            MeasurementSource measurements,
            EvidenceGuide evidence,
            Supplier<Optional<MissingImages>> missing,
            Words words,
            Consumer<SignedReport> signed) {
        base = new ReportBase(reports, opened.base());
        signing = new ReportSigning(reports, runner, base, missing, signed);
        drafts = new ReportDrafts(runner, base);
        ReportPorts ports = new ReportPorts(
                drafts, signing, measurements, evidence, new FxDelay(), InstantSource.system(), ZoneId.systemDefault());
        model = new ReportEditorViewModel(
                opened.report(),
                opened.holding(),
                reports.author(),
                SigningRules.shipped().following(opened.acts()),
                new ReportChecks(CheckRules.shipped()),
                TemplateLibrary.shipped(),
                ports);
        view = new ReportEditorView(model, words.messagesProperty());
        view.attach();
    }

    /// What others have against the report beside its words, from now on.
    public void concernedBy(Function<Report, List<CheckResult>> others) {
        signing.concernedBy(others);
        model.marksChanged();
    }

    /// What others remind of in the sign sheet, in words for the person; blank while there is nothing.
    public void remindedBy(Supplier<String> others) {
        signing.remindedBy(others);
    }

    /// `taker` is asked first when a measurement is sent to the report; true when it took it.
    public void offerFirst(BooleanSupplier taker) {
        first = taker;
    }

    /// Sends the current measurement into a field that waits for it, else into the text as a sentence.
    public void sendMeasurement() {
        if (!first.getAsBoolean()) {
            view.insertMeasurement();
        }
    }

    public ReportEditorViewModel model() {
        return model;
    }

    public ReportEditorView view() {
        return view;
    }

    /// True when nobody may change its words now.
    public boolean isLocked() {
        return model.modeProperty().get() == EditorMode.LOCKED;
    }

    /// True when every word is on disk, in the report or, too late for it, beside it.
    public boolean isSaved() {
        SaveState state = model.saveStateProperty().get();
        return state instanceof SaveState.Untouched
                || state instanceof SaveState.Saved
                || (state instanceof SaveState.Failed(Exception cause) && drafts.isKept(cause));
    }

    /// Throws the draft away, for a reason that is kept; false when there was none.
    ///
    /// **Thread:** `io`. **Errors:** `services.report.discard-changed` when another draft came there meanwhile.
    public boolean discard(StudyUid study, String why) throws WorkstationException {
        return base.discard(study, why);
    }

    /// Runs `then` once the save that is under way has been answered, whatever the answer is.
    void whenAnswered(Runnable then) {
        drafts.whenAnswered(then);
    }

    /// Stores what is not stored yet and lets go of the editor.
    public void close() {
        drafts.leave();
        view.detach();
    }

    /// Tries nothing any more to keep words.
    void end() {
        drafts.end();
    }
}
