package org.readingroom.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.readingroom.desktop.plugin.PluginHost;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.suggest.SuggestionQuery;
import org.readingroom.report.suggest.SuggestionSource;
import org.readingroom.viewer.model.WorkstationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bench suggest`: how soon suggestions are there with many synthetic reports, and what their index costs.
@Command(name = "suggest", description = "${bundle:cli.bench.suggest.description}")
final class SuggestBenchCommand extends HeadlessCommand {
    private static final int WARM = 200;
    private static final int ASKED = 1000;

    @Option(names = "--reports", paramLabel = "N", description = "${bundle:cli.bench.suggest.reports}")
    private int reports = 200_000;

    @Mixin
    private JsonOption json = new JsonOption();

    SuggestBenchCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~plugin.suggest-archive~1]
    @Override
    int run() throws WorkstationException {
        if (reports < 1) {
            throw usage("cli.bench.suggest.reports");
        }
        PluginHost plugins = new PluginHost((plugin, why) -> {});
        plugins.load();
        SyntheticReports made = new SyntheticReports(reports);
        for (SuggestionSource source : plugins.sources(made)) {
            measure(source, made);
        }
        return ExitCode.DONE;
    }

    private void measure(SuggestionSource source, SyntheticReports made) throws WorkstationException {
        long before = used();
        long begun = System.nanoTime();
        source.refresh();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double mib = (used() - before) / (double) (1 << 20);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM + ASKED; i++) {
            SuggestionQuery query = made.query(i, i % 2 == 0 ? SectionKind.IMPRESSION : SectionKind.FINDINGS);
            long asked = System.nanoTime();
            source.suggest(query);
            if (i >= WARM) {
                millis.add((System.nanoTime() - asked) / 1e6);
            }
        }
        List<Double> sorted = millis.stream().sorted().toList();
        tell(source.card().id(), sorted.get(ASKED / 2), sorted.get(ASKED * 95 / 100), seconds, mib);
    }

    private void tell(String source, double median, double p95, double seconds, double mib) {
        if (json.isOn()) {
            terminal.line(JsonOption.text(Map.of(
                    "source",
                    source,
                    "reports",
                    reports,
                    "p50Ms",
                    median,
                    "p95Ms",
                    p95,
                    "buildSeconds",
                    seconds,
                    "heapMiB",
                    mib)));
            return;
        }
        terminal.line(words("cli.bench.suggest.head", source, reports));
        terminal.line(String.format(Locale.ROOT, "%-24s %10.1f ms", "p50", median));
        terminal.line(
                String.format(Locale.ROOT, "%-24s %10.1f ms   %s", "p95", p95, words("cli.bench.budget", "50 ms")));
        terminal.line(String.format(Locale.ROOT, "%-24s %10.1f s", "build", seconds));
        terminal.line(String.format(Locale.ROOT, "%-24s %10.1f MiB", "heap", mib));
    }

    /// Bytes that stay when what is garbage is gone.
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
