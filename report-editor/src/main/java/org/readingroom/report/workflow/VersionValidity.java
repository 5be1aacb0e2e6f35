package org.readingroom.report.workflow;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;

/// How a signed version stands to the one that counts now.
///
/// **Source:** clause B18: of a report one version holds, and what it took the place of says so.
// [impl->req~report.copy.validity~1]
public sealed interface VersionValidity {
    DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// The last of those that hold, and nobody sent it back.
    record Valid() implements VersionValidity {}

    /// `by` came after it, and may be the one in force.
    record Superseded(SignedReport version, SignedReport by, VersionInForce now) implements VersionValidity {}

    /// A temporary report that the ward still goes by, while `last` is on its way to a formal one, sent back or not.
    record Overtaken(SignedReport version, SignedReport last, Optional<CourseAct> returned)
            implements VersionValidity {}

    /// The last one, which is to be written again.
    record Returned(SignedReport version, CourseAct act) implements VersionValidity {}

    /// A new reading, which is valid with its review only: that is a version of its own.
    record Reread(SignedReport version, SignedReport current) implements VersionValidity {}

    /// Taken back before it reached the hospital.
    record Withdrawn(SignedReport version, VersionInForce now) implements VersionValidity {}

    /// `course` is that of the versions that hold.
    static VersionValidity of(SignedReport version, ReportCourse course) {
        List<SignedReport> holding = course.versions();
        VersionInForce now = VersionInForce.of(course);
        int at = holding.indexOf(version);
        if (at < 0) {
            return new Withdrawn(version, now);
        }
        List<SignedReport> valid = ValidVersions.of(holding);
        if (version.act().stage() == Stage.REREAD) {
            return new Reread(version, valid.getLast());
        }
        if (at == valid.size() - 1) {
            return now.returned().isPresent()
                    ? new Returned(version, now.returned().get())
                    : new Valid();
        }
        return course.temporary().filter(version::equals).isPresent()
                ? new Overtaken(version, holding.getLast(), now.returned())
                : new Superseded(version, next(valid, at), now);
    }

    private static SignedReport next(List<SignedReport> valid, int at) {
        return valid.stream()
                .skip(at + 1)
                .filter(one -> one.act().stage() != Stage.REREAD)
                .findFirst()
                .orElseThrow();
    }

    default boolean isValid() {
        return this instanceof Valid;
    }

    /// In one word, for programs.
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /// In a few words that nobody overlooks; empty when it is valid.
    default String heading(Messages words) {
        return switch (this) {
            case Valid() -> "";
            case Overtaken overtaken -> words.get("report.validity.not-newest");
            case Returned returned -> words.get("report.validity.not-in-force");
            case Reread reread -> words.get("report.validity.not-in-force");
            case Superseded superseded -> words.get("report.validity.void");
            case Withdrawn withdrawn -> words.get("report.validity.void");
        };
    }

    /// What became of it; empty when it is valid. Times are shown in `zone`.
    default String told(Messages words, ZoneId zone) {
        return switch (this) {
            case Valid() -> "";
            case Superseded(SignedReport version, SignedReport by, VersionInForce now) ->
                words.get(
                        "report.validity.superseded",
                        version.act().version(),
                        stage(version, words),
                        MINUTE.format(by.act().signedAt().atZone(zone)),
                        by.act().version(),
                        stage(by, words),
                        now.told(words, zone));
            case Overtaken(SignedReport version, SignedReport last, Optional<CourseAct> returned) ->
                returned.map(act -> words.get(
                                "report.validity.overtaken-returned",
                                version.act().version(),
                                last.act().version(),
                                stage(last, words),
                                MINUTE.format(act.at().atZone(zone))))
                        .orElseGet(() -> words.get(
                                "report.validity.overtaken",
                                version.act().version(),
                                last.act().version(),
                                stage(last, words)));
            case Returned(SignedReport version, CourseAct act) ->
                words.get(
                        "report.validity.returned",
                        version.act().version(),
                        stage(version, words),
                        MINUTE.format(act.at().atZone(zone)));
            case Reread(SignedReport version, SignedReport current) ->
                words.get(
                        "report.validity.reread",
                        version.act().version(),
                        stage(version, words),
                        current.act().version());
            case Withdrawn(SignedReport version, VersionInForce now) ->
                words.get(
                        "report.validity.withdrawn",
                        version.act().version(),
                        stage(version, words),
                        now.told(words, zone));
        };
    }

    private static String stage(SignedReport version, Messages words) {
        SigningAct act = version.act();
        Stage stage = act.stage();
        return words.get(stage.messageKey());
    }
}
