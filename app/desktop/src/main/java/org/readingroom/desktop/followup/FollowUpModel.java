package org.readingroom.desktop.followup;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.DeskStudies;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.services.reading.PatientIdentity;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionReading;
import org.readingroom.viewer.recist.LesionRole;
import org.readingroom.viewer.recist.LesionSize;
import org.readingroom.viewer.recist.LesionState;
import org.readingroom.viewer.recist.RecistRules;
import org.readingroom.viewer.recist.RecistTable;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The lesions followed of the patient whose study is read. No controls.
///
/// A size is that of its mark as it is now while the study is on the desk, and that of the last time else.
/// What was never read is never overwritten.
///
/// **Thread:** FX.
// [impl->req~recist.follow-up~1]
public final class FollowUpModel {
    private final MarksModel marks;
    private final DeskStudies studies;
    private final LesionStore store;
    private final TaskRunner tasks;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<FollowUp> followUp = new ReadOnlyObjectWrapper<>(FollowUp.EMPTY);
    private @Nullable Study current;
    private boolean isLoaded;
    /// What was changed since the program started: newer than what a load that is under way may bring.
    private final Map<Patient, FollowUp> changed = new HashMap<>();
    private final Deque<Patient> unsaved = new ArrayDeque<>();
    private boolean isStoring;

    public FollowUpModel(
            MarksModel marks, DeskStudies studies, LesionStore store, TaskRunner tasks, Consumer<Exception> failed) {
        this.marks = marks;
        this.studies = studies;
        this.store = store;
        this.tasks = tasks;
        this.failed = failed;
    }

