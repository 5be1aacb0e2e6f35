package org.readingroom.desktop.boot;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.desk.CrosshairLayer;
import org.readingroom.desktop.desk.CurveLayer;
import org.readingroom.desktop.desk.LayerStack;
import org.readingroom.desktop.desk.Magnifier;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.desk.PointAligningLayer;
import org.readingroom.desktop.desk.PointCursorLayer;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.desk.ReferenceLineLayer;
import org.readingroom.desktop.fx.CountingRunner;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reading.PriorsModel;
import org.readingroom.desktop.reading.ReadingView;
import org.readingroom.desktop.reading.ReadingViewModel;
import org.readingroom.desktop.reading.ReportFrame;
import org.readingroom.desktop.reading.ReportPlace;
import org.readingroom.desktop.reading.StudyGrowth;
import org.readingroom.desktop.reading.StudyLibrary;
import org.readingroom.desktop.reading.StudyLoader;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.tools.KeyImages;
import org.readingroom.desktop.tools.MarkActions;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tools.SessionAnnotations;
import org.readingroom.desktop.tools.SpineLayer;
import org.readingroom.desktop.tools.ToolCommands;
import org.readingroom.desktop.tools.ToolOverlay;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.TaskRunner;

/// The Read place: the desk, the marks on its pictures and the report beside it.
///
/// **Thread:** FX.
final class ReadPlace {
    private static final String SPLIT = "reading.split";

    private final ReadingDeskModel desk;
    private final ReadingDeskView deskView;
    private final ReadingViewModel reading;
    private final StudyGrowth growth;
    private final ReadingView view;
    private final PriorsModel priors;
    private final CountingRunner saving;
    private final MarksModel marks;
    private final KeyImages keyImages;
    private final Magnifier magnifier;
    private final ReportPlace reports;
    private final ToolCommands tools;
    private final SpineLayer spine;
    private final ReportFrame frame = new ReportFrame();

    /// `signed` is told of each signature made here.
    ReadPlace(Surroundings around, PictureMaker maker, Consumer<SignedReport> signed) {
        Session session = around.session();
        Words words = around.words();
        saving = new CountingRunner(around.lanes());
        desk = new ReadingDeskModel(around.lanes());
        deskView = new ReadingDeskView(desk, maker, words);
        reading = new ReadingViewModel(
                new StudyLoader(session.studies(), around.lanes())::load,
                session.frames(),
                desk,
                around.lanes(),
                around.status(),
                words);
        growth = new StudyGrowth(
                session.fetchStore(), session.hospital().fetcher().orElse(null), desk, around.lanes());
        reading.growBy(growth);
        view = new ReadingView(reading, deskView, words);
        priors = new PriorsModel(
                StudyLibrary.of(session.studies(), session.worklist().survivors(), around.lanes(), growth),
                desk,
                around.lanes(),
                around.status(),
                words);
        reading.shownProperty().subscribe((before, study) -> priors.follow(study));
        marks = new MarksModel(desk, saving, new SessionAnnotations(session.annotations()));
        new MarksBeside(desk.studies(), marks, session.reports());
        marks.faultProperty().subscribe(fault -> {
            if (fault != null) {
                around.tell(fault);
            }
        });
        ExitDoor exit = around.exit();
        MarkActions actions = new MarkActions(marks, words, text -> exit.copy(text, StudyUids.of(studyProperty())));
        keyImages = new KeyImages(
                marks,
                desk,
                session.user().displayName(),
                InstantSource.system(),
                key -> around.status().say(Tone.PLAIN, words.get(key)));
        spine = new SpineLayer(marks, words, told -> around.status().say(Tone.PLAIN, told));
        magnifier = new Magnifier(desk, maker);
        desk.setToolLayer(new LayerStack(List.of(
                magnifier,
                new PointCursorLayer(desk),
                new PointAligningLayer(desk.pointAligning(), words),
                new CurveLayer(desk.curveDrawing()),
                spine,
                new ToolOverlay(marks, actions, words),
                new CrosshairLayer(desk.crosshair(), words),
                new ReferenceLineLayer(desk))));
        desk.links().setTeller(key -> around.status().say(Tone.PLAIN, words.get(key)));
        tools = new ToolCommands(actions, deskView.inHandProperty(), words);
        deskView.toolButtons().getChildren().addAll(tools.buttons(desk::focusActive));
        reports = new ReportPlace(
                session.reports(), saving, desk, marks, around.status(), words, growth::missing, signed);
        actions.onSend(() -> {
            if (marks.current().filter(mark -> marks.isOfRead(mark.id())).isPresent()) {
                withReport(OpenedReport::sendMeasurement);
            } else {
                around.status().say(Tone.ATTENTION, words.get("desktop.priors.not-in-report"));
            }
        });
        reading.studyProperty().subscribe((before, study) -> opened(study));
        reports.openedProperty().subscribe(report -> {
            frame.hold(report == null ? null : report.view());
            view.showReport(
                    report == null ? null : frame,
                    () -> withReport(shown -> shown.view().focusText()));
            withReport(shown -> shown.view().setOnLeave(view::leaveReport));
        });
    }

