package org.readingroom.viewer.viewport;

/// The numbers of one picture, whatever it shows; made for one picture and thrown away.
public sealed interface ResolvedPicture permits ResolvedView, ResolvedCurve, ResolvedScene {
    /// Picture elements across.
    int width();

    /// Picture elements down.
    int height();

    /// Whether the picture is as good as it gets, or to be asked for again once the view rests.
    Quality quality();
}