    /// Loads the lesions of the patient of `study`; null puts everything away.
    public void open(@Nullable Study study) {
        current = study;
        isLoaded = false;
        followUp.set(FollowUp.EMPTY);
        store();
        // a number alone does not tell who is meant
        if (study == null || study.patient().id().value().isBlank() || !isSame(study.patient(), study.patient())) {
            return;
        }
        Patient patient = study.patient();
        tasks.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> store.load(patient),
                read -> {
                    if (study.equals(current)) {
                        isLoaded = true;
                        followUp.set(changed.entrySet().stream()
                                .filter(entry -> isSame(entry.getKey(), patient))
                                .map(Map.Entry::getValue)
                                .findFirst()
                                .orElse(read));
                    }
                },
                failed);
    }

    /// What is known, sizes as they are now.
    public ReadOnlyObjectProperty<FollowUp> followUpProperty() {
        return followUp.getReadOnlyProperty();
    }

    /// Whether lesions can be named: the patient has an ID, what was stored is here, the study has a date.
    public boolean isReady() {
        return isLoaded && date(current).isPresent();
    }

    public Optional<StudyUid> currentStudy() {
        return Optional.ofNullable(current).map(Study::uid);
    }

    /// The selected mark, if it lies in a dated study of this patient.
    public Optional<MarkedLesion> marked() {
        AnnotationId id = marks.selectedProperty().get();
        if (id == null || !isReady()) {
            return Optional.empty();
        }
        Optional<Annotation> mark = marks.find(id);
        Optional<Study> study = marks.studyOf(id)
                .flatMap(studies::of)
                .filter(DeskStudy::isOfPatient)
                .map(DeskStudy::study);
        return mark.flatMap(found -> study.flatMap(
                of -> date(of).map(date -> new MarkedLesion(found, marks.measured(found), of.uid(), date))));
    }

    private static Optional<LocalDate> date(@Nullable Study study) {
        return Optional.ofNullable(study).map(Study::dateTime).map(java.time.LocalDateTime::toLocalDate);
    }

    /// The lesion that a mark measures.
    public Optional<Lesion> lesionOf(AnnotationId mark) {
        return followUp.get().lesions().stream()
                .filter(lesion -> lesion.readings().stream().anyMatch(reading -> mark.equals(reading.mark())))
                .findFirst();
    }

    /// Makes `marked` the size of `lesion` in its study: a new lesion, or the next look at one there is.
    /// False when the mark has not the diameter that is needed; nothing is changed then.
    public boolean pair(MarkedLesion marked, Lesion lesion) {
        Optional<Measurement> size = LesionSize.of(marked.measured(), lesion.isNode());
        if (size.isEmpty() || !isReady()) {
            return false;
        }
        AnnotationId mark = marked.mark().id();
        FollowUp next = followUp.get();
        // a mark measures one lesion
        for (Lesion other : next.lesions()) {
            if (!other.name().equals(lesion.name())
                    && other.readings().stream().anyMatch(reading -> mark.equals(reading.mark()))) {
                next = next.with(withoutMark(other, mark));
            }
        }
        change(next.with(lesion.with(LesionReading.measured(marked.study(), marked.date(), size.get(), mark))));
        return true;
    }

    private static Lesion withoutMark(Lesion lesion, AnnotationId mark) {
        return new Lesion(
                lesion.name(),
                lesion.role(),
                lesion.isNode(),
                lesion.organ(),
                lesion.readings().stream()
                        .filter(reading -> !mark.equals(reading.mark()))
                        .toList());
    }

    /// Says what is seen of a lesion in the study that is read, without a size.
    public void see(Lesion lesion, LesionState state) {
        Study study = current;
        if (study != null && isReady()) {
            date(study)
                    .ifPresent(date ->
                            change(followUp.get().with(lesion.with(LesionReading.seen(study.uid(), date, state)))));
        }
    }

    /// Counts a lesion as something else.
    public void recount(Lesion lesion, LesionRole role) {
        if (isReady()) {
            change(followUp.get()
                    .with(new Lesion(lesion.name(), role, lesion.isNode(), lesion.organ(), lesion.readings())));
        }
    }

    public void remove(Lesion lesion) {
        if (isReady()) {
            change(followUp.get().without(lesion.name()));
        }
    }

    public RecistTable table() {
        return RecistRules.table(followUp.get());
    }

    /// Takes the sizes of marks that were dragged or deleted meanwhile.
    public void refresh() {
        if (!isReady()) {
            return;
        }
        FollowUp next = followUp.get();
        for (Lesion lesion : next.lesions()) {
            List<LesionReading> readings = new ArrayList<>();
            lesion.readings().forEach(reading -> readings.add(asItIsNow(reading, lesion.isNode())));
            if (!readings.equals(lesion.readings())) {
                next = next.with(new Lesion(lesion.name(), lesion.role(), lesion.isNode(), lesion.organ(), readings));
            }
        }
        if (!next.equals(followUp.get())) {
            change(next);
        }
    }

    private LesionReading asItIsNow(LesionReading reading, boolean isNode) {
        AnnotationId id = reading.mark();
        Optional<AnnotationDocument> document = marks.document(reading.study());
        // before the marks of a study are here nobody knows what became of them
        if (id == null || document.isEmpty()) {
            return reading;
        }
        Optional<Annotation> mark = document.get().find(id);
        if (mark.isEmpty()) {
            // it may come back by undo
            return new LesionReading(reading.study(), reading.date(), LesionState.NOT_EVALUATED, null, id);
        }
        return isOnDesk(reading.study(), mark.get())
                ? LesionSize.of(marks.measured(mark.get()), isNode)
                        .map(size -> LesionReading.measured(reading.study(), reading.date(), size, id))
                        .orElse(reading)
                : reading;
    }

    /// Whether the pictures of a mark are here: without them nobody knows how large a pixel is.
    private boolean isOnDesk(StudyUid study, Annotation mark) {
        return studies.sets(study).stream()
                .anyMatch(
                        set -> set.displaySet().series().equals(mark.placement().series()));
    }

    private void change(FollowUp next) {
        Study study = current;
        if (study != null) {
            Patient patient = study.patient();
            followUp.set(next);
            changed.keySet().removeIf(other -> isSame(other, patient));
            changed.put(patient, next);
            unsaved.removeIf(other -> isSame(other, patient));
            // before those that failed
            unsaved.addFirst(patient);
            store();
        }
    }

    private static boolean isSame(Patient one, Patient two) {
        return one.id().equals(two.id()) && PatientIdentity.of(one, two) == PatientIdentity.SAME;
    }

    private void store() {
        Patient patient = isStoring ? null : unsaved.poll();
        FollowUp next = patient == null ? null : changed.get(patient);
        if (patient == null || next == null) {
            return;
        }
        isStoring = true;
        tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    store.save(patient, next);
                    return true;
                },
                done -> {
                    isStoring = false;
                    store();
                },
                fault -> {
                    isStoring = false;
                    // the next change, or the next study opened, tries again
                    if (unsaved.stream().noneMatch(other -> isSame(other, patient))) {
                        unsaved.add(patient);
                    }
                    failed.accept(fault);
                });
    }
}
