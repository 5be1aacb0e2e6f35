package org.readingroom.testservers;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// Which processes serve on which ports, as the folder of the servers keeps it.
///
/// The ports stay what they were when the servers are started again, so that a desk finds them.
record ServerState(int pacsPort, int dimsePort, int risPort, Running pacs, Running ris) {

    /// A process; `pid` 0 for none. A process that got the number of one that is gone began at another time.
    record Running(long pid, long beganMillis) {
        static final Running NOT = new Running(0, 0);

        static Running of(ProcessHandle process) {
            return new Running(process.pid(), began(process));
        }

        Optional<ProcessHandle> process() {
            return pid == 0
                    ? Optional.empty()
                    : ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> began(p) == beganMillis);
        }

        private static long began(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    boolean isUp() {
        return pacs.process().isPresent() && ris.process().isPresent();
    }

    String dicomWeb() {
        return "http://127.0.0.1:" + pacsPort + "/dicom-web";
    }

    String pacsRest() {
        return "http://127.0.0.1:" + pacsPort;
    }

    String fhir() {
        return "http://127.0.0.1:" + risPort + "/fhir";
    }

    /// Ends both; by force what does not end within `patience`.
    void end(Duration patience) throws InterruptedException {
        for (Running running : new Running[] {ris, pacs}) {
            running.process().ifPresent(ProcessHandle::destroy);
        }
        long until = System.nanoTime() + patience.toNanos();
        while ((pacs.process().isPresent() || ris.process().isPresent()) && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        for (Running running : new Running[] {ris, pacs}) {
            running.process().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    static Optional<ServerState> read(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return Optional.of(new ServerState(
                (int) number(lines, "pacs.port"),
                (int) number(lines, "dimse.port"),
                (int) number(lines, "ris.port"),
                new Running(number(lines, "pacs.pid"), number(lines, "pacs.began")),
                new Running(number(lines, "ris.pid"), number(lines, "ris.began"))));
    }

    private static long number(Properties lines, String name) {
        return Long.parseLong(lines.getProperty(name, "0"));
    }

    void write(Path folder) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("pacs.port", Integer.toString(pacsPort));
        lines.setProperty("dimse.port", Integer.toString(dimsePort));
        lines.setProperty("ris.port", Integer.toString(risPort));
        lines.setProperty("pacs.pid", Long.toString(pacs.pid()));
        lines.setProperty("pacs.began", Long.toString(pacs.beganMillis()));
        lines.setProperty("ris.pid", Long.toString(ris.pid()));
        lines.setProperty("ris.began", Long.toString(ris.beganMillis()));
        try (Writer writer = Files.newBufferedWriter(file(folder))) {
            lines.store(writer, null);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("state.properties");
    }
}
