package org.readingroom.services.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReportFact;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.Awaited;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reading.VersionVerdict;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A report that is given out is read anew: until the new reading was reviewed nothing anywhere says anything else than
/// before.
// [utest->req~report.workflow.reread-valid~1]
class RereadTest {
    private static final String OLD = "右肺上叶结节，考虑良性。";
    private static final String ANEW = "右肺上叶腺癌可能。";
    private static final String REVIEWED = "右肺上叶浸润性腺癌可能，建议穿刺。";

    @TempDir
    Path folder;

    private final QuickHome.Clock clock = new QuickHome.Clock();
    private Home home;
    private Study study;

    @BeforeEach
    void grant() throws Exception {
        home = QuickHome.demo(folder.resolve("home"), clock);
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            session.imports().importPaths(List.of(file), Progress.IGNORED);
            study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        }
        sign("radiologist", Stage.PRIMARY, OLD);
        sign("senior", Stage.REVIEW, OLD);
        act("resident", Kind.CHANGE_REQUESTED, "", "穿刺为腺癌");
        act("senior", Kind.CHANGE_GRANTED, "AMENDMENT", "同意重新诊断");
    }

    @AfterEach
    void close() {
        home.close();
    }

    private OpenReport open(Session session) throws Exception {
        return session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
    }

    private SignedReport sign(String login, Stage stage, String impression) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = open(session);
            Report report = open.versions().isEmpty()
                    ? Reports.written(open.report(), impression)
                    : ReportEdits.setText(open.report(), SectionKind.IMPRESSION, impression)
                            .apply(open.report());
            return session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    private void act(String login, Kind kind, String code, String words) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            ActWish wish = ActWish.of(kind, session.course().course(study.uid()), code, words);
            session.course().act(study.uid(), kind == Kind.COPY_RECALLED ? wish.to(code, "") : wish);
        }
    }

    /// All that a department sees of a report, beside what is opened.
    private record Seen(
            List<OutboxEntry> outbox, ReadingState state, List<ReportFact> facts, List<String> archive, int hits) {}

    private Seen seen() throws Exception {
        try (Session session = QuickHome.signIn(home, "senior")) {
            LocalDate day = LocalDate.ofInstant(QuickHome.START, ZoneOffset.UTC);
            Period period = new Period(day.minusDays(1), day.plusDays(1), ZoneOffset.UTC);
            List<String> archive = new ArrayList<>();
            session.reporting().suggesting().archive().read(0, report -> {
                archive.add(report.report().text(SectionKind.IMPRESSION));
                return true;
            });
            assertEquals(
                    List.of(), session.reporting().search().find(ReportQuery.of("腺癌")), "found before it was reviewed");
            return new Seen(
                    session.outbox().entries(),
                    item(session).state(),
                    session.reporting()
                            .statistics()
                            .count(period, StudyOrders.of(session.orders(), session.studies(), session.worklist()))
                            .facts(),
                    archive,
                    session.reporting().search().find(ReportQuery.of("考虑良性")).size());
        }
    }

    private WorklistItem item(Session session) throws Exception {
        return session.worklist().items().getFirst();
    }

    private Optional<Awaited.Kind> awaited() throws Exception {
        try (Session session = QuickHome.signIn(home, "resident")) {
            return Optional.ofNullable(item(session).awaited()).map(Awaited::kind);
        }
    }

    private void reads(String login, String impression, Optional<Stage> next) throws Exception {
        try (Session session = QuickHome.signIn(home, login)) {
            OpenReport open = open(session);
            assertEquals(impression, open.report().text(SectionKind.IMPRESSION), login);
            assertEquals(next, open.nextStage(), login);
            assertEquals(next.isEmpty(), open.isAtRest(), login);
            assertFalse(next.isEmpty() && open.isDraft(), "nobody reads a draft of others");
        }
    }

    @Test
    void nothingLeavesTheHouseAndTheOldVersionHoldsUntilItWasReviewed() throws Exception {
        Seen before = seen();
        assertEquals(1, before.hits);
        assertEquals(1, before.facts.size());
        SignedReport reading = sign("radiologist", Stage.REREAD, ANEW);
        assertEquals("穿刺为腺癌", reading.act().reason());
        assertEquals(before, seen());
        assertEquals(Optional.of(Awaited.Kind.REREAD_REVIEW), awaited());
        reads("resident", OLD, Optional.empty());
        reads("radiologist", OLD, Optional.empty());
        reads("senior", ANEW, Optional.of(Stage.AMENDMENT));
        try (Session session = QuickHome.signIn(home, "senior")) {
            OpenReport open = open(session);
            Report draft = ReportEdits.setText(open.report(), SectionKind.IMPRESSION, "审核中。")
                    .apply(open.report());
            session.reports().saveDraft(draft, open.base());
        }
        reads("resident", OLD, Optional.empty());
        try (Session session = QuickHome.signIn(home, "senior")) {
            assertTrue(session.reports().discardDraft(study.uid(), open(session).base(), "改为退回"));
        }

        act("senior", Kind.RETURNED, "conclusion", "请写明依据");
        assertEquals(before, seen(), "sent back, it is no returned report of the statistics");
        assertEquals(Optional.of(Awaited.Kind.REISSUE), awaited());
        reads("resident", OLD, Optional.empty());
        reads("radiologist", ANEW, Optional.of(Stage.REREAD));
        assertEquals(
                "穿刺为腺癌", sign("radiologist", Stage.REREAD, ANEW + "依据穿刺。").act().reason());
        assertEquals(before, seen());
        assertEquals(Optional.of(Awaited.Kind.REREAD_REVIEW), awaited());
    }

    @Test
    void theReviewGivesItOutOnce() throws Exception {
        SignedReport reading = sign("radiologist", Stage.REREAD, ANEW);
        List<OutboxEntry> before = seen().outbox;
        List<String> refused =
                assertThrows(SigningRefusedException.class, () -> sign("radiologist", Stage.AMENDMENT, ANEW))
                        .refusals()
                        .stream()
                        .map(Refusal::ruleId)
                        .toList();
        assertEquals(List.of("role-right", "reread-reviewer-is-another"), refused);
        SignedReport reviewed = sign("senior", Stage.AMENDMENT, REVIEWED);
        assertEquals("穿刺为腺癌", reviewed.act().reason());
        assertEquals(reading.digest(), reviewed.act().predecessorDigest());
        try (Session session = QuickHome.signIn(home, "senior")) {
            List<OutboxEntry> sent = new ArrayList<>(session.outbox().entries());
            sent.removeAll(before);
            assertEquals(
                    List.of(4, 4, 4, 4),
                    sent.stream().map(OutboxEntry::reportVersion).toList(),
                    "the report, the recall of what was filed before, the document and the structured report");
            OutboxEntry filing =
                    sent.stream().filter(OutboxEntry::isReport).findFirst().orElseThrow();
            byte[] body = session.outbox().body(filing.id());
            JsonNode report = JsonMapper.builder().build().readTree(body).at("/entry/0/resource");
            assertEquals("amended", report.path("status").asText());
            assertEquals(REVIEWED, report.path("conclusion").asText());
            assertFalse(
                    new String(body, StandardCharsets.UTF_8).contains(ANEW), "what the reviewer struck out was told");
            assertEquals(ReadingState.AWAITING_ISSUE, item(session).state());
            assertEquals(null, item(session).awaited());
            assertEquals(
                    1,
                    session.reporting().search().find(ReportQuery.of("浸润性腺癌")).size());
            assertEquals(
                    0, session.reporting().search().find(ReportQuery.of("考虑良性")).size());
            List<VersionVerdict> verdicts = session.reports().verify(study.uid());
            assertEquals(4, verdicts.size());
            assertTrue(verdicts.stream().allMatch(VersionVerdict::isSound));
        }
        reads("resident", REVIEWED, Optional.empty());
    }

    // [utest->req~report.workflow.outstanding~1]
    @Test
    void copiesAreRecalledAndTheFamilyToldAfterAnAddendumToo() throws Exception {
        sign("radiologist", Stage.REREAD, ANEW);
        assertThrows(SigningRefusedException.class, () -> act("radiologist", Kind.FAMILY_TOLD, "", "已告知"));
        sign("senior", Stage.AMENDMENT, ANEW);
        act("radiologist", Kind.COPY_RECALLED, "clinic", "已交回");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            OpenReport open = open(session);
            Report added = ReportEdits.setText(open.report(), SectionKind.ADDENDUM, "补充：无。")
                    .apply(open.report());
            session.reports().sign(added, open.baseVersion(), Stage.ADDENDUM, "临床询问", "demo".toCharArray());
        }
        act("radiologist", Kind.COPY_RECALLED, "patient", "已销毁");
        act("radiologist", Kind.COPY_RECALLED, "film", "已撤下");
        act("radiologist", Kind.FAMILY_TOLD, "", "已电话告知");
        try (Session session = QuickHome.signIn(home, "radiologist")) {
            var course = session.course().course(study.uid());
            assertEquals(java.util.Set.of("clinic", "patient", "film"), course.recalled());
            assertTrue(course.isFamilyTold());
            assertTrue(course.acts().stream()
                    .skip(2)
                    .allMatch(act -> act.version() == 4 && !act.kind().isDeciding()));
            List<Kind> possible = session.course().possible(study.uid());
            assertFalse(possible.contains(Kind.COPY_RECALLED));
            assertFalse(possible.contains(Kind.FAMILY_TOLD));
        }
    }
}
