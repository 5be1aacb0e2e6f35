package org.readingroom.services.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.FhirFault;
import org.readingroom.services.testing.MisbehavingArchive;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// Kills a whole desk again and again while it drafts, signs and sends; the servers live outside of it and fail too.
// [utest->req~guarantee.killed~1]
@Tag("slow")
class KilledDeskTest {
    private static final int EDITS = 10;

    @TempDir
    Path folder;

    private final Map<String, Integer> drafted = new HashMap<>();
    private final Set<String> signed = new HashSet<>();
    private String classPath = "";
    private long begunNanos;
    private long signingNanos = 50_000_000;
    private int kills;
    private int lives;

    @Test
    void fiftyKillsLoseNothingSignedAndSendNothingTwice() throws Exception {
        killed(50, 50, 20261130);
    }

    @Tag("soak")
    @Test
    void aThousandKillsLoseNothingSignedAndSendNothingTwice() throws Exception {
        killed(Integer.getInteger("readingroom.soak.kills", 1000), 1000, new Random().nextLong());
    }

    private void killed(int times, int studies, long usualSeed) throws Exception {
        long seed = Long.getLong("readingroom.seed", usualSeed);
        Random random = new Random(seed);
        try (FhirDouble ris = new FhirDouble();
                MisbehavingArchive pacs = new MisbehavingArchive()) {
            fill(ris, pacs, studies);
            ris.faults()
                    .sometimes(
                            seed,
                            0.1,
                            new FhirFault.LoseReply(),
                            new FhirFault.LoseRequest(),
                            new FhirFault.CutReply(),
                            FhirFault.status(500));
            train();
            // A kill each few lines, spread so that work is left for the last.
            int lines = studies * (EDITS + 1);
            while (kills < times) {
                boolean isReview = kills % 4 == 3;
                int most = Math.max(2, 2 * (lines - lines()) / (times - kills + 1));
                int after = random.nextInt(1, (isReview ? Math.max(2, most / 4) : most) + 1);
                // Every other one while a signature is being made: little of the time, and most of the promise.
                live(isReview ? "senior" : "radiologist", after, kills % 2 == 1, random.nextDouble());
            }
            ris.faults().none();
            assertEquals("EMPTY", live("radiologist", 0, false, 0.0), () -> "seed " + seed);
            assertEquals("EMPTY", live("senior", 0, false, 0.0), () -> "seed " + seed);
            check(ris, pacs, studies, seed);
        }
    }

    private int lines() {
        return signed.size() + drafted.values().stream().mapToInt(each -> each).sum();
    }

