package org.readingroom.report.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;

/// Who may sign what, and when: the policy of one versioned rule file.
///
/// Stages go 实习 → 初诊 → 审核 (clauses B6, B7, B8); the trainee's may be skipped unless the file says
/// otherwise. After review only addenda follow, and they leave every word before them as it was. A
/// machine signs no stage, and a sentence of a machine's is stopped by the check `machine.text`
/// until a person has taken it over (clause D1).
// [impl->req~report.workflow.stages~1]
// [impl->req~report.workflow.rights~1]
public final class SigningRules {
    private final String version;
    private final Map<Stage, StageRule> stages;
    private final boolean traineeStageRequired;
    private final boolean reviewerMayBePrimaryAuthor;

    private SigningRules(JsonNode file) {
        version = file.path("version").asText();
        stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            JsonNode rule = file.path("stages").path(stage.name());
            Set<AuthorRole> roles = new HashSet<>();
            rule.path("roles").forEach(role -> roles.add(AuthorRole.valueOf(role.asText())));
            stages.put(stage, new StageRule(roles, rule.path("licence").asBoolean(true)));
        }
        traineeStageRequired = file.path("traineeStageRequired").asBoolean(false);
        reviewerMayBePrimaryAuthor = file.path("reviewerMayBePrimaryAuthor").asBoolean(false);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put
    /// together wrongly.
    public static SigningRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/signing-1.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of signing is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of signing cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. What it leaves out is read as the stricter choice.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    public static SigningRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        if (!file.path("format").asText().equals("readingroom.signing-rules")
                || file.path("formatVersion").asInt() != 1
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of signing");
        }
        try {
            return new SigningRules(file);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of signing names an unknown role", e);
        }
    }

    /// Names the rule file in every signature made under it.
    public String version() {
        return version;
    }

    /// The stage someone of `roles` would sign next; empty when it is not their turn.
    public Optional<Stage> nextStage(Set<AuthorRole> roles, List<SignedReport> versions) {
        return possible(versions).stream()
                .filter(stage -> {
                    var rights = stages.get(stage);
                    return rights != null && !Collections.disjoint(rights.roles(), roles);
                })
                .findFirst();
    }

    /// Every rule that says no; empty when the signature may be made.
    public List<Refusal> refusals(SigningSituation situation) {
        List<Refusal> refusals = new ArrayList<>();
        order(situation, refusals);
        person(situation, refusals);
        if (situation.stage() == Stage.ADDENDUM) {
            addendum(situation, refusals);
        } else if (!situation.report().section(SectionKind.ADDENDUM).isBlank()) {
            refusals.add(refusal("addendum-after-review"));
        }
        identity(situation, refusals);
        situation.checks().stream()
                .filter(result -> result.severity() == CheckSeverity.BLOCKING)
                .forEach(result -> refusals.add(
                        new Refusal("check." + result.checkId(), result.messageKey(), result.arguments())));
        return refusals;
    }

    private List<Stage> possible(List<SignedReport> versions) {
        if (versions.isEmpty()) {
            return traineeStageRequired ? List.of(Stage.TRAINEE) : List.of(Stage.PRIMARY, Stage.TRAINEE);
        }
        return switch (versions.getLast().act().stage()) {
            case TRAINEE -> List.of(Stage.PRIMARY);
            case PRIMARY -> List.of(Stage.REVIEW);
            case REVIEW, ADDENDUM -> List.of(Stage.ADDENDUM);
        };
    }

    private void order(SigningSituation situation, List<Refusal> refusals) {
        if (!possible(situation.versions()).contains(situation.stage())) {
            refusals.add(refusal("stage-order"));
        }
    }

    // [impl->req~report.workflow.licence~1]
    // [impl->req~report.workflow.second-reader~1]
    private void person(SigningSituation situation, List<Refusal> refusals) {
        Author author = situation.author();
        StageRule rule = stages.get(situation.stage());
        if (rule == null || Collections.disjoint(rule.roles(), author.roles())) {
            refusals.add(refusal("role-right"));
        }
        if (author.roles().contains(AuthorRole.MACHINE)) {
            refusals.add(refusal("machine-never-signs"));
        }
        LocalDate validUntil = author.licenceValidUntil();
        if (rule == null || rule.isLicenceRequired()) {
            if (validUntil == null || author.licenceNumber().isBlank()) {
                refusals.add(refusal("licence-missing"));
            } else if (validUntil.isBefore(situation.today())) {
                refusals.add(refusal("licence-expired", validUntil.toString()));
            }
        }
        boolean wrotePrimary = situation.versions().stream()
                .anyMatch(signed -> signed.act().stage() == Stage.PRIMARY
                        && signed.act().author().userId().equals(author.userId()));
        if (situation.stage() == Stage.REVIEW && wrotePrimary && !reviewerMayBePrimaryAuthor) {
            refusals.add(refusal("reviewer-is-not-primary"));
        }
    }

    // [impl->req~report.workflow.addendum-only~1]
    private static void addendum(SigningSituation situation, List<Refusal> refusals) {
        if (situation.reason().isBlank()) {
            refusals.add(refusal("addendum-reason"));
        }
        if (situation.versions().isEmpty()) {
            return;
        }
        Report before = situation.versions().getLast().report();
        Report now = situation.report();
        boolean wordsKept = before.language() == now.language();
        for (SectionKind kind : SectionKind.values()) {
            wordsKept &= kind == SectionKind.ADDENDUM || before.section(kind).equals(now.section(kind));
        }
        String added = now.text(SectionKind.ADDENDUM);
        String addedBefore = before.text(SectionKind.ADDENDUM).stripTrailing();
        if (!wordsKept || !added.startsWith(addedBefore)) {
            refusals.add(refusal("addendum-adds-only"));
        } else if (added.substring(addedBefore.length()).isBlank()) {
            refusals.add(refusal("addendum-empty"));
        }
    }

    private static void identity(SigningSituation situation, List<Refusal> refusals) {
        for (SignedReport signed : situation.versions()) {
            if (!signed.report().id().equals(situation.report().id())
                    || !signed.report().study().equals(situation.report().study())) {
                refusals.add(refusal("same-report"));
                return;
            }
        }
    }

    private static Refusal refusal(String ruleId, Object... arguments) {
        return new Refusal(ruleId, "report.rule." + ruleId, List.of(arguments));
    }
}
