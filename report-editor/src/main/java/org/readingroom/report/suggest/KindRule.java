package org.readingroom.report.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import org.readingroom.report.model.AuthorRole;

/// What the rule file says of one kind of source.
///
/// `years` is how long its user has practised at least, 0 for any time (clause D3). `isReviewed` tells whether its use
/// asks for the signatures of [SuggestionRules#physicians] physicians (clause D2).
record KindRule(Set<AuthorRole> roles, int years, boolean isReviewed) {
    KindRule {
        roles = Set.copyOf(roles);
    }

    /// What the file leaves out is the stricter choice.
    static KindRule of(JsonNode node) {
        Set<AuthorRole> roles = EnumSet.noneOf(AuthorRole.class);
        node.path("roles").forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
        return new KindRule(
                roles,
                node.path("years").asInt(SuggestionRules.YEARS),
                node.path("reviewed").asBoolean(true));
    }
}
