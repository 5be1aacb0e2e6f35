package org.readingroom.desktop.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.workflow.ActRules;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.ReportCourse;
import org.readingroom.report.workflow.SigningRules;

/// The course of a report in words.
public final class CourseWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private record Line(Instant at, int version, String said) {}

    private final Words words;
    private final ZoneId zone;

    public CourseWords(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// Where it stands now, and what has not come back of what it took the place of.
    public String standing(ReportCourse course, SigningRules rules, Instant now) {
        String outstanding = outstanding(course, rules);
        String stands = stands(course, rules.temporaryFor(), now);
        return outstanding.isEmpty() ? stands : stands + "  ·  " + outstanding;
    }

    /// `temporaryFor` is how long a temporary report may stand alone, which is said as long as it does.
    private String stands(ReportCourse course, Duration temporaryFor, Instant now) {
        Optional<String> temporary = course.temporary().map(one -> temporary(one, temporaryFor, now));
        Optional<String> last = decides(course)
                .map(this::said)
                .or(() -> course.last()
                        .filter(one -> one.act().stage() != Stage.TEMPORARY)
                        .map(this::signed));
        Optional<String> reread = course.isBeingReread() ? Optional.of(rereading(course)) : Optional.empty();
        return Stream.of(last, reread, temporary)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "  ·  " + other)
                .orElse(words.get("desktop.stage.none"));
    }

    // [impl->req~report.workflow.reread-valid~1]
    private String rereading(ReportCourse course) {
        return words.get(
                course.returned().isPresent() ? "desktop.stage.rereading-returned" : "desktop.stage.rereading",
                course.versions().getLast().act().version(),
                ValidVersions.of(course.versions()).getLast().act().version());
    }

    // [impl->req~report.workflow.temporary~1]
    private String temporary(SignedReport version, Duration temporaryFor, Instant now) {
        Instant due = version.act().signedAt().plus(temporaryFor);
        return words.get(
                due.isBefore(now) ? "desktop.stage.temporary-late" : "desktop.stage.temporary",
                version.act().author().displayName(),
                version.act().version(),
                MINUTE.format(due.atZone(zone)));
    }

    private String signed(SignedReport version) {
        return words.get(
                "desktop.stage.signed",
                words.get(version.act().stage().messageKey()),
                version.act().author().displayName(),
                version.act().version());
    }

    /// Whether somebody has to do something about it that they may not expect.
    public boolean needsAttention(ReportCourse course, SigningRules rules) {
        return decides(course).isPresent()
                || course.temporary().isPresent()
                || course.isBeingReread()
                || !outstanding(course, rules).isEmpty();
    }

    /// Whose old copies are not back, and whether the family was not told, once a report was given out anew.
    // [impl->req~report.workflow.outstanding~1]
    private String outstanding(ReportCourse course, SigningRules rules) {
        if (course.reissued().isEmpty()) {
            return "";
        }
        List<String> lacks = new ArrayList<>();
        List<String> out = rules.acts().recallFrom().stream()
                .filter(one -> !course.recalled().contains(one))
                .map(one -> words.get(ActRules.recallFromKey(one)))
                .toList();
        if (!out.isEmpty()) {
            lacks.add(words.get("desktop.stage.not-recalled", String.join(" · ", out)));
        }
        if (!course.isFamilyTold()) {
            lacks.add(words.get("desktop.stage.not-told"));
        }
        return String.join("  ", lacks);
    }

    private static Optional<CourseAct> decides(ReportCourse course) {
        return Stream.of(course.returned(), course.asked(), course.requested(), course.granted())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// Everything that was signed and done, oldest first.
    public String history(ReportCourse course) {
        List<Line> lines = new ArrayList<>();
        for (SignedReport version : course.versions()) {
            String said = signed(version) + validity(version, course);
            lines.add(new Line(
                    version.act().signedAt(),
                    version.act().version(),
                    version.act().reason().isBlank()
                            ? said
                            : said + "  " + version.act().reason()));
        }
        course.acts().forEach(act -> lines.add(new Line(act.at(), act.version(), said(act))));
        StringBuilder text = new StringBuilder();
        lines.stream()
                // what was done about a version comes after it and before the next: clocks of signatures know only
                // seconds
                .sorted(Comparator.comparingInt(Line::version))
                .forEach(line -> text.append(TIME.format(line.at.atZone(zone)))
                        .append("  ")
                        .append(line.said)
                        .append('\n'));
        return text.toString();
    }

    /// Which version counts, once there is one that may be looked at as valid; a new reading counts with its review,
    /// which is a version of its own.
    private String validity(SignedReport version, ReportCourse course) {
        if (!Stage.isIssued(course.versions())) {
            return "";
        }
        if (version.act().stage() == Stage.REREAD) {
            return "  " + words.get("desktop.stage.never-valid");
        }
        int last = ValidVersions.of(course.versions()).getLast().act().version();
        return "  "
                + (version.act().version() == last
                        ? words.get("desktop.stage.valid")
                        : words.get("desktop.stage.replaced", last));
    }

    /// What the words of an act are to tell.
    public static String promptKey(CourseAct.Kind kind) {
        return switch (kind) {
            case COPY_RECALLED -> "desktop.stage.receipt";
            case FAMILY_TOLD -> "desktop.stage.told";
            default -> "desktop.stage.why";
        };
    }

    /// Every rule that said no, each once.
    public String refused(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal ->
                        words.get(refusal.messageKey(), refusal.arguments().toArray()))
                .distinct()
                .collect(Collectors.joining("  "));
    }

    private String said(CourseAct act) {
        StringBuilder said = new StringBuilder(
                words.get("desktop.stage.act", words.get(act.kind().messageKey()), act.name(), act.version()));
        if (!act.toName().isBlank()) {
            said.append(" → ").append(act.toName());
        }
        if (!act.code().isBlank()) {
            said.append("  ").append(code(act));
        }
        return act.words().isBlank()
                ? said.toString()
                : said.append("  ").append(act.words()).toString();
    }

    private String code(CourseAct act) {
        return act.kind() == CourseAct.Kind.CHANGE_GRANTED
                ? words.get(Stage.valueOf(act.code()).messageKey())
                : words.get(ActRules.returnReasonKey(act.code()));
    }
}
