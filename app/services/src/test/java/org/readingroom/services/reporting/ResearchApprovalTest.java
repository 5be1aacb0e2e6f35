package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// When a table may leave, and that nothing of a project lies open.
class ResearchApprovalTest extends ResearchDepartment {
    // [utest->req~report.research.approved~1]
    @Test
    void anApprovalEndsWithItsDayAndWhenItIsWithdrawn() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            ResearchDraft draft = research.make(project, Progress.IGNORED);
            try (Session other = QuickHome.signIn(home, "senior")) {
                other.reporting().research().projects().decide(project, Kind.WITHDRAWN, "why not");
            }
            assertEquals(
                    "report.research.rule.unapproved",
                    refusal(() -> research.write(draft, folder.resolve("out"), session.gate(), Progress.IGNORED)));
        }
        String late = entered(false);
        decided("senior", late, Kind.APPROVED);
        clock.advance(Duration.ofDays(60));
        assertEquals("report.research.rule.expired", refusal(() -> exported(late)));
        assertFalse(Files.exists(folder.resolve("out")), "something left");
    }

    // [utest->req~report.research.export~1]
    @Test
    void whatIsGivenUpOrFailsLeavesNothingBehind() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        Progress given = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            ResearchExport research = session.reporting().research();
            assertThrows(CancellationException.class, () -> research.make(project, given));
            ResearchDraft draft = research.make(project, Progress.IGNORED);
            Path out = Files.createDirectory(folder.resolve("out"));
            assertThrows(CancellationException.class, () -> research.write(draft, out, session.gate(), given));
            try (Stream<Path> left = Files.list(out)) {
                assertEquals(List.of(), left.toList());
            }
            Path file = Files.createFile(folder.resolve("a-file"));
            assertThrows(
                    WorkstationException.class,
                    () -> research.write(draft, file.resolve("x"), session.gate(), Progress.IGNORED));
        }
    }

    // [utest->req~report.research.approved~1]
    @Test
    void projectsLieSealedAndNeverChange() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        home.close();
        String raw = "";
        try (Stream<Path> files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                raw += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }
        }
        assertTrue(raw.contains(project), "the search finds what lies open");
        for (String secret : List.of("Quagga", "KY2026-117", "Ethics committee", "noduleSize")) {
            assertFalse(raw.contains(secret), secret);
        }
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/documents.db"));
                Statement statement = open.createStatement()) {
            for (String change : List.of(
                    "DELETE FROM research_act",
                    "UPDATE research_act SET project = 'x'",
                    "DELETE FROM research_key",
                    "UPDATE research_key SET body = zeroblob(60)")) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
        }
    }
}
