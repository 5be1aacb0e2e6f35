package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

class ReportSearchTest {
    @TempDir
    Path folder;

    // [utest->req~report.search.sealed~1]
    @Test
    void whatIsSignedIsFoundAtOnceAndAfterARestartAndLiesNowhereInTheOpen() throws Exception {
        Path home = folder.resolve("home");
        Path file = Files.write(folder.resolve("f"), SmallDicom.of(1000, 1).bytes());
        Path other = Files.write(folder.resolve("g"), SmallDicom.of(1001, 1).bytes());
        try (Home place = QuickHome.demo(home);
                Session session = QuickHome.signIn(place, "radiologist")) {
            session.imports().importPaths(List.of(file, other), Progress.IGNORED);
            List<Study> studies = session.studies().studies();
            assertEquals(0, found(session, "结节"));
            sign(session, studies.get(0));
            assertEquals(1, found(session, "结节"));
            sign(session, studies.get(1));
            assertEquals(2, found(session, "实性结节 随访"), "the index follows each signature");
            assertEquals("2", session.audit().latest(1).getFirst().detail());
        }
        try (Home place = QuickHome.demo(home)) {
            try (Session session = QuickHome.signIn(place, "senior")) {
                assertEquals(2, found(session, "结节"), "it is made anew from the versions");
            }
            try (Session session = QuickHome.signIn(place, "admin")) {
                assertEquals(
                        "services.search.not-a-reader",
                        assertThrows(WorkstationException.class, () -> found(session, "结节"))
                                .messageKey());
            }
        }
        String wanted = new String("实性结节".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(wanted), () -> "words of a report lie open in " + each.getFileName());
            }
        }
    }

    private static int found(Session session, String words) throws WorkstationException {
        return session.reporting().search().find(ReportQuery.of(words)).size();
    }

    private static void sign(Session session, Study study) throws WorkstationException {
        session.reports().sign(Reports.chest(study), 0, Stage.PRIMARY, "", "demo".toCharArray());
    }
}
