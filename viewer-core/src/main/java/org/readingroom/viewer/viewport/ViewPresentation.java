package org.readingroom.viewer.viewport;

/// The look of a view that is worth saving: zoom, pan, turn and flip.
///
/// The flip acts on the plane first, then the turn.
///
/// **Units:** `zoom` 1 fits the image into the view; the pan is how far the centre of the plane
/// lies from the centre
/// of the view, in screen directions, in world units (mm where the image has a scale);
/// `turnDegrees` is clockwise.
public record ViewPresentation(
        double zoom, double panRight, double panDown, double turnDegrees, boolean flippedHorizontally) {
    /// Fitted, upright.
    public static final ViewPresentation FIT = new ViewPresentation(1, 0, 0, 0, false);

    /// chosen: beyond these nothing can be read any more.
    public static final double SMALLEST_ZOOM = 0.05;

    public static final double LARGEST_ZOOM = 64;

    public ViewPresentation {
        if (!(zoom > 0) || !Double.isFinite(zoom + panRight + panDown + turnDegrees)) {
            throw new IllegalArgumentException("zoom " + zoom + ", pan " + panRight + ", " + panDown);
        }
        turnDegrees = ((turnDegrees % 360) + 360) % 360;
    }

    /// Centred and upright at any zoom.
    static ViewPresentation unclamped(double zoom) {
        return new ViewPresentation(zoom, 0, 0, 0, false);
    }

    /// Zoomed within what a reader can use.
    public ViewPresentation withZoom(double newZoom) {
        return new ViewPresentation(
                Math.clamp(newZoom, SMALLEST_ZOOM, LARGEST_ZOOM), panRight, panDown, turnDegrees, flippedHorizontally);
    }

    /// Moved by a further stretch, in world units along the screen.
    public ViewPresentation panned(double right, double down) {
        return new ViewPresentation(zoom, panRight + right, panDown + down, turnDegrees, flippedHorizontally);
    }

    /// Turned clockwise on the screen about the centre of the view.
    public ViewPresentation turned(double degreesClockwise) {
        double angle = Math.toRadians(degreesClockwise);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new ViewPresentation(
                zoom,
                cos * panRight - sin * panDown,
                sin * panRight + cos * panDown,
                turnDegrees + degreesClockwise,
                flippedHorizontally);
    }

    /// Mirrored left to right on the screen, whatever the turn.
    public ViewPresentation mirroredHorizontally() {
        return new ViewPresentation(zoom, -panRight, panDown, -turnDegrees, !flippedHorizontally);
    }

    /// Mirrored top to bottom on the screen, whatever the turn.
    public ViewPresentation mirroredVertically() {
        return new ViewPresentation(zoom, panRight, -panDown, 180 - turnDegrees, !flippedHorizontally);
    }
}
