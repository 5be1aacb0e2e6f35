package org.readingroom.desktop.tour;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.desk.FusedSet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.phantom.HotSpot;
import org.readingroom.viewer.phantom.PetCtPhantom;
import org.readingroom.viewer.viewport.PlaneKind;

/// The other studies of the demo department, each as it is read: PET/CT laid over each other, mammograms four at a
/// time,
/// the clip played, the angiogram, the bone scan, MR and radiographs.
final class ModalitiesChapter {
    /// From zero: contrast has reached the calf.
    private static final int LATE_FRAME = 10;

    private static final HotSpot SPOT = PetCtPhantom.standard().hotSpots().getFirst();

    private final Script script;
    private final Puppet puppet;
    private final PatientOnDesk patient;
    private final StudyOnList list;
    private boolean hasPlayed;

    ModalitiesChapter(Script script) {
        this.script = script;
        this.puppet = script.puppet();
        this.patient = new PatientOnDesk(script);
        this.list = new StudyOnList(script);
    }

    void write() {
        radiographs();
        petCt();
        runs();
    }

    private void radiographs() {
        list.open("radiograph", "ysb", 2);
        list.open("radiograph-hand", "ysr", 1);
        list.open("mr", "ysy", 1);
        list.open("mammograms", "ysw", 4);
    }

    private void petCt() {
        list.open("pet-ct", "ysd", 4);
        script.command(
                "desk.layout-1x1",
                () -> script.look().desk().layoutProperty().get().views() == 1);
        script.command(
                "desk.plane-coronal",
                () -> script.active().stateProperty().get().plane() == PlaneKind.CORONAL && script.isPictureNew());
        script.step("fusion", () -> puppet.press(KeyCode.B), () -> isFused() && script.isPictureNew());
        script.step(
                "fusion-axial",
                () -> {
                    puppet.press(KeyCode.O);
                    puppet.press(KeyCode.O);
                },
                () -> script.active().stateProperty().get().plane() == PlaneKind.ACQUIRED && script.isPictureNew());
        script.step("fusion-spot", () -> patient.scrollTo(SPOT.centre()), () -> patient.isThere(SPOT.centre()));
        script.step(
                "pet",
                () -> {
                    puppet.press(KeyCode.PERIOD);
                    patient.scrollTo(SPOT.centre());
                },
                () -> patient.isThere(SPOT.centre()));
        palette();
    }

    /// The first palette of colours after grey and grey turned over, on black, then the whole body through a thick
    /// slab.
    private void palette() {
        script.step(
                "palette",
                () -> {
                    puppet.press(KeyCode.I);
                    puppet.press(KeyCode.D);
                    puppet.press(KeyCode.D);
                    patient.point(SPOT.centre());
                },
                () -> script.active().readoutProperty().get() != null && script.isPictureNew());
        script.command(
                "desk.plane-coronal",
                () -> script.active().stateProperty().get().plane() == PlaneKind.CORONAL && script.isPictureNew());
        script.step(
                "pet-slab",
                () -> {
                    puppet.press(KeyCode.BACK_SPACE);
                    for (int step = 0; step < 4; step++) {
                        puppet.press(KeyCode.T);
                    }
                },
                () -> script.active().stateProperty().get().slab().thicknessMm() == 40 && script.isPictureNew());
    }

    private void runs() {
        list.open("ultrasound", "ysz", 1);
        script.step("cine", () -> puppet.press(KeyCode.P), () -> {
            hasPlayed |= script.active().index() > 5 && script.isPlaying();
            return hasPlayed;
        });
        script.step(".pause", () -> puppet.press(KeyCode.P), () -> true);
        list.open(".angiogram", "ysg", 1);
        script.step(
                "angiogram",
                () -> patient.scrollTo(LATE_FRAME),
                () -> script.active().index() == LATE_FRAME && script.isPictureNew());
        script.step("angiogram-mask", () -> puppet.press(KeyCode.M), script::isPictureNew);
        list.open("bone-scan", "ysx", 2);
        script.step(
                "bone-scan-inverted",
                () -> {
                    puppet.press(KeyCode.I);
                    puppet.press(KeyCode.TAB, Modifier.CTRL);
                    puppet.press(KeyCode.I);
                },
                script::isPictureNew);
    }

    /// Whether another series is laid over this one, all of it.
    private boolean isFused() {
        FusedSet over = script.active().additions().fusedProperty().get();
        return over != null && over.set().volumeStateProperty().get() instanceof LoadState.Complete;
    }
}
