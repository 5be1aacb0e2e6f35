package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.Calibrations;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The marks of the studies on the desk, one document each, the tool in hand and the mark selected. No
/// controls.
///
/// Nothing can be drawn before the stored marks are here: a document that was never read is never
/// overwritten, nor is one that cannot be read.
///
/// **Thread:** FX.
// [impl->req~tools.edit~1]
public final class MarksModel {
    private static final Logger LOG = LoggerFactory.getLogger(MarksModel.class);

    private final TaskRunner tasks;
    private final AnnotationStore store;
    private final ValueGrids grids;
    private final ObjectProperty<@Nullable ToolKind> tool = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable AnnotationId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final CalibratedGrids calibrated;
    private final MarkNumbers numbers;
    private final ContourVolumes volumes;
    private final List<Runnable> listeners = new ArrayList<>();
    private final DeskMarks documents = new DeskMarks();
    private @Nullable StudyUid opened;
    private @Nullable Function<ReportLanguage, ReportSentence> prepared;

    /// Marks over the pictures of `desk`, whose overlays are painted again on every change.
    public MarksModel(ReadingDeskModel desk, TaskRunner tasks, AnnotationStore store) {
        this(tasks, store, new DeskGrids(desk));
        addListener(desk::repaintMarks);
        toolProperty().addListener(o -> desk.repaintMarks());
    }

    MarksModel(TaskRunner tasks, AnnotationStore store, ValueGrids grids) {
        this.tasks = tasks;
        this.store = store;
        this.grids = grids;
        this.calibrated = new CalibratedGrids(grids, this::annotations);
        this.numbers = new MarkNumbers(calibrated);
        this.volumes = new ContourVolumes(grids);
    }

    /// Loads the marks of `study`, the one that is read; until they are here there are none and nothing can
    /// be drawn. Where `isLocked` says so, or cannot say, they stay as they are.
    public void open(StudyUid study, Callable<Boolean> isLocked) {
        close();
        opened = study;
        put(study, isLocked);
    }

    /// Loads the marks of a further study on the desk; where `isLocked` says so, they stay as they are.
    // [impl->req~tools.marks-of-studies~1]
    public void openBeside(StudyUid study, Callable<Boolean> isLocked) {
        if (!documents.has(study)) {
            put(study, isLocked);
        }
    }

    private void put(StudyUid study, Callable<Boolean> isLocked) {
        documents.put(
                new StudyMarks(study, tasks, store, this::changed, () -> fault.set(null), this::failed), isLocked);
    }

    private void failed(Exception e) {
        LOG.warn("marks could not be loaded or stored: {}", e.getMessage());
        fault.set(e);
    }

    /// Lets go of a further study.
    public void closeBeside(StudyUid study) {
        if (!study.equals(opened)) {
            documents.remove(study);
            changed();
        }
    }

    /// Lets go of all. What was drawn is stored already, gesture by gesture.
    public void close() {
        documents.clear();
        opened = null;
        numbers.forget();
        fault.set(null);
        select(null);
        changed();
    }

    /// Ends all change of the marks of `study`, on which a signed report rests; those of other studies go on.
    public void closeForSignature(StudyUid study) {
        documents.of(study).ifPresent(StudyMarks::lock);
    }

    /// Whether the marks of the study that is read may change.
    public boolean isEditable() {
        return opened != null && isEditable(opened);
    }

    public boolean isEditable(StudyUid study) {
        return documents.of(study).flatMap(StudyMarks::editable).isPresent();
    }

    boolean isEditable(AnnotationId mark) {
        return documents.holding(mark).flatMap(StudyMarks::editable).isPresent();
    }

    /// Whether a mark is of the study that is read: only such go into its report.
    public boolean isOfRead(AnnotationId mark) {
        return documents
                .holding(mark)
                .filter(marks -> marks.study().equals(opened))
                .isPresent();
    }

    /// The study whose document holds a mark.
    public Optional<StudyUid> studyOf(AnnotationId mark) {
        return documents.holding(mark).map(StudyMarks::study);
    }

    /// The report takes `sentence` in place of the current mark while `insertion` runs, never later.
    public void insert(Function<ReportLanguage, ReportSentence> sentence, Runnable insertion) {
        prepared = sentence;
        try {
            insertion.run();
        } finally {
            prepared = null;
        }
    }

    Optional<Function<ReportLanguage, ReportSentence>> prepared() {
        return Optional.ofNullable(prepared);
    }

    /// True when every finished change is on disk.
    public boolean isSaved() {
        return documents.isSaved();
    }

