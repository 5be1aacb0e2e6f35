package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.palette.CieLab;

/// Reads the display shutter of a frame: its own (enhanced XA, XRF), else the image's.
///
/// **Source:** DICOM PS3.3 sections C.7.6.11, C.7.6.15, C.7.6.16.2.16 (Frame Display Shutter).
// [impl->req~display.shutter~1]
public final class ShutterReader {
    private static final int FRAME_DISPLAY_SHUTTER_SEQUENCE = 0x00189472;
    private static final int SHAPE = 0x00181600;
    private static final int LEFT = 0x00181602;
    private static final int RIGHT = 0x00181604;
    private static final int UPPER = 0x00181606;
    private static final int LOWER = 0x00181608;
    private static final int CENTER = 0x00181610;
    private static final int RADIUS = 0x00181612;
    private static final int VERTICES = 0x00181620;
    private static final int PRESENTATION_VALUE = 0x00181622;
    private static final int OVERLAY_GROUP = 0x00181623;
    private static final int PRESENTATION_COLOUR = 0x00181624;

    private static final int BLACK = 0xFF000000;

    private ShutterReader() {}

    static Optional<DisplayShutter> shutter(FrameAttributes attributes) {
        return shutter(attributes.group(FRAME_DISPLAY_SHUTTER_SEQUENCE).orElse(attributes.root()));
    }

    /// The shutter of a presentation state; of `overlays`, which are the state's own, its bitmap shutter takes one.
    public static Optional<DisplayShutter> ofState(DataSet state, List<OverlayPlane> overlays) {
        boolean isBitmap =
                state.strings(SHAPE).stream().anyMatch(shape -> shape.strip().equals("BITMAP"));
        OverlayPlane bitmap = overlays.stream()
                .filter(overlay -> isBitmap
                        && overlay.group() == state.integer(OVERLAY_GROUP).orElse(-1))
                .findFirst()
                .orElse(null);
        return shutter(state, bitmap);
    }

    /// The shutter in a data set; nothing when there is none or its numbers make no shape.
    ///
    /// A bitmap shutter is read from presentation states, which say which overlay it is.
    public static Optional<DisplayShutter> shutter(DataSet place) {
        return shutter(place, null);
    }

    private static Optional<DisplayShutter> shutter(DataSet place, @Nullable OverlayPlane bitmap) {
        DisplayShutter.Rectangle rectangle = null;
        DisplayShutter.Circle circle = null;
        List<DisplayShutter.Vertex> polygon = List.of();
        for (String shape : place.strings(SHAPE)) {
            switch (shape.strip()) {
                case "RECTANGULAR" -> rectangle = rectangle(place);
                case "CIRCULAR" -> circle = circle(place);
                case "POLYGONAL" -> polygon = polygon(place);
                default -> {
                    // other shapes are not of this module
                }
            }
        }
        return rectangle == null && circle == null && polygon.isEmpty() && bitmap == null
                ? Optional.empty()
                : Optional.of(new DisplayShutter(rectangle, circle, polygon, bitmap, colour(place)));
    }

    private static DisplayShutter.@Nullable Rectangle rectangle(DataSet place) {
        int left = place.integer(LEFT).orElse(0);
        int right = place.integer(RIGHT).orElse(0);
        int upper = place.integer(UPPER).orElse(0);
        int lower = place.integer(LOWER).orElse(0);
        boolean usable = place.contains(LEFT) && place.contains(UPPER) && left < right && upper < lower;
        return usable ? new DisplayShutter.Rectangle(left - 1, upper - 1, right - 1, lower - 1) : null;
    }

    private static DisplayShutter.@Nullable Circle circle(DataSet place) {
        int[] center = place.integers(CENTER);
        int radius = place.integer(RADIUS).orElse(0);
        return center.length == 2 && radius > 0
                ? new DisplayShutter.Circle(center[1] - 1, center[0] - 1, radius)
                : null;
    }

    private static List<DisplayShutter.Vertex> polygon(DataSet place) {
        int[] pairs = place.integers(VERTICES);
        List<DisplayShutter.Vertex> polygon = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            polygon.add(new DisplayShutter.Vertex(pairs[i + 1] - 1, pairs[i] - 1));
        }
        return polygon.size() < 3 ? List.of() : polygon;
    }

    private static int colour(DataSet place) {
        int[] lab = place.integers(PRESENTATION_COLOUR);
        if (lab.length == 3) {
            return BLACK | CieLab.toSrgb(lab[0] & 0xFFFF, lab[1] & 0xFFFF, lab[2] & 0xFFFF);
        }
        int value = place.integer(PRESENTATION_VALUE).orElse(0) & 0xFFFF;
        return BLACK | (value >> 8) * 0x010101;
    }
}