    ReadingDeskModel desk() {
        return desk;
    }

    ReadingDeskView deskView() {
        return deskView;
    }

    ReadingView view() {
        return view;
    }

    /// What stands around the report.
    ReportFrame frame() {
        return frame;
    }

    /// Whether nothing more of `study` is expected than is here.
    boolean isWhole(StudyUid study) {
        return growth.missing(study).isEmpty();
    }

    MarksModel marks() {
        return marks;
    }

    /// What the reader marked of the open study.
    KeyImages keyImages() {
        return keyImages;
    }

    PriorsModel priors() {
        return priors;
    }

    ReadOnlyObjectProperty<@Nullable Study> studyProperty() {
        return reading.studyProperty();
    }

    /// The study whose pictures are on the desk; null until they are.
    ReadOnlyObjectProperty<@Nullable Study> shownProperty() {
        return reading.shownProperty();
    }

    /// The study all of whose series are on the desk.
    ReadOnlyObjectProperty<@Nullable Study> loadedProperty() {
        return reading.loadedProperty();
    }

    ReadOnlyObjectProperty<@Nullable OpenedReport> reportProperty() {
        return reports.openedProperty();
    }

    /// Does `action` with the report on the screen, when there is one.
    void withReport(Consumer<OpenedReport> action) {
        OpenedReport report = reports.openedProperty().get();
        if (report != null) {
            action.accept(report);
        }
    }

    void addCommands(CommandRegistry commands) {
        deskView.commands().forEach(commands::add);
        tools.all().forEach(commands::add);
        magnifier.commands(deskView.inHandProperty()).forEach(commands::add);
        spine.commands(deskView::activeNode).forEach(commands::add);
    }

    void open(Study study) {
        reading.open(study);
    }

    /// Reads the report of the open study, and whether its marks are locked, anew from the disk.
    void readAnew() {
        opened(reading.studyProperty().get());
        desk.focusActive(); // the editor that had the keyboard is gone
    }

    /// Puts the study away; what was written is still on its way to the disk.
    void close() {
        reading.close();
    }

    /// Runs what has to be on disk before anybody leaves.
    TaskRunner saving() {
        return saving;
    }

    /// True when every mark and word is on disk.
    boolean isSaved() {
        return saving.isIdle() && marks.isSaved() && reports.isSaved();
    }

    void arrive() {
        view.begin();
    }

    void restore(WindowMemory memory) {
        view.split().setDividerPositions(memory.number(SPLIT, 0.7));
    }

    void keep(WindowMemory memory) {
        // without a divider the report stands in a window of its own
        Arrays.stream(view.split().getDividerPositions()).findFirst().ifPresent(at -> memory.keep(SPLIT, at));
    }

    void dispose() {
        growth.close();
        reports.end();
        deskView.dispose();
    }

    private void opened(@Nullable Study study) {
        if (study == null) {
            marks.close();
        } else {
            marks.open(study.uid(), () -> reports.isAtRest(study.uid()));
        }
        reports.open(study);
    }
}
