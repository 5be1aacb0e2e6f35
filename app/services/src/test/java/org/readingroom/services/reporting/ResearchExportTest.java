package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Session;
import org.readingroom.services.ris.PatientLink;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.model.PatientId;

class ResearchExportTest extends ResearchDepartment {
    // [utest->req~report.research.export~1]
    // [utest->req~report.research.approved~1]
    @Test
    void whatOnePersonEnteredAndAnotherApprovedLeavesOnceTheTrailKnowsIt() throws Exception {
        String project = entered(false);
        assertEquals("report.research.rule.unapproved", refusal(() -> exported(project)));
        assertEquals("report.research.rule.role", refusal(() -> decided("radiologist", project, Kind.APPROVED)));
        assertFalse(Files.exists(folder.resolve("out")), "something left without approval");
        decided("senior", project, Kind.APPROVED);

        Path out = exported(project);

        byte[] table = Files.readAllBytes(out.resolve("table.csv"));
        String[] lines = new String(table, StandardCharsets.UTF_8).split("\r\n");
        assertEquals(
                "\uFEFFpatient,record,lesion,sex,age_years,study_day,modality,template,language,conclusion,noduleSize [mm]",
                lines[0]);
        assertEquals(4, lines.length, "three were reviewed");
        // the reviewed values, not those of the primary reports
        assertEquals(
                List.of("8.1", "8.2", "8.3"),
                Stream.of(1, 2, 3)
                        .map(line -> lines[line].split(",")[10])
                        .sorted()
                        .toList());
        for (int line = 1; line <= 3; line++) {
            assertTrue(lines[line].contains(",M,64,2026,CT,readingroom.lung-nodule-ct.zh,zh,positive,"), lines[line]);
        }
        assertEquals(
                2,
                Stream.of(1, 2, 3)
                        .map(line -> lines[line].split(",")[0])
                        .distinct()
                        .count());
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
        AuditEvent event = trail("research.exported").getFirst();
        assertEquals(project + " rows=3 sha256=" + digest, event.detail());
        assertEquals(AuditEvent.Outcome.SUCCESS, event.outcome());
        assertEquals(3, trail("export.text").size(), "one event a study at the gate");
        assertEquals(
                AuditEvent.Outcome.FAILURE,
                trail("research.exported").getLast().outcome(),
                "the refused one is in the trail too");
        assertNobody(out);
        assertFalse(Files.readString(out.resolve("table.csv")).contains("索条影"), "typed words left");
    }

    // [utest->req~report.research.export~1]
    @Test
    void typedWordsThatWereApprovedLeaveWithoutWhoseTheyAre() throws Exception {
        String project = entered(true);
        decided("senior", project, Kind.APPROVED);
        Path out = exported(project);
        assertNobody(out);
        assertTrue(Files.readString(out.resolve("table.csv")).contains("索条影"));
    }

    // [utest->req~report.research.export~1]
    @Test
    void aPatientOfTwoNumbersIsOnePatientOnceTheyAreMerged() throws Exception {
        String project = entered(false);
        decided("senior", project, Kind.APPROVED);
        String first = cells(exported(project), 1)[0];
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.worklist()
                    .survivors()
                    .links()
                    .take(List.of(new PatientLink(new PatientId("PID55501234", ""), new PatientId("PID73918264", ""))));
        }
        Path out = exported(project);
        assertNotEquals(folder.resolve("out/research-" + project.substring(0, 8)), out, "nothing is replaced");
        assertEquals(
                1,
                Stream.of(cells(out, 1), cells(out, 2), cells(out, 3))
                        .map(cells -> cells[0])
                        .distinct()
                        .count());
        assertTrue(Files.readString(folder.resolve("out/research-" + project.substring(0, 8) + "/table.csv"))
                .contains(first));
        String other = entered(false);
        decided("senior", other, Kind.APPROVED);
        assertFalse(Files.readString(exported(other).resolve("table.csv")).contains(first), "another project");
    }
}
