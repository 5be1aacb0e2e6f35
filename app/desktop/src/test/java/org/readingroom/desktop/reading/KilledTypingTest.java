package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// A process that types is killed with SIGKILL again and again: what it had typed a second before is there.
///
/// It measures real time, so it is a soak; its last result stands in `docs/guarantees.md`.
// [utest->req~report.ui.draft~1]
@Tag("soak")
class KilledTypingTest {
    private static final int KILLS = 20;
    private static final long SEED = 20261130;
    private static final long SECOND = 1000;

    private record Letter(int count, long at) {}

    @TempDir
    Path folder;

    @Test
    void whatWasTypedASecondBeforeTheKillIsThere() throws Exception {
        Path place = folder.resolve("home");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = home(place);
                Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
        }
        Random random = new Random(SEED);
        long worst = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            List<Letter> typed = typeAndKill(place, 1500 + random.nextInt(2500));
            Letter last = typed.getLast();
            int kept = kept(place);
            assertTrue(kept > 0, "nothing was kept of " + last.count() + " letters");
            long lost = typed.stream()
                    .filter(letter -> letter.count() > kept)
                    .findFirst()
                    .map(first -> last.at() - first.at())
                    .orElse(0L);
            worst = Math.max(worst, lost);
        }
        System.err.println(
                "killed " + KILLS + " times while typing, at most " + worst + " ms of it lost, seed " + SEED);
        assertTrue(worst <= SECOND, worst + " ms of typing lost");
    }

    private List<Letter> typeAndKill(Path place, int forMillis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                                .orElse(System.getProperty("java.class.path")),
                        TypingProcess.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("typing.log").toFile()))
                .start();
        List<Letter> typed = new ArrayList<>();
        try (BufferedReader said = process.inputReader()) {
            assertEquals("READY", said.readLine(), () -> read(folder.resolve("typing.log")));
            long until = System.currentTimeMillis() + forMillis;
            String line = said.readLine();
            while (line != null) {
                String[] parts = line.split(" ");
                if (parts.length == 2 && parts[1].length() == 13) {
                    typed.add(new Letter(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
                }
                if (System.currentTimeMillis() > until) {
                    process.toHandle().destroyForcibly();
                }
                line = said.readLine();
            }
        }
        process.waitFor();
        return typed;
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }

    private static int kept(Path place) throws Exception {
        try (Home home = home(place);
                Session session = QuickHome.signIn(home, "radiologist")) {
            Study study = session.studies().studies().getFirst();
            Report report =
                    session.reports().open(study, ReportLanguage.CHINESE, "").report();
            return report.text(SectionKind.FINDINGS).length();
        }
    }

    private static Home home(Path place) throws Exception {
        return Home.openOrCreateDemo(place, QuickHome.options(Clock.systemUTC()), Progress.IGNORED);
    }
}
