package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.CtChestPhantom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench`: how quick this program is on this machine, as a table or as JSON.
@Command(
        name = "bench",
        description = "${bundle:cli.bench.description}",
        subcommands = {LinkBenchCommand.class, FetchBenchCommand.class, SuggestBenchCommand.class})
final class BenchCommand extends HeadlessCommand {
    @Option(names = "--series", paramLabel = "FOLDER", description = "${bundle:cli.bench.series}")
    private @Nullable Path series;

    @Option(names = "--decode", paramLabel = "FOLDER", description = "${bundle:cli.bench.decode}")
    private @Nullable Path decode;

    @Option(names = "--grow", paramLabel = "SLICES", description = "${bundle:cli.bench.grow}")
    private int grow = 2000;

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
            Benchmarks benchmarks = new Benchmarks(measured);
            Path home = own.resolve("imported");
            Benchmarks.Figure importing = benchmarks.importing(home);
            inWindow(own.resolve("home"), home, figures);
            figures.add(benchmarks.firstPicture());
            figures.add(benchmarks.stackScroll());
            figures.add(benchmarks.coldScroll());
            figures.add(benchmarks.windowDrag());
            figures.add(importing);
            figures.addAll(benchmarks.reformats());
            VolumeBenchmark volumes = new VolumeBenchmark(measured, home);
            figures.addAll(volumes.arriving());
            figures.addAll(volumes.cutting());
            figures.addAll(GrowthBenchmark.run(DicomPaths.open(measured).largest(), grow));
            figures.addAll(decoding(measured, own.resolve("encoded")));
            tell(figures);
        } finally {
            Folders.delete(own);
        }
        return ExitCode.DONE;
    }

    /// Decoding alone, for each folder under `--decode`; without it, for the measured series in every transfer syntax
    /// this machine has an encoder for.
    private List<Benchmarks.Figure> decoding(Path measured, Path encoded) throws WorkstationException, IOException {
        Path root = decode;
        if (root == null) {
            EncodedSeries.make(measured, encoded);
            root = encoded;
        }
        List<Path> folders;
        try (Stream<Path> listed = Files.list(root)) {
            folders = listed.filter(Files::isDirectory).sorted().toList();
        }
        List<Benchmarks.Figure> figures = new ArrayList<>();
        for (Path folder : folders) {
            DecodeBenchmark benchmark = new DecodeBenchmark(folder);
            if (!benchmark.isEmpty()) {
                figures.add(benchmark.oneCore());
                figures.add(benchmark.allCores());
            }
        }
        return figures;
    }

    private static Path phantom(Path folder) throws IOException {
        CtChestPhantom.standard().writeTo(folder);
        return folder;
    }

    private void inWindow(Path fresh, Path imported, List<Benchmarks.Figure> figures) throws IOException {
        if (!WindowProbes.hasDisplay()) {
            terminal.note(words("cli.bench.no-display"));
            return;
        }
        WindowProbes.start(fresh).ifPresent(figures::add);
        figures.addAll(WindowProbes.open(imported, Benchmarks.USER, Benchmarks.PASSWORD));
        if (figures.isEmpty()) {
            terminal.note(words("cli.bench.no-window"));
        }
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
                    "%-32s %10.1f %-14s %s",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    figure.budget().isEmpty() ? "" : words("cli.bench.budget", figure.budget())));
        }
    }
}
