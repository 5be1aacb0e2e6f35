package org.readingroom.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.boot.RealWindow.onFx;
import static org.readingroom.desktop.boot.RealWindow.until;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tools.SeenMarks;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.HomeOptions;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.phantom.SpineAnatomy;
import org.readingroom.viewer.phantom.SpineMrPhantom;
import org.readingroom.viewer.task.Progress;

/// The vertebrae of a spine MR are named from L5 up to T10 on a sagittal slice; every axial slice then says
/// which vertebra or disc it cuts, as the formula of the phantom has it.
@Tag("ui")
@Tag("slow")
class SpineLabelScenarioTest {
    private static final List<String> UP = List.of("L5", "L4", "L3", "L2", "L1", "T12", "T11", "T10");

    @TempDir
    Path folder;

    // [utest->req~tools.spine~1]
    @Test
    void vertebraeAreNamedOnOneSliceAndKnownOnAll() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        Path place = folder.resolve("home");
        HomeOptions options = HomeOptions.defaults().withDepartment(() -> List.of(SpineMrPhantom.standard()));
        Home.openOrCreateDemo(place, options, Progress.IGNORED).close();
        try (RealWindow window = new RealWindow(place, true, Locale.ENGLISH)) {
            ScenarioPictures pictures = new ScenarioPictures("spine-labels");
            open(window);
            name(window, pictures);
            mend(window, pictures);
            acrossEverySlice(window, pictures);
        }
    }

    private static void open(RealWindow window) throws Exception {
        window.signIn("radiologist", "demo");
        until(
                "the list",
                () -> window.person().sees("#worklist")
                        && window.look().worklist().shown().size() == 1);
        onFx(() -> window.person().press(KeyCode.ENTER));
        until(
                "the sagittal picture, and room for marks",
                () -> window.look().deskView().activeNode().context().isPresent()
                        && window.look().marks().isEditable()
                        && window.look().desk().sets().size() == 2);
        onFx(() -> {
            window.look().deskView().focusActive();
            scroll(window, SpineMrPhantom.SAGITTAL / 2);
        });
        until("the middle slice", () -> window.look().deskView().isDrawn());
    }

    private static void scroll(RealWindow window, int wanted) {
        ViewportModel view = window.look().desk().activeProperty().get();
        for (int step = view.index(); step != wanted; step += step < wanted ? 1 : -1) {
            window.person().press(step < wanted ? KeyCode.DOWN : KeyCode.UP);
        }
        assertEquals(wanted, view.index());
    }

    private static Vec3 middle(String name) {
        return SpineAnatomy.vertebrae().stream()
                .filter(vertebra -> vertebra.name().equals(name))
                .findFirst()
                .orElseThrow()
                .middle();
    }

    private static void name(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> {
            window.person().press(KeyCode.N, Modifier.ALT);
            press(window, middle("L5"), false);
        });
        until("the question for the first name", () -> window.person().sees("#mark-words"));
        pictures.keep(window, "01-first-name");
        onFx(() -> {
            window.person().type("l5");
            window.person().press(KeyCode.ENTER);
        });
        until("the first name", () -> names(window).equals(List.of("L5")));
        for (String next : UP.subList(1, UP.size())) {
            onFx(() -> press(window, middle(next), true));
        }
        assertEquals(UP, onFx(() -> names(window)));
        until("all on disk", () -> window.look().marks().isSaved());
        onFx(() -> window.person().press(KeyCode.ESCAPE));
        pictures.keep(window, "02-named");
        assertEquals(UP, seen(window).stream().map(List::getFirst).toList());
    }

    /// As if the lowest one had been miscounted, and back again.
    private static void mend(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> {
            press(window, middle("L5"), false);
            window.person().press(KeyCode.U, Modifier.ALT, Modifier.SHIFT);
        });
        until("the question for the other name", () -> window.person().sees("#mark-words"));
        onFx(() -> {
            window.person().type("S1");
            window.person().press(KeyCode.ENTER);
        });
        assertEquals(List.of("S1", "L5", "L4", "L3", "L2", "L1", "T12", "T11"), onFx(() -> names(window)));
        pictures.keep(window, "03-renamed-with-those-after-it");
        onFx(() -> window.person().press(KeyCode.Z, Modifier.CTRL));
        assertEquals(UP, onFx(() -> names(window)), "one step back");
    }

    private static void acrossEverySlice(RealWindow window, ScenarioPictures pictures) throws Exception {
        onFx(() -> window.person().press(KeyCode.PERIOD));
        until(
                "the axial series",
                () -> window.look().deskView().isDrawn()
                        && Math.abs(plane(window).z()) > 0.9);
        int named = 0;
        for (int slice = 0; slice < SpineMrPhantom.AXIAL; slice++) {
            int wanted = slice;
            onFx(() -> scroll(window, wanted));
            until("slice " + slice, () -> window.look().deskView().isDrawn());
            double z = SpineMrPhantom.standard()
                    .position(SpineMrPhantom.SAGITTAL + slice)
                    .z();
            named += check(z, seen(window));
            if (slice == 8) {
                pictures.keep(window, "04-axial-l4");
            }
        }
        assertTrue(named > 25, named + " slices had their name checked");
    }

    /// Against the formula: well inside the bone of one vertebra its name, in the middle of a disc that of
    /// both. The edges, where a person would hesitate too, are left out.
    private static int check(double z, List<List<String>> seen) {
        List<SpineAnatomy.Vertebra> all = SpineAnatomy.vertebrae();
        for (int i = 0; i < all.size(); i++) {
            SpineAnatomy.Vertebra one = all.get(i);
            if (UP.contains(one.name()) && Math.abs(z - one.z()) < one.halfMm() - 2) {
                assertEquals(List.of(List.of(one.name())), seen, "at " + z);
                return 1;
            }
            boolean isKnown = i + 1 < all.size()
                    && UP.contains(one.name())
                    && UP.contains(all.get(i + 1).name());
            if (isKnown) {
                SpineAnatomy.Vertebra next = all.get(i + 1);
                double disc = (one.z() - one.halfMm() + next.z() + next.halfMm()) / 2;
                if (Math.abs(z - disc) < 1.5) {
                    assertEquals(List.of(List.of(one.name() + "/" + next.name())), seen, "at " + z);
                    return 1;
                }
            }
        }
        return 0;
    }

    private static List<String> names(RealWindow window) {
        return window.look().marks().annotations().stream()
                .map(Annotation::label)
                .toList();
    }

    private static List<List<String>> seen(RealWindow window) throws Exception {
        return onFx(() -> SeenMarks.words(window.look().marks(), context(window)));
    }

    private static ViewContext context(RealWindow window) {
        return window.look().deskView().activeNode().context().orElseThrow();
    }

    private static Vec3 plane(RealWindow window) {
        return Objects.requireNonNull(context(window).frame().orElseThrow().plane())
                .normal();
    }

    /// A click at a place in the patient, with Shift or without.
    private static void press(RealWindow window, Vec3 place, boolean isShift) {
        ViewportNode node = window.look().deskView().activeNode();
        Vec3 screen = context(window).transform().worldToScreen(place);
        Point2D at = node.localToScene(screen.x(), screen.y());
        fire(node, MouseEvent.MOUSE_MOVED, MouseButton.NONE, at, isShift);
        fire(node, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, at, isShift);
        fire(node, MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, at, isShift);
    }

    private static void fire(
            ViewportNode node,
            javafx.event.EventType<MouseEvent> type,
            MouseButton button,
            Point2D at,
            boolean isShift) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        button == MouseButton.NONE ? 0 : 1,
                        isShift,
                        false,
                        false,
                        false,
                        button == MouseButton.PRIMARY,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(node, at.getX(), at.getY())));
    }
}
