package org.readingroom.desktop.reporting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;
import org.readingroom.report.critical.CriticalDictionary;
import org.readingroom.report.critical.CriticalFinding;
import org.readingroom.report.critical.CriticalRules;
import org.readingroom.report.critical.CriticalState;
import org.readingroom.services.reporting.CriticalEscalation;
import org.readingroom.services.reporting.CriticalValues;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The critical values as the window knows them; what is entered goes to the disk beside FX.
///
/// **Thread:** FX.
public final class CriticalDesk {
    private interface Entry {
        CriticalCase enter() throws WorkstationException;
    }

    private final CriticalValues values;
    private final CriticalEscalation escalation;
    private final TaskRunner runner;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<List<CriticalCase>> loops = new ReadOnlyObjectWrapper<>(List.of());
    private boolean isEscalating;

    public CriticalDesk(CriticalValues values, TaskRunner runner, Consumer<Exception> failed) {
        this.values = values;
        this.escalation = new CriticalEscalation(values);
        this.runner = runner;
        this.failed = failed;
    }

    /// Every loop, the oldest first.
    public ReadOnlyObjectProperty<List<CriticalCase>> loopsProperty() {
        return loops.getReadOnlyProperty();
    }

    public CriticalDictionary dictionary() {
        return values.dictionary();
    }

    public CriticalRules rules() {
        return values.rules();
    }

    public boolean isFileBroken() {
        return values.isFileBroken();
    }

    public Instant now() {
        return values.now();
    }

    public Optional<CriticalClock> clock(CriticalCase loop) {
        return CriticalClock.of(loop, rules(), now());
    }

    public Optional<CriticalCase> find(UUID id) {
        return loops.get().stream().filter(loop -> loop.id().equals(id)).findFirst();
    }

    public List<CriticalCase> ofStudy(StudyUid study) {
        return loops.get().stream()
                .filter(loop -> loop.finding().study().equals(study))
                .toList();
    }

    /// Those that somebody still has to do something about, what is due first first; a machine's suspicions last.
    public List<CriticalCase> open() {
        return loops.get().stream()
                .filter(loop -> loop.state().isOpen())
                .sorted(Comparator.comparing(
                        loop -> clock(loop).map(CriticalClock::due).orElse(Instant.MAX)))
                .toList();
    }

    /// The same without what only a machine suspects.
    public List<CriticalCase> running() {
        return open().stream()
                .filter(loop -> loop.state() != CriticalState.SUSPECTED)
                .toList();
    }

    public void refresh() {
        runner.start(Lane.IO, Priority.ON_SCREEN, values::all, loops::set, failed);
    }

    public void discover(CriticalFinding finding, Consumer<CriticalCase> done, Consumer<Exception> refused) {
        enter(() -> values.discover(finding), done, refused);
    }

    public void perform(UUID loop, CriticalAct act, Consumer<CriticalCase> done, Consumer<Exception> refused) {
        enter(() -> values.perform(loop, act), done, refused);
    }

    /// Notes who is to be called in now; `told` when there was anything to note.
    public void escalate(Runnable told) {
        if (isEscalating || running().stream().noneMatch(this::isOver)) {
            return;
        }
        isEscalating = true;
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                escalation::look,
                noted -> {
                    isEscalating = false;
                    if (noted > 0) {
                        refresh();
                        told.run();
                    }
                },
                fault -> {
                    isEscalating = false;
                    failed.accept(fault);
                });
    }

    private boolean isOver(CriticalCase loop) {
        return clock(loop)
                .filter(clock -> clock.tone() == CriticalClock.Tone.OVER)
                .isPresent();
    }

    private void enter(Entry entry, Consumer<CriticalCase> done, Consumer<Exception> refused) {
        record Entered(CriticalCase loop, List<CriticalCase> all) {}
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    CriticalCase loop = entry.enter();
                    return new Entered(loop, values.all());
                },
                entered -> {
                    loops.set(entered.all());
                    done.accept(entered.loop());
                },
                refused);
    }
}
