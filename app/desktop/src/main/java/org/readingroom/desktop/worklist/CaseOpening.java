package org.readingroom.desktop.worklist;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Opens a case: at once where pictures are here, else as soon as the first one is, if the person still waits for it
/// then. What is still missing goes on coming, and the status line says how much, until it is whole or given up.
///
/// **Thread:** FX.
// [impl->req~worklist.open-remote~1]
public final class CaseOpening implements AutoCloseable {
    /// Where studies are looked for that are here; blocks.
    @FunctionalInterface
    public interface Shelf {
        Optional<Study> study(StudyUid uid) throws WorkstationException;
    }

    private final StudyFetcher fetcher;
    private final Shelf shelf;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;
    private final Listening listening;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<@Nullable StudyUid> fetching = new ReadOnlyObjectWrapper<>();
    private volatile @Nullable StudyUid followed;
    private @Nullable Consumer<Study> ready;
    private BooleanSupplier isAwaited = () -> true;
    private boolean isOpened;
    private @Nullable FetchTrouble told;
    private String name = "";

    public CaseOpening(StudyFetcher fetcher, Shelf shelf, TaskRunner runner, StatusViewModel status, Words words) {
        this.fetcher = fetcher;
        this.shelf = shelf;
        this.runner = runner;
        this.status = status;
        this.words = words;
        this.listening = fetcher.onChange(this::changed);
    }

    /// The study that is on its way; null when none is.
    public ReadOnlyObjectProperty<@Nullable StudyUid> fetchingProperty() {
        return fetching.getReadOnlyProperty();
    }

    /// Hands the study of `row` to `opened` once there is something to see. What had to be waited for is only
    /// told where the person has turned to something else: `awaited` says whether they have not. Another case
    /// that is not open yet is no longer waited for.
    public void open(WorklistRow row, BooleanSupplier awaited, Consumer<Study> opened) {
        StudyUid study = row.uid().orElse(null);
        if (study == null) {
            status.say(Tone.ATTENTION, words.get("desktop.opening.no-study"));
            return;
        }
        if (!study.equals(fetching.get())) {
            letGo();
        }
        rest();
        Readiness now = fetcher.readiness(study);
        Optional<Study> here = row.study();
        // a study that came by hand is not the archive's to complete; one that it began is
        boolean isComing = here.isEmpty() || now.total() > 0 && !now.isAllHere();
        if (isComing) {
            followed = study;
            fetching.set(study);
            name = row.description().isBlank() ? row.modality() : row.description();
            ready = here.isEmpty() ? opened : null;
            isOpened = here.isPresent();
            isAwaited = awaited;
            show(now);
            fetcher.want(study, Priority.ON_SCREEN);
        }
        here.ifPresentOrElse(opened, this::look);
    }

    /// Gives up what is under way; what arrived stays. False when nothing is.
    public boolean cancel() {
        StudyUid study = fetching.get();
        if (study == null) {
            return false;
        }
        fetcher.giveUp(study);
        Readiness now = fetcher.readiness(study);
        rest();
        status.say(Tone.ATTENTION, words.get("desktop.opening.given-up", now.here(), total(now)));
        return true;
    }

    @Override
    public void close() {
        listening.close();
        rest();
    }

    private void changed(StudyUid study) {
        if (study.equals(followed) && isLooking.compareAndSet(false, true)) {
            runner.start(Lane.FX, Priority.ON_SCREEN, this::look);
        }
    }

    /// Looks how far it is, and whether there is something to open.
    private void look() {
        StudyUid study = fetching.get();
        if (study == null) {
            isLooking.set(false);
            return;
        }
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    // what changes from here on is looked at again
                    isLooking.set(false);
                    return new Found(
                            fetcher.readiness(study),
                            ready == null ? Optional.empty() : shelf.study(study),
                            fetcher.trouble(study));
                },
                found -> arrived(study, found),
                fault -> status.say(Tone.CRITICAL, words.about(fault)));
    }

    private record Found(Readiness readiness, Optional<Study> study, Optional<FetchTrouble> trouble) {}

    private void arrived(StudyUid study, Found found) {
        if (!study.equals(fetching.get())) {
            return;
        }
        show(found.readiness());
        found.trouble().ifPresent(this::tell);
        Consumer<Study> waiting = ready;
        if (waiting != null && found.study().isPresent()) {
            ready = null;
            hand(waiting, found.study().get());
        }
        if (found.readiness().isAllHere() && ready == null) {
            boolean isRead = isOpened;
            rest();
            if (isRead) {
                tellAll(found.readiness());
            } else {
                status.say(Tone.DONE, words.get("desktop.opening.here", name));
            }
        }
    }

    /// An archive that is still being sent to lists a part as if it were all.
    private void tellAll(Readiness readiness) {
        if (readiness.isWhole()) {
            status.say(Tone.DONE, words.get("desktop.opening.whole", readiness.here()));
        } else {
            status.say(Tone.PLAIN, words.get("desktop.opening.so-far", readiness.here()));
        }
    }

    private void hand(Consumer<Study> waiting, Study study) {
        isOpened = isAwaited.getAsBoolean();
        if (isOpened) {
            waiting.accept(study);
        } else {
            status.say(Tone.ATTENTION, words.get("desktop.opening.here", name));
        }
    }

    private void show(Readiness now) {
        double share = now.total() == 0 ? -1 : (double) now.here() / now.total();
        status.working(this, words.get("desktop.opening.fetching", name, now.here(), total(now)), share, this::cancel);
    }

    /// Why nothing more comes; said once.
    private void tell(FetchTrouble trouble) {
        if (!trouble.equals(told)) {
            told = trouble;
            status.say(Tone.ATTENTION, words.get(trouble.messageKey()));
        }
    }

    private static String total(Readiness now) {
        return now.total() == 0 ? "?" : String.valueOf(now.total());
    }

    /// A case that was not handed over is let go by nobody else.
    private void letGo() {
        StudyUid waiting = fetching.get();
        if (waiting != null && !isOpened) {
            fetcher.letGo(waiting);
        }
    }

    private void rest() {
        if (fetching.get() != null) {
            status.rested(this);
        }
        followed = null;
        ready = null;
        isOpened = false;
        told = null;
        fetching.set(null);
    }
}
