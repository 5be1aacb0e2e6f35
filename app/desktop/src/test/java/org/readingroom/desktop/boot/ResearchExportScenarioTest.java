package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.ResearchText;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// A research project from its entry by one person to the files on a disk after another approved it.
@Tag("ui")
@Tag("slow")
class ResearchExportScenarioTest {
    /// Everything by which this patient could be told, written by hand.
    private static final List<String> NAMING = List.of(
            "wang", "xiaodong", "王", "小东", "demo", "acc-", "2.25.1001", "1961", "2026-03-01", "20260301", "演示医院");

    @TempDir
    Path folder;

    // [utest->req~report.research.sheet~1]
    // [utest->req~report.research.field-names~1]
    // [utest->req~report.research.export~1]
    @Test
    void onePersonEntersAnotherApprovesAndTheTableLeavesWithoutThePatient() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        signed(place);
        ScenarioPictures pictures = new ScenarioPictures("research-export");
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            sheet(window, "radiologist");
            onFx(() -> window.person().click("#research-do-enter"));
            until("the form", () -> window.person().sees("#research-title"));
            fill(window, "#research-title", "肺结节大小");
            fill(window, "#research-ethics", "KY2026-117");
            fill(window, "#research-committee", "伦理委员会");
            fill(window, "#research-valid-until", "2099-12-31");
            fill(window, "#research-from", "2026-01-01");
            fill(window, "#research-to", "2026-12-31");
            fill(window, "#research-field-search", "noduleSize");
            onFx(() -> {
                window.person().press(KeyCode.TAB);
                window.person().press(KeyCode.SPACE);
            });
            until("the chosen field", () -> window.person().reads("#research-field-count", "1"));
            pictures.keep(window, "01-entered");
            onFx(() -> window.person().click("#research-do-keep"));
            until("the project", () -> window.person().reads("#research-details", "KY2026-117"));
            assertTrue(
                    List.of("结节平均径", " / ", "mean diameter of the nodule", " · noduleSize · mm").stream()
                            .allMatch(part -> window.person().reads("#research-details", part)),
                    "who approves reads names in both languages");
            assertTrue(isOff(window, "#research-do-make"), "nothing leaves before somebody else approved it");
            assertTrue(isOff(window, "#research-do-approve"), "nobody approves their own project");
            pictures.keep(window, "02-waiting");
        }
        Path out = folder.resolve("out");
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            sheet(window, "senior");
            until("the project", () -> window.person().reads("#research-details", "KY2026-117"));
            onFx(() -> window.person().click("#research-do-approve"));
            until("the approval", () -> window.person().reads("#research-details", "已批准"));
            until("the next act", () -> !isOff(window, "#research-do-make"));
            onFx(() -> window.person().click("#research-do-make"));
            until("the table", () -> !isOff(window, "#research-do-write"));
            assertTrue(onFx(() -> window.person().reads("#research-made", "1 名患者")));
            assertFalse(Files.exists(out), "something left before it was asked for");
            pictures.keep(window, "03-made");
            fill(window, "#research-folder", out.toString());
            onFx(() -> window.person().click("#research-do-write"));
            until("the export in the project's story", () -> window.person().reads("#research-details", "1 行"));
            pictures.keep(window, "04-written");
        }
        try (Stream<Path> all = Files.walk(out)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            assertEquals(
                    List.of("dictionary.csv", "table.csv"),
                    files.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : files) {
                String text = ResearchText.of(file);
                NAMING.forEach(each -> assertFalse(text.contains(each), each + " in " + text));
            }
            String[] lines = Files.readString(files.getLast()).split("\r\n");
            assertEquals(2, lines.length);
            assertTrue(lines[0].endsWith(",conclusion,noduleSize [mm]"), lines[0]);
            assertTrue(lines[1].endsWith(",M,64,2026,CT,readingroom.lung-nodule-ct.zh,zh,positive,8.3"), lines[1]);
        }
    }

    /// One report, signed and reviewed, whose finding says 8.3 mm and whose note names the patient.
    private void signed(Path place) throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home =
                Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(List::of), Progress.IGNORED)) {
            for (Stage stage : List.of(Stage.PRIMARY, Stage.REVIEW)) {
                String who = stage == Stage.PRIMARY ? "radiologist" : "senior";
                try (Session session = home.signIn(who, "demo".toCharArray())) {
                    session.imports().importPaths(List.of(file), Progress.IGNORED);
                    OpenReport open = session.reports()
                            .open(
                                    session.studies()
                                            .study(new StudyUid("2.25.1001"))
                                            .orElseThrow(),
                                    ReportLanguage.CHINESE,
                                    "演示医院");
                    Report report = open.report()
                            .withTemplateId("readingroom.lung-nodule-ct.zh")
                            .with(new Section(
                                    SectionKind.FINDINGS,
                                    List.of(
                                            sentence("结节约8.3 mm。", "noduleSize", "8.3", "mm"),
                                            sentence("索条影。", "lungsNote", "王小东，索条影", ""))))
                            .with(new Section(
                                    SectionKind.IMPRESSION, List.of(ReportSentence.of("肺结节。", SentenceOrigin.HUMAN))))
                            .withConclusion(Polarity.POSITIVE);
                    session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
                }
            }
        }
    }

    private static ReportSentence sentence(String words, String field, String value, String unit) {
        return ReportSentence.of(words, SentenceOrigin.TEMPLATE)
                .withFields(List.of(new FieldValue(field, FieldRole.OTHER, "n", value, unit, null, true)));
    }

    /// Signs in and opens the projects by their key.
    private static void sheet(RealWindow window, String who) throws Exception {
        StageHands.list(window, who);
        onFx(() -> window.person().press(KeyCode.F9, Modifier.CTRL, Modifier.SHIFT));
        until("the projects", () -> window.person().sees("#research-projects"));
    }

    private static void fill(RealWindow window, String field, String text) throws Exception {
        onFx(() -> {
            window.person().click(field);
            Node there = window.person().find(field).orElseThrow();
            ((TextInputControl) there).selectAll();
            window.person().type(text);
        });
        until(
                "the words of " + field,
                () -> window.person()
                        .find(field)
                        .map(TextInputControl.class::cast)
                        .filter(there -> there.getText().equals(text))
                        .isPresent());
    }

    private static boolean isOff(RealWindow window, String button) throws Exception {
        return window.person().find(button).orElseThrow().isDisabled();
    }
}
