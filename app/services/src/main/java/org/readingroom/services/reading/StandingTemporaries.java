package org.readingroom.services.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.services.store.VersionTable;

/// Temporary reports whose formal one is still to come, whatever was signed between the two: until the report was
/// reviewed nothing that the ward reads, the temporary one or one told after it, is formal.
// [impl->req~worklist.temporary~1]
final class StandingTemporaries {
    private StandingTemporaries() {}

    /// Until when the formal report is due, by the key of its study; `versions` as they were signed, `withdrawn` as
    /// report and version.
    static Map<String, Instant> due(List<VersionTable.Row> versions, Set<String> withdrawn) {
        Duration mayStand = SigningRules.shipped().temporaryFor();
        Map<String, Instant> due = new HashMap<>();
        for (VersionTable.Row version : versions) {
            if (withdrawn.contains(version.report() + "/" + version.version())) {
                continue;
            }
            String study = HexFormat.of().formatHex(version.study());
            Stage stage = Stage.valueOf(version.stage());
            if (stage == Stage.TEMPORARY) {
                due.put(study, Instant.ofEpochMilli(version.signedAt()).plus(mayStand));
            } else if (stage == Stage.REVIEW) {
                due.remove(study);
            }
        }
        return due;
    }
}
