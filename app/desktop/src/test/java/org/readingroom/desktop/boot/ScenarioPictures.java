package org.readingroom.desktop.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.readingroom.viewer.render.PngWriter;

/// Keeps what a scenario shows: `target/scenarios/<story>/<name>.png` of the module.
final class ScenarioPictures {
    private final Path folder;

    ScenarioPictures(String story) {
        folder = Path.of("target", "scenarios", story);
    }

    /// `name` begins with its number, as in `01-opened`.
    void keep(RealWindow window, String name) throws Exception {
        keep(window.scene(), name);
    }

    void keep(Scene scene, String name) throws Exception {
        write(RealWindow.onFx(() -> scene.snapshot(null)), folder.resolve(name + ".png"));
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = image.getPixelReader().getArgb(x, y);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(argb, width, height, out);
        }
    }
}
