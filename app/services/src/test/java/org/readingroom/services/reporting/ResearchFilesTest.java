package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;

/// A hospital's own rules of research hold, and what cannot be read lets nothing out.
// [utest->req~report.research.rule-file~1]
class ResearchFilesTest extends ResearchDepartment {
    private void rules(String text) throws Exception {
        Files.writeString(folder.resolve("home/research.json"), text);
    }

    private static String file(String acts) {
        return "{\"format\":\"readingroom.research-rules\",\"formatVersion\":1,\"version\":\"ours-1\",\"acts\":" + acts
                + "}";
    }

    @Test
    void theHospitalsOwnFileDecides() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        rules(file("{\"ENTERED\":[\"SENIOR\"],\"EXPORTED\":[\"SENIOR\"]}"));
        assertEquals("report.research.rule.role", refusal(() -> entered(false)));
        assertEquals("report.research.rule.role", refusal(() -> exported(project)));
        try (Session session = QuickHome.signIn(home, "senior")) {
            ResearchProjects projects = session.reporting().research().projects();
            assertEquals("ours-1", projects.rules().version());
            assertFalse(projects.isFileBroken());
            assertTrue(projects.mayEnter());
            assertEquals(
                    List.of(Kind.EXPORTED),
                    projects.possible(projects.cases().getFirst()),
                    "what the file leaves out is nobody's");
        }
    }

    @Test
    void whileItCannotBeReadNothingLeavesAndAProjectCanStillBeStopped() throws Exception {
        String project = entered(false);
        String waiting = entered(false);
        decided("senior", project, Kind.APPROVED);
        for (String broken : List.of(
                "",
                "{",
                "null",
                "{\"format\":\"readingroom.signing-rules\",\"formatVersion\":1,\"version\":\"x\"}",
                file("{\"EXPORTED\":[\"JANITOR\"]}"),
                file("{\"SOLD\":[\"SENIOR\"]}"))) {
            rules(broken);
            assertEquals("report.research.rule.file", refusal(() -> entered(false)), broken);
            assertEquals("report.research.rule.file", refusal(() -> exported(project)), broken);
            assertEquals("report.research.rule.file", refusal(() -> decided("senior", waiting, Kind.APPROVED)), broken);
        }
        try (Session session = QuickHome.signIn(home, "senior")) {
            ResearchProjects projects = session.reporting().research().projects();
            assertTrue(projects.isFileBroken());
            assertFalse(projects.mayEnter());
            assertEquals(
                    List.of(Kind.WITHDRAWN), projects.possible(projects.cases().getFirst()));
        }
        decided("senior", project, Kind.WITHDRAWN);
        assertFalse(Files.exists(folder.resolve("out")), "something left");
        Files.delete(Path.of(folder.toString(), "home", "research.json"));
        assertEquals("report.research.rule.unapproved", refusal(() -> exported(project)), "the shipped rules again");
    }
}
