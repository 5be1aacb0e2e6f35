package org.readingroom.desktop.tour;

import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.viewport.PlaneKind;

/// Looking and measuring: windows, marks and their menu, palettes, a filter, three planes.
final class ImagesChapter {
    private final Script script;
    private final Puppet puppet;
    private final NoduleOnDesk nodule;
    private final VolumeChapter volume;

    ImagesChapter(Script script, NoduleOnDesk nodule) {
        this.script = script;
        this.puppet = script.puppet();
        this.nodule = nodule;
        this.volume = new VolumeChapter(script);
    }

    void write() {
        script.step(
                "read-ct",
                () -> {
                    script.countPictures();
                    puppet.press(KeyCode.ENTER);
                },
                () -> !script.look().desk().sets().isEmpty()
                        && script.isPictureNew()
                        && script.look().report().isPresent());
        script.step("nodule", nodule::scrollTo, () -> nodule.isShown() && script.isPictureNew());
        script.step("lung-window", () -> puppet.press(KeyCode.DIGIT1), script::isPictureNew);
        measure();
        derive();
        planes();
    }

    private void measure() {
        script.step(
                "length",
                () -> {
                    puppet.press(KeyCode.L);
                    nodule.drag(NoduleOnDesk.radius().times(-1), NoduleOnDesk.radius(), MouseButton.PRIMARY);
                },
                () -> marks() == 1);
        script.step(
                "ellipse",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.E);
                    nodule.drag(new Vec3(68, -14, 0), new Vec3(88, 6, 0), MouseButton.PRIMARY);
                },
                () -> marks() == 2 && hasStatistics());
        script.step(
                "mark-menu",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    nodule.click(NoduleOnDesk.radius().times(-1), MouseButton.SECONDARY);
                },
                puppet::seesPopup);
        script.step(".close-menu", puppet::closePopups, () -> !puppet.seesPopup());
    }

    private void derive() {
        script.step(
                "pseudocolour",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    // Past grey turned over to the first palette of colours.
                    puppet.press(KeyCode.D);
                    puppet.press(KeyCode.D);
                },
                () -> script.active().setProperty().get() != null && isColoured() && script.isPictureNew());
        script.step(
                "imagej-menu",
                () -> {
                    puppet.press(KeyCode.BACK_SPACE);
                    puppet.press(KeyCode.DIGIT1);
                    pluginMenu().show();
                },
                puppet::seesPopup);
        script.step(
                "imagej-filter",
                () -> {
                    pluginMenu().hide();
                    // The median: what it does to the grain is plain to see.
                    pluginMenu().getItems().get(1).fire();
                },
                () -> isDerived() && script.isPictureNew());
        script.step(".original", () -> puppet.press(KeyCode.COMMA), () -> !isDerived() && script.isPictureNew());
    }

    private void planes() {
        volume.write();
        script.command(
                "desk.layout-1x1",
                () -> script.look().desk().layoutProperty().get().views() == 1);
        script.command(
                "desk.plane-acquired",
                () -> script.active().stateProperty().get().plane() == PlaneKind.ACQUIRED);
        script.step(".nodule-again", nodule::scrollTo, nodule::isShown);
    }

    private MenuButton pluginMenu() {
        return puppet.find("#plugin-menu").map(MenuButton.class::cast).orElseThrow();
    }

    private int marks() {
        return script.look().marks().annotations().size();
    }

    private boolean hasStatistics() {
        Annotation last = script.look().marks().annotations().getLast();
        return script.look().marks().measured(last).of(Quantity.MEAN).isPresent();
    }

    private boolean isColoured() {
        OpenSet set = script.active().setProperty().get();
        return set != null && !set.presentationProperty().get().palette().equals(Palettes.GREY);
    }

    private boolean isDerived() {
        return script.look()
                .desk()
                .activeSet()
                .filter(set -> set.warningKeys().contains("desktop.plugin.derived"))
                .isPresent();
    }
}
