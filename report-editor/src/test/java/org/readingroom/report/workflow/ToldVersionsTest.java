package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.testing.SampleReports;

/// What the ward gets to read of a course, by a table that a physician can follow and by the rule itself over every
/// sequence of stages, lawful or not.
// [utest->req~report.dispatch.never-less~1]
class ToldVersionsTest {
    private static final Set<Stage> ADDED = Set.of(Stage.CONSULTATION, Stage.ADDENDUM, Stage.CORRECTION);
    private static final Map<Stage, Integer> SIGNATURES =
            Map.of(Stage.TRAINEE, 0, Stage.TEMPORARY, 1, Stage.PRIMARY, 1, Stage.REREAD, 1, Stage.COUNTERSIGNATURE, 1);

    @ParameterizedTest
    @CsvSource({
        // the usual ways: everything is told
        "TRAINEE PRIMARY REVIEW ADDENDUM, + + + +",
        "TRAINEE TRAINEE PRIMARY PRIMARY REVIEW, + + + + +",
        "PRIMARY COUNTERSIGNATURE REVIEW CONSULTATION, + + + +",
        "PRIMARY CONSULTATION REVIEW CORRECTION AMENDMENT ADDENDUM, + + + + + +",
        "TEMPORARY PRIMARY REVIEW, + + +",
        // after a temporary report the trainee's waits for a physician
        "TEMPORARY TRAINEE, + -",
        "TEMPORARY TRAINEE PRIMARY REVIEW, + - + +",
        "TEMPORARY TRAINEE TRAINEE PRIMARY, + - - +",
        "TEMPORARY TRAINEE COUNTERSIGNATURE, + - +",
        // an opinion vouches for itself, not for the trainee's words it stands beside
        "TEMPORARY TRAINEE CONSULTATION PRIMARY, + - - +",
        "TRAINEE CONSULTATION PRIMARY, + + +",
        // a new reading waits for its review
        "PRIMARY REVIEW REREAD REREAD AMENDMENT ADDENDUM, + + - - + +",
        // nothing that one person signs comes after a reviewed one
        "REVIEW TRAINEE PRIMARY TEMPORARY REVIEW, + - - - +",
        "REVIEW CONSULTATION COUNTERSIGNATURE PRIMARY, + + + -",
    })
    void whatIsToldOfACourse(String stages, String told) {
        assertEquals(
                Arrays.stream(told.split(" ")).map("+"::equals).toList(),
                ToldVersions.told(
                        Arrays.stream(stages.split(" ")).map(Stage::valueOf).toList()));
    }

    /// The number of signatures that stand behind what the ward reads never falls, and nothing waits that has as many.
    @Test
    void overAllSequencesTheWardNeverReadsLessVerifiedWords() {
        List<List<Stage>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < all.size(); i++) {
            for (Stage stage : all.get(i).size() < 5 ? Stage.values() : new Stage[0]) {
                List<Stage> longer = new ArrayList<>(all.get(i));
                longer.add(stage);
                all.add(longer);
            }
        }
        assertEquals(1 + 10 + 100 + 1000 + 10000 + 100000, all.size());
        for (List<Stage> stages : all) {
            List<Boolean> told = ToldVersions.told(stages);
            assertEquals(stages.size(), told.size());
            int read = 0;
            for (int i = 0; i < stages.size(); i++) {
                int signatures = signatures(stages.subList(0, i + 1));
                assertEquals(signatures >= read, told.get(i), stages + " at " + i);
                read = told.get(i) ? signatures : read;
            }
        }
    }

    /// Of the last version: what is added to words has theirs, and one more signature is worth one at least.
    private static int signatures(List<Stage> stages) {
        Stage last = stages.getLast();
        List<Stage> before = stages.subList(0, stages.size() - 1);
        if (ADDED.contains(last)) {
            return before.isEmpty() ? 1 : signatures(before);
        }
        return last == Stage.COUNTERSIGNATURE && !before.isEmpty()
                ? Math.max(1, signatures(before))
                : SIGNATURES.getOrDefault(last, 2);
    }

    /// Were a temporary report signed by a right or licence that a primary one does without, the primary one would
    /// have to wait for review.
    @Test
    void aPrimaryReportAsksOfItsSignerWhatATemporaryOneAsks() throws Exception {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/signing-3.json")) {
            JsonNode stages = JsonMapper.builder().build().readTree(stream).path("stages");
            JsonNode temporary = stages.path("TEMPORARY");
            assertTrue(temporary.path("licence").asBoolean());
            assertEquals(temporary, stages.path("PRIMARY"));
        }
    }

    @Test
    void versionsAreToldByTheirStages() {
        List<SignedReport> versions = new ArrayList<>();
        for (Stage stage : List.of(Stage.TEMPORARY, Stage.TRAINEE, Stage.PRIMARY)) {
            versions.add(signed(stage, versions.size() + 1));
        }
        assertEquals(List.of(versions.get(0), versions.get(2)), ToldVersions.of(versions));
        assertTrue(ToldVersions.isLastTold(versions));
        assertFalse(ToldVersions.isLastTold(versions.subList(0, 2)));
        assertEquals(List.of(), ToldVersions.of(List.of()));
        assertFalse(ToldVersions.isLastTold(List.of()));
    }

    private static SignedReport signed(Stage stage, int version) {
        String before = version == 1 ? "" : "d" + (version - 1);
        SigningAct act =
                new SigningAct(stage, SampleReports.radiologist(), version, before, SampleReports.NOW, "", "rules-1");
        return new SignedReport(SampleReports.chestCt(), act, new byte[0], "d" + version, new byte[0]);
    }
}
