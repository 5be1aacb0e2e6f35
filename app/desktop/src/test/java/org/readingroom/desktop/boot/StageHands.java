package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.ActSheet.Choice;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.Stage;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.OpenReport;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Progress;

/// What people do by keys alone with the only study of a home, stage by stage.
final class StageHands {
    static final StudyUid STUDY = new StudyUid("2.25.1001");

    private StageHands() {}

    /// Imports the study and signs it at `stages` by `people`, one each.
    static void prepare(Path folder, Path place, HomeOptions options, List<Stage> stages, List<String> people)
            throws Exception {
        Path file = Files.write(folder.resolve("a"), SmallDicom.of(1, 1).bytes());
        try (Home home = Home.openOrCreateDemo(place, options, Progress.IGNORED)) {
            for (int i = 0; i < stages.size(); i++) {
                try (Session session = home.signIn(people.get(i), "demo".toCharArray())) {
                    session.imports().importPaths(List.of(file), Progress.IGNORED);
                    Study study = session.studies().study(STUDY).orElseThrow();
                    OpenReport open = session.reports().open(study, ReportLanguage.CHINESE, "演示医院");
                    Report report = ReportEdits.setText(open.report(), SectionKind.TECHNIQUE, "胸部平扫。")
                            .apply(open.report());
                    report = ReportEdits.setText(report, SectionKind.FINDINGS, "右肺上叶见结节。")
                            .apply(report);
                    report = ReportEdits.setText(report, SectionKind.IMPRESSION, "右肺上叶结节。")
                            .apply(report);
                    session.reports().sign(report, open.baseVersion(), stages.get(i), "", "demo".toCharArray());
                }
            }
        }
    }

    /// Signs in and opens the only study by Enter.
    static void open(RealWindow window, String who) throws Exception {
        list(window, who);
        openSelected(window);
    }

