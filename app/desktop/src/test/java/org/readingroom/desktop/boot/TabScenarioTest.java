package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// Tab in the report, in the real window: a shortcut becomes its phrase, its blanks follow each other, so do the
/// fields of a template; only then it leads to the pictures.
@Tag("ui")
@Tag("slow")
class TabScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();

    @TempDir
    Path folder;

    // [utest->req~report.phrase.tour~1]
    @Test
    void tabFillsBlanksAndFieldsBeforeItLeadsToThePictures() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            window.openOnlyStudy();
            blanks(window);
            fields(window);
        }
    }

    private static void blanks(RealWindow window) throws Exception {
        onFx(() -> report(window).view().area(SectionKind.IMPRESSION).requestFocus());
        until("the impression", () -> area(window).isFocused());
        onFx(() -> {
            window.person().type(";fmbl");
            window.person().press(KeyCode.TAB);
            assertEquals("【部位】", area(window).getSelectedText());
            window.person().type("右肺上叶");
            window.person().press(KeyCode.TAB);
            assertEquals("【长径】", area(window).getSelectedText());
            window.person().type("8");
            window.person().press(KeyCode.TAB);
            assertEquals("【边界】", area(window).getSelectedText());
            window.person().type("清楚");
            window.person().press(KeyCode.TAB);
        });
        new ScenarioPictures("tab").keep(window, "01-blanks");
        onFx(() -> {
            assertEquals("右肺上叶见磨玻璃密度结节影，长径约8 mm，边界清楚，其内未见实性成分。", area(window).getText());
            window.person().press(KeyCode.TAB);
        });
        until("the pictures", () -> !isInReport(window));
        onFx(() -> window.person().press(KeyCode.TAB));
        until("the report again", () -> isInReport(window));
    }

    /// The general template has four gaps: Tab takes the one and opens the next.
    private static void fields(RealWindow window) throws Exception {
        onFx(() -> {
            area(window).clear();
            window.person().press(KeyCode.M, Modifier.ALT);
        });
        until("the templates", () -> window.person().sees("#template-search"));
        onFx(() -> {
            window.person().type("通用");
            window.person().press(KeyCode.ENTER);
        });
        left(window, "检查部位");
        fill(window, "检查部位", "胸部");
        fill(window, "检查方法", "CT平扫");
        new ScenarioPictures("tab").keep(window, "02-field");
        fill(window, "影像表现", "双肺清晰");
        fill(window, "诊断意见", "未见异常");
        until("the impression", () -> area(window).getText().equals("未见异常。"));
        onFx(() -> assertEquals(
                "双肺清晰。", report(window).view().area(SectionKind.FINDINGS).getText()));
    }

    /// A field left with Escape stays selected in the text; Tab opens it again and types nothing over it.
    private static void left(RealWindow window, String field) throws Exception {
        until(field, () -> isInField(window, field));
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(field + " left", () -> isInReport(window) && !window.person().sees("#form-line"));
        onFx(() -> window.person().press(KeyCode.TAB));
    }

    private static void fill(RealWindow window, String field, String words) throws Exception {
        until(field, () -> isInField(window, field));
        onFx(() -> {
            window.person().type(words);
            window.person().press(KeyCode.TAB);
        });
    }

    private static boolean isInField(RealWindow window, String field) {
        return window.person()
                .find("#form-line")
                .filter(line -> line.isFocused() && field.equals(line.getAccessibleText()))
                .isPresent();
    }

    private static boolean isInReport(RealWindow window) {
        return List.of(SectionKind.TECHNIQUE, SectionKind.FINDINGS, SectionKind.IMPRESSION).stream()
                .anyMatch(kind -> report(window).view().area(kind).isFocused());
    }

    private static OpenedReport report(RealWindow window) {
        return window.look().report().orElseThrow();
    }

    private static TextArea area(RealWindow window) {
        return report(window).view().area(SectionKind.IMPRESSION);
    }
}
