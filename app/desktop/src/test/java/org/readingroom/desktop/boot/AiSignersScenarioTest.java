package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.reporting.PracticePerson;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.task.Progress;

/// A report with an accepted suggestion is not given out by a reviewer of three years; the administrator puts the day
/// right on which the reviewer began to practise, and it is.
@Tag("ui")
@Tag("slow")
class AiSignersScenarioTest {
    private static final String SUGGESTED = "右肺上叶结节，建议随访。";
    private static final LocalDate GOOD = LocalDate.of(2099, 12, 31);

    @TempDir
    Path folder;

    private final LocalDate today = LocalDate.now();
    private final HomeOptions options =
            QuickHome.options(InstantSource.system()).withDepartment(List::of);
    private final ScenarioPictures pictures = new ScenarioPictures("ai-signers");

    // [utest->req~identity.practice-sheet~1]
    // [utest->req~report.workflow.suggestion-missing~1]
    @Test
    void aReviewerOfThreeYearsSignsOnceTheAdministratorHasPutTheYearsRight() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        prepare(place);
        try (RealWindow window = window(place, Locale.SIMPLIFIED_CHINESE)) {
            refusedWithWords(window);
        }
        try (RealWindow window = window(place, Locale.SIMPLIFIED_CHINESE)) {
            putRight(window);
        }
        try (RealWindow window = window(place, Locale.ENGLISH)) {
            review(window);
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            assertEquals(
                    List.of(Stage.PRIMARY, Stage.REVIEW),
                    session.reports().versions(StageHands.STUDY).stream()
                            .map(version -> version.act().stage())
                            .toList());
            assertEquals(
                    1,
                    session.audit().latest(200).stream()
                            .filter(event -> event.type().equals("user.practice"))
                            .filter(event -> event.detail().equals("since"))
                            .count(),
                    "the trail knows which field was put right");
            assertTrue(session.audit().verify().isIntact());
        }
    }

    private RealWindow window(Path place, Locale locale) throws Exception {
        return new RealWindow(new StartOptions(place, true, locale, null, null, options));
    }

    private void refusedWithWords(RealWindow window) throws Exception {
        StageHands.open(window, "senior");
        until("who is missing, before anything is typed", () -> checks(window).contains("suggestion.nobody"));
        assertTrue(onFx(() -> checks(window).contains("suggestion.short")), "and that the reviewer does not count");
        pictures.keep(window, "01-said-while-it-is-written");
        StageHands.ask(window, KeyCode.ENTER);
        until("why not", () -> says(window, "须 2 名执业满 5 年的医师对该文字签名；连同您共 1 名"));
        assertTrue(
                onFx(() -> says(window, "起执业，须满 5 年")
                        && window.person()
                                .find("#report-sign-password")
                                .orElseThrow()
                                .isDisabled()),
                "no password is asked for");
        pictures.keep(window, "02-refused");
    }

    private void putRight(RealWindow window) throws Exception {
        StageHands.list(window, "admin");
        onFx(() -> window.person().press(KeyCode.F10, Modifier.CTRL, Modifier.SHIFT));
        until(
                "the people",
                () -> window.person().sees("#practice-since")
                        && people(window).getItems().size() == 4);
        onFx(() -> {
            people(window).requestFocus();
            window.person().press(KeyCode.END);
        });
        until(
                "the reviewer",
                () -> text(window, "#practice-since").equals(today.minusYears(3).toString()));
        pictures.keep(window, "03-three-years-on-record");
        fill(window, "#practice-since", today.minusYears(6).toString());
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("that a reason is wanted", () -> window.person().reads("#practice-refused", "理由"));
        fill(window, "#practice-reason", "核对执业证书原件");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the correction in the story",
                () -> window.person().reads("#practice-story", today.minusYears(3) + " → " + today.minusYears(6)));
        until("that it is kept", () -> window.status().contains("已保存"));
        pictures.keep(window, "04-put-right");
    }

    private void review(RealWindow window) throws Exception {
        StageHands.open(window, "senior");
        until("the review", () -> window.person().reads("#report-stage", "Review"));
        StageHands.ask(window, KeyCode.ENTER);
        until(
                "that the rules say nothing",
                () -> !window.person()
                        .find("#report-sign-password")
                        .orElseThrow()
                        .isDisabled());
        assertTrue(onFx(() -> checks(window).stream().noneMatch(id -> id.startsWith("suggestion."))));
        pictures.keep(window, "05-the-second-physician");
        StageHands.signOnSheet(window, pictures, "06-signed");
    }

    private static List<String> checks(RealWindow window) {
        return window.look().report().orElseThrow().model().checks().stream()
                .map(check -> check.checkId())
                .toList();
    }

    private static boolean says(RealWindow window, String words) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled said
                        && said.getText() != null
                        && said.getText().contains(words));
    }

    private static ListView<?> people(RealWindow window) {
        return window.person()
                .find("#practice-people")
                .map(ListView.class::cast)
                .orElseThrow();
    }

    private static String text(RealWindow window, String field) {
        return window.person()
                .find(field)
                .map(TextInputControl.class::cast)
                .map(TextInputControl::getText)
                .orElse("");
    }

    private static void fill(RealWindow window, String field, String words) throws Exception {
        onFx(() -> {
            window.person().click(field);
            Node there = window.person().find(field).orElseThrow();
            ((TextInputControl) there).selectAll();
            window.person().type(words);
        });
        until("the words of " + field, () -> text(window, field).equals(words));
    }

    /// A reviewer of three years on record, and a primary report that took a suggestion over.
    private void prepare(Path place) throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            try (Session session = home.signIn("admin", "demo".toCharArray())) {
                PracticePerson senior = session.reporting().practice().people().getLast();
                session.reporting()
                        .practice()
                        .enter(
                                senior.id(),
                                senior.practice(),
                                new Practice("主治医师", "DEMO-0002", GOOD, today.minusYears(3)),
                                "人事表");
            }
            try (Session session = home.signIn("radiologist", "demo".toCharArray())) {
                session.imports().importPaths(List.of(file), Progress.IGNORED);
                Study study = session.studies().study(StageHands.STUDY).orElseThrow();
                OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
                Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "右肺上叶见结节。")
                        .apply(open.report());
                ReportSentence words = ReportSentence.of(SUGGESTED, SentenceOrigin.HUMAN);
                ReportSentence taken = new ReportSentence(
                        words.id(),
                        SUGGESTED,
                        SentenceOrigin.HUMAN,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new SuggestionTrace(
                                "suggest-archive", "1", SUGGESTED, SuggestionTrace.Act.ACCEPTED, 0, List.of("r-1")));
                report = report.with(new Section(SectionKind.IMPRESSION, List.of(taken)));
                session.reports().sign(report, open.baseVersion(), Stage.PRIMARY, "", "demo".toCharArray());
            }
        }
    }
}
