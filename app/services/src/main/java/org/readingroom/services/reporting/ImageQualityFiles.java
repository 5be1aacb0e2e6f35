package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.quality.ImageQualityRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of image quality that hold here: the hospital's own `<home>/image-quality.json`, else those shipped.
///
/// `isBroken` when the hospital's file cannot be read: what was shipped holds then, and everybody is told.
// [impl->req~report.image-quality.rules~1]
public record ImageQualityFiles(ImageQualityRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(ImageQualityFiles.class);

    /// `folder` is that of the home.
    public static ImageQualityFiles in(Path folder) {
        Path file = folder.resolve("image-quality.json");
        if (!Files.exists(file)) {
            return new ImageQualityFiles(ImageQualityRules.shipped(), false);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return new ImageQualityFiles(ImageQualityRules.read(stream), false);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the hospital's rules of image quality cannot be read: {}", e.getMessage());
            return new ImageQualityFiles(ImageQualityRules.shipped(), true);
        }
    }
}
