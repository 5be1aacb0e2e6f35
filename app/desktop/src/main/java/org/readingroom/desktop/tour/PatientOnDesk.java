package org.readingroom.desktop.tour;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;

/// Places of the patient under the mouse of the active view.
///
/// **Space:** patient, millimetres.
final class PatientOnDesk {
    private final Script script;

    PatientOnDesk(Script script) {
        this.script = script;
    }

    /// Turns the wheel to the frame whose height is nearest to that of `place`.
    void scrollTo(Vec3 place) {
        scrollTo(slice(place));
    }

    void scrollTo(int index) {
        ViewportNode node = node();
        Point2D middle = new Point2D(node.getWidth() / 2, node.getHeight() / 2);
        script.puppet().wheel(node, middle, index - script.active().index());
    }

    boolean isShown(Vec3 place) {
        return script.active().index() == slice(place);
    }

    /// Whether it is shown, however little the wheel had to be turned.
    boolean isThere(Vec3 place) {
        return isShown(place) && script.look().deskView().isDrawn();
    }

    void drag(Vec3 from, Vec3 to, MouseButton button) {
        ViewportNode node = node();
        node.requestFocus();
        script.puppet().drag(node, onScreen(from), onScreen(to), button);
    }

    void click(Vec3 place) {
        drag(place, place, MouseButton.PRIMARY);
    }

    void point(Vec3 place) {
        script.puppet().move(node(), onScreen(place));
    }

    private ViewportNode node() {
        return script.look().deskView().activeNode();
    }

    private Point2D onScreen(Vec3 place) {
        ViewContext view = node().context().orElseThrow();
        Vec3 at = view.transform().worldToScreen(place);
        return new Point2D(at.x(), at.y());
    }

    private int slice(Vec3 place) {
        OpenSet set = script.active().setProperty().get();
        List<ImageFrame> frames = set == null ? List.of() : set.displaySet().frames();
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < frames.size(); i++) {
            var plane = frames.get(i).plane();
            double distance =
                    plane == null ? Double.MAX_VALUE : Math.abs(plane.position().z() - place.z());
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }
}
