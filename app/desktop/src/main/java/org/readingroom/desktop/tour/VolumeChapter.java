package org.readingroom.desktop.tour;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewMode;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.viewport.PlaneKind;

/// The chest CT as a volume: three planes, an oblique cut, a slab, from outside, and unrolled along the aorta.
final class VolumeChapter {
    /// Along the aorta of the phantom: up from the heart, over the arch, down before the spine.
    private static final List<Vec3> AORTA = List.of(
            new Vec3(-12.5, -22.5, 0),
            new Vec3(-14, -24, 40),
            new Vec3(4, 6, 60),
            new Vec3(22, 36, 40),
            new Vec3(23.5, 37.5, -40),
            new Vec3(26, 39.5, -116));

    private static final int CORONAL = 1;
    /// chosen: where a line of the crosshair is taken, in pixels from its middle, and how far it is turned.
    private static final double LINE_AT = 190;

    private static final double LINE_TURNED = 70;

    private final Script script;
    private final Puppet puppet;
    private final PatientOnDesk patient;

    VolumeChapter(Script script) {
        this.script = script;
        this.puppet = script.puppet();
        this.patient = new PatientOnDesk(script);
    }

    void write() {
        planes();
        outside();
        slab();
        curve();
    }

    private void planes() {
        script.step(
                "three-planes",
                () -> {
                    puppet.press(KeyCode.DIGIT1);
                    puppet.press(KeyCode.O, Modifier.SHIFT);
                },
                () -> isVolumeThere() && script.isPictureNew());
        script.step(
                "oblique",
                this::turnLine,
                () -> script.look().desk().views().stream()
                                .anyMatch(view ->
                                        !view.stateProperty().get().turn().isNone())
                        && script.isPictureNew());
        script.step(
                ".straight",
                () -> puppet.press(KeyCode.X, Modifier.SHIFT),
                () -> script.look().desk().views().stream()
                        .allMatch(view -> view.stateProperty().get().turn().isNone()));
        script.step(
                ".crosshair-off",
                () -> {
                    puppet.press(KeyCode.X);
                    puppet.press(KeyCode.DIGIT1, Modifier.SHIFT);
                },
                () -> script.look().desk().layoutProperty().get().views() == 1);
    }

    /// Takes the coronal view's line of the axial cut far from its middle and turns it.
    private void turnLine() {
        ViewportNode node = script.look().deskView().viewNodes().get(CORONAL);
        Point2D middle = new Point2D(node.getWidth() / 2, node.getHeight() / 2);
        puppet.drag(node, middle.add(LINE_AT, 0), middle.add(LINE_AT, -LINE_TURNED), MouseButton.PRIMARY);
    }

    private void outside() {
        script.step(
                "volume-bone",
                () -> puppet.press(KeyCode.V, Modifier.SHIFT),
                () -> script.active().modeProperty().get() instanceof ViewMode.Scene && script.isPictureNew());
        script.step(
                "volume-turned",
                () -> {
                    for (int turn = 0; turn < 4; turn++) {
                        puppet.press(KeyCode.RIGHT);
                    }
                },
                script::isPictureNew);
        script.step(
                ".flat",
                () -> puppet.press(KeyCode.V, Modifier.SHIFT),
                () -> script.active().isFlat() && script.isPictureNew());
    }

    private void slab() {
        script.command(
                "desk.plane-coronal",
                () -> script.active().stateProperty().get().plane() == PlaneKind.CORONAL && script.isPictureNew());
        script.step(
                "slab",
                () -> {
                    puppet.press(KeyCode.T);
                    puppet.press(KeyCode.T);
                    puppet.press(KeyCode.T);
                },
                () -> script.active().stateProperty().get().slab().thicknessMm() == 20 && script.isPictureNew());
        script.command(
                "desk.plane-acquired",
                () -> script.active().stateProperty().get().plane() == PlaneKind.ACQUIRED && script.isPictureNew());
    }

    private void curve() {
        script.step(
                ".path",
                () -> {
                    puppet.press(KeyCode.BACK_SPACE);
                    puppet.press(KeyCode.DIGIT2);
                    puppet.press(KeyCode.C, Modifier.SHIFT);
                },
                () -> points() == 0 && script.isPictureNew());
        for (int i = 0; i < AORTA.size(); i++) {
            Vec3 place = AORTA.get(i);
            int before = i;
            script.step(".to-point " + i, () -> patient.scrollTo(place), () -> patient.isThere(place));
            script.step(".point " + i, () -> patient.click(place), () -> points() == before + 1);
        }
        script.step(
                "curved",
                () -> {
                    puppet.press(KeyCode.ENTER);
                    patient.scrollTo(AORTA.get(3));
                },
                () -> script.look().desk().visible().stream()
                                .anyMatch(view -> view.modeProperty().get() instanceof ViewMode.Curve)
                        && script.isPictureNew());
        script.command(
                "desk.layout-1x1",
                () -> script.look().desk().layoutProperty().get().views() == 1
                        && script.active().isFlat());
        script.step(
                ".path-away",
                () -> {
                    puppet.press(KeyCode.C, Modifier.SHIFT);
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.DIGIT1);
                },
                () -> points() == -1 && script.isPictureNew());
    }

    /// Of the path that is being drawn; -1 while there is none.
    private int points() {
        var path = script.look().desk().curveDrawing().pathProperty().get();
        return path == null ? -1 : path.points().size();
    }

    private boolean isVolumeThere() {
        OpenSet set = script.active().setProperty().get();
        return set != null && set.volumeStateProperty().get() instanceof LoadState.Complete;
    }
}
