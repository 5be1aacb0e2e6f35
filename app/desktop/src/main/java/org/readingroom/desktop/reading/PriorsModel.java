package org.readingroom.desktop.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.PatientIdentity;
import org.readingroom.services.reading.PriorFinder;
import org.readingroom.services.reading.PriorStudy;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The other studies of the patient being read, and the way to put them beside.
///
/// What is surely the patient's is put there by one key; what may be another person's, or is, only after
/// the reader has said so.
///
/// **Thread:** FX.
public final class PriorsModel {
    private final StudyLibrary library;
    private final ReadingDeskModel desk;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;
    private final StudiesBeside beside;
    private final ObservableList<PriorStudy> found = FXCollections.observableArrayList();
    private final ObservableList<PriorStudy> seen = FXCollections.unmodifiableObservableList(found);
    private BiConsumer<Study, Runnable> confirm = (stranger, open) -> {};
    private @Nullable Study current;
    private @Nullable Handle finding;

    public PriorsModel(
            StudyLibrary library, ReadingDeskModel desk, TaskRunner runner, StatusViewModel status, Words words) {
        this.library = library;
        this.desk = desk;
        this.runner = runner;
        this.status = status;
        this.words = words;
        this.beside = new StudiesBeside(library, desk, runner, status, words);
    }

    /// `asked` is given a study that is not surely of the patient being read, and what to do once the
    /// reader says that it shall be shown all the same.
    public void onMixing(BiConsumer<Study, Runnable> asked) {
        confirm = asked;
    }

    /// The other studies of the patient, the most useful first.
    public ObservableList<PriorStudy> found() {
        return seen;
    }

    /// Follows the study whose pictures are on the desk; null while there is none.
    public void follow(@Nullable Study study) {
        if (finding != null) {
            finding.cancel();
            finding = null;
        }
        beside.takeOff();
        found.clear();
        current = study;
        refresh();
    }

    /// Looks again: studies may have come since.
    public void refresh() {
        Study study = current;
        if (study != null) {
            finding = runner.start(
                    Lane.IO,
                    Priority.NEIGHBOUR,
                    () -> PriorFinder.of(study, library.studies()),
                    priors -> {
                        if (study.equals(current)) {
                            found.setAll(priors);
                        }
                    },
                    fault -> status.say(Tone.CRITICAL, words.about(fault)));
        }
    }

    /// The best prior not on the desk yet; the best of all when every one is.
    Optional<PriorStudy> best() {
        List<PriorStudy> priors = found.stream().filter(PriorStudy::isPrior).toList();
        return priors.stream()
                .filter(prior -> desk.studies().of(prior.study().uid()).isEmpty())
                .findFirst()
                .or(() -> priors.stream().findFirst());
    }

    /// Hangs the best prior beside the current study.
    public void openBest() {
        Optional<PriorStudy> best = best();
        best.ifPresent(this::open);
        if (best.isEmpty() && current != null) {
            status.say(Tone.PLAIN, words.get(found.isEmpty() ? "desktop.priors.none" : "desktop.priors.none-sure"));
        }
    }

    public void open(PriorStudy prior) {
        if (prior.isSure()) {
            beside.open(prior.study(), standing(prior));
        } else {
            ask(prior.study());
        }
    }

    /// Puts any study beside the one being read; one of another patient, or that may be, after the reader
    /// said so.
    public void open(Study study) {
        Study now = current;
        if (now == null || now.uid().equals(study.uid())) {
            return;
        }
        PriorFinder.of(now, List.of(study)).stream().findFirst().ifPresentOrElse(this::open, () -> ask(study));
    }

    // [impl->req~priors.mixing-refused~1]
    private void ask(Study study) {
        Study now = current;
        if (now == null) {
            return;
        }
        if (desk.studies().of(study.uid()).isPresent()) {
            beside.open(study, Standing.STRANGER);
            return;
        }
        confirm.accept(study, () -> {
            // another study may have been opened while the question stood
            if (now.equals(current) && PatientIdentity.of(now.patient(), study.patient()) != PatientIdentity.SAME) {
                beside.open(study, Standing.STRANGER);
            }
        });
    }

    private static Standing standing(PriorStudy prior) {
        return switch (prior.when()) {
            case EARLIER, SAME_DAY -> Standing.PRIOR;
            case LATER -> Standing.LATER;
            case UNDATED -> Standing.UNDATED;
        };
    }

    /// Leaves the current study alone on the desk.
    public void takeOff() {
        beside.takeOff();
    }

    public boolean isLoading() {
        return beside.isLoading();
    }

    /// What a study found is on the desk, when it is there.
    Optional<DeskStudy> onDesk(PriorStudy prior) {
        return desk.studies().of(prior.study().uid());
    }

    @Nullable
    Study current() {
        return current;
    }

    ReadingDeskModel desk() {
        return desk;
    }
}
