package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.viewer.task.Progress;

/// A senior makes a template of the department out of a shipped one; what would run a program in it is named and not
/// kept.
// [utest->req~report.template.editor~1]
@Tag("ui")
@Tag("slow")
class TemplateEditorScenarioTest {
    @TempDir
    Path folder;

    @Test
    void aShippedTemplateBecomesTheDepartmentsOwn() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        ScenarioPictures pictures = new ScenarioPictures("template-editor");
        Path place = folder.resolve("home");
        HomeOptions options = QuickHome.options(InstantSource.system()).withDepartment(List::of);
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(new StartOptions(place, true, Locale.CHINESE, null, null, options))) {
            window.signIn("senior", "demo");
            until("the list", () -> window.person().sees("#worklist"));
            onFx(() -> window.person().press(KeyCode.M, Modifier.ALT, Modifier.SHIFT));
            until("the files", () -> window.person().sees("#template-files"));
            onFx(() -> choose(window, "chest-ct_zh"));
            until("the file", () -> source(window).getText().contains("data-section-name"));
            pictures.keep(window, "01-a-shipped-file");
            onFx(() -> source(window).setText(source(window).getText().replace("<title>", "<title>本科室 ")));
            onFx(() -> source(window).setText(titled(source(window).getText())));
            until("that it is sound", () -> !keep(window).isDisabled());
            onFx(() -> keep(window).fire());
            until(
                    "the version at the left",
                    () -> list(window).getItems().getFirst().toString().contains("本科室"));
            pictures.keep(window, "02-kept");
            onFx(() -> source(window).setText("<html><body>no template</body></html>"));
            until("that it is not sound", () -> keep(window).isDisabled());
            pictures.keep(window, "03-what-is-wrong");
        }
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED);
                Session session = home.signIn("resident", "demo".toCharArray())) {
            var templates = session.reporting().templates();
            assertEquals(1, templates.versions().size());
            assertTrue(templates.current().stream()
                    .anyMatch(one -> one.title().startsWith("本科室") && one.language() == ReportLanguage.CHINESE));
        }
    }

    private static String titled(String file) {
        return file.replaceAll("(name=\"dcterms.title\" content=\")([^\"]*)", "$1本科室 $2");
    }

    private static void choose(RealWindow window, String file) {
        ListView<?> list = list(window);
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains(file)) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private static ListView<?> list(RealWindow window) {
        return (ListView<?>) window.person().find("#template-files").orElseThrow();
    }

    private static TextArea source(RealWindow window) {
        return (TextArea) window.person().find("#template-source").orElseThrow();
    }

    private static Button keep(RealWindow window) {
        return (Button) window.person().find("#template-keep").orElseThrow();
    }
}
