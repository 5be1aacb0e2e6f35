package org.readingroom.viewer.gpu;

import java.util.List;
import java.util.Locale;

/// What a GL driver says of itself.
///
/// **Source:** GL_VENDOR, GL_RENDERER, GL_VERSION; OpenGL 3.3 core specification, section 6.1.5.
public record GraphicsDriver(String vendor, String renderer, String version) {
    /// chosen: rasterisers that run on the processor, where our own renderer is several times faster.
    private static final List<String> SOFTWARE = List.of(
            "llvmpipe",
            "softpipe",
            "swrast",
            "swr",
            "software rasterizer",
            "swiftshader",
            "microsoft basic render",
            "gdi generic",
            "apple software renderer");

    /// Whether pictures would be drawn by the processor after all.
    // [impl->req~view.renderer-choice~1]
    public boolean isSoftware() {
        String name = (vendor + " " + renderer).toLowerCase(Locale.ROOT);
        return SOFTWARE.stream().anyMatch(name::contains);
    }

    /// The renderer's name without its details, for the status bar.
    public String shortName() {
        int details = renderer.indexOf('(');
        return (details > 3 ? renderer.substring(0, details) : renderer).strip();
    }
}
