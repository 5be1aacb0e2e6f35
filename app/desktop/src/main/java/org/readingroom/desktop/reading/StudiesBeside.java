package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Brings further studies to the desk beside the one being read, and takes them off again.
///
/// **Thread:** FX.
// [impl->req~priors.beside~1]
final class StudiesBeside {
    private record Loaded(boolean isThere, int unread) {}

    private final StudyLibrary library;
    private final ReadingDeskModel desk;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;
    private final Map<StudyUid, Handle> loading = new HashMap<>();
    private int round;

    StudiesBeside(StudyLibrary library, ReadingDeskModel desk, TaskRunner runner, StatusViewModel status, Words words) {
        this.library = library;
        this.desk = desk;
        this.runner = runner;
        this.status = status;
        this.words = words;
    }

    /// Puts a study on the desk and hangs its best set beside the active one; one that is here is hung again.
    void open(Study study, Standing standing) {
        StudyUid uid = study.uid();
        if (loading.containsKey(uid)) {
            return;
        }
        if (desk.studies().of(uid).isPresent()) {
            hang(desk.studies().sets(uid));
            return;
        }
        desk.studies().put(study, standing);
        int mine = round;
        // what the runner does at once must not be taken for what is under way
        loading.put(uid, () -> {});
        Handle handle = runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> {
                    Loaded loaded = load(uid, mine);
                    // behind the sets, which are on their way to FX too
                    return runner.start(Lane.FX, Priority.NEIGHBOUR, () -> ended(mine, study, loaded));
                },
                queued -> {},
                fault -> failed(mine, uid, fault));
        loading.replace(uid, handle);
    }

    private Loaded load(StudyUid uid, int mine) throws Exception {
        if (library.study(uid).isEmpty()) {
            return new Loaded(false, 0);
        }
        int unread = library.load(uid, sets -> {
            List<DisplaySet> pictures =
                    sets.stream().filter(set -> !set.modality().equals("SEG")).toList();
            runner.start(Lane.FX, Priority.NEIGHBOUR, () -> {
                if (mine == round) {
                    desk.studies().add(uid, pictures);
                }
            });
        });
        return new Loaded(true, unread);
    }

    private void ended(int mine, Study study, Loaded loaded) {
        if (mine != round) {
            return;
        }
        loading.remove(study.uid());
        List<OpenSet> sets = desk.studies().sets(study.uid());
        if (sets.isEmpty()) {
            desk.studies().takeOff(study.uid());
            status.say(
                    Tone.ATTENTION,
                    words.get(
                            !loaded.isThere()
                                    ? "desktop.priors.gone"
                                    : loaded.unread() > 0
                                            ? "desktop.priors.unreadable"
                                            : "desktop.priors.no-pictures"));
            return;
        }
        if (loaded.unread() > 0) {
            status.say(Tone.ATTENTION, words.get("desktop.priors.unread", loaded.unread()));
        }
        hang(sets);
    }

    private void failed(int mine, StudyUid uid, Exception fault) {
        if (mine == round) {
            loading.remove(uid);
            desk.studies().takeOff(uid);
            status.say(Tone.CRITICAL, words.about(fault));
        }
    }

    private void hang(List<OpenSet> sets) {
        Optional<OpenSet> best = desk.studies()
                .anchor()
                .displaySet()
                .flatMap(now ->
                        SetBeside.of(now, sets.stream().map(OpenSet::displaySet).toList()))
                .flatMap(chosen -> sets.stream()
                        .filter(set -> set.displaySet().equals(chosen))
                        .findFirst());
        best.or(() -> sets.stream().findFirst()).ifPresent(set -> desk.studies().hang(set));
    }

    /// Takes every study but the one being read off the desk.
    void takeOff() {
        round++;
        List.copyOf(loading.values()).forEach(Handle::cancel);
        loading.clear();
        new ArrayList<>(desk.studies().all())
                .stream()
                        .filter(study -> !study.isCurrent())
                        .forEach(study -> desk.studies().takeOff(study.study().uid()));
    }

    boolean isLoading() {
        return !loading.isEmpty();
    }
}
