package org.readingroom.desktop.reporting.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.statistics.GroupRow;
import org.readingroom.report.statistics.Grouping;
import org.readingroom.report.statistics.Measures;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.StatisticsRules;
import org.readingroom.services.reporting.ReportStatistics.Counted;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The period that is counted and what was counted of it; counting runs beside FX and can be given up.
///
/// **Thread:** FX.
public final class StatisticsModel {
    /// Counts a period.
    ///
    /// **Thread:** `io`; blocks.
    @FunctionalInterface
    public interface Question {
        Counted count(Period period) throws WorkstationException;
    }

    /// What is there to be chosen beside two days of one's own.
    public enum Choice {
        MONTH,
        MONTH_BEFORE,
        THIRTY_DAYS;

        Period of(LocalDate today, ZoneId zone) {
            return switch (this) {
                case MONTH -> Period.month(today, zone);
                case MONTH_BEFORE -> Period.monthBefore(today, zone);
                case THIRTY_DAYS -> Period.lastDays(today, 30, zone);
            };
        }
    }

    private final Question question;
    private final StatisticsRules rules;
    private final TaskRunner runner;
    private final LocalDate today;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<Period> period;
    private final ReadOnlyObjectWrapper<@Nullable Counted> counted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.MODALITY);
    private @Nullable Handle running;

    public StatisticsModel(Question question, StatisticsRules rules, TaskRunner runner, Instant now, ZoneId zone) {
        this.question = question;
        this.rules = rules;
        this.runner = runner;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
        this.period = new ReadOnlyObjectWrapper<>(Choice.MONTH.of(today, zone));
    }

    public StatisticsRules rules() {
        return rules;
    }

    ReadOnlyObjectProperty<Period> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /// Null until a period is counted, and while another is.
    ReadOnlyObjectProperty<@Nullable Counted> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    public void choose(Choice choice) {
        count(choice.of(today, zone));
    }

    void choose(LocalDate first, LocalDate last) {
        count(new Period(first, last, zone));
    }

    /// Gives up what is being counted.
    void cancel() {
        Handle now = running;
        if (now != null) {
            now.cancel();
            running = null;
        }
        counting.set(false);
    }

    /// The figures of everything counted; nothing while there is none.
    @Nullable
    Measures whole() {
        Counted now = counted.get();
        return now == null ? null : Measures.of(now.facts(), rules, now.at());
    }

    List<GroupRow> groups() {
        Counted now = counted.get();
        return now == null ? List.of() : GroupRow.of(grouping.get(), now.facts(), rules, now.at());
    }

    private void count(Period wanted) {
        cancel();
        period.set(wanted);
        counted.set(null);
        fault.set(null);
        counting.set(true);
        running = runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> question.count(wanted),
                answer -> {
                    running = null;
                    counting.set(false);
                    counted.set(answer);
                },
                failed -> {
                    running = null;
                    counting.set(false);
                    fault.set(failed);
                });
    }
}
