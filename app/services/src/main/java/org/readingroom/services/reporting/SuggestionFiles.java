package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.suggest.SuggestionRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of suggestions that hold here: the hospital's own file `<home>/suggest.json`, else those shipped.
///
/// `isBroken` when the hospital's file cannot be read: it may be stricter than what was shipped, so no source is used
/// until it is mended.
// [impl->req~report.suggest.rule-file~1]
public record SuggestionFiles(SuggestionRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(SuggestionFiles.class);

    /// `folder` is that of the home.
    public static SuggestionFiles in(Path folder) {
        Path own = folder.resolve("suggest.json");
        if (!Files.exists(own)) {
            return new SuggestionFiles(SuggestionRules.shipped(), false);
        }
        try (InputStream stream = Files.newInputStream(own)) {
            return new SuggestionFiles(SuggestionRules.read(stream), false);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "the hospital's rules of suggestions cannot be read: {}",
                    e.getClass().getSimpleName());
            return new SuggestionFiles(SuggestionRules.shipped(), true);
        }
    }
}
