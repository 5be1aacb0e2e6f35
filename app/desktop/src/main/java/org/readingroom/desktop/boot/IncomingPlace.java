package org.readingroom.desktop.boot;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.ConflictsSheet;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.services.link.Listening;
import org.readingroom.services.reading.IncomingChange;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes of reports that came from the hospital: told calmly, looked at when the person wants to, taken or left.
///
/// A report that is on the desk is kept first, held while its change is taken, and then read anew.
///
/// **Thread:** FX.
// [impl->req~report.incoming.told~1]
final class IncomingPlace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingPlace.class);

    /// chosen: a draft is a few kilobytes; a disk that takes longer than this has a fault of its own.
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private interface Act {
        void run() throws WorkstationException;
    }

    private final Surroundings around;
    private final SheetLayer sheets;
    private final ReadPlace read;
    private final IncomingReports incoming;
    private final Runnable changed;
    private final @Nullable Listening news;
    private final Command key;
    private @Nullable StudyUid taking;
    private int waiting;
    private boolean isClosed;

    /// `changed` is told when the words of a report here are others than before.
    IncomingPlace(Surroundings around, SheetLayer sheets, ReadPlace read, CommandRegistry commands, Runnable changed) {
        this.around = around;
        this.sheets = sheets;
        this.read = read;
        this.changed = changed;
        this.incoming = around.session().hospital().incoming();
        this.news = around.session()
                .hospital()
                .reportWatch()
                .map(watch -> watch.onChange(this::count))
                .orElse(null);
        new CommandList(commands).add("report.incoming", Shortcuts.ctrl(KeyCode.U), this::ask);
        this.key = commands.find("report.incoming").orElseThrow();
        key.shortcutProperty().subscribe(this::say);
        around.words().messagesProperty().subscribe(this::say);
        read.reportProperty().subscribe(this::hold);
        count();
    }

    /// Says how many wait; any thread.
    private void count() {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.PREFETCH,
                        incoming::changes,
                        all -> {
                            waiting = all.size();
                            say();
                        },
                        fault -> LOG.info("changes from the hospital are not counted: {}", fault.getMessage()));
    }

    private void say() {
        String name = around.words().get("desktop.incoming.waiting", waiting);
        String told = key.shortcut() == null
                ? name
                : around.words().get("desk.tip.key", name, Shortcuts.shown(key.shortcut()));
        around.status().incomingProperty().set(waiting == 0 ? "" : told);
    }

    /// Shows the change of the report on the desk, else the oldest.
    private void ask() {
        read.withReport(report -> report.model().flush());
        whenSaved(() -> around.lanes().start(Lane.IO, Priority.ON_SCREEN, incoming::changes, this::show, around::tell));
    }

    private void show(List<IncomingChange> all) {
        if (isClosed) {
            return;
        }
        if (all.isEmpty()) {
            around.status().say(Tone.PLAIN, around.words().get("desktop.incoming.none"));
            return;
        }
        IncomingChange change =
                all.stream().filter(one -> isOnDesk(one.study())).findFirst().orElse(all.getFirst());
        ConflictsSheet.show(sheets, around.words(), change, all.size(), new ConflictsSheet.Decisions() {
            @Override
            public void take(MergeResult decided) {
                begin(change, () -> incoming.take(change, decided), "desktop.incoming.taken");
            }

            @Override
            public void accept() {
                begin(change, () -> incoming.accept(change), "desktop.incoming.accepted");
            }

            @Override
            public void dismiss(String reason) {
                act(() -> incoming.dismiss(change, reason), "desktop.incoming.dismissed", () -> {});
            }
        });
    }

    // [impl->req~report.incoming.desk~1]
    private void begin(IncomingChange change, Act act, String doneKey) {
        if (isOnDesk(change.study()) && isBusy()) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.incoming.busy"));
            return;
        }
        read.withReport(report -> report.model().flush());
        whenSaved(() -> {
            // in this very moment every word is on disk: nothing more is written until the report is read anew
            taking = change.study();
            hold();
            act(act, doneKey, () -> {
                taking = change.study().equals(taking) ? null : taking;
                if (isOnDesk(change.study())) {
                    read.readAnew();
                }
            });
        });
    }

    /// The report whose change is being taken, also when it was left and opened again meanwhile.
    private void hold() {
        if (taking != null && isOnDesk(taking)) {
            read.withReport(report -> report.model().held().take());
        }
    }

    private void act(Act act, String doneKey, Runnable after) {
        around.lanes()
                .start(
                        Lane.IO,
                        Priority.ON_SCREEN,
                        () -> {
                            act.run();
                            return true;
                        },
                        done -> {
                            after.run();
                            around.status().say(Tone.DONE, around.words().get(doneKey));
                            changed.run();
                            count();
                        },
                        fault -> {
                            after.run();
                            around.tell(fault);
                            count();
                        });
    }

    private void whenSaved(Runnable then) {
        long begun = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (isClosed) {
                    stop();
                } else if (read.isSaved()) {
                    stop();
                    then.run();
                } else if (System.nanoTime() - begun > PATIENCE_NANOS) {
                    stop();
                    around.status().say(Tone.CRITICAL, around.words().get("desktop.incoming.unsaved"));
                }
            }
        }.start();
    }

    private boolean isOnDesk(StudyUid study) {
        return study.equals(StudyUids.of(read.studyProperty()));
    }

    /// Somebody else holds the case, a change is being taken already, or the report is just being signed.
    private boolean isBusy() {
        boolean[] isBusy = new boolean[1];
        read.withReport(report -> isBusy[0] = report.model().held().isHeldByOthers()
                || report.model().signingProperty().get());
        return isBusy[0];
    }

    @Override
    public void close() {
        isClosed = true;
        if (news != null) {
            news.close();
        }
    }
}
