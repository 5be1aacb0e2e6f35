package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.CurvedRequest;
import org.readingroom.viewer.viewport.PatientPath;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// Makes the sheet along a path as large as the view, its millimetres square.
// [impl->req~desk.curved~1]
final class CurvePictures {
    private CurvePictures() {}

    static Picture of(ViewportModel view, OpenSet open, CurveLook look, ViewResolver.PictureSize size) {
        Optional<Volume> volume = open.volume().map(made -> made.volume());
        Optional<Voi> voi = view.voi();
        if (volume.isEmpty() || voi.isEmpty()) {
            return FlatPictures.waiting(open);
        }
        if (volume.get().isColour()) {
            return new Picture.Failed("viewer.volume.colour", List.of());
        }
        try {
            double length = PatientPath.through(look.points(), 1, look.across()).lengthMm();
            double mmPerPixel = length / size.height();
            CurvedRequest request = new CurvedRequest(
                    look.points(), look.kind(), mmPerPixel * size.width(), mmPerPixel / size.density(), look.across());
            return new Picture.Curve(request.resolve(volume.get(), FlatPictures.look(open, voi.get())), look, length);
        } catch (IllegalArgumentException noCurve) {
            return new Picture.Failed("desk.curve.impossible", List.of());
        }
    }
}
