package org.readingroom.services.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of research that hold here: the hospital's own file `<home>/research.json`, else those shipped.
///
/// `isBroken` when the hospital's file cannot be read: it may be stricter than what was shipped, so until it is
/// mended nothing is entered, approved or let out; what stops a project may be done by the shipped rules.
// [impl->req~report.research.rule-file~1]
record ResearchFiles(ResearchRules rules, boolean isBroken) {
    private static final Logger LOG = LoggerFactory.getLogger(ResearchFiles.class);

    /// `folder` is that of the home.
    static ResearchFiles in(Path folder) {
        Path own = folder.resolve("research.json");
        if (!Files.exists(own)) {
            return new ResearchFiles(ResearchRules.shipped(), false);
        }
        try (InputStream stream = Files.newInputStream(own)) {
            return new ResearchFiles(ResearchRules.read(stream), false);
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "the hospital's rules of research cannot be read: {}",
                    e.getClass().getSimpleName());
            return new ResearchFiles(ResearchRules.shipped(), true);
        }
    }

    boolean isStopped(Kind kind) {
        return isBroken && kind != Kind.REFUSED && kind != Kind.WITHDRAWN;
    }
}
