package org.readingroom.testservers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.testservers.ServerState.Running;
import org.readingroom.testservers.demo.DemoFill;

/// The two servers of one folder.
final class Hospital {
    // chosen: the first start takes a quarter of a minute on a quiet machine, several times that on a busy one
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration ENDING = Duration.ofSeconds(45);
    private static final int USUAL_PACS = 8142;
    private static final int USUAL_DIMSE = 11_112;
    private static final int USUAL_RIS = 8180;

    private final Path folder;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Probe probe = new Probe(client);

    Hospital(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path settings() {
        return folder.resolve("servers.json");
    }

    /// Starts what does not run, waits until both answer, and fills them when `isDemo`.
    ///
    /// `owner` is the process with which they end; 0 for none.
    ServerState start(boolean isDemo, @Nullable Path real, long owner) throws IOException, InterruptedException {
        ServerState old = ServerState.read(folder).orElse(new ServerState(0, 0, 0, Running.NOT, Running.NOT));
        if (old.isUp() && probe.orders(old).isPresent() && probe.studies(old).isPresent()) {
            return filled(old, isDemo, real);
        }
        old.end(ENDING);
        Files.createDirectories(folder.resolve("pacs"));
        Files.createDirectories(folder.resolve("ris"));
        int pacs = Ports.freeOr(wanted(old.pacsPort(), USUAL_PACS, owner));
        int dimse = Ports.freeOr(wanted(old.dimsePort(), USUAL_DIMSE, owner));
        int ris = Ports.freeOr(wanted(old.risPort(), USUAL_RIS, owner));
        ProcessHandle archive = Orthanc.start(folder.resolve("pacs"), pacs, dimse);
        ProcessHandle orders = Ris.start(folder.resolve("ris"), ris, owner, archive.pid());
        ServerState state = new ServerState(pacs, dimse, ris, Running.of(archive), Running.of(orders));
        state.write(folder);
        Files.writeString(settings(), ServersJson.of(state));
        await(state);
        return filled(state, isDemo, real);
    }

    /// Deletes the folder, unless its servers run.
    void forgetUnlessUp() throws IOException, InterruptedException {
        ServerState old = ServerState.read(folder).orElse(null);
        if (old == null || old.isUp()) {
            return;
        }
        old.end(ENDING);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /// Servers of a test take any port, so that they never meet those of a person.
    private static int wanted(int before, int usual, long owner) {
        return before != 0 || owner != 0 ? before : usual;
    }

    private ServerState filled(ServerState state, boolean isDemo, @Nullable Path real)
            throws IOException, InterruptedException {
        if (isDemo) {
            DemoFill fill = new DemoFill(client, real, Instant.now());
            if (probe.studies(state).orElse(0) < fill.size()) {
                fill.fillArchive(state.pacsRest());
            }
            if (probe.orders(state).orElse(0) < fill.size()) {
                fill.fillOrders(state.fhir(), state.dicomWeb());
            }
        }
        return state;
    }

    private void await(ServerState state) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (probe.studies(state).isEmpty() || probe.orders(state).isEmpty()) {
            if (!state.isUp() || System.nanoTime() > until) {
                state.end(ENDING);
                throw new ServersException(
                        "A server did not start; see the logs in " + folder, "服务器没有启动，日志在 " + folder);
            }
            Thread.sleep(200);
        }
    }

    void stop() throws IOException, InterruptedException {
        ServerState state = ServerState.read(folder).orElse(null);
        if (state != null) {
            state.end(ENDING);
        }
    }

    /// How the servers are; empty when they never ran here.
    Status status() throws IOException, InterruptedException {
        ServerState state = ServerState.read(folder).orElse(null);
        return state == null
                ? new Status(null, OptionalInt.empty(), OptionalInt.empty())
                : new Status(state, probe.studies(state), probe.orders(state));
    }

    /// What is served: the number of studies and of orders, empty for a server that does not answer.
    record Status(@Nullable ServerState state, OptionalInt studies, OptionalInt orders) {
        boolean isUp() {
            return studies.isPresent() && orders.isPresent();
        }
    }
}
