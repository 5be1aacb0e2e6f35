package org.readingroom.desktop.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.testing.StepRunner;

/// The file of each monitor, without a toolkit.
// [utest->req~shell.monitor-calibration~1]
class MonitorCurvesTest {
    private static final Monitor LEFT = new Monitor(0, 0, 1600, 1000, 1);
    private static final Monitor RIGHT = new Monitor(1600, 0, 1600, 1000, 1);

    @TempDir
    private Path folder;

    private final StepRunner tasks = new StepRunner();

    private MonitorCurves curves() {
        return new MonitorCurves(WindowMemory.of(folder), tasks);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theFileOfAMonitorIsReadAgainAtTheNextStart() throws IOException {
        MonitorCurves first = curves();
        first.choose(RIGHT, file("right.csv", "0,0.5\n255,400\n"));
        assertInstanceOf(MonitorCurve.Reading.class, first.of(RIGHT).get());
        tasks.runAll();
        MonitorCurves second = curves();
        assertNull(second.of(LEFT).get().calibrationOrNull());
        second.of(RIGHT);
        tasks.runAll();
        MonitorCurve.Measured measured =
                assertInstanceOf(MonitorCurve.Measured.class, second.of(RIGHT).get());
        assertEquals(400, measured.calibration().luminance(255));
        second.forget(RIGHT);
        assertInstanceOf(MonitorCurve.None.class, second.of(RIGHT).get());
        assertInstanceOf(MonitorCurve.None.class, curves().of(RIGHT).get());
    }

    @Test
    void aFileThatIsNoCurveIsRefusedInWords() throws IOException {
        MonitorCurves curves = curves();
        Words words = new Words(Locale.CHINESE);
        List<Path> files = List.of(
                file("falling.csv", "0,400\n255,1\n"),
                file("letters.csv", "0,1\n128,x\n255,9\n"),
                folder.resolve("away.csv"),
                folder);
        String[] parts = {"递增", "第 2 行", "无法读取", "无法读取"};
        for (int i = 0; i < parts.length; i++) {
            curves.choose(LEFT, files.get(i));
            tasks.runAll();
            assertInstanceOf(MonitorCurve.Refused.class, curves.of(LEFT).get());
            String told = MonitorWords.account(LEFT, curves.of(LEFT).get(), words);
            assertTrue(told.contains(parts[i]), told);
            assertNotEquals("", MonitorWords.fact(curves.of(LEFT).get(), words));
        }
    }

    @Test
    void aFileChosenWhileAnotherIsReadGoesFirst() throws IOException {
        MonitorCurves curves = curves();
        curves.choose(LEFT, file("one.csv", "0,1\n255,100\n"));
        curves.choose(LEFT, file("two.csv", "0,1\n255,200\n"));
        tasks.runAll();
        assertEquals(200, curves.of(LEFT).get().calibrationOrNull().luminance(255));
        curves.choose(LEFT, file("three.csv", "0,1\n255,300\n"));
        curves.forget(LEFT);
        tasks.runAll();
        assertInstanceOf(MonitorCurve.None.class, curves.of(LEFT).get());
    }

    @Test
    void whatTheMemoryHoldsMayBeNoPathAtAll() {
        WindowMemory memory = WindowMemory.of(folder);
        memory.keep("monitor.curve." + LEFT.id(), "\0");
        MonitorCurves curves = new MonitorCurves(memory, tasks);
        assertInstanceOf(MonitorCurve.Refused.class, curves.of(LEFT).get());
    }

    @Test
    void theWindowStandsWhereMostOfItLies() {
        List<Monitor> all = List.of(LEFT, RIGHT);
        assertEquals(LEFT, StandingMonitor.most(all, 700, 100, 1600, 900));
        assertEquals(RIGHT, StandingMonitor.most(all, 900, 100, 1600, 900));
        assertEquals(LEFT, StandingMonitor.most(all, -5000, 0, 100, 100));
        assertEquals(LEFT, StandingMonitor.most(all, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }
}
