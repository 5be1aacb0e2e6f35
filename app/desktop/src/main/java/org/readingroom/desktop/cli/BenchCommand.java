package org.readingroom.desktop.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.CtChestPhantom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench`: how quick this program is on this machine, as a table or as JSON.
@Command(name = "bench", description = "${bundle:cli.bench.description}")
final class BenchCommand extends HeadlessCommand {
    private static final String START_PROBE = "org.readingroom.desktop.boot.StartProbe";

    @Option(names = "--series", paramLabel = "FOLDER", description = "${bundle:cli.bench.series}")
    private @Nullable Path series;

    @Mixin
    private JsonOption json = new JsonOption();

    BenchCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~house.bench~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (series != null && !Files.isDirectory(series)) {
            throw new java.nio.file.NoSuchFileException(series.toString());
        }
        Path own = Files.createTempDirectory("readingroom-bench");
        try {
            Path measured = series != null ? series : phantom(own.resolve("phantom"));
            List<Benchmarks.Figure> figures = new ArrayList<>();
            start(own).ifPresent(figures::add);
            Benchmarks benchmarks = new Benchmarks(measured);
            figures.add(benchmarks.firstPicture());
            figures.add(benchmarks.stackScroll());
            figures.add(benchmarks.coldScroll());
            figures.add(benchmarks.windowDrag());
            figures.add(benchmarks.importing());
            figures.addAll(benchmarks.reformats());
            tell(figures);
        } finally {
            Folders.delete(own);
        }
        return ExitCode.DONE;
    }

    private static Path phantom(Path folder) throws IOException {
        CtChestPhantom.standard().writeTo(folder);
        return folder;
    }

    /// Start to window, in a process of its own with the flags of this one; nothing without a display.
    private Optional<Benchmarks.Figure> start(Path folder) throws IOException {
        boolean hasDisplay = System.getenv("DISPLAY") != null
                || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!hasDisplay) {
            terminal.note(words("cli.bench.no-display"));
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                START_PROBE,
                folder.resolve("home").toString()));
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            try (InputStream out = process.getInputStream()) {
                String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.waitFor(60, TimeUnit.SECONDS) && printed.matches("\\d+")) {
                    best = Math.min(best, Double.parseDouble(printed));
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        if (Double.isInfinite(best)) {
            terminal.note(words("cli.bench.no-window"));
            return Optional.empty();
        }
        return Optional.of(new Benchmarks.Figure("start-to-window", best, "ms", ""));
    }

    private void tell(List<Benchmarks.Figure> figures) {
        Runtime runtime = Runtime.getRuntime();
        if (json.isOn()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("version", Version.text());
            facts.put("java", System.getProperty("java.version"));
            facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            facts.put("cores", runtime.availableProcessors());
            facts.put("heapMiB", runtime.maxMemory() >> 20);
            Map<String, Object> numbers = new LinkedHashMap<>();
            for (Benchmarks.Figure figure : figures) {
                numbers.put(figure.name(), Map.of("value", figure.value(), "unit", figure.unit()));
            }
            facts.put("figures", numbers);
            terminal.line(JsonOption.text(facts));
            return;
        }
        terminal.line(words(
                "cli.bench.machine",
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                System.getProperty("java.version")));
        for (Benchmarks.Figure figure : figures) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%-24s %10.1f %-12s %s",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.budget().isEmpty() ? "" : words("cli.bench.budget", figure.budget())));
        }
    }
}
