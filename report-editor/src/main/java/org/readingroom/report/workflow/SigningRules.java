package org.readingroom.report.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;

/// Who may sign what, and when: the policy of one versioned rule file, for the course of one report.
///
/// Stages go 实习 → 初诊 → 审核 (clauses B6, B7, B8); the trainee's may be skipped unless the file says
/// otherwise. [StageOrder] draws all of them. A machine signs no stage, and a sentence of a machine's
/// is stopped by the check `machine.text` until a person has taken it over (clause D1).
// [impl->req~report.workflow.stages~1]
// [impl->req~report.workflow.rights~1]
public final class SigningRules {
    private static final Set<Stage> REISSUES = EnumSet.of(Stage.CORRECTION, Stage.REREAD, Stage.AMENDMENT);

    private final String version;
    private final Map<Stage, StageRule> stages;
    private final StageOrder order;
    private final PersonRules persons;
    private final ActRules actRules;
    private final Duration temporaryFor;
    private final List<CourseAct> acts;

    private SigningRules(JsonNode file) {
        version = file.path("version").asText();
        stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, StageRule.read(file.path("stages").path(stage.name())));
        }
        if (!file.path("stages").has(Stage.REREAD.name())) {
            // any physician who may write a report may write it anew
            stages.put(Stage.REREAD, rule(Stage.PRIMARY));
        }
        order = new StageOrder(file.path("traineeStageRequired").asBoolean(false), isRereadReviewed(file));
        JsonNode suggestion = file.path("suggestion");
        persons = new PersonRules(
                file.path("reviewerMayBePrimaryAuthor").asBoolean(false),
                file.path("reissuerMayBeGrantor").asBoolean(false),
                suggestion.path("physicians").asInt(2),
                suggestion.path("years").asInt(5));
        actRules = new ActRules(file);
        temporaryFor = Duration.ofMinutes(file.path("temporaryMinutes").asInt(0));
        acts = List.of();
    }

    /// How many sign a new reading before it holds: a file of before that was asked means both.
    // [impl->req~report.workflow.reread~1]
    private static boolean isRereadReviewed(JsonNode file) {
        JsonNode signatures = file.path("rereadSignatures");
        if (signatures.isMissingNode()) {
            return true;
        }
        if (!signatures.isIntegralNumber() || signatures.intValue() < 1 || signatures.intValue() > 2) {
            throw new IllegalArgumentException("a new reading takes one signature or two");
        }
        return signatures.intValue() == 2;
    }

    private SigningRules(SigningRules rules, List<CourseAct> acts) {
        version = rules.version;
        stages = rules.stages;
        order = rules.order;
        persons = rules.persons;
        actRules = rules.actRules;
        temporaryFor = rules.temporaryFor;
        this.acts = List.copyOf(acts);
    }

    /// The rule file that ships with the program.
    ///
    /// **Errors:** [IllegalStateException] when it is missing or broken: the program was put
    /// together wrongly.
    public static SigningRules shipped() {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/signing-3.json")) {
            if (stream == null) {
                throw new IllegalStateException("rule file of signing is missing");
            }
            return read(stream);
        } catch (IOException e) {
            throw new IllegalStateException("rule file of signing cannot be read", e);
        }
    }

    /// Reads a hospital's own rule file. What it leaves out is read as the stricter choice, so that a
    /// file of the first form lets nobody do what only the second knows.
    ///
    /// **Errors:** [IOException] when it is no rule file of a version we know.
    // [impl->req~report.workflow.rule-file~1]
    public static SigningRules read(InputStream stream) throws IOException {
        JsonNode file = JsonMapper.builder().build().readTree(stream);
        int form = file.path("formatVersion").asInt();
        if (!file.path("format").asText().equals("readingroom.signing-rules")
                || form < 1
                || form > 2
                || file.path("version").asText().isBlank()) {
            throw new IOException("not a rule file of signing");
        }
        try {
            return new SigningRules(file);
        } catch (IllegalArgumentException e) {
            throw new IOException("rule file of signing says what is not known", e);
        }
    }

    /// The same rules for a report about whose versions `newActs` were done, oldest first.
    public SigningRules following(List<CourseAct> newActs) {
        return new SigningRules(this, newActs);
    }

    /// Names the rule file in every signature made under it.
    public String version() {
        return version;
    }

    /// What may be done beside signing.
    public ActRules acts() {
        return actRules;
    }

    /// Whether someone of `roles` may give an opinion when asked.
    public boolean mayConsult(Set<AuthorRole> roles) {
        return rule(Stage.CONSULTATION).isFor(roles);
    }

    /// How long a temporary report may stand alone.
    public Duration temporaryFor() {
        return temporaryFor;
    }

    /// The course that these rules follow, with its `versions`.
    public ReportCourse course(List<SignedReport> versions) {
        return new ReportCourse(versions, acts);
    }

    /// Which physicians have signed what a program suggested in `report`; nothing when nothing of it was suggested.
    public Optional<SuggestionSigners> suggestionSigners(Report report, List<SignedReport> versions) {
        return SuggestionSigners.suggested(report).isEmpty()
                ? Optional.empty()
                : Optional.of(persons.signers(report, course(versions)));
    }

    /// The stage someone of `roles` would sign next; empty when it is not their turn.
    public Optional<Stage> nextStage(Set<AuthorRole> roles, List<SignedReport> versions) {
        return open(roles, versions).stream().filter(SigningRules::isUsual).findFirst();
    }

    /// The stage `author` would sign next; empty when it is not their turn. Temporary reports and
    /// countersignatures are nobody's turn: a person chooses them.
    public Optional<Stage> nextStage(Author author, List<SignedReport> versions) {
        return stages(author, versions).stream().filter(SigningRules::isUsual).findFirst();
    }

    /// Every stage `author` may sign now, the usual one first. Who was not asked has no turn in a
    /// consultation, who signed does not countersign, and who wrote a new reading
    /// does not review it.
    public List<Stage> stages(Author author, List<SignedReport> versions) {
        ReportCourse course = course(versions);
        return open(author.roles(), versions).stream()
                .filter(stage -> stage != Stage.CONSULTATION
                        || course.asked()
                                .filter(asked -> asked.to().equals(author.userId()))
                                .isPresent())
                .filter(stage -> stage != Stage.COUNTERSIGNATURE
                        || versions.stream()
                                .noneMatch(one -> one.act().author().userId().equals(author.userId())))
                .filter(stage -> stage != Stage.AMENDMENT || !PersonRules.isReader(author, course))
                .toList();
    }

    private static boolean isUsual(Stage stage) {
        return stage != Stage.TEMPORARY && stage != Stage.COUNTERSIGNATURE;
    }

    private List<Stage> open(Set<AuthorRole> roles, List<SignedReport> versions) {
        return order.possible(course(versions)).stream()
                .filter(stage -> rule(stage).isFor(roles))
                .toList();
    }

    private StageRule rule(Stage stage) {
        return Objects.requireNonNull(stages.get(stage));
    }

    /// Every rule that says no; empty when the signature may be made.
    public List<Refusal> refusals(SigningSituation situation) {
        List<Refusal> refusals = new ArrayList<>();
        ReportCourse course = course(situation.versions());
        if (!order.possible(course).contains(situation.stage())) {
            refusals.add(Refusal.of("stage-order"));
        }
        persons.check(rule(situation.stage()), situation, course, refusals);
        WordRules.check(situation, refusals);
        identity(situation, refusals);
        situation.checks().stream()
                .filter(result -> result.severity() == CheckSeverity.BLOCKING)
                .forEach(result -> refusals.add(
                        new Refusal("check." + result.checkId(), result.messageKey(), result.arguments())));
        return refusals;
    }

    /// A granted change may put the identity right, wholly and to what the study has now, but never makes it another
    /// study's report.
    // [impl->req~report.workflow.reissue-identity~1]
    private static void identity(SigningSituation situation, List<Refusal> refusals) {
        if (situation.versions().isEmpty()) {
            return;
        }
        Report last = situation.versions().getLast().report();
        StudyIdentity now = situation.report().study();
        boolean isReissue = REISSUES.contains(situation.stage());
        boolean isSame = last.id().equals(situation.report().id())
                && (isReissue
                        ? last.study().study().equals(now.study())
                        : last.study().equals(now));
        if (!isSame) {
            refusals.add(Refusal.of("same-report"));
        } else if (!now.equals(last.study()) && !now.equals(situation.present())) {
            refusals.add(Refusal.of("reissue-identity"));
        }
    }
}
