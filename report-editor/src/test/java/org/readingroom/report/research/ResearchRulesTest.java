package org.readingroom.report.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.readingroom.report.research.ResearchCases.project;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase.State;
import org.readingroom.report.workflow.Refusal;

// [utest->req~report.research.approved~1]
class ResearchRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 12, 31);
    private static final ResearchProject PROJECT = project(DateForm.YEAR, true, false, "noduleSize");
    private final ResearchRules rules = ResearchRules.shipped();

    private static Author author(String id, AuthorRole role) {
        return new Author(id, "Dr. " + id, Set.of(role), "", null);
    }

    private static ResearchAct act(Kind kind, String by) {
        return new ResearchAct(
                "a-" + kind,
                PROJECT.id(),
                kind,
                by,
                "Dr. " + by,
                Instant.parse("2026-05-01T00:00:00Z"),
                "",
                0,
                "r",
                kind == Kind.ENTERED ? PROJECT : null);
    }

    private static ResearchCase after(String kinds) {
        List<ResearchAct> acts = new ArrayList<>(List.of(act(Kind.ENTERED, "one")));
        for (String kind : kinds.isBlank() ? new String[0] : kinds.split(" ")) {
            acts.add(act(Kind.valueOf(kind), "two"));
        }
        return ResearchCase.of(acts).getFirst();
    }

    private static List<String> ids(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::ruleId).toList();
    }

    /// Each state against each act, as the rule file's makers wrote it down: the first rule that says no,
    /// or a dash.
    @ParameterizedTest
    @CsvSource({
        "'', APPROVED, -",
        "'', REFUSED, -",
        "'', WITHDRAWN, -",
        "'', EXPORTED, research-unapproved",
        "APPROVED, APPROVED, research-decided",
        "APPROVED, REFUSED, research-decided",
        "APPROVED, WITHDRAWN, -",
        "APPROVED, EXPORTED, -",
        "APPROVED EXPORTED, EXPORTED, -",
        "APPROVED EXPORTED, APPROVED, research-decided",
        "REFUSED, APPROVED, research-decided",
        "REFUSED, EXPORTED, research-unapproved",
        "REFUSED APPROVED, EXPORTED, research-unapproved",
        "REFUSED, WITHDRAWN, research-decided",
        "APPROVED WITHDRAWN, EXPORTED, research-unapproved",
        "APPROVED WITHDRAWN, APPROVED, research-decided",
        "APPROVED WITHDRAWN APPROVED, EXPORTED, research-unapproved"
    })
    void nothingLeavesThatNobodyApproved(String before, Kind kind, String rule) {
        List<String> refused = ids(rules.refusals(kind, after(before), author("two", AuthorRole.SENIOR), TODAY));
        assertEquals(rule.equals("-") ? List.of() : List.of(rule), refused);
    }

    @Test
    void whoEnteredItDoesNotApproveIt() {
        Author one = author("one", AuthorRole.SENIOR);
        assertEquals(List.of("research-own"), ids(rules.refusals(Kind.APPROVED, after(""), one, TODAY)));
        assertEquals(List.of(), ids(rules.refusals(Kind.EXPORTED, after("APPROVED"), one, TODAY)));
        Author radiologist = author("three", AuthorRole.RADIOLOGIST);
        assertEquals(List.of("research-role"), ids(rules.refusals(Kind.APPROVED, after(""), radiologist, TODAY)));
        Author trainee = author("four", AuthorRole.TRAINEE);
        assertEquals(List.of("research-role"), ids(rules.refusals(Kind.EXPORTED, after("APPROVED"), trainee, TODAY)));
    }

    @Test
    void theLastDayOfTheEthicsApprovalIsTheLastDay() {
        Author senior = author("two", AuthorRole.SENIOR);
        ResearchCase approved = after("APPROVED");
        assertEquals(State.APPROVED, approved.state(TODAY));
        assertEquals(State.EXPIRED, approved.state(TODAY.plusDays(1)));
        assertEquals(
                List.of("research-expired"), ids(rules.refusals(Kind.EXPORTED, approved, senior, TODAY.plusDays(1))));
        assertEquals(
                List.of("research-expired"), ids(rules.refusals(Kind.APPROVED, after(""), senior, TODAY.plusDays(1))));
        assertEquals(State.WITHDRAWN, after("APPROVED WITHDRAWN").state(TODAY.plusDays(1)));
    }

    @Test
    void aProjectIsWholeWhenItIsEntered() {
        Author one = author("one", AuthorRole.RADIOLOGIST);
        assertEquals(List.of(), ids(rules.refusals(PROJECT, ResearchCases.FIELDS, one, TODAY)));
        ResearchProject bad = new ResearchProject(
                "p",
                " ",
                "1",
                "c",
                TODAY.minusDays(1),
                LocalDate.of(2026, 2, 1),
                LocalDate.of(2026, 1, 31),
                "CT",
                ResearchProject.fields(List.of("noSuchField")),
                DateForm.YEAR,
                false,
                false);
        assertEquals(
                List.of(
                        "research-role",
                        "research-incomplete",
                        "research-period",
                        "research-expired",
                        "research-field"),
                ids(rules.refusals(bad, ResearchCases.FIELDS, author("t", AuthorRole.TRAINEE), TODAY)));
        assertEquals(
                List.of("research-no-fields"),
                ids(rules.refusals(project(DateForm.YEAR, false, false), ResearchCases.FIELDS, one, TODAY)));
    }

    @Test
    void whatARuleFileLeavesOutIsForbidden() throws IOException {
        ResearchRules bare = ResearchRules.read(new ByteArrayInputStream(
                "{\"format\":\"readingroom.research-rules\",\"formatVersion\":1,\"version\":\"own\"}"
                        .getBytes(StandardCharsets.UTF_8)));
        Author senior = author("two", AuthorRole.SENIOR);
        assertEquals(List.of("research-role"), ids(bare.refusals(Kind.EXPORTED, after("APPROVED"), senior, TODAY)));
        assertEquals(false, bare.approverMayBeEnterer());
        for (String broken : List.of(
                "{}",
                "{\"format\":\"readingroom.research-rules\",\"formatVersion\":2,\"version\":\"x\"}",
                "{\"format\":\"readingroom.research-rules\",\"formatVersion\":1,\"version\":\"x\",\"acts\":{\"EATEN\":[]}}")) {
            assertThrows(
                    IOException.class,
                    () -> ResearchRules.read(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))),
                    broken);
        }
    }

    @Test
    void anActIsReadBackAsItWas() throws Exception {
        ResearchAct entered = act(Kind.ENTERED, "one");
        assertEquals(entered, ResearchJson.read(ResearchJson.write(entered)));
        ResearchAct exported = new ResearchAct(
                "e", "p1", Kind.EXPORTED, "one", "Dr", Instant.parse("2026-05-01T00:00:00Z"), "ab12", 7, "r", null);
        assertEquals(exported, ResearchJson.read(ResearchJson.write(exported)));
    }
}
