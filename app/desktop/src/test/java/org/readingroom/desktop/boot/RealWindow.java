package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.tour.Puppet;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.LaneRunner;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real program in a real window, and the hands and eyes of whoever sits before it.
///
/// **Thread:** the test's; [#person] and [#look] are used on FX, inside [#onFx] and [#until].
final class RealWindow implements AutoCloseable {
    private final LaneRunner lanes = new LaneRunner(new FxLane());
    private final Desktop desktop;
    private final Puppet person;
    private final Scene scene;

    /// Starts on `home`, which need not be there.
    RealWindow(Path home, boolean demo, Locale locale) throws Exception {
        this(home, demo, locale, null);
    }

    /// Starts on `home` with `servers`, as `--servers` does.
    RealWindow(Path home, boolean demo, Locale locale, @Nullable HospitalSettings servers) throws Exception {
        this(new StartOptions(home, demo, locale, null, servers));
    }

    RealWindow(StartOptions options) throws Exception {
        FxToolkit.registerPrimaryStage();
        Stage[] stage = new Stage[1];
        desktop = onFx(() -> {
            Theme.install();
            stage[0] = new Stage();
            Desktop started = new Desktop(stage[0], options, new FxLane(), lanes);
            started.begin();
            stage[0].setMaximized(false);
            stage[0].setWidth(1600);
            stage[0].setHeight(1000);
            return started;
        });
        scene = stage[0].getScene();
        person = onFx(() -> new Puppet(scene));
    }

    Scene scene() {
        return scene;
    }

    Puppet person() {
        return person;
    }

    Backstage look() {
        return desktop.backstage().orElseThrow();
    }

    void signIn(String name, String password) throws Exception {
        until("sign-in", () -> person.sees("#sign-in-name"));
        onFx(() -> {
            person.click("#sign-in-name");
            person.find("#sign-in-name")
                    .map(javafx.scene.control.TextField.class::cast)
                    .ifPresent(javafx.scene.control.TextField::clear);
            person.type(name);
            person.click("#sign-in-password");
            person.type(password);
            person.press(KeyCode.ENTER);
        });
    }

    /// Signs in, opens the only study there is, and waits for its picture, report and marks.
    ImageFrame openOnlyStudy() throws Exception {
        signIn("radiologist", "demo");
        until(
                "the list",
                () -> person().sees("#worklist") && look().worklist().shown().size() == 1);
        AtomicInteger shown = new AtomicInteger();
        onFx(() -> {
            look().desk().onPictureShownProperty().set(shown::incrementAndGet);
            person().press(KeyCode.ENTER);
        });
        until(
                "the picture",
                () -> shown.get() > 0
                        && look().report().isPresent()
                        && look().marks().isEditable()
                        && look().deskView().activeNode().context().isPresent());
        return frame();
    }

    /// What the status line says now.
    String status() {
        return person.find("#status-message")
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }

    /// The frame in the active view.
    ImageFrame frame() throws Exception {
        return onFx(() -> Objects.requireNonNull(
                        look().desk().activeProperty().get().setProperty().get())
                .displaySet()
                .frames()
                .get(look().desk().activeProperty().get().index()));
    }

    /// Takes a tool and drags it from one pixel of `frame` to another.
    void draw(KeyCode tool, ImageFrame frame, double x1, double y1, double x2, double y2, Puppet.Modifier... with)
            throws Exception {
        onFx(() -> {
            ViewportNode node = look().deskView().activeNode();
            node.requestFocus();
            person.press(KeyCode.ESCAPE);
            person.press(tool, with);
            person.drag(node, onScreen(frame, x1, y1), onScreen(frame, x2, y2), MouseButton.PRIMARY);
        });
    }

    void click(ImageFrame frame, double column, double row) {
        ViewportNode node = look().deskView().activeNode();
        node.requestFocus();
        Point2D at = onScreen(frame, column, row);
        person.drag(node, at, at, MouseButton.PRIMARY);
    }

    private Point2D onScreen(ImageFrame frame, double column, double row) {
        ViewContext view = look().deskView().activeNode().context().orElseThrow();
        Vec3 at = frame.plane() == null
                ? view.transform().voxelToScreen(new Vec3(column, row, 0))
                : view.transform().worldToScreen(frame.plane().toPatient(column, row));
        return new Point2D(at.x(), at.y());
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    static void onFx(Runnable work) throws Exception {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /// Waits for what a person would see, and until everything on the screen is drawn: a control that is not yet
    /// hears no key, nor does a sheet whose default button is not. The bound is for a broken program, not for a
    /// slow one.
    static void until(String what, Callable<Boolean> seen) throws Exception {
        try {
            waitFor(seen);
            waitFor(RealWindow::isDrawn);
        } catch (TimeoutException e) {
            String words = onFx(() -> Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                    .filter(label -> label instanceof Labeled)
                    .map(label -> ((Labeled) label).getText())
                    .toList()
                    .toString());
            throw new AssertionError("never seen: " + what + "; on screen: " + words, e);
        }
    }

    private static void waitFor(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                120,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    try {
                        return fact.call();
                    } catch (RuntimeException notYet) {
                        return false;
                    }
                }));
    }

    private static boolean isDrawn() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .allMatch(window -> isDrawn(window.getScene().getRoot()));
    }

    private static boolean isDrawn(Node node) {
        if (!node.isVisible()) {
            return true;
        }
        if (node instanceof Control control && control.getSkin() == null) {
            return false;
        }
        return !(node instanceof Parent parent)
                || parent.getChildrenUnmodifiable().stream().allMatch(RealWindow::isDrawn);
    }

    @Override
    public void close() {
        try {
            onFx(() -> {
                desktop.end();
                List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
            });
        } catch (Exception e) {
            throw new IllegalStateException("the window cannot be closed", e);
        } finally {
            lanes.close();
        }
    }
}
