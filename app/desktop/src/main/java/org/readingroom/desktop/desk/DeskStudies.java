package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;

/// The studies on the desk: the one being read, and what was put beside it.
///
/// A display set belongs to the study of its files. A desk that was filled without saying what is read has no studies;
/// its sets count as current.
///
/// **Thread:** FX.
// [impl->req~desk.studies~1]
public final class DeskStudies {
    private static final Comparator<Study> NEWEST_FIRST = Comparator.comparing(
                    Study::dateTime, Comparator.nullsFirst(Comparator.<java.time.LocalDateTime>naturalOrder()))
            .reversed();

    private final ReadingDeskModel desk;
    private final ObservableList<DeskStudy> all = FXCollections.observableArrayList();
    private final ObservableList<DeskStudy> seen = FXCollections.unmodifiableObservableList(all);

    DeskStudies(ReadingDeskModel desk) {
        this.desk = desk;
    }

    /// The current one first, then the others by standing, the newest of each first.
    public ObservableList<DeskStudy> all() {
        return seen;
    }

    /// Says whose the sets on the desk are.
    public void begin(Study current) {
        all.setAll(new DeskStudy(current, Standing.CURRENT, 0));
    }

    /// Puts a study beside the current one; its sets follow with [#add].
    public void put(Study study, Standing standing) {
        if (standing == Standing.CURRENT || of(study.uid()).isPresent()) {
            throw new IllegalArgumentException("a second study as " + standing);
        }
        List<DeskStudy> next = new ArrayList<>(all);
        next.add(new DeskStudy(study, standing, 0));
        renumber(next);
    }

    /// The sets of a study that was put here, behind those on the desk; no view takes one by itself.
    public List<OpenSet> add(StudyUid study, List<DisplaySet> sets) {
        if (of(study).isEmpty()) {
            return List.of();
        }
        List<OpenSet> held =
                desk.hold(sets.stream().filter(set -> set.study().equals(study)).toList());
        desk.sets().addAll(held);
        return held;
    }

    /// Takes a study off the desk with everything that shows it; the current one stays.
    public void takeOff(StudyUid study) {
        if (of(study).filter(found -> !found.isCurrent()).isPresent()) {
            takeOff(sets(study));
            renumber(all.stream()
                    .filter(other -> !other.study().uid().equals(study))
                    .toList());
        }
    }

    /// Views that show a set that leaves take one of the current study not shown yet, if any.
    private void takeOff(List<OpenSet> leaving) {
        if (leaving.isEmpty()) {
            return;
        }
        desk.tiling().stop();
        desk.pointAligning().cancel();
        desk.valueAligning().cancel();
        desk.sets().removeAll(leaving);
        for (ViewportModel view : desk.views()) {
            FusedSet over = view.additions().fusedProperty().get();
            if (over != null && leaving.contains(over.set())) {
                view.additions().fusedProperty().set(null);
            }
            if (leaving.contains(view.setProperty().get())) {
                boolean isInLayout = desk.grid().inLayout().contains(view);
                view.show(isInLayout ? desk.nextUnshown().orElse(null) : null);
            }
        }
        leaving.forEach(OpenSet::close);
    }

    /// The view that others are hung beside: the active one, or the first of the current study when the active one
    /// shows
    /// another.
    public ViewportModel anchor() {
        ViewportModel active = desk.activeProperty().get();
        return isOfCurrent(active)
                ? active
                : desk.visible().stream().filter(this::isOfCurrent).findFirst().orElse(active);
    }

    private boolean isOfCurrent(ViewportModel view) {
        return view.displaySet().map(this::isCurrent).orElse(false);
    }

    /// Shows a set of another study in the view after the anchor; a view that stands alone gets one beside it. A view
    /// that shows the study already takes it.
    public void hang(OpenSet set) {
        desk.tiling().stop();
        ViewportModel anchor = anchor();
        if (desk.visible().size() == 1) {
            Arrangements.beside(desk, anchor);
            anchor = desk.activeProperty().get();
        }
        List<ViewportModel> here = desk.visible();
        ViewportModel after = here.get((here.indexOf(anchor) + 1) % here.size());
        ViewportModel place = here.stream()
                .filter(view -> view.displaySet()
                        .filter(shown -> shown.study().equals(set.displaySet().study()))
                        .isPresent())
                .findFirst()
                .orElse(after);
        if (place.setProperty().get() != set) {
            place.show(set);
        }
        set.prefetch(place.index(), Priority.PREFETCH);
    }

    void clear() {
        all.clear();
    }

    private void renumber(List<DeskStudy> studies) {
        List<DeskStudy> numbered = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            List<Study> same = studies.stream()
                    .filter(study -> study.standing() == standing)
                    .map(DeskStudy::study)
                    .sorted(NEWEST_FIRST)
                    .toList();
            for (int i = 0; i < same.size(); i++) {
                numbered.add(new DeskStudy(same.get(i), standing, standing == Standing.CURRENT ? 0 : i + 1));
            }
        }
        all.setAll(numbered);
    }

    public Optional<DeskStudy> current() {
        return all.stream().filter(DeskStudy::isCurrent).findFirst();
    }

    /// The priors of the patient on the desk, the newest first.
    public List<DeskStudy> priors() {
        return all.stream().filter(study -> study.standing() == Standing.PRIOR).toList();
    }

    public Optional<DeskStudy> of(StudyUid uid) {
        return all.stream().filter(study -> study.study().uid().equals(uid)).findFirst();
    }

    public Optional<DeskStudy> of(OpenSet set) {
        return of(set.displaySet().study());
    }

    /// Whether a set is of the study being read; one of no study that was put beside it is.
    public boolean isCurrent(DisplaySet set) {
        return of(set.study()).map(DeskStudy::isCurrent).orElse(true);
    }

    /// The sets of one study, in the order of the thumbnails.
    public List<OpenSet> sets(StudyUid study) {
        return desk.sets().stream()
                .filter(set -> set.displaySet().study().equals(study))
                .toList();
    }

    /// Whether two sets may be joined by anything: a place, a link, a line, one laid over the other. Never across
    /// patients, nor where one of them may be of another.
    // [impl->req~desk.never-two-patients~1]
    public boolean mayBeJoined(DisplaySet one, DisplaySet two) {
        return one.study().equals(two.study()) || (isOfPatient(one) && isOfPatient(two));
    }

    private boolean isOfPatient(DisplaySet set) {
        return of(set.study()).map(DeskStudy::isOfPatient).orElse(true);
    }

    /// Whether pictures of more than one patient are on the desk, as far as can be told.
    public boolean isMixed() {
        return all.stream().anyMatch(study -> !study.isOfPatient());
    }

    /// The patients on the desk, the current one first.
    public List<Patient> patients() {
        return all.stream().map(study -> study.study().patient()).distinct().collect(Collectors.toList());
    }
}
