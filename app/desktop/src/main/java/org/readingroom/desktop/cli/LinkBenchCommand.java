package org.readingroom.desktop.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.dicomweb.DicomWebArchive;
import org.readingroom.services.remote.dicomweb.WireBenchmark;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench link`: how quick pictures come from an archive, beside a bare loop of the same HTTP library.
@Command(name = "link", description = "${bundle:cli.bench.link.description}")
final class LinkBenchCommand extends HeadlessCommand {
    private static final int MOST_STUDIES = 50;

    @Parameters(index = "0", paramLabel = "URL", description = "${bundle:cli.bench.link.url}")
    private URI url = URI.create("");

    @Option(names = "--study", paramLabel = "UID", description = "${bundle:cli.bench.link.study}")
    private String study = "";

    @Option(names = "--rounds", paramLabel = "N", description = "${bundle:cli.bench.link.rounds}")
    private int rounds = 15;

    @Mixin
    private JsonOption json = new JsonOption();

    LinkBenchCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~archive.speed~1]
    @Override
    int run() throws WorkstationException {
        if (rounds < 1) {
            throw usage("cli.bench.link.rounds");
        }
        HttpServer server = HttpServer.open(url);
        Series largest = largest(new DicomWebArchive(new HttpLink(server, LinkWitness.NONE, HttpTimes.DEFAULT)));
        try (LaneRunner lanes = new LaneRunner(Runnable::run)) {
            tell(largest, new WireBenchmark(server, lanes).measure(largest.study(), largest.uid(), rounds));
        }
        return ExitCode.DONE;
    }

    private Series largest(DicomWebArchive archive) throws WorkstationException {
        StudyQuery query = study.isBlank()
                ? new StudyQuery("", "", "", null, null, List.of(), null)
                : StudyQuery.ofStudy(new StudyUid(study));
        List<Series> series = new ArrayList<>();
        for (Study each :
                archive.studies(query, 0, MOST_STUDIES, Progress.IGNORED).studies()) {
            series.addAll(archive.series(each.uid(), Progress.IGNORED));
        }
        return series.stream()
                .max(Comparator.comparingInt(Series::instanceCount))
                .orElseThrow(() -> new WorkstationException("cli.bench.link.empty", "no series in the archive"));
    }

    private void tell(Series series, List<WireBenchmark.Figure> figures) {
        if (json.isOn()) {
            List<Map<String, Object>> facts = new ArrayList<>();
            for (WireBenchmark.Figure figure : figures) {
                facts.add(Map.of(
                        "name", figure.name(),
                        "requests", figure.requests(),
                        "bareFilesPerSecond", figure.bareFilesPerSecond(),
                        "filesPerSecond", figure.filesPerSecond(),
                        "bareMegabytesPerSecond", figure.bareMegabytesPerSecond(),
                        "megabytesPerSecond", figure.megabytesPerSecond(),
                        "ratio", figure.ratio()));
            }
            terminal.line(JsonOption.text(Map.of("instances", series.instanceCount(), "figures", facts)));
            return;
        }
        terminal.line(words("cli.bench.link.series", series.modality(), series.instanceCount()));
        for (WireBenchmark.Figure figure : figures) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%-10s x%d %9.1f / %7.1f /s %9.1f / %7.1f MB/s %6.2f",
                    figure.name(),
                    figure.requests(),
                    figure.filesPerSecond(),
                    figure.bareFilesPerSecond(),
                    figure.megabytesPerSecond(),
                    figure.bareMegabytesPerSecond(),
                    figure.ratio()));
        }
    }
}