    /// Runs a desk until it has said `after` lines, begins to sign if it is to be met there, and a `share` of the time
    /// of a
    /// signature went by; to its end when `after` is 0.
    private String live(String person, int after, boolean atSigning, double share) throws Exception {
        lives++;
        Process process = start(person);
        String last = "";
        int said = 0;
        boolean isKilled = false;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                note(line);
                time(line);
                last = line;
                boolean isThere = !atSigning || line.startsWith("SIGNING");
                if (after > 0 && ++said >= after && isThere && !isKilled) {
                    LockSupport.parkNanos((long) (share * 1.2 * signingNanos));
                    isKilled = process.toHandle().destroyForcibly();
                    kills++;
                }
            }
        }
        int exit = process.waitFor();
        assertTrue(exit == 0 || exit == 137, "exit " + exit + ", last line " + last);
        if (after > 0 && !isKilled) {
            kills++; // it ended before its time: nothing was left to do
        }
        return last;
    }

    /// How long a signature takes here now, so that kills fall on all of it.
    private void time(String line) {
        if (line.startsWith("SIGNING")) {
            begunNanos = System.nanoTime();
        } else if (line.startsWith("SIGNED")) {
            signingNanos = (3 * signingNanos + System.nanoTime() - begunNanos) / 4;
        }
    }

    private void note(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "DRAFT" -> {
                int edit = Integer.parseInt(words[2]);
                // A desk goes on after the last words it finds: to write these again it must have lost them.
                assertTrue(edit > drafted.getOrDefault(words[1], 0), () -> "lost " + line + " of " + drafted);
                drafted.put(words[1], edit);
            }
            case "SIGNED" -> assertTrue(signed.add(words[1] + words[2]), () -> "lost " + line);
            default -> {}
        }
    }

    private void check(FhirDouble ris, MisbehavingArchive pacs, int studies, long seed) throws Exception {
        assertEquals(studies, ris.all("DiagnosticReport").size(), () -> "reports on the server, seed " + seed);
        Map<String, SignedReport> there = new HashMap<>();
        for (ObjectNode report : ris.all("DiagnosticReport")) {
            SignedReport form = ReportBundle.signed(report.toString().getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();
            there.put(form.report().study().study().value(), form);
            assertEquals(
                    2,
                    ris.versions("DiagnosticReport", report.path("id").asText()),
                    () -> "each version is written once, seed " + seed);
        }
        assertEquals(studies, there.size());
        assertEquals(2 * studies, ris.all("Provenance").size(), () -> "seed " + seed);
        assertEquals(2 * studies, ris.all("DocumentReference").size(), () -> "seed " + seed);
        Map<String, Integer> statuses = new HashMap<>();
        for (ObjectNode document : ris.all("DocumentReference")) {
            statuses.merge(document.path("status").asText(), 1, Integer::sum);
            assertEquals(
                    2,
                    ris.versions("DocumentReference", document.path("id").asText()),
                    () -> "each is filed, and changed once when one takes the other's place, seed " + seed);
        }
        assertEquals(Map.of("current", studies, "superseded", studies), statuses, () -> "seed " + seed);
        try (Home home = home();
                Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(session.audit().verify().isIntact(), () -> "audit, seed " + seed);
            List<OutboxEntry> entries = session.outbox().entries();
            assertTrue(entries.stream().allMatch(entry -> entry.state() == OutboxEntry.State.SENT));
            assertEquals(
                    3L * studies, // two versions, and that the second takes the place of the first
                    entries.stream()
                            .filter(entry -> entry.target().equals("ris"))
                            .count());
            long documents = entries.stream()
                    .filter(entry -> entry.target().equals("pacs"))
                    .count();
            // the PDF and the structured report of the reviewed version
            assertEquals(2L * studies, documents);
            assertEquals(documents, pacs.size(), () -> "objects in the archive, seed " + seed);
            for (Study study : session.studies().studies()) {
                OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "");
                List<VersionVerdict> verdicts = session.reports().verify(study.uid());
                assertEquals(2, verdicts.size(), () -> study.uid() + " seed " + seed);
                assertTrue(verdicts.stream().allMatch(VersionVerdict::isSound));
                assertEquals(EDITS, DeskProcess.edit(open.versions().getLast().report()), "the last words are signed");
                assertEquals(
                        open.versions().getLast().digest(),
                        there.get(study.uid().value()).digest(),
                        "what was signed is what was sent");
            }
        }
        System.err.println("killed " + kills + " times in " + lives + " lives, " + signed.size()
                + " signed, requests to the RIS " + ris.requests().size() + ", to the archive "
                + pacs.asked().size() + ", a signature took " + signingNanos / 1_000_000 + " ms, seed " + seed);
    }

    private void fill(FhirDouble ris, MisbehavingArchive pacs, int studies) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < studies; i++) {
            files.add(Files.write(
                    folder.resolve("f" + i), SmallDicom.of(1000 + i, 1).bytes()));
            ris.put("""
                    {"resourceType":"Patient","id":"p%d","birthDate":"1961-04-09",
                     "identifier":[{"value":"DEMO-%d"}]}""".formatted(1000 + i, 1000 + i));
        }
        try (Home home = home()) {
            home.offer(new HospitalSettings(
                    new Servers(HttpServer.open(pacs.base()), null, HttpServer.open(ris.base()), null), 30));
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                session.imports().importPaths(files, Progress.IGNORED);
            }
        }
    }

    private Home home() throws Exception {
        return QuickHome.demo(folder.resolve("home"), Clock.systemUTC());
    }

    /// Classes of the desk, written down once so that each life begins sooner.
    private void train() throws Exception {
        classPath = inJars(Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path")));
        Process process =
                start(folder.resolve("training"), "senior", "-XX:ArchiveClassesAtExit=" + folder.resolve("desk.jsa"));
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertEquals(0, process.waitFor());
    }

    /// Such an archive of classes wants jars, no folders.
    private String inJars(String path) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator)) {
            Path place = Path.of(entry);
            if (!Files.isDirectory(place)) {
                jars.add(entry);
                continue;
            }
            Path jar = folder.resolve("classes" + jars.size() + ".jar");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                    Stream<Path> walk = Files.walk(place)) {
                out.setLevel(0);
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    out.putNextEntry(
                            new ZipEntry(place.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, out);
                }
            }
            jars.add(jar.toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private Process start(String person) throws IOException {
        return start(folder.resolve("home"), person, "-XX:SharedArchiveFile=" + folder.resolve("desk.jsa"));
    }

    private Process start(Path home, String person, String sharing) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Xlog:disable",
                        sharing,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        DeskProcess.class.getName(),
                        home.toString(),
                        Integer.toString(EDITS),
                        person)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("desk.log").toFile()))
                .start();
    }
}
