package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.recist.FollowUp;
import org.readingroom.viewer.recist.FollowUpJson;
import org.readingroom.viewer.recist.RecistRules;
import org.readingroom.viewer.recist.RecistTable;
import org.readingroom.viewer.recist.Response;
import org.readingroom.viewer.task.Progress;

/// Two lesions of a CT are measured in it and in its prior, paired, summed and reported. Their sizes are
/// those of the phantom's formula: 40 mm and a short axis of 20 mm, then 24 and 8 mm.
@Tag("ui")
@Tag("slow")
class RecistScenarioTest {
    private static final LesionCtPhantom THEN = new LesionCtPhantom(false);
    private static final LesionCtPhantom NOW = new LesionCtPhantom(true);
    private static final int MIDDLE = 12;

    @TempDir
    Path folder;

    // [utest->req~recist.stored~1]
    // [utest->req~recist.table~1]
    @Test
    void lesionsAreFollowedFromThePriorToToday() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(NOW, THEN));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures("recist");
            open(window);
            measure(window, NOW, 0);
            newLesion(window, "liver", false, pictures);
            measure(window, NOW, 1);
            newLesion(window, "", true, null);
            pictures.keep(window, "02-today-measured");
            onFx(() -> window.person().press(KeyCode.TAB, Modifier.CTRL));
            measure(window, THEN, 0);
            pair(window, 1);
            measure(window, THEN, 1);
            pair(window, 2);
            pictures.keep(window, "03-prior-measured");
            table(window, pictures);
            report(window, pictures);
        }
        stored(place);
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 2);
        onFx(() -> {
            window.look()
                    .worklist()
                    .selectedProperty()
                    .set(window.look().worklist().shown().stream()
                            .filter(row -> row.uid().filter(NOW.uid()::equals).isPresent())
                            .findFirst()
                            .orElseThrow());
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> window.look().deskView().activeNode().context().isPresent()
                        && window.look().marks().isEditable()
                        && window.look().report().isPresent()
                        && window.person().sees("#priors-strip"));
        onFx(() -> {
            window.look().deskView().focusActive();
            window.person().press(KeyCode.F3);
        });
        until(
                "the prior beside",
                () -> window.look().desk().views().get(1).displaySet().isPresent()
                        && window.look().marks().isEditable(THEN.uid())
                        && window.look().deskView().isDrawn());
    }

    /// The long and the short diameter of a lesion, in the slice through its middle of the active view.
    private static void measure(RealWindow window, LesionCtPhantom phantom, int lesion) throws Exception {
        onFx(() -> {
            window.look().deskView().focusActive();
            ViewportModel view = window.look().desk().activeProperty().get();
            for (int step = view.index(); step != MIDDLE; step += step < MIDDLE ? 1 : -1) {
                window.person().press(step < MIDDLE ? KeyCode.DOWN : KeyCode.UP);
            }
        });
        until("the slice", () -> window.look().deskView().isDrawn());
        ImageFrame frame = window.frame();
        LesionCtPhantom.Lesion truth = phantom.lesions().get(lesion);
        Vec3 corner = phantom.position(MIDDLE);
        double column = (truth.centre().x() - corner.x()) / 2;
        double row = (truth.centre().y() - corner.y()) / 2;
        double along = truth.half().x() / 2;
        double across = truth.half().y() / 2;
        int before = onFx(() -> window.look().marks().annotations().size());
        onFx(() -> {
            window.person().press(KeyCode.ESCAPE);
            window.person().press(KeyCode.B, Modifier.ALT);
            window.click(frame, column - along, row);
            window.click(frame, column + along, row);
            window.click(frame, column, row - across);
            window.click(frame, column, row + across);
            window.person().press(KeyCode.ESCAPE);
        });
        until(
                "the two diameters",
                () -> window.look().marks().annotations().size() == before + 1
                        && window.look().marks().isSaved());
    }

    private static void newLesion(RealWindow window, String organ, boolean isNode, ScenarioPictures pictures)
            throws Exception {
        ask(window);
        onFx(() -> {
            window.person().click("#lesion-organ");
            window.person().type(organ);
            window.person()
                    .find("#lesion-node")
                    .map(CheckBox.class::cast)
                    .orElseThrow()
                    .setSelected(isNode);
        });
        if (pictures != null) {
            pictures.keep(window, "01-name-lesion");
        }
        keep(window);
    }

    /// `choice` counts from the lesion that was named first.
    private static void pair(RealWindow window, int choice) throws Exception {
        ask(window);
        onFx(() -> window.person()
                .find("#lesion-which")
                .map(node -> (ChoiceBox<?>) node)
                .orElseThrow()
                .getSelectionModel()
                .select(choice));
        keep(window);
    }

    private static void ask(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.Z, Modifier.ALT));
        until("which lesion", () -> window.person().sees("#lesion-which"));
    }

    private static void keep(RealWindow window) throws Exception {
        onFx(() -> window.person().click("#lesion-keep"));
        until("the lesion kept", () -> !window.person().sees("#lesion-which"));
    }

    private static void table(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> window.person().press(KeyCode.Q, Modifier.ALT));
        until("the table", () -> window.person().sees("#recist-table"));
        pictures.keep(window, "04-table");
        List<String> cells =
                onFx(() -> ((GridPane) window.person().find("#recist-table").orElseThrow())
                        .getChildren().stream()
                                .filter(Label.class::isInstance)
                                .map(cell -> ((Label) cell).getText())
                                .toList());
        // 40 + 20 and 24 + 8: 28 mm less, 46.7 %
        assertEquals(
                List.of(
                        "2025-11-03",
                        "2026-01-12",
                        "T1  liver, target",
                        "40.0 mm",
                        "24.0 mm  −16.0 mm (−40.0 %)",
                        "T2  node, target",
                        "20.0 mm",
                        "8.0 mm  −12.0 mm (−60.0 %)",
                        "Sum of targets",
                        "60.0 mm",
                        "32.0 mm",
                        "From baseline",
                        "–",
                        "−28.0 mm (−46.7 %)"),
                cells.stream().filter(cell -> !cell.isEmpty()).limit(14).toList());
        assertEquals("PR, partial response", cells.getLast());
    }

    private static void report(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> window.person().click("#recist-insert"));
        until(
                "the sentence",
                () -> !window.look()
                        .report()
                        .orElseThrow()
                        .model()
                        .report()
                        .sentences()
                        .isEmpty());
        ReportSentence sentence = onFx(() -> window.look()
                .report()
                .orElseThrow()
                .model()
                .report()
                .sentences()
                .getFirst());
        assertTrue(
                sentence.text().contains("60.0 mm")
                        && sentence.text().contains("-46.7%")
                        && sentence.text().contains("PR"),
                sentence.text());
        assertEquals(SentenceOrigin.MACHINE, sentence.origin());
        assertEquals(2, sentence.evidence().size(), "both marks of today");
        pictures.keep(window, "05-in-the-report");
        until("the draft", () -> window.look().report().orElseThrow().isSaved());
    }

    private static void stored(Path place) throws Exception {
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            FollowUp followUp = FollowUpJson.read(
                    session.followUps().load(new PatientId("DEMO-0011", "")).orElseThrow());
            RecistTable table = RecistRules.table(followUp);
            assertEquals(List.of(), table.notes());
            assertEquals(60, table.columns().get(0).sumMm(), 0);
            assertEquals(Response.PR, table.columns().get(1).overall());
        }
    }
}
