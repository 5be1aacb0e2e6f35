package org.readingroom.report.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;

/// Who may sign one stage or do one act, whether a valid licence is asked for, and how many years of
/// practice.
record StageRule(Set<AuthorRole> roles, boolean isLicenceRequired, int years) {
    StageRule {
        roles = Set.copyOf(roles);
    }

    /// What a file leaves out nobody may do.
    static StageRule read(JsonNode rule) {
        Set<AuthorRole> roles = new HashSet<>();
        rule.path("roles").forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
        return new StageRule(
                roles, rule.path("licence").asBoolean(true), rule.path("years").asInt(0));
    }

    boolean isFor(Set<AuthorRole> someone) {
        return !Collections.disjoint(roles, someone);
    }

    boolean isFor(Author author) {
        return isFor(author.roles());
    }
}
