package org.readingroom.report.workflow;

import java.util.Set;
import org.readingroom.report.model.AuthorRole;

/// Who may sign one stage, and whether a valid licence is asked for.
record StageRule(Set<AuthorRole> roles, boolean isLicenceRequired) {
    StageRule {
        roles = Set.copyOf(roles);
    }
}
