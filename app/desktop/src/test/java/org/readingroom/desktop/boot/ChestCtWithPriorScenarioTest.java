package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tools.SessionAnnotations;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.services.home.Session;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.HandPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.viewport.PlaneKind;

/// A chest CT is read beside its prior: hung, linked at the same nodule, marked, and kept apart from
/// another patient.
@Tag("ui")
@Tag("slow")
class ChestCtWithPriorScenarioTest {
    private static final CtChestPhantom NOW = CtChestPhantom.coarse();
    private static final CtChestPhantom PRIOR = CtChestPhantom.coarsePrior();

    private static final SyntheticStudy STRANGER = HandPhantom.standard();

    @TempDir
    Path folder;

    // [utest->req~priors.listed~1]
    // [utest->req~priors.grouped~1]
    // [utest->req~priors.mixing-refused~1]
    // [utest->req~desk.whose-picture~1]
    // [utest->req~desk.two-patients-marked~1]
    @Test
    void theChestCtIsReadBesideItsPrior() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        List<SyntheticStudy> department = List.of(NOW, PRIOR, STRANGER);
        Home.openOrCreateDemo(place, HomeOptions.defaults().withDepartment(() -> department), Progress.IGNORED)
                .close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures("chest-ct-with-prior");
            open(window);
            pictures.keep(window, "01-opened");
            hangPrior(window);
            pictures.keep(window, "02-prior-beside");
            link(window);
            pictures.keep(window, "03-linked-at-nodule-b");
            markPrior(window);
            pictures.keep(window, "04-mark-on-prior");
            cutAcross(window);
            pictures.keep(window, "05-reference-line");
            mix(window, pictures);
        }
        try (Home home = Home.openOrCreate(place);
                Session session = home.signIn("radiologist", "demo".toCharArray())) {
            assertEquals(1, marks(session, PRIOR), "the mark is kept with the prior");
            assertEquals(0, marks(session, NOW));
        }
    }

    private static long marks(Session session, SyntheticStudy study) throws Exception {
        return new SessionAnnotations(session.annotations())
                .load(study.uid())
                .annotations()
                .size();
    }

    private static void hangPrior(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.F3));
        until(
                "the prior beside",
                () -> view(window, 1).displaySet().isPresent()
                        && window.look().deskView().isDrawn());
        assertEquals(
                PRIOR.uid(),
                onFx(() -> view(window, 1).displaySet().orElseThrow().study()));
        List<String> headings = onFx(() -> window.look().deskView().lookupAll(".desk-thumbnail-study").stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
        assertEquals(List.of("Current\n2026-01-15", "Prior 1\n2025-05-15"), headings);
        List<String> said = banners(window);
        assertTrue(said.contains("Current · 2026-01-15"), said.toString());
        assertTrue(said.contains("Prior 1 · 2025-05-15 · 8 months earlier"), said.toString());
    }

    /// What stands over the views on the screen.
    private static List<String> banners(RealWindow window) throws Exception {
        return onFx(() -> window.look().deskView().lookupAll(".study-banner .label").stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    /// Nodule A of the prior lies 7 mm lower than that of today. Slice 45 (52 mm) and slice 28 (45 mm) both
    /// lie 2 mm above it; B is then found at -20 and -27 mm.
    private static void link(RealWindow window) throws Exception {
        scroll(window, 45);
        onFx(() -> window.person().press(KeyCode.TAB, Modifier.CTRL));
        scroll(window, 28);
        onFx(() -> {
            window.person().press(KeyCode.TAB, Modifier.CTRL);
            window.person().press(KeyCode.J, Modifier.SHIFT);
        });
        for (int slice = 44; slice >= 27; slice--) {
            onFx(() -> window.person().press(KeyCode.UP));
            int wanted = slice;
            onFx(() -> {
                double here = z(window, 0);
                assertEquals((wanted - 32) * 4.0, here, 1e-9);
                assertEquals(here - 7, z(window, 1), 3.001, "within half a slice of the place");
            });
        }
        until("both pictures", () -> window.look().deskView().isDrawn());
        double nowB = NOW.nodules().get(1).centre().z();
        double priorB = PRIOR.nodules().get(1).centre().z();
        onFx(() -> {
            assertEquals(nowB, z(window, 0), 4);
            assertEquals(priorB, z(window, 1), 6);
        });
        List<String> signs = onFx(() -> window.look().deskView().lookupAll(".desk-link-sign").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(text -> !text.isEmpty())
                .toList());
        assertEquals(2, signs.size(), "each view says that it is linked");
        assertTrue(signs.stream().anyMatch(text -> text.contains("same place set by hand")), signs.toString());
    }

    private static void scroll(RealWindow window, int wanted) throws Exception {
        onFx(() -> {
            ViewportModel view = window.look().desk().activeProperty().get();
            for (int step = view.index(); step != wanted; step += step < wanted ? 1 : -1) {
                window.person().press(step < wanted ? KeyCode.DOWN : KeyCode.UP);
            }
            assertEquals(wanted, view.index());
        });
        until("the slice", () -> window.look().deskView().isDrawn());
    }

    private static double z(RealWindow window, int view) {
        return Objects.requireNonNull(view(window, view).frame().orElseThrow().plane())
                .position()
                .z();
    }

    private static void markPrior(RealWindow window) throws Exception {
        onFx(() -> window.person().press(KeyCode.TAB, Modifier.CTRL));
        until("marks of both studies", () -> window.look().marks().isEditable(PRIOR.uid()));
        window.draw(KeyCode.L, window.frame(), 40, 50, 50, 50);
        until(
                "the mark",
                () -> window.look().marks().annotations().size() == 1
                        && window.look().marks().isSaved());
        Annotation drawn = onFx(() -> window.look().marks().annotations().getFirst());
        assertFalse(onFx(() -> window.look().marks().isOfRead(drawn.id())));
        // 10 pixels of 3.8 mm
        assertEquals(
                38,
                onFx(() -> window.look()
                        .marks()
                        .measured(drawn)
                        .of(Measurement.Quantity.LENGTH)
                        .orElseThrow()
                        .value()),
                0.05);
        onFx(() -> {
            window.person().press(KeyCode.ESCAPE);
            window.person().press(KeyCode.G);
        });
        assertTrue(
                onFx(() -> window.look()
                        .report()
                        .orElseThrow()
                        .model()
                        .report()
                        .sentences()
                        .isEmpty()),
                "no mark of a prior goes into the report");
    }

    /// The coronal cut of today's CT beside its slice at -20 mm. It shows 128 columns of 2.8 mm and 65
    /// slices of 4 mm, its middle at 0 mm: the line lies 20 mm below the middle.
    private static void cutAcross(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().press(KeyCode.J);
            window.person().press(KeyCode.F3, Modifier.ALT);
            assertEquals(1, window.look().desk().sets().size());
            window.look().desk().activate(view(window, 1));
            window.person().click(".desk-thumbnail");
            window.look().deskView().focusActive();
            window.person().press(KeyCode.O);
            window.person().press(KeyCode.O);
        });
        until(
                "the coronal cut",
                () -> view(window, 1).stateProperty().get().plane() == PlaneKind.CORONAL
                        && window.look().deskView().isDrawn());
        onFx(() -> {
            window.person().press(KeyCode.TAB, Modifier.CTRL);
            window.person().press(KeyCode.C);
        });
        onFx(() -> {
            ViewportNode node = window.look().deskView().viewNodes().get(1);
            double mmPerPixel = Math.max(128 * 2.8 / node.getWidth(), 65 * 4 / node.getHeight());
            double row = node.getHeight() / 2 + 20 / mmPerPixel;
            WritableImage seen = node.snapshot(null, null);
            assertTrue(isLine(seen, row), "the line lies at " + row);
            assertFalse(isLine(seen, row - 8) || isLine(seen, row + 8), "and nowhere beside it");
        });
    }

    /// Whether the colour of lines is found along most of a row, or the one above or below.
    private static boolean isLine(WritableImage seen, double row) {
        int found = 0;
        int across = 0;
        for (int x = 40; x < seen.getWidth() - 40; x += 5) {
            across++;
            for (int y = (int) row - 1; y <= (int) row + 1; y++) {
                Color colour = seen.getPixelReader().getColor(x, y);
                if (colour.getBlue() - colour.getRed() > 0.2) {
                    found++;
                    break;
                }
            }
        }
        return found > across * 0.8;
    }

    private static void mix(RealWindow window, ScenarioPictures pictures) throws Exception {
        askForStranger(window);
        pictures.keep(window, "06-two-patients-refused");
        onFx(() -> window.person().click("#mixing-keep"));
        assertEquals(1, onFx(() -> window.look().desk().studies().all().size()), "refused");
        askForStranger(window);
        onFx(() -> window.person().click("#mixing-open"));
        until(
                "the other patient's picture",
                () -> window.look().desk().studies().isMixed()
                        && view(window, 1)
                                .displaySet()
                                .filter(set -> set.study().equals(STRANGER.uid()))
                                .isPresent()
                        && window.look().deskView().isDrawn());
        pictures.keep(window, "07-two-patients-marked");
        List<String> said = banners(window);
        assertTrue(said.stream().anyMatch(text -> text.startsWith("OTHER PATIENT · ")), said.toString());
        assertTrue(said.contains("演示甲 · DEMO-0001"), said.toString());
        assertEquals(4, said.size(), "each view names its own patient");
    }

    private static void askForStranger(RealWindow window) throws Exception {
        onFx(() -> {
            window.person().press(KeyCode.DIGIT1, Modifier.ALT);
            select(window, STRANGER);
            window.person().press(KeyCode.K, Modifier.CTRL);
        });
        until("the palette", () -> window.person().sees("#palette-filter"));
        onFx(() -> {
            window.person().type("Put the study chosen");
            window.person().press(KeyCode.ENTER);
        });
        until("the question", () -> window.person().sees("#mixing-keep"));
    }

    private static void select(RealWindow window, SyntheticStudy study) {
        window.look()
                .worklist()
                .selectedProperty()
                .set(window.look().worklist().shown().stream()
                        .filter(row -> row.uid().filter(study.uid()::equals).isPresent())
                        .findFirst()
                        .orElseThrow());
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 3);
        onFx(() -> {
            select(window, NOW);
            window.person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> window.look().deskView().activeNode().context().isPresent()
                        && window.look().deskView().isDrawn()
                        && window.person().sees("#priors-strip"));
    }

    private static ViewportModel view(RealWindow window, int index) {
        return window.look().desk().views().get(index);
    }
}
