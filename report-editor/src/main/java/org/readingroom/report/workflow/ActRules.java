package org.readingroom.report.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct.Kind;

/// Who may do what about a signed version beside signing, and when.
// [impl->req~report.workflow.acts~1]
public final class ActRules {
    private static final Refusal ROLE = new Refusal("role-right", "report.rule.act-role", List.of());

    private final Map<Kind, StageRule> rules = new EnumMap<>(Kind.class);

    /// Who sends a version back is one who would sign the next.
    private final Map<Stage, StageRule> returners = new EnumMap<>(Stage.class);

    private final List<String> returnReasons;
    private final List<String> recallFrom;
    private final boolean grantorMayBeRequester;

    ActRules(JsonNode file) {
        for (Kind kind : Kind.values()) {
            rules.put(kind, StageRule.read(file.path("acts").path(kind.name())));
        }
        returners.put(Stage.TRAINEE, StageRule.read(file.path("stages").path(Stage.PRIMARY.name())));
        returners.put(Stage.PRIMARY, StageRule.read(file.path("stages").path(Stage.REVIEW.name())));
        returners.put(Stage.REREAD, StageRule.read(file.path("stages").path(Stage.AMENDMENT.name())));
        returnReasons = texts(file.path("returnReasons"));
        recallFrom = texts(file.path("recallFrom"));
        grantorMayBeRequester = file.path("grantorMayBeRequester").asBoolean(false);
    }

    /// The codes of why a version may be sent back.
    public List<String> returnReasons() {
        return returnReasons;
    }

    /// The words of such a code, in the `report` bundle.
    public static String returnReasonKey(String code) {
        return "report.return-reason." + code;
    }

    /// The words of one whose copy is recalled.
    public static String recallFromKey(String code) {
        return "report.recall-from." + code;
    }

    /// Whose copies are to be recalled when a report is given out anew.
    public List<String> recallFrom() {
        return recallFrom;
    }

    /// What `author` may do now, whatever its words.
    public List<Kind> possible(ReportCourse course, Author author, LocalDate today) {
        return Arrays.stream(Kind.values())
                .filter(kind -> hindrances(kind, course, author, today).isEmpty())
                .toList();
    }