    /// Signs in and waits for the list with its only study.
    static void list(RealWindow window, String who) throws Exception {
        window.signIn(who, "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().getFirst());
            window.person().find("#worklist").orElseThrow().requestFocus();
        });
    }

    /// Opens the selected row and waits until it is said where its report stands.
    static void openSelected(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().find("#worklist").orElseThrow().requestFocus();
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the report, and where it stands",
                () -> window.look().report().isPresent() && window.person().sees("#stage-standing"));
    }

    static void type(RealWindow window, SectionKind kind, String words) throws Exception {
        String area = "#report-" + kind.name().toLowerCase(java.util.Locale.ROOT);
        until("the text", () -> window.person().sees(area));
        onFx(() -> {
            TextArea text = window.look().report().orElseThrow().view().area(kind);
            text.requestFocus();
            text.end();
            window.person().type(words);
        });
        until(
                "the words",
                () -> window.look()
                        .report()
                        .orElseThrow()
                        .model()
                        .report()
                        .text(kind)
                        .endsWith(words));
    }

    /// Does the command `id` through the palette, by the `title` it has there.
    static void command(RealWindow window, String title, String id) throws Exception {
        onFx(() -> window.person().press(KeyCode.K, Modifier.CTRL));
        until("the palette", () -> window.person().sees("#palette-filter"));
        onFx(() -> window.person().type(title));
        until("the command " + id, () -> first(window).equals(id));
        onFx(() -> window.person().press(KeyCode.ENTER));
    }

    private static String first(RealWindow window) {
        ListView<?> list = (ListView<?>) window.person().find("#palette-list").orElseThrow();
        return list.getSelectionModel().getSelectedItem() instanceof Command command ? command.id() : "";
    }

    /// Chooses what is called `label` in the open sheet by the arrow keys; nothing is chosen beforehand.
    static void choose(RealWindow window, String label) throws Exception {
        until("the list of the sheet", () -> box(window).isFocused());
        onFx(() -> assertNull(box(window).getValue(), "nothing is chosen beforehand"));
        onFx(() -> window.person().press(KeyCode.DOWN));
        until("the open list", () -> box(window).isShowing());
        // the list hears no keys until it has the keyboard, a little after it shows
        until("what was chosen", () -> {
            if (box(window).getValue() instanceof Choice one && one.label().equals(label)) {
                return true;
            }
            if (box(window).isShowing()) {
                window.person().press(lit().equals(label) ? KeyCode.ENTER : KeyCode.DOWN);
            }
            return false;
        });
        onFx(() -> {
            if (!focused(window).equals("act-words")) {
                window.person().press(KeyCode.TAB);
            }
        });
        until("the line for words", () -> focused(window).equals("act-words"));
    }

    /// The line of the open list that Enter would take.
    private static String lit() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(list -> list.getScene().getRoot().lookupAll(".menu-item").stream())
                .filter(line -> line.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("focused")))
                .flatMap(line -> line.lookupAll(".label").stream())
                .map(name -> ((Labeled) name).getText())
                .findFirst()
                .orElse("");
    }

    private static ChoiceBox<?> box(RealWindow window) {
        return (ChoiceBox<?>) window.person().find("#act-choice").orElseThrow();
    }

    static String focused(RealWindow window) {
        return Objects.requireNonNullElse(window.scene().getFocusOwner().getId(), "");
    }

    /// Types `words` into the open sheet and keeps its picture before Enter.
    static void say(RealWindow window, String words, ScenarioPictures pictures, String picture) throws Exception {
        until(
                "the sheet",
                () -> window.person().sees("#act-words") && focused(window).equals("act-words"));
        onFx(() -> window.person().type(words));
        until("the words", () -> window.person().reads("#act-words", words));
        pictures.keep(window, picture);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("that the sheet is gone", () -> !window.person().sees("#act-words"));
    }

    /// Signs what is written, by keys alone.
    static void sign(RealWindow window, ScenarioPictures pictures, String picture) throws Exception {
        int before = onFx(() -> report(window).model().versions().size());
        onFx(() -> window.person().press(KeyCode.ENTER, Modifier.CTRL));
        until("the sign sheet", () -> focused(window).equals("report-sign-password"));
        onFx(() -> window.person().type("demo"));
        pictures.keep(window, picture);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until("the next version", () -> report(window).model().versions().size() == before + 1);
        until("its document", () -> window.person().sees("#document-pages"));
    }

    /// Presses `key`, with Ctrl, and reads why nothing came of it; once more if another message came between.
    static void assertRefused(RealWindow window, KeyCode key, String why) throws Exception {
        until(why, () -> {
            window.person().press(key, Modifier.CTRL);
            return window.status().contains(why);
        });
    }

    /// Presses `key`, with Ctrl, and waits for a sheet that would sign.
    static void ask(RealWindow window, KeyCode key) throws Exception {
        onFx(() -> window.person().press(key, Modifier.CTRL));
        until("the sign sheet", () -> window.person().sees("#report-sign-password"));
    }

    /// Signs on the open sheet, looks at the PDF, and lays it down.
    static void signOnSheet(RealWindow window, ScenarioPictures pictures, String picture) throws Exception {
        onFx(() -> {
            window.person().click("#report-sign-password");
            window.person().type("demo");
            window.person().press(KeyCode.ENTER);
        });
        until("the signed PDF", () -> window.person().sees("#document-pages"));
        pictures.keep(window, picture);
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        until(
                "the report behind the PDF",
                () -> !window.person().sees("#document-pages") && window.scene().getFocusOwner() != null);
    }

    /// The line above the report, however long, is read as a whole and pushes nothing out of the report.
    static void assertWhole(RealWindow window) throws Exception {
        until("the line within the report", () -> {
            Labeled line = (Labeled) window.person().find("#stage-standing").orElseThrow();
            Bounds whole = line.localToScene(line.getLayoutBounds());
            Node report = window.look().report().orElseThrow().view();
            Bounds room = report.localToScene(report.getLayoutBounds());
            double needed = line.prefHeight(line.getWidth());
            Node bar = window.person().find("#stage-bar").orElseThrow();
            Bounds all = bar.localToScene(bar.getLayoutBounds());
            return whole.getMinX() >= room.getMinX()
                    && whole.getMaxX() <= room.getMaxX()
                    && whole.getHeight() >= needed
                    && all.getMinX() >= room.getMinX()
                    && all.getMaxX() <= room.getMaxX()
                    && line.getBoundsInParent().getMaxX() <= all.getWidth();
        });
    }

    /// Whether words on the screen say `part`.
    static boolean shows(RealWindow window, String part) {
        return window.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled)
                .map(node -> (Labeled) node)
                .anyMatch(label -> label.getText() != null && label.getText().contains(part) && isSeen(label));
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    static OpenedReport report(RealWindow window) {
        return window.look().report().orElseThrow();
    }

    static TextArea area(RealWindow window, SectionKind kind) {
        return report(window).view().area(kind);
    }

    static String course(RealWindow window) {
        return ((TextArea) window.person().find("#course-history").orElseThrow()).getText();
    }
}
