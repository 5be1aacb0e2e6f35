package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.FollowUpItem;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// A reviewed report is looked after: pathology is to be asked for, it comes and says something else, and the item
/// ends.
@Tag("ui")
@Tag("slow")
class AftercareScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();

    @TempDir
    Path folder;

    // [utest->req~report.aftercare.sheet~1]
    @Test
    void anItemIsAddedTheReportComparedAndTheItemDone() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(CHEST));
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            sign(home, "radiologist", Stage.PRIMARY);
            sign(home, "senior", Stage.REVIEW);
        }
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ScenarioPictures pictures = new ScenarioPictures("aftercare");
            open(window);
            onFx(() -> window.person().press(KeyCode.H, Modifier.CTRL, Modifier.SHIFT));
            until(
                    "the sheet",
                    () -> window.person().sees("#aftercare-what")
                            && text(window, "#aftercare-said").contains("尚未比较"));
            onFx(() -> {
                window.person().click("#aftercare-what");
                window.person().type("追踪穿刺病理");
                window.person().press(KeyCode.ENTER);
            });
            until("the item", () -> items(window).getItems().size() == 1);
            assertEquals(List.of("符合情况", "对照依据", "对照日期"), onFx(() -> names(window)));
            onFx(() -> {
                choose(window, "#aftercare-verdict", 2);
                choose(window, "#aftercare-source", 1);
                window.person().click("#aftercare-remark");
                window.person().press(KeyCode.ENTER);
            });
            until("a refusal in words", () -> window.person().reads("#aftercare-refused", "报告何处不符"));
            onFx(() -> {
                window.person().type("病理为炎性结节");
                window.person().press(KeyCode.ENTER);
            });
            until("what was said", () -> text(window, "#aftercare-said").startsWith("不符合 · 病理 "));
            pictures.keep(window, "01-compared");
            onFx(() -> {
                window.person().click("#aftercare-reason");
                window.person().type("病理已回报");
                window.person().click("#aftercare-done");
            });
            until("the item has ended", () -> items(window).getItems().stream().noneMatch(FollowUpItem::isOpen));
            pictures.keep(window, "02-done");
        }
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            open(window);
            onFx(() -> window.person().press(KeyCode.H, Modifier.CTRL, Modifier.SHIFT));
            until(
                    "what was said",
                    () -> window.person().sees("#aftercare-what")
                            && text(window, "#aftercare-said").startsWith("does not conform · pathology "));
            new ScenarioPictures("aftercare").keep(window, "03-english");
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("senior", "demo".toCharArray())) {
            var care = session.reporting().aftercare();
            assertEquals(
                    List.of(Conformity.DIFFERS),
                    care.marks().stream().map(mark -> mark.verdict()).toList());
            FollowUpItem item = care.items().getFirst();
            assertEquals("追踪穿刺病理", item.what());
            assertFalse(item.isOpen());
        }
    }

    private static void sign(Home home, String login, Stage stage) throws Exception {
        try (Session session = home.signIn(login, "demo".toCharArray())) {
            Study study = session.studies().study(CHEST.uid()).orElseThrow();
            OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
            Report report = ReportEdits.setText(open.report(), SectionKind.FINDINGS, "右肺上叶见结节。")
                    .apply(open.report());
            report = ReportEdits.setText(report, SectionKind.IMPRESSION, "右肺上叶结节，考虑肿瘤。")
                    .apply(report);
            session.reports().sign(report, open.baseVersion(), stage, "", "demo".toCharArray());
        }
    }

    /// A reviewed report is read only: its marks are not waited for.
    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the report",
                () -> window.look().report().isPresent()
                        && window.look().report().orElseThrow().view().getScene() != null);
    }

    /// What stands by the two choices and the day.
    private static List<String> names(RealWindow window) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label
                        && label.getLabelFor() instanceof Control named
                        && List.of("aftercare-verdict", "aftercare-source", "aftercare-found")
                                .contains(String.valueOf(named.getId())))
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void choose(RealWindow window, String box, int index) {
        ((ChoiceBox<?>) window.person().find(box).orElseThrow())
                .getSelectionModel()
                .select(index);
    }

    @SuppressWarnings("unchecked")
    private static TableView<FollowUpItem> items(RealWindow window) {
        return (TableView<FollowUpItem>)
                window.person().find("#aftercare-items").orElseThrow();
    }

    private static String text(RealWindow window, String label) {
        return window.person()
                .find(label)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }
}
