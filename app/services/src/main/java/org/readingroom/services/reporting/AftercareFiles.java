package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.quality.AftercareRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of aftercare that hold here: the hospital's own file `<home>/aftercare.json`, else those shipped.
///
/// `isBroken` when the hospital's file cannot be read: it may be stricter than what was shipped, so nobody compares
/// until it is mended.
// [impl->req~report.aftercare.rules~1]
record AftercareFiles(AftercareRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(AftercareFiles.class);

    /// `folder` is that of the home.
    static AftercareFiles in(Path folder) {
        Path own = folder.resolve("aftercare.json");
        if (!Files.exists(own)) {
            return new AftercareFiles(AftercareRules.shipped(), false);
        }
        try (InputStream stream = Files.newInputStream(own)) {
            return new AftercareFiles(AftercareRules.read(stream), false);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "the hospital's rules of aftercare cannot be read: {}",
                    e.getClass().getSimpleName());
            return new AftercareFiles(AftercareRules.shipped(), true);
        }
    }

    boolean mayCompare(Set<AuthorRole> roles) {
        return !isBroken && rules.mayCompare(roles);
    }
}
