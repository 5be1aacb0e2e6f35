package org.readingroom.desktop.reporting.aftercare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Report;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.ConformitySource;
import org.readingroom.report.quality.FollowUpItem;
import org.readingroom.services.reporting.Aftercare;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// What is kept of cases as the window knows it; what is entered goes to the disk beside FX, and is then
/// read anew.
///
/// **Thread:** FX.
public final class AftercareModel {
    private interface Entry {
        void enter() throws WorkstationException;
    }

    /// `marks` are those of the open report, oldest first.
    record Stand(List<FollowUpItem> items, List<ConformityMark> marks) {}

    private final Aftercare aftercare;
    private final TaskRunner runner;
    private final @Nullable Report report;
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(new Stand(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<@Nullable Exception> refused = new ReadOnlyObjectWrapper<>();

    /// `report` is the one that lies open, null when none does.
    public AftercareModel(Aftercare aftercare, TaskRunner runner, @Nullable Report report) {
        this.aftercare = aftercare;
        this.runner = runner;
        this.report = report;
    }

    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /// Why the last entry was not taken; null when it was.
    ReadOnlyObjectProperty<@Nullable Exception> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    boolean mayCompare() {
        return aftercare.mayCompare();
    }

    boolean isFileBroken() {
        return aftercare.isFileBroken();
    }

    LocalDate today() {
        return aftercare.today();
    }

    public void refresh() {
        runner.start(Lane.IO, Priority.ON_SCREEN, this::read, stand::set, refused::set);
    }

    void compare(Conformity verdict, ConformitySource source, LocalDate found, String words, Runnable done) {
        report().ifPresent(open -> enter(() -> aftercare.compare(open.id(), verdict, source, found, words), done));
    }

    void open(LocalDate due, String what, Runnable done) {
        report().ifPresent(open -> enter(() -> aftercare.open(open.study(), due, what), done));
    }

    void end(FollowUpItem item, boolean isDone, String words, Runnable done) {
        enter(() -> aftercare.end(item.id(), isDone, words), done);
    }

    private void enter(Entry entry, Runnable done) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    entry.enter();
                    return read();
                },
                now -> {
                    refused.set(null);
                    stand.set(now);
                    done.run();
                },
                fault -> {
                    refused.set(null); // the same refusal twice is told twice
                    refused.set(fault);
                });
    }

    private Stand read() throws WorkstationException {
        List<ConformityMark> marks = aftercare.marks().stream()
                .filter(mark ->
                        report().filter(open -> open.id().equals(mark.report())).isPresent())
                .toList();
        return new Stand(aftercare.items(), marks);
    }
}
