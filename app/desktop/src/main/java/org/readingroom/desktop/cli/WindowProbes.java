package org.readingroom.desktop.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.readingroom.desktop.cli.Benchmarks.Figure;

/// What can only be measured in a window, each time by a process of its own with the flags of this one.
final class WindowProbes {
    private static final String START = "org.readingroom.desktop.boot.StartProbe";
    private static final String OPEN = "org.readingroom.desktop.boot.OpenProbe";
    private static final String ORDERED = "org.readingroom.desktop.boot.OrderProbe";
    private static final int TRIES = 3;

    private WindowProbes() {}

    static boolean hasDisplay() {
        return System.getenv("DISPLAY") != null
                || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// From the start of the process to the sign-in window, the best of a few; empty when no window came.
    static Optional<Figure> start(Path home) throws IOException {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            List<String> printed = run(START, home.toString());
            if (printed.size() == 1 && printed.getFirst().matches("\\d+")) {
                best = Math.min(best, Double.parseDouble(printed.getFirst()));
            }
        }
        return Double.isInfinite(best) ? Optional.empty() : Optional.of(new Figure("start-to-window", best, "ms", ""));
    }

    /// From Enter in the worklist to the first picture in the viewport: in a program just started, and the best of
    /// opening again. Empty when it did not come to that.
    static List<Figure> open(Path home, String name, String password) throws IOException {
        List<Double> ms = run(OPEN, home.toString(), name, password).stream()
                .map(line -> Double.valueOf(line.split(" ")[0]))
                .toList();
        return ms.size() < 2
                ? List.of()
                : List.of(
                        new Figure("window-first-open", ms.getFirst(), "ms", ""),
                        new Figure("window-open", Collections.min(ms.subList(1, ms.size())), "ms", "300"));
    }

    /// From Enter in the worklist to the first picture in the viewport, for each order of the home: the first in a
    /// program just started. None when it did not come to that.
    static List<Double> ordered(Path home, String name, String password) throws IOException {
        return run(ORDERED, home.toString(), name, password).stream()
                .map(line -> Double.valueOf(line.split(" ")[0]))
                .toList();
    }

    /// The lines a probe printed; none when it failed.
    private static List<String> run(String probe, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), probe));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean isEnded = process.waitFor(60, TimeUnit.SECONDS);
            return isEnded && process.exitValue() == 0 && !printed.isEmpty()
                    ? printed.lines().filter(line -> line.matches("[\\d. ]+")).toList()
                    : List.of();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
