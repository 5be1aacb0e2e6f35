package org.readingroom.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The study that is open, on its way from the store to the desk.
///
/// **Thread:** FX.
public final class ReadingViewModel {
    /// Finds the display sets of a study; blocks. Returns how many files it had to leave out.
    @FunctionalInterface
    public interface Loader {
        int load(StudyUid study, Consumer<List<DisplaySet>> ready) throws WorkstationException;
    }

    private record Loaded(boolean isAny, int unread) {}

    private final Loader loader;
    private final FrameLoader frames;
    private final ReadingDeskModel desk;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;
    private final ReadOnlyObjectWrapper<@Nullable Study> study = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Study> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Study> loaded = new ReadOnlyObjectWrapper<>();
    private @Nullable Handle loading;
    private final List<DisplaySet> segmentations = new ArrayList<>();
    private @Nullable StudyGrowth growth;
    private int openings;

    public ReadingViewModel(
            Loader loader,
            FrameLoader frames,
            ReadingDeskModel desk,
            TaskRunner runner,
            StatusViewModel status,
            Words words) {
        this.loader = loader;
        this.frames = frames;
        this.desk = desk;
        this.runner = runner;
        this.status = status;
        this.words = words;
    }

    /// What arrives of a study while it is open comes on the desk by `other`.
    public void growBy(StudyGrowth other) {
        growth = other;
        other.takeBy(new StudyGrowth.Taker() {
            @Override
            public void take(Study whose, SeriesUid series, List<DisplaySet> sets) {
                arrived(openings, whose, sets);
            }

            @Override
            public void leftOut(int unread) {
                status.say(Tone.ATTENTION, words.get("desktop.reading.unread", unread));
            }

            @Override
            public void nothing(Study whose, String messageKey) {
                if (shown.get() == null) {
                    shown.set(whose);
                    loaded.set(whose);
                    status.say(Tone.ATTENTION, words.get(messageKey));
                }
            }
        });
    }

    /// Opens `wanted`; the study before it leaves the desk at once, so that no picture stands under a wrong name. Its
    /// first series is on the desk before the others are read.
    public void open(Study wanted) {
        Study now = study.get();
        if (now != null && now.uid().equals(wanted.uid())) {
            return;
        }
        close();
        study.set(wanted);
        int opening = openings;
        StudyGrowth grown = growth;
        if (grown != null) {
            grown.opened(wanted);
        }
        loading = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    boolean[] isAny = new boolean[1];
                    if (grown != null) {
                        grown.look(wanted.uid());
                    }
                    int unread = loader.load(wanted.uid(), sets -> {
                        isAny[0] = true;
                        runner.start(Lane.FX, Priority.ON_SCREEN, () -> arrived(opening, wanted, List.copyOf(sets)));
                    });
                    return new Loaded(isAny[0], unread);
                },
                found -> ended(wanted, found),
                fault -> status.say(Tone.CRITICAL, words.about(fault)));
    }

    /// Clears the desk.
    public void close() {
        openings++;
        segmentations.clear();
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
        desk.close();
        if (growth != null) {
            growth.leave();
        }
        loaded.set(null);
        study.set(null);
        shown.set(null);
    }

    /// The study that is open or opening; null when none is.
    public ReadOnlyObjectProperty<@Nullable Study> studyProperty() {
        return study.getReadOnlyProperty();
    }

    /// The study whose display sets are on the desk; null until the first of them are.
    public ReadOnlyObjectProperty<@Nullable Study> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The study all of whose series are known; null until they are.
    public ReadOnlyObjectProperty<@Nullable Study> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// What comes late, for a study that has been put away since, is dropped.
    private void arrived(int opening, Study wanted, List<DisplaySet> sets) {
        if (opening != openings) {
            return;
        }
        List<DisplaySet> pictures = new ArrayList<>();
        sets.forEach(set -> (isSegmentation(set) ? segmentations : pictures).add(set));
        if (!pictures.isEmpty()) {
            put(wanted, pictures);
            if (loading == null && loaded.get() == null) {
                loaded.set(wanted);
            }
        }
    }

    /// Segmentations lie over pictures; they are pictures of their own only where there are no others.
    private static boolean isSegmentation(DisplaySet set) {
        return set.modality().equals("SEG");
    }

    private void put(Study wanted, List<DisplaySet> sets) {
        if (shown.get() == null || desk.sets().isEmpty()) {
            desk.open(sets, frames);
            desk.studies().begin(wanted);
            shown.set(wanted);
        } else {
            desk.more(sets);
        }
    }

    private void ended(Study wanted, Loaded found) {
        loading = null;
        if (shown.get() == null && !segmentations.isEmpty()) {
            put(wanted, segmentations);
        }
        boolean isComing = growth != null && growth.isComing(wanted.uid());
        if (!found.isAny() && !isComing) {
            shown.set(wanted);
        }
        if (shown.get() != null) {
            loaded.set(wanted);
        }
        if (growth != null) {
            growth.follow(wanted);
        }
        if (found.unread() > 0) {
            status.say(Tone.ATTENTION, words.get("desktop.reading.unread", found.unread()));
        } else if (!found.isAny()) {
            status.say(
                    Tone.ATTENTION, words.get(isComing ? "desktop.reading.arriving" : "desktop.reading.no-pictures"));
        }
    }
}
