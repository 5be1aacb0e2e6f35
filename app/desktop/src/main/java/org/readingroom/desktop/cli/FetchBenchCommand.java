package org.readingroom.desktop.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.readingroom.desktop.cli.ArrivalBenchmark.Round;
import org.readingroom.services.archive.StudyQuery;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.remote.dicomweb.DicomWebArchive;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench fetch`: how soon the pictures of a study come from an archive, here and over a narrower link, and how soon
/// the first stands in the window.
@Command(name = "fetch", description = "${bundle:cli.bench.fetch.description}")
final class FetchBenchCommand extends HeadlessCommand {
    private static final int MOST_STUDIES = 50;

    @Parameters(index = "0", paramLabel = "URL", description = "${bundle:cli.bench.link.url}")
    private URI url = URI.create("");

    @Option(names = "--study", paramLabel = "UID", description = "${bundle:cli.bench.fetch.study}")
    private String study = "";

    @Option(names = "--rounds", paramLabel = "N", description = "${bundle:cli.bench.fetch.rounds}")
    private int rounds = 4;

    @Option(names = "--megabits", paramLabel = "RATE", description = "${bundle:cli.bench.fetch.megabits}")
    private double megabits = 200;

    @Option(names = "--no-window", description = "${bundle:cli.bench.fetch.no-window}")
    private boolean noWindow;

    @Mixin
    private JsonOption json = new JsonOption();

    FetchBenchCommand(Terminal terminal) {
        super(terminal);
    }

    // [impl->req~fetch.speed~1]
    @Override
    int run() throws WorkstationException, IOException {
        if (rounds < 1 || !(megabits >= 1)) {
            throw usage(rounds < 1 ? "cli.bench.fetch.rounds" : "cli.bench.fetch.megabits");
        }
        HttpServer server = HttpServer.open(url);
        DicomWebArchive archive = new DicomWebArchive(new HttpLink(server, LinkWitness.NONE, HttpTimes.DEFAULT));
        List<Study> studies = studies(archive);
        StudyUid chosen = study.isBlank() ? studies.getFirst().uid() : new StudyUid(study);
        List<Spread> figures = new ArrayList<>();
        try (LaneRunner lanes = new LaneRunner(Runnable::run)) {
            ArrivalBenchmark arrivals = new ArrivalBenchmark(chosen, archive.series(chosen, Progress.IGNORED), lanes);
            List<Round> free = arrivals.rounds(server, rounds);
            figures.add(of(
                    "fetch-first-time", free.subList(0, 1), each -> each.took().firstMillis(), "ms", ""));
            figures.addAll(figures("fetch", warm(free), "150", "50"));
            try (ShapedLink link = new ShapedLink(url, megabits, lanes)) {
                List<Round> shaped = arrivals.rounds(HttpServer.open(link.near()), Math.max(1, rounds - 1));
                figures.addAll(figures("shaped", shaped, "30", ""));
            }
        }
        if (!noWindow && WindowProbes.hasDisplay()) {
            figures.addAll(ArchiveWindows.measure(server, studies));
        } else if (!noWindow) {
            terminal.note(words("cli.bench.no-display"));
        }
        tell(chosen, figures);
        return ExitCode.DONE;
    }

    /// All but the first round, in which the JVM has compiled nothing yet.
    private static List<Round> warm(List<Round> all) {
        return all.size() == 1 ? all : all.subList(1, all.size());
    }

    private static List<Spread> figures(String name, List<Round> rounds, String images, String megabytes) {
        return List.of(
                of(name + "-first-picture", rounds, each -> each.took().firstMillis(), "ms", "1000"),
                of(name + "-whole", rounds, each -> each.took().hereMillis(), "ms", ""),
                of(name + "-drawn", rounds, each -> each.took().framesPerSecond(), "frames/s", images),
                of(name + "-drawn-bytes", rounds, each -> each.took().megabytesPerSecond(), "MB/s", megabytes),
                of(name + "-by-bare-loop", rounds, Round::ratio, "ratio", ""));
    }

    private static Spread of(String name, List<Round> rounds, ToDoubleFunction<Round> what, String unit, String goal) {
        return Spread.of(name, rounds.stream().mapToDouble(what).boxed().toList(), unit, goal);
    }

    /// The largest first.
    private static List<Study> studies(DicomWebArchive archive) throws WorkstationException {
        StudyQuery all = new StudyQuery("", "", "", null, null, List.of(), null);
        List<Study> studies = archive.studies(all, 0, MOST_STUDIES, Progress.IGNORED).studies().stream()
                .sorted(Comparator.comparingInt(Study::instanceCount).reversed())
                .toList();
        if (studies.isEmpty()) {
            throw new WorkstationException("cli.bench.link.empty", "no study in the archive");
        }
        return studies;
    }

    private void tell(StudyUid chosen, List<Spread> figures) {
        if (json.isOn()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            figures.forEach(figure -> facts.put(figure.name(), figure.facts()));
            terminal.line(JsonOption.text(Map.of("study", chosen.value(), "megabits", megabits, "figures", facts)));
            return;
        }
        for (Spread figure : figures) {
            terminal.line(figure.line(figure.goal().isEmpty() ? "" : words("cli.bench.budget", figure.goal())));
        }
    }
}