    /// What could be done now, but not by `author`, with every rule that says so.
    public Map<Kind, List<Refusal>> forbidden(ReportCourse course, Author author, LocalDate today) {
        Map<Kind, List<Refusal>> forbidden = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<Refusal> hindrances = hindrances(kind, course, author, today);
            boolean isItsTime =
                    hindrances.stream().noneMatch(one -> one.ruleId().equals("act-not-now"));
            if (isItsTime && !hindrances.isEmpty()) {
                forbidden.put(kind, hindrances);
            }
        }
        return forbidden;
    }

    private List<Refusal> hindrances(Kind kind, ReportCourse course, Author author, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        person(kind, author, today, refusals);
        turn(kind, course, author, refusals);
        return List.copyOf(refusals);
    }

    /// Every rule that says no to `act` of `author`; empty when it may be done.
    public List<Refusal> refusals(CourseAct act, ReportCourse course, Author author, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        person(act.kind(), author, today, refusals);
        turn(act.kind(), course, author, refusals);
        if (about(act.kind(), course)
                        .filter(version -> version.digest().equals(act.digest()))
                        .isEmpty()
                || !act.userId().equals(author.userId())) {
            refusals.add(Refusal.of("act-not-now"));
        }
        switch (act.kind()) {
            case RETURNED -> {
                if (!returnReasons.contains(act.code())) {
                    refusals.add(Refusal.of("act-code"));
                }
                needsWords(act, refusals);
            }
            case CONSULTATION_ASKED -> {
                if (act.to().isBlank() || act.to().equals(author.userId())) {
                    refusals.add(Refusal.of("act-to-another"));
                }
                needsWords(act, refusals);
            }
            case CHANGE_GRANTED -> {
                if (!act.code().equals(Stage.CORRECTION.name()) && !act.code().equals(Stage.AMENDMENT.name())) {
                    refusals.add(Refusal.of("act-code"));
                }
                needsWords(act, refusals);
            }
            case CHANGE_REQUESTED, CHANGE_DENIED, WITHDRAWN, FAMILY_TOLD -> needsWords(act, refusals);
            case COPY_RECALLED -> {
                if (act.to().isBlank() || course.recalled().contains(act.to())) {
                    refusals.add(Refusal.of("act-to-recall"));
                }
                needsWords(act, refusals);
            }
        }
        return refusals;
    }

    /// The version that `kind` is done about: copies are recalled, and the family is told, of the one that took the
    /// place of another, whatever was added to it since.
    public static Optional<SignedReport> about(Kind kind, ReportCourse course) {
        return kind.isDeciding() ? course.last() : course.reissued();
    }

    private void person(Kind kind, Author author, LocalDate today, List<Refusal> refusals) {
        StageRule rule = rules.get(kind);
        if (rule != null) {
            List<Refusal> rights = new ArrayList<>();
            PersonRules.rights(rule, author, today, rights);
            // an act is no stage
            rights.replaceAll(one -> one.ruleId().equals("role-right") ? ROLE : one);
            refusals.addAll(rights);
        }
    }

    private void turn(Kind kind, ReportCourse course, Author author, List<Refusal> refusals) {
        Optional<Stage> reached = course.reached();
        boolean isOpen = course.last().isPresent()
                && course.returned().isEmpty()
                && course.asked().isEmpty()
                && course.requested().isEmpty()
                && course.granted().isEmpty();
        boolean isIssued = StageOrder.isIssued(course) && !course.isBeingReread();
        boolean isTurn = switch (kind) {
            case RETURNED ->
                isOpen && !isIssued && reached.filter(returners::containsKey).isPresent();
            case CONSULTATION_ASKED -> isOpen && (isIssued || reached.equals(Optional.of(Stage.PRIMARY)));
            case CHANGE_REQUESTED -> isOpen && isIssued;
            case CHANGE_GRANTED, CHANGE_DENIED -> course.requested().isPresent();
            case WITHDRAWN ->
                course.asked().isPresent()
                                && (isOwn(course.asked(), author)
                                        || author.roles().contains(AuthorRole.SENIOR))
                        || isOwn(course.requested(), author)
                        || course.granted().isPresent();
            case COPY_RECALLED ->
                course.reissued().isPresent() && !course.recalled().containsAll(recallFrom);
            case FAMILY_TOLD -> course.reissued().isPresent() && !course.isFamilyTold();
        };
        if (!isTurn) {
            refusals.add(Refusal.of("act-not-now"));
        }
        if (kind == Kind.RETURNED
                && isTurn
                && reached.map(returners::get)
                        .filter(rule -> rule.isFor(author))
                        .isEmpty()
                && !refusals.contains(ROLE)) {
            refusals.add(ROLE);
        }
        if (kind == Kind.RETURNED
                && course.last().filter(last -> isOf(last, author)).isPresent()) {
            refusals.add(Refusal.of("return-own"));
        }
        if ((kind == Kind.CHANGE_GRANTED || kind == Kind.CHANGE_DENIED)
                && isOwn(course.requested(), author)
                && !grantorMayBeRequester) {
            refusals.add(Refusal.of("grantor-is-not-requester"));
        }
    }

    private static boolean isOwn(Optional<CourseAct> act, Author author) {
        return act.filter(one -> one.userId().equals(author.userId())).isPresent();
    }

    private static boolean isOf(SignedReport version, Author author) {
        return version.act().author().userId().equals(author.userId());
    }

    private static void needsWords(CourseAct act, List<Refusal> refusals) {
        if (act.words().isBlank()) {
            refusals.add(Refusal.of("act-words"));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
