package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationEdit;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.LabelOffset;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.MeasurementCalculator;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.edit.EditHistory;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The marks of the open study, the tool in hand and the mark selected. No controls.
///
/// Nothing can be drawn before the stored marks are here: a document that was never read is never overwritten,
/// nor is one that cannot be read.
///
/// **Thread:** FX.
// [impl->req~tools.edit~1]
public final class MarksModel {
    private static final Logger LOG = LoggerFactory.getLogger(MarksModel.class);

    /// What was measured, of what: a frame or pixels that come later, or another unit of their values, may make it
    /// another number.
    private record Known(
            Annotation annotation,
            @Nullable ImageFrame frame,
            @Nullable ValueUnit unit,
            Measured measured) {
        @SuppressWarnings("ReferenceEquality") // the very frame: the desk makes each once
        boolean isOf(Annotation asked, @Nullable ImageFrame itsFrame, @Nullable ValueUnit gridUnit) {
            return annotation.equals(asked) && frame == itsFrame && Objects.equals(unit, gridUnit);
        }
    }

    private final TaskRunner tasks;
    private final AnnotationStore store;
    private final ValueGrids grids;
    private final ObjectProperty<@Nullable ToolKind> tool = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable AnnotationId> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final Map<AnnotationId, Known> known = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable EditHistory<AnnotationDocument> history;
    private @Nullable AnnotationSaver saver;
    private @Nullable Handle loading;
    private @Nullable StudyUid opened;
    private boolean signed;

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
    }

    /// Loads the marks of `study`; until they are here there are none and nothing can be drawn.
    public void open(StudyUid study) {
        close();
        opened = study;
        loading = tasks.start(Lane.IO, Priority.ON_SCREEN, () -> store.load(study), this::loaded, this::failed);
    }

    private void loaded(AnnotationDocument document) {
        EditHistory<AnnotationDocument> edits = new EditHistory<>(document);
        edits.addListener(this::changed);
        history = edits;
        saver = new AnnotationSaver(tasks, store, this::failed);
        if (signed) {
            edits.close();
        }
        changed();
    }

    private void failed(Exception e) {
        LOG.warn("marks could not be loaded or stored: {}", e.getMessage());
        fault.set(e);
    }

    /// Lets go of the study. What was drawn is stored already, gesture by gesture.
    public void close() {
        if (loading != null) {
            loading.cancel();
        }
        loading = null;
        opened = null;
        history = null;
        saver = null;
        signed = false;
        known.clear();
        fault.set(null);
        select(null);
        changed();
    }

    /// Ends all change of the marks of `study`, on which a signed report rests; those of another study that was
    /// opened meanwhile go on.
    public void closeForSignature(StudyUid study) {
        if (!study.equals(opened)) {
            return;
        }
        signed = true;
        if (history != null) {
            history.dropProvisional();
            history.close();
        }
    }

    public boolean isEditable() {
        return history != null && !history.isClosed();
    }

    /// True when every finished change is on disk.
    public boolean isSaved() {
        return saver == null || saver.isIdle();
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

    /// The marks as they are shown, one being dragged included.
    public List<Annotation> annotations() {
        return history == null ? List.of() : history.document().annotations();
    }

    public Optional<Annotation> find(AnnotationId id) {
        return history == null ? Optional.empty() : history.document().find(id);
    }

    /// The selected mark, else the newest one that is finished.
    public Optional<Annotation> current() {
        AnnotationId id = selected.get();
        Optional<Annotation> chosen = id == null ? Optional.empty() : find(id);
        if (chosen.isPresent() || history == null) {
            return chosen;
        }
        List<Annotation> all = history.settledDocument().annotations();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public void select(@Nullable AnnotationId id) {
        selected.set(id);
        tell();
    }

    /// The numbers of a mark now; statistics are missing while the pixels are on their way.
    public Measured measured(Annotation annotation) {
        Optional<ValueGrid> grid = annotation.measuresValues() ? grids.grid(annotation) : Optional.empty();
        ImageFrame frame = grids.frame(annotation).orElse(null);
        Known before = known.get(annotation.id());
        ValueUnit unit = grid.map(ValueGrid::unit).orElse(null);
        if (before != null && before.isOf(annotation, frame, unit)) {
            return before.measured();
        }
        Measured measured = MeasurementCalculator.measure(annotation, frame, grid.orElse(null));
        known.put(annotation.id(), new Known(annotation, frame, unit, measured));
        return measured;
    }

    /// The same in every unit that the values under the mark can be read in.
    Measured measuredInEveryUnit(Annotation annotation) {
        Measured measured = measured(annotation);
        return annotation.measuresValues() ? EveryUnit.of(measured, grids.otherReadings(annotation)) : measured;
    }

    public boolean canUndo() {
        return history != null && history.canUndo();
    }

    public boolean canRedo() {
        return history != null && history.canRedo();
    }

    public void undo() {
        if (canUndo() && history != null) {
            history.undo();
            stored();
        }
    }

    public void redo() {
        if (canRedo() && history != null) {
            history.redo();
            stored();
        }
    }

    public void delete(AnnotationId id) {
        document().filter(d -> d.find(id).isPresent()).ifPresent(d -> edit(AnnotationEdit.Delete.of(d, id)));
    }

    public void relabel(AnnotationId id, String label) {
        find(id).ifPresent(a -> edit(AnnotationEdit.Replace.relabelled(a, label.strip())));
    }

    /// Marks and key images without what is being dragged; nothing until they are here.
    Optional<AnnotationDocument> document() {
        return Optional.ofNullable(history).map(EditHistory::settledDocument);
    }

    /// Makes `edit` a step of its own, where the marks may change.
    void edit(AnnotationEdit edit) {
        if (isEditable() && history != null) {
            history.apply(edit);
            stored();
        }
    }

    /// Shows an edit that the next one replaces.
    void provisional(AnnotationEdit edit) {
        if (history != null) {
            history.provisional(edit);
        }
    }

    void commit() {
        if (history != null && history.isProvisional()) {
            history.commitProvisional();
            stored();
        }
    }

    void drop() {
        if (history != null) {
            history.dropProvisional();
        }
    }

    /// How far the reader moved a label from where it would stand.
    LabelOffset labelOffset(AnnotationId id) {
        return history == null ? LabelOffset.NONE : history.document().labelOffset(id);
    }

    private void stored() {
        if (saver != null && history != null) {
            fault.set(null);
            saver.save(history.settledDocument());
        }
    }

    private void changed() {
        AnnotationId id = selected.get();
        if (id != null && find(id).isEmpty()) {
            selected.set(null);
        }
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
