package org.readingroom.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.remote.dicomweb.BareLoop;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// How a study comes from an archive, drawn: again and again into a home that knows nothing of it, each time beside a
/// bare loop of the HTTP library over the same link.
// [impl->req~fetch.speed~1]
final class ArrivalBenchmark {
    private static final int FRAMING_BYTES = 256;

    private final StudyUid study;
    private final List<Series> series;
    private final TaskRunner runner;

    ArrivalBenchmark(StudyUid study, List<Series> series, TaskRunner runner) {
        this.study = study;
        this.series = series;
        this.runner = runner;
    }

    /// One round: what the product took, and how long the bare loop did for the same answers right after it.
    record Round(DrawnArrival.Took took, double bareMillis) {
        /// What the product gets over the wire, onto the disk and into the index, of what the bare loop gets.
        double ratio() {
            return bareMillis / took.hereMillis();
        }
    }

    List<Round> rounds(HttpServer server, int count) throws WorkstationException, IOException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DrawnArrival.Took took = once(server);
            BareLoop bare = new BareLoop(server, (int) (took.bytes() / Math.max(1, took.frames())) + FRAMING_BYTES);
            long begun = System.nanoTime();
            for (Series each : series) {
                bare.series(study, each.uid());
            }
            rounds.add(new Round(took, Benchmarks.millis(begun)));
        }
        return rounds;
    }

    private DrawnArrival.Took once(HttpServer server) throws WorkstationException, IOException {
        Path folder = Files.createTempDirectory("readingroom-arrival");
        try (Home home = home(folder, server);
                Session session = home.signIn(Benchmarks.USER, Benchmarks.PASSWORD.toCharArray())) {
            return new DrawnArrival(session, study, runner).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("measuring given up");
        } finally {
            Folders.delete(folder);
        }
    }

    /// A home with one user that is set to `server` with the next sign-in.
    static Home home(Path folder, HttpServer server) throws WorkstationException {
        Home home = Home.openOrCreate(folder);
        home.createFirstUser(Benchmarks.USER, "Bench", Benchmarks.PASSWORD.toCharArray());
        home.offer(new HospitalSettings(new Servers(server, null, null, null), HospitalSettings.USUAL_DAYS));
        return home;
    }
}
