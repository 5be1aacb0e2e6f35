package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;
import static org.readingroom.desktop.boot.StageHands.STUDY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.text.PlainText;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// A change to an issued report is asked for, granted and signed; the old copies come back and the family is told. One
/// version counts afterwards, wherever one looks.
@Tag("ui")
@Tag("slow")
class CorrectionScenarioTest {
    private static final String WHY = "检查方法写错，实为增强";
    private static final String GRANT = "仅更正检查技术";
    private static final String RIGHT = "胸部增强扫描。";
    private static final List<String> COPIES = List.of("申请科室", "患者", "云胶片");

    @TempDir
    Path folder;

    private final ScenarioPictures pictures = new ScenarioPictures("correction");

    // [utest->req~report.workflow.stage-bar~1]
    // [utest->req~report.workflow.outstanding~1]
    // [utest->req~report.document.replaced~1]
    @Test
    void whatWasCorrectedIsTheOnlyVersionThatCounts() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(List::of);
        StageHands.prepare(
                folder, place, options, List.of(Stage.PRIMARY, Stage.REVIEW), List.of("radiologist", "senior"));
        StartOptions start = new StartOptions(place, true, Locale.CHINESE, null, null, options);
        try (RealWindow window = new RealWindow(start)) {
            request(window);
        }
        try (RealWindow window = new RealWindow(start)) {
            grant(window);
        }
        try (RealWindow window = new RealWindow(start)) {
            correct(window);
            recall(window);
            course(window);
            replaced(window);
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            examine(session);
        }
        stored(place);
    }

    /// Who asks for the change may not grant it, and is told so.
    private void request(RealWindow window) throws Exception {
        StageHands.open(window, "radiologist");
        StageHands.command(window, "申请更改", "report.change-request");
        StageHands.say(window, WHY, pictures, "01-request");
        until("the request", () -> window.person().reads("#stage-standing", WHY));
        assertFalse(onFx(() -> window.person().sees("#stage-report-change-grant")));
        StageHands.command(window, "同意更改", "report.change-grant");
        until("why not", () -> window.status().contains("当前角色无权进行此操作"));
        assertTrue(onFx(window::status).contains("申请更改者不得自行批准"));
        assertFalse(onFx(() -> window.person().sees("#act-words")));
        pictures.keep(window, "02-not-by-this-person");
    }

    /// Who grants it may not sign it, and is told so.
    private void grant(RealWindow window) throws Exception {
        StageHands.list(window, "senior");
        until("that it is to be decided", () -> StageHands.shows(window, "更改待批"));
        pictures.keep(window, "03-to-be-decided");
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the request", () -> window.person().reads("#stage-standing", WHY));
        StageHands.command(window, "同意更改", "report.change-grant");
        StageHands.choose(window, "更正报告");
        StageHands.say(window, GRANT, pictures, "04-grant");
        until("the grant", () -> window.person().reads("#stage-standing", GRANT));
        onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        assertTrue(onFx(() -> StageHands.shows(window, "批准更改者不得自行签发更改后的报告")));
        assertTrue(onFx(() ->
                window.person().find("#report-sign-password").orElseThrow().isDisabled()));
        pictures.keep(window, "05-not-by-who-granted");
    }

    private void correct(RealWindow window) throws Exception {
        StageHands.list(window, "radiologist");
        until("that it is to be signed", () -> StageHands.shows(window, "已批更改，待签"));
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the grant", () -> window.person().reads("#stage-standing", GRANT));
        onFx(() -> window.person().press(KeyCode.TAB));
        until(
                "the findings",
                () -> StageHands.area(window, SectionKind.FINDINGS).isFocused());
        onFx(() -> window.person().press(KeyCode.PAGE_UP, Modifier.CTRL));
        until(
                "the technique",
                () -> StageHands.area(window, SectionKind.TECHNIQUE).isFocused());
        onFx(() -> {
            window.person().press(KeyCode.A, Modifier.CTRL);
            window.person().type(RIGHT);
        });
        until(
                "the words",
                () -> StageHands.area(window, SectionKind.TECHNIQUE)
                        .getText()
                        .strip()
                        .equals(RIGHT));
        pictures.keep(window, "06-corrected");
        StageHands.sign(window, pictures, "07-signing");
        pictures.keep(window, "08-document");
        assertFalse(onFx(() -> window.person().sees("#document-replaced")));
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "what is not back",
                () -> window.person().reads("#stage-standing", "旧报告未收回：申请科室 · 患者 · 云胶片")
                        && window.person().reads("#stage-standing", "未告知患者或家属"));
        pictures.keep(window, "09-outstanding");
    }

    private void recall(RealWindow window) throws Exception {
        for (String copy : COPIES) {
            StageHands.command(window, "记录收回旧报告", "report.recall");
            StageHands.choose(window, copy);
            StageHands.say(window, copy + "回执：已交回", pictures, "10-receipt");
            until(
                    "that it is back",
                    () -> window.person().sees("#stage-standing")
                            && standing(window).contains("未告知")
                            && !standing(window).split("未告知")[0].contains(copy));
        }
        StageHands.command(window, "记录已告知", "report.family-told");
        StageHands.say(window, "已电话告知家属", pictures, "11-told");
        until(
                "that nothing is left to do",
                () -> window.person().sees("#stage-standing")
                        && !standing(window).contains("未"));
        pictures.keep(window, "12-done");
    }

    private static String standing(RealWindow window) {
        return window.person()
                .find("#stage-standing")
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElseThrow();
    }

    private void course(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.F7, Modifier.CTRL));
        until("the course", () -> window.person().sees("#course-history"));
        pictures.keep(window, "13-course");
        List<String> lines = onFx(() -> StageHands.course(window)).lines().toList();
        List<String> wanted =
                List.of("影像质量：尚未评定", "初诊报告", "审核报告", WHY, GRANT, "更正报告", "申请科室回执", "患者回执", "云胶片回执", "已电话告知家属");
        assertEquals(wanted.size(), lines.size(), lines::toString);
        for (int i = 0; i < wanted.size(); i++) {
            assertTrue(lines.get(i).contains(wanted.get(i)), lines.get(i));
        }
        assertEquals(1, lines.stream().filter(line -> line.contains("现行有效")).count());
        assertTrue(lines.get(5).contains("现行有效"));
        assertEquals(
                2, lines.stream().filter(line -> line.contains("已由第 3 版取代")).count());
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until("the report again", () -> !window.person().sees("#course-history"));
    }

    /// The document of the version that was given out before says that it no longer holds.
    private void replaced(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.DIGIT3, Modifier.ALT));
        until(
                "what goes out",
                () -> window.person().sees("#outbox")
                        && !window.look().outbox().rows().isEmpty());
        int at = onFx(() -> window.look().outbox().rows().stream()
                .map(row -> row.entry().isReport() && row.entry().reportVersion() == 2)
                .toList()
                .indexOf(true));
        onFx(() -> {
            window.person().press(KeyCode.HOME);
            for (int i = 0; i < at; i++) {
                window.person().press(KeyCode.DOWN);
            }
            window.person().press(KeyCode.ENTER);
        });
        until(
                "that it no longer holds",
                () -> window.person().reads("#document-replaced", "由第 3 版（更正报告）取代")
                        && window.person().sees("#document-pages"));
        pictures.keep(window, "14-no-longer-holds");
    }

    private void examine(Session session) throws Exception {
        var course = session.course().course(STUDY);
        assertEquals(
                List.of(Stage.PRIMARY, Stage.REVIEW, Stage.CORRECTION),
                course.versions().stream().map(one -> one.act().stage()).toList());
        assertEquals(
                List.of(
                        Kind.CHANGE_REQUESTED,
                        Kind.CHANGE_GRANTED,
                        Kind.COPY_RECALLED,
                        Kind.COPY_RECALLED,
                        Kind.COPY_RECALLED,
                        Kind.FAMILY_TOLD),
                course.acts().stream().map(act -> act.kind()).toList());
        SignedReport last = course.versions().getLast();
        assertEquals(WHY, last.act().reason());
        assertTrue(session.reports().verify(STUDY).stream().allMatch(verdict -> verdict.isSound()));
        var item = session.worklist().items().getFirst();
        assertEquals(ReadingState.AWAITING_ISSUE, item.state());
        try (PDDocument pdf = Loader.loadPDF(session.reports().pdf(last.report().id(), 3))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertTrue(text.contains("本报告替代第2版，原版作废"), text);
            assertTrue(text.contains(RIGHT), text);
        }
        String text = PlainText.of(last.report(), course.versions(), ZoneOffset.UTC);
        assertTrue(text.lines().toList().get(1).equals("本报告替代第 2 版，原版作废"), text);
        filed(session);
        new OutsidePrograms(folder).verifySignature(last, session.reports().trustedCertificatePem());
    }

    /// What the RIS gets, in the words of FHIR R4: preliminary, final, corrected.
    private static void filed(Session session) throws Exception {
        List<String> states = new ArrayList<>();
        List<OutboxEntry> reports = session.outbox().entries().stream()
                .filter(OutboxEntry::isReport)
                .sorted(Comparator.comparingInt(OutboxEntry::reportVersion))
                .toList();
        for (OutboxEntry entry : reports) {
            JsonNode bundle =
                    JsonMapper.builder().build().readTree(session.outbox().body(entry.id()));
            states.add(bundle.at("/entry/0/resource/status").asText());
        }
        assertEquals(List.of("preliminary", "final", "corrected"), states);
    }

    /// The file itself, past the program: three versions, each by another stage, none rewritten.
    private static void stored(Path place) throws Exception {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("documents.db"));
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT version, stage FROM version ORDER BY version")) {
            while (found.next()) {
                rows.add(found.getInt(1) + " " + found.getString(2));
            }
        }
        assertEquals(List.of("1 PRIMARY", "2 REVIEW", "3 CORRECTION"), rows);
    }
}
