package org.readingroom.desktop.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.StatisticsRules;
import org.readingroom.services.reporting.ReportStatistics.Counted;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

class StatisticsModelTest {
    private static final Instant NOW = Instant.parse("2026-03-15T10:00:00Z");

    private final StepRunner runner = new StepRunner();
    private final List<Period> asked = new ArrayList<>();
    private boolean isBroken;
    private final StatisticsModel model =
            new StatisticsModel(this::count, StatisticsRules.shipped(), runner, NOW, ZoneOffset.UTC);

    private Counted count(Period period) throws WorkstationException {
        asked.add(period);
        if (isBroken) {
            throw new WorkstationException("services.store.damaged", "made to fail");
        }
        return new Counted(period, List.of(), List.of(), List.of(), 0, NOW);
    }

    @Test
    void theLastChoiceIsCountedAndTheOneBeforeGivenUp() {
        model.choose(StatisticsModel.Choice.MONTH);
        model.choose(StatisticsModel.Choice.MONTH_BEFORE);
        assertTrue(model.countingProperty().get());
        runner.runAll();
        assertEquals(List.of(Period.month(LocalDate.of(2026, 2, 1), ZoneOffset.UTC)), asked);
        assertFalse(model.countingProperty().get());
        assertNotNull(model.countedProperty().get());
        model.choose(StatisticsModel.Choice.THIRTY_DAYS);
        assertNull(model.countedProperty().get(), "no figure of another period stands under this one");
        runner.runAll();
        assertEquals(LocalDate.of(2026, 2, 14), asked.getLast().first());
        assertEquals(LocalDate.of(2026, 3, 15), asked.getLast().last());
    }

    @Test
    void whatIsGivenUpShowsNothingAndWhatFailsSaysSo() {
        model.choose(StatisticsModel.Choice.MONTH);
        model.cancel();
        runner.runAll();
        assertEquals(List.of(), asked);
        assertNull(model.countedProperty().get());
        assertFalse(model.countingProperty().get());
        isBroken = true;
        model.choose(StatisticsModel.Choice.MONTH);
        runner.runAll();
        assertNotNull(model.faultProperty().get());
        assertFalse(model.countingProperty().get());
        isBroken = false;
        model.choose(StatisticsModel.Choice.MONTH);
        assertNull(model.faultProperty().get());
    }
}
