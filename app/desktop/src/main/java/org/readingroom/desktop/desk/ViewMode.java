package org.readingroom.desktop.desk;

/// What kind of picture a view shows.
public sealed interface ViewMode {
    ViewMode FLAT = new Flat();

    /// Frames or flat cuts, as the view's state says.
    record Flat() implements ViewMode {}

    /// The volume seen from outside.
    record Scene(SceneLook look) implements ViewMode {}

    /// The sheet along a path through the volume.
    record Curve(CurveLook look) implements ViewMode {}
}
