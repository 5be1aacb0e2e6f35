package org.readingroom.report.research;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that was done about a research project; never changed.
///
/// `project` is there when it was entered, else null. `words` is a reason, of an export the digest of its
/// table in hexadecimal; `rows` counts those of an export. `rulesVersion` names the rule file that
/// allowed it.
public record ResearchAct(
        String id,
        String projectId,
        Kind kind,
        String userId,
        String name,
        Instant at,
        String words,
        int rows,
        String rulesVersion,
        @Nullable ResearchProject project) {
    public enum Kind {
        ENTERED,
        APPROVED,
        REFUSED,
        /// Nothing of it leaves any more.
        WITHDRAWN,
        EXPORTED;

        public String messageKey() {
            return "report.research.act." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
