package org.readingroom.desktop.desk;

import org.readingroom.viewer.viewport.ResolvedPicture;

/// Where a picture lies in its view: it fills it, but for a sheet along a path, which keeps its millimetres square and
/// stands in the middle.
///
/// **Units:** logical pixels of the view.
record PictureBounds(double x, double y, double width, double height, int across, int down) {
    static PictureBounds of(Picture.Drawn shown, double width, double height) {
        ResolvedPicture picture = shown.resolved();
        double tall = shown instanceof Picture.Curve ? width * picture.height() / picture.width() : height;
        return new PictureBounds(0, Math.rint((height - tall) / 2), width, tall, picture.width(), picture.height());
    }

    /// The picture element under a point of the view; (0.5, 0.5) is the middle of the first.
    double elementX(double viewX) {
        return (viewX - x) * across / width;
    }

    double elementY(double viewY) {
        return (viewY - y) * down / height;
    }
}
