package org.readingroom.desktop.tour;

import javafx.scene.input.MouseButton;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.Nodule;

/// The largest solid nodule of the phantom in the active view; what is measured on it can be checked.
///
/// **Units:** offsets from the nodule's centre in millimetres, in the patient.
final class NoduleOnDesk {
    private static final Nodule NODULE = CtChestPhantom.standard().nodules().getFirst();

    private final PatientOnDesk patient;

    NoduleOnDesk(Script script) {
        this.patient = new PatientOnDesk(script);
    }

    /// From the centre to the edge, towards the patient's left.
    static Vec3 radius() {
        return new Vec3(NODULE.diameterMm() / 2, 0, 0);
    }

    void scrollTo() {
        patient.scrollTo(NODULE.centre());
    }

    boolean isShown() {
        return patient.isShown(NODULE.centre());
    }

    void drag(Vec3 from, Vec3 to, MouseButton button) {
        patient.drag(NODULE.centre().plus(from), NODULE.centre().plus(to), button);
    }

    void click(Vec3 offset, MouseButton button) {
        drag(offset, offset, button);
    }
}
