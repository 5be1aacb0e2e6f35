package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.statistics.StatisticsRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of statistics that hold here: the hospital's own file `<home>/statistics.json`, else those
/// shipped.
///
/// `isBroken` when the hospital's file cannot be read: what was shipped holds then, and everybody is told.
public record StatisticsFiles(StatisticsRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsFiles.class);

    /// `folder` is that of the home.
    public static StatisticsFiles in(Path folder) {
        Path own = folder.resolve("statistics.json");
        if (!Files.exists(own)) {
            return new StatisticsFiles(StatisticsRules.shipped(), false);
        }
        try (InputStream stream = Files.newInputStream(own)) {
            return new StatisticsFiles(StatisticsRules.read(stream), false);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "the hospital's rules of statistics cannot be read: {}",
                    e.getClass().getSimpleName());
            return new StatisticsFiles(StatisticsRules.shipped(), true);
        }
    }
}
