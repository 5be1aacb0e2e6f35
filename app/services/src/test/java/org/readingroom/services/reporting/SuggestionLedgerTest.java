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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.register.Outcome;
import org.readingroom.report.register.RegisterEntry;
import org.readingroom.report.suggest.ArchivedReport;
import org.readingroom.report.suggest.Indication;
import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.SourceKind;
import org.readingroom.report.suggest.Suggestion;
import org.readingroom.report.suggest.SuggestionAct;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.Reports;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

class SuggestionLedgerTest {
    private static final SourceCard CARD =
            new SourceCard("suggest-archive", "1", SourceKind.STATISTICS, "", Indication.ANY, "n", "u", "l");
    private static final String WORDS = "右肺上叶斑马结节，建议随访。";

    @TempDir
    Path folder;

    private static Home home(Path folder) throws Exception {
        return Home.openOrCreateDemo(
                folder,
                QuickHome.options(new QuickHome.Clock()).withRenderer(versions -> new byte[] {'%'}),
                Progress.IGNORED);
    }

    private static SuggestionAct act(
            Report report, SuggestionAct.Kind kind, String suggested, ReportSentence sentence) {
        boolean isRejected = kind == SuggestionAct.Kind.REJECTED;
        return new SuggestionAct(
                report.id(),
                report.study(),
                SectionKind.IMPRESSION,
                CARD.id(),
                CARD.version(),
                suggested,
                kind,
                isRejected ? "" : sentence.words(),
                0,
                isRejected ? null : sentence.id(),
                List.of("r1"));
    }

    /// Two acts, one of them signed. Returns the report.
    private ReportId used(Session session, Path file) throws Exception {
        session.imports().importPaths(List.of(file), Progress.IGNORED);
        Study study = session.studies().study(new StudyUid("2.25.1001")).orElseThrow();
        Report blank =
                session.reports().open(study, ReportLanguage.CHINESE, "演示医院").report();
        ReportSentence taken = new Suggestion(SectionKind.IMPRESSION, WORDS, List.of(), List.of("r1"), 1, 1)
                .taken(CARD, WORDS)
                .getFirst();
        Report report = Reports.written(blank, "x").with(new Section(SectionKind.IMPRESSION, List.of(taken)));
        Suggesting suggesting = session.reporting().suggesting();
        suggesting.ledger().note(act(report, SuggestionAct.Kind.ACCEPTED, WORDS, taken));
        suggesting.ledger().note(act(report, SuggestionAct.Kind.REJECTED, "建议活检斑马。", taken));
        session.reports().sign(report, 0, Stage.PRIMARY, "", "demo".toCharArray());
        return report.id();
    }

    private static List<RegisterEntry> signed(Session session) throws Exception {
        return session.reporting().suggesting().register().entries().stream()
                .filter(RegisterEntry::isSigned)
                .toList();
    }

    // [utest->req~report.suggest.ledger~1]
    // [utest->req~report.register.rebuilt~1]
    // [utest->req~report.register.list~1]
    @Test
    void withoutTheLedgerTheSignedReportsTellTheSameOfWhatWasSigned() throws Exception {
        Path place = folder.resolve("home");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        List<RegisterEntry> before;
        try (Home home = home(place);
                Session session = QuickHome.signIn(home, "radiologist")) {
            used(session, file);
            List<RegisterEntry> all =
                    session.reporting().suggesting().register().entries();
            assertEquals(2, all.size());
            assertTrue(all.stream().anyMatch(row -> row.kind() == SuggestionAct.Kind.REJECTED && !row.isSigned()));
            before = signed(session);
            assertEquals(WORDS, before.getFirst().words());
            assertEquals(
                    List.of("report.suggestion", "report.suggestion"),
                    session.audit().latest(50).stream()
                            .map(event -> event.type())
                            .filter(type -> type.equals("report.suggestion"))
                            .toList());
        }
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("documents.db"));
                Statement statement = open.createStatement()) {
            statement.execute("PRAGMA recursive_triggers=ON");
            for (String change : List.of("DELETE FROM suggestion_act", "UPDATE suggestion_act SET at = 0")) {
                assertThrows(SQLException.class, () -> statement.execute(change), change);
            }
            for (String trigger : List.of("suggestion_act_never_delete", "suggestion_act_never_update")) {
                statement.execute("DROP TRIGGER " + trigger);
            }
            assertEquals(2, statement.executeUpdate("DELETE FROM suggestion_act"));
        }
        try (Home home = home(place);
                Session session = QuickHome.signIn(home, "radiologist")) {
            assertEquals(1, before.size());
            assertEquals(before, session.reporting().suggesting().register().entries());
        }
    }

    // [utest->req~report.suggest.ledger~1]
    @Test
    void noWordOfASuggestionLiesOpenOnTheDisk() throws Exception {
        Path place = folder.resolve("home");
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = home(place);
                Session session = QuickHome.signIn(home, "radiologist")) {
            used(session, file);
        }
        byte[] sought = "斑马".getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(place)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertFalse(holds(Files.readAllBytes(each), sought), each + " holds the words");
            }
        }
    }

    private static boolean holds(byte[] all, byte[] sought) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(sought, StandardCharsets.ISO_8859_1));
    }

    // [utest->req~report.register.follow-up~1]
    @Test
    void eachAssistedCaseIsOpenUntilItsFollowUpIsRecordedAndTheLastHolds() throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = home(folder.resolve("home"));
                Session session = QuickHome.signIn(home, "radiologist")) {
            ReportId report = used(session, file);
            AiRegisterStore register = session.reporting().suggesting().register();
            assertTrue(register.outcomes().isEmpty());
            register.record(report, Outcome.Finding.CONFIRMED, "术后病理");
            register.record(report, Outcome.Finding.REFUTED, "再次病理");
            assertEquals(1, register.outcomes().size());
            assertEquals(
                    Outcome.Finding.REFUTED, register.outcomes().get(report).finding());
            assertEquals("再次病理", register.outcomes().get(report).note());
        }
    }

    // [utest->req~report.suggest.archive~1]
    @Test
    void sourcesReadSignedVersionsTheNewestFirstAndOnlyWhatIsNew() throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = home(folder.resolve("home"))) {
            ReportId report;
            try (Session session = QuickHome.signIn(home, "radiologist")) {
                report = used(session, file);
                assertEquals(1, read(session, 0).size());
            }
            try (Session session = QuickHome.signIn(home, "senior")) {
                long position = read(session, 0).getFirst().position();
                Report words = read(session, 0).getFirst().report();
                assertEquals(report, words.id());
                session.reports().sign(words, 1, Stage.REVIEW, "", "demo".toCharArray());
                List<ArchivedReport> all = read(session, 0);
                assertEquals(2, all.size());
                assertTrue(all.getFirst().position() > all.getLast().position());
                assertEquals(1, read(session, position).size());
                assertTrue(session.reporting().suggesting().archive().stock().stream()
                        .anyMatch(stock -> stock.basis().startsWith("template:")));
            }
        }
    }

    private static List<ArchivedReport> read(Session session, long position) throws Exception {
        List<ArchivedReport> all = new ArrayList<>();
        session.reporting().suggesting().archive().read(position, all::add);
        return all;
    }
}
