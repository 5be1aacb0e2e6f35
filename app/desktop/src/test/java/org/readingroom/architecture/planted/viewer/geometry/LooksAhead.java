package org.readingroom.architecture.planted.viewer.geometry;

import org.readingroom.architecture.Breaks;
import org.readingroom.architecture.planted.viewer.render.Renderer;

@Breaks("a package uses only those named before it")
final class LooksAhead {
    Renderer renderer() {
        return new Renderer();
    }
}
