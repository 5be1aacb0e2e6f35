package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.task.Progress;

/// Two nodules of one chest CT are described one by one with the keys of the report: the second one's diameter comes
/// from a line in the images, a third one is added, taken out, brought back and taken out again.
@Tag("ui")
@Tag("slow")
class RepeatedFindingsScenarioTest {
    private static final CtChestPhantom CHEST = CtChestPhantom.coarseHealthy();
    /// Four pixels of 2.8 mm.
    private static final String MEASURED = "11.2";

    @TempDir
    Path folder;

    // [utest->req~report.template.repeat-keys~1]
    // [utest->req~report.template.repeat~1]
    @Test
    void twoNodulesAreDescribedOneByOneAndSigned() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> List.of(CHEST)), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.SIMPLIFIED_CHINESE)) {
            ScenarioPictures pictures = new ScenarioPictures("repeated-findings");
            ImageFrame frame = window.openOnlyStudy();
            window.draw(KeyCode.L, frame, 40, 64, 44, 64);
            until("the line", () -> window.look().marks().annotations().size() == 1);
            begin(window);
            first(window, pictures);
            second(window, pictures);
            third(window, pictures);
            form(window, pictures);
            withoutTheFirst(window, pictures);
            sign(window, pictures);
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            examine(session.reports().versions(CHEST.uid()).getFirst().report());
            assertTrue(session.reports().verify(CHEST.uid()).getFirst().isSound());
        }
    }

    private static void examine(Report signed) {
        assertTrue(signed.text(SectionKind.FINDINGS).contains("结节1：右肺上叶见实性结节，平均径约5 mm，边缘光整。"));
        assertTrue(signed.text(SectionKind.FINDINGS).contains("结节2：左肺下叶见实性结节，平均径约" + MEASURED + " mm，边缘毛刺。"));
        assertEquals(
                List.of(
                        "结节1：右肺上叶结节，Lung-RADS 2类（v2022）。",
                        "结节2：左肺下叶结节，Lung-RADS 4A类（v2022）。",
                        "本次检查Lung-RADS 4A类（v2022），以分类最高的结节为准。",
                        "建议3个月后低剂量CT复查，实性成分≥8 mm时可考虑PET/CT。"),
                signed.section(SectionKind.IMPRESSION).sentences().stream()
                        .map(ReportSentence::words)
                        .toList());
        assertEquals(List.of("5"), values(signed, "noduleSize"));
        assertEquals(List.of(MEASURED), values(signed, "noduleSize#2"));
        List<String> resting = signed.sentences().stream()
                .filter(sentence -> !sentence.evidence().isEmpty())
                .map(ReportSentence::words)
                .toList();
        assertEquals(1, resting.size());
        assertTrue(resting.getFirst().startsWith("结节2："), resting.toString());
    }

    private static List<String> values(Report report, String field) {
        return report.sentences().stream()
                .flatMap(sentence -> sentence.fields().stream())
                .filter(value -> value.field().equals(field))
                .map(FieldValue::value)
                .toList();
    }

    private static void begin(RealWindow window) throws Exception {
        onFx(() -> window.person().click("#report-templates"));
        until("the templates", () -> window.person().sees("#template-list"));
        onFx(() -> window.person().type("筛查"));
        until("the one", () -> list(window, "#template-list").getItems().size() == 1);
        press(window, KeyCode.ENTER);
        until(
                "its words",
                () -> !window.person().sees("#template-list")
                        && area(window).getText().contains("双肺未见结节"));
        onFx(() -> {
            area(window).requestFocus();
            area(window).positionCaret(2);
        });
        press(window, KeyCode.F, Modifier.ALT);
        choose(window, "3");
    }

    private static void first(RealWindow window, ScenarioPictures pictures) throws Exception {
        choose(window, "1");
        choose(window, "1");
        until("the field for the diameter", () -> window.person().sees("#form-line"));
        onFx(() -> {
            window.person().type("5");
            window.person().press(KeyCode.ENTER);
        });
        choose(window, "1");
        choose(window, "1");
        choose(window, "1");
        until("nothing to fill in", () -> !window.person().sees("#form-box"));
        assertFalse(onFx(() -> area(window).getText()).contains("结节1"), "one is not numbered");
        pictures.keep(window, "01-one");
    }

    private static void second(RealWindow window, ScenarioPictures pictures) throws Exception {
        press(window, KeyCode.A, Modifier.ALT);
        until("the second", () -> area(window).getText().contains("结节2：【结节部位】"));
        pictures.keep(window, "02-another");
        choose(window, "5");
        choose(window, "1");
        until("the field for the diameter", () -> window.person().sees("#form-line"));
        press(window, KeyCode.G);
        until(
                "the measurement in the field of the second",
                () -> area(window).getText().contains("结节2：左肺下叶见实性结节，平均径约" + MEASURED + " mm"));
        assertTrue(onFx(() -> area(window).getText()).contains("结节1：右肺上叶见实性结节，平均径约5 mm"));
        press(window, KeyCode.ENTER);
        choose(window, "3");
        choose(window, "1");
        choose(window, "1");
        until("nothing to fill in", () -> !window.person().sees("#form-box"));
        pictures.keep(window, "03-two");
    }

    private static void third(RealWindow window, ScenarioPictures pictures) throws Exception {
        String two = onFx(() -> area(window).getText());
        press(window, KeyCode.A, Modifier.ALT);
        until(
                "the third",
                () -> area(window).getText().contains("结节3：【结节部位】")
                        && window.person().sees("#form-list"));
        press(window, KeyCode.ESCAPE);
        until(
                "the text",
                () -> !window.person().sees("#form-box") && area(window).isFocused());
        press(window, KeyCode.X, Modifier.ALT);
        until("two again", () -> area(window).getText().equals(two));
        press(window, KeyCode.Z, Modifier.CTRL);
        until("the third brought back", () -> area(window).getText().contains("结节3：【结节部位】"));
        pictures.keep(window, "04-third");
        press(window, KeyCode.Z, Modifier.CTRL);
        until("two again", () -> area(window).getText().equals(two));
    }

    private static void form(RealWindow window, ScenarioPictures pictures) throws Exception {
        press(window, KeyCode.V, Modifier.ALT);
        until("the form", () -> window.person().find("#form-add-nodule").isPresent());
        pictures.keep(window, "05-form");
        onFx(() -> window.person().click("#form-add-nodule"));
        until("the third", () -> window.person().find("#form-remove-nodule-3").isPresent());
        until(
                "its first field",
                () -> window.scene().getFocusOwner() != null
                        && "form-field-nodulePlace#3"
                                .equals(window.scene().getFocusOwner().getId()));
        pictures.keep(window, "06-form-third");
        onFx(() -> window.person().click("#form-remove-nodule-3"));
        until("two", () -> !area(window).getText().contains("结节3"));
        press(window, KeyCode.V, Modifier.ALT);
        until("the text", () -> area(window).isFocused() || window.scene().getFocusOwner() instanceof TextArea);
    }

    /// The second one's words, and what they rest on, stay with the second.
    private static void withoutTheFirst(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> {
            area(window).requestFocus();
            area(window).positionCaret(area(window).getText().indexOf("结节1") + 1);
        });
        press(window, KeyCode.X, Modifier.ALT);
        until("one", () -> area(window).getText().contains("\n左肺下叶见实性结节，平均径约" + MEASURED + " mm，边缘毛刺。"));
        pictures.keep(window, "07-without-the-first");
        press(window, KeyCode.Z, Modifier.CTRL);
        until("two", () -> area(window).getText().contains("结节1：右肺上叶"));
    }

    private static void sign(RealWindow window, ScenarioPictures pictures) throws Exception {
        press(window, KeyCode.P, Modifier.ALT);
        press(window, KeyCode.ENTER, Modifier.CTRL);
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
        onFx(() -> {
            window.person().click("#report-sign-password");
            window.person().type("demo");
            window.person().press(KeyCode.ENTER);
        });
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        pictures.keep(window, "08-signed");
    }

    /// Waits for the list and chooses by its number.
    private static void choose(RealWindow window, String number) throws Exception {
        until(
                "a list",
                () -> window.person().sees("#form-list") && window.scene().getFocusOwner() instanceof ListView);
        onFx(() -> window.person().type(number));
    }

    private static void press(RealWindow window, KeyCode key, Modifier... held) throws Exception {
        onFx(() -> window.person().press(key, held));
    }

    private static ListView<?> list(RealWindow window, String selector) {
        return (ListView<?>) window.person().find(selector).orElseThrow();
    }

    private static TextArea area(RealWindow window) {
        return window.look().report().orElseThrow().view().area(SectionKind.FINDINGS);
    }
}
