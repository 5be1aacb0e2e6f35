package org.readingroom.desktop.tour;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.Nodule;

/// The largest solid nodule of the phantom in the active view; what is measured on it can be checked.
///
/// **Units:** offsets from the nodule's centre in millimetres, in the patient.
final class NoduleOnDesk {
    private static final Nodule NODULE = CtChestPhantom.standard().nodules().getFirst();

    private final Script script;

    NoduleOnDesk(Script script) {
        this.script = script;
    }

    /// From the centre to the edge, towards the patient's left.
    static Vec3 radius() {
        return new Vec3(NODULE.diameterMm() / 2, 0, 0);
    }

    void scrollTo() {
        ViewportNode node = script.look().deskView().activeNode();
        script.puppet()
                .wheel(
                        node,
                        new Point2D(node.getWidth() / 2, node.getHeight() / 2),
                        slice() - script.active().index());
    }

    boolean isShown() {
        return script.active().index() == slice();
    }

    void drag(Vec3 from, Vec3 to, MouseButton button) {
        ViewportNode node = script.look().deskView().activeNode();
        node.requestFocus();
        script.puppet().drag(node, onScreen(from), onScreen(to), button);
    }

    void click(Vec3 offset, MouseButton button) {
        drag(offset, offset, button);
    }

    private int slice() {
        OpenSet set = script.active().setProperty().get();
        List<ImageFrame> frames = set == null ? List.of() : set.displaySet().frames();
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < frames.size(); i++) {
            var plane = frames.get(i).plane();
            double distance = plane == null
                    ? Double.MAX_VALUE
                    : Math.abs(plane.position().z() - NODULE.centre().z());
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }

    private Point2D onScreen(Vec3 offset) {
        ViewContext view = script.look().deskView().activeNode().context().orElseThrow();
        Vec3 at = view.transform().worldToScreen(NODULE.centre().plus(offset));
        return new Point2D(at.x(), at.y());
    }
}