    /// The tool in hand; null when there is none.
    public ObjectProperty<@Nullable ToolKind> toolProperty() {
        return tool;
    }

    public ReadOnlyObjectProperty<@Nullable AnnotationId> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What went wrong with loading or storing last; null when nothing did.
    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// Calls `listener` after every change of marks, selection or tool.
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /// The marks of all studies on the desk as they are shown, one being dragged included; those of the study
    /// that is read first.
    public List<Annotation> annotations() {
        return documents.annotations();
    }

    public Optional<Annotation> find(AnnotationId id) {
        return documents.find(id);
    }

    /// The selected mark, else the newest finished one of the study that is read.
    public Optional<Annotation> current() {
        AnnotationId id = selected.get();
        return (id == null ? Optional.<Annotation>empty() : find(id))
                .or(() -> document()
                        .map(AnnotationDocument::annotations)
                        .filter(all -> !all.isEmpty())
                        .map(List::getLast));
    }

    public void select(@Nullable AnnotationId id) {
        selected.set(id);
        tell();
    }

    /// The numbers of a mark now; statistics are missing while the pixels are on their way.
    public Measured measured(Annotation annotation) {
        return volumes.with(annotation, numbers.of(annotation));
    }

    /// Whether the file itself says how large the pixels under a mark are; true where nobody knows yet.
    boolean hasTrueSpacing(Annotation annotation) {
        return grids.frame(annotation).map(Calibrations::hasTrueSpacing).orElse(true);
    }

    MarkNumbers numbers() {
        return numbers;
    }

    /// The same in every unit that the values under the mark can be read in.
    Measured measuredInEveryUnit(Annotation annotation) {
        return volumes.with(annotation, numbers.inEveryUnit(annotation));
    }

    public boolean canUndo() {
        return documents.canUndo();
    }

    public boolean canRedo() {
        return documents.canRedo();
    }

    /// Takes back what was done last, whichever study it was done to.
    public void undo() {
        documents.undo();
    }

    public void redo() {
        documents.redo();
    }

    public void delete(AnnotationId id) {
        documents
                .holding(id)
                .flatMap(StudyMarks::history)
                .map(EditHistory::settledDocument)
                .filter(d -> d.find(id).isPresent())
                .ifPresent(d -> edit(AnnotationEdit.Delete.of(d, id)));
    }

    public void relabel(AnnotationId id, String label) {
        find(id).ifPresent(a -> edit(AnnotationEdit.Replace.relabelled(a, label.strip())));
    }

    /// Marks and key images of the study that is read, without what is being dragged; nothing until they are
    /// here.
    Optional<AnnotationDocument> document() {
        return opened == null ? Optional.empty() : document(opened);
    }

    /// The same of any study on the desk.
    public Optional<AnnotationDocument> document(StudyUid study) {
        return documents.of(study).flatMap(StudyMarks::history).map(EditHistory::settledDocument);
    }

    /// The document that an edit belongs to: that of the study whose series a new mark lies on, or which has
    /// the mark.
    private Optional<StudyMarks> target(AnnotationEdit edit) {
        return switch (edit) {
            case AnnotationEdit.Add add ->
                documents.of(grids.study(add.annotation().placement().series())
                        .orElse(documents.all().size() == 1 ? opened : null));
            case AnnotationEdit.Delete delete ->
                documents.holding(delete.annotation().id());
            case AnnotationEdit.Replace replace ->
                documents.holding(replace.before().id());
            case AnnotationEdit.MoveLabel move -> documents.holding(move.id());
            case AnnotationEdit.MarkKeyImages mark -> documents.of(opened);
            case AnnotationEdit.Together several -> target(several.edits().getFirst());
        };
    }

    /// Makes `edit` a step of its own, where the marks may change.
    void edit(AnnotationEdit edit) {
        target(edit).ifPresent(marks -> documents.edit(marks, edit));
    }

    /// Shows an edit that the next one replaces.
    void provisional(AnnotationEdit edit) {
        target(edit).flatMap(StudyMarks::editable).ifPresent(history -> history.provisional(edit));
    }

    void commit() {
        documents.commit();
    }

    void drop() {
        documents.drop();
    }

    /// How far the reader moved a label from where it would stand.
    LabelOffset labelOffset(AnnotationId id) {
        return documents.labelOffset(id);
    }

    private void changed() {
        calibrated.marksChanged();
        AnnotationId id = selected.get();
        if (id != null && find(id).isEmpty()) {
            selected.set(null);
        }
        volumes.of(annotations());
        tell();
    }

    /// Has every view paint its marks again, and whoever listens look again.
    void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
