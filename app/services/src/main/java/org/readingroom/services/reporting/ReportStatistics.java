package org.readingroom.services.reporting;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.critical.CriticalTime;
import org.readingroom.report.critical.CriticalTimes;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.GradedImages;
import org.readingroom.report.quality.ImageGrades;
import org.readingroom.report.statistics.Period;
import org.readingroom.report.statistics.ReportFact;
import org.readingroom.report.statistics.StatisticsRules;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What statistics count of the reports that were signed in this home.
///
/// **Thread:** `io`; blocks. An interrupt gives a question up.
public final class ReportStatistics {
    private static final Logger LOG = LoggerFactory.getLogger(ReportStatistics.class);

    private final Database documents;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;
    private final StatisticsFiles files;
    private final CriticalTimes critical;
    private final ImageGrades grades;
    private final Aftercare aftercare;
    private final SignedArchive archive;
    private final Outbox outbox;

    ReportStatistics(
            Path folder,
            Database documents,
            Seal seal,
            AuditTrail audit,
            User user,
            InstantSource clock,
            CriticalTimes critical,
            ImageGrades grades,
            Aftercare aftercare) {
        this.documents = documents;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.files = StatisticsFiles.in(folder);
        this.critical = critical;
        this.grades = grades;
        this.aftercare = aftercare;
        this.archive = new SignedArchive(documents, seal);
        this.outbox = new Outbox(documents, seal);
    }

    /// What was counted `at` some moment. `unreadable` reports of the period could not be opened and are in
    /// no figure.
    public record Counted(
            Period period,
            List<ReportFact> facts,
            List<CriticalTime> critical,
            List<GradedImages> grades,
            int unreadable,
            Instant at) {
        public Counted {
            facts = List.copyOf(facts);
            critical = List.copyOf(critical);
            grades = List.copyOf(grades);
        }
    }

    public StatisticsRules rules() {
        return files.rules();
    }

    /// Whether the hospital's own rule file cannot be read, so that what was shipped holds.
    public boolean isFileBroken() {
        return files.isBroken();
    }

    public Instant now() {
        return clock.instant();
    }

    // [impl->req~report.statistics.rules~1]
    public boolean mayLook() {
        return rules().mayLook(user.roles().stream().map(Role::name).collect(Collectors.toSet()));
    }

    /// Counts the reports whose first version was signed in `period`, of versions that hold; looking is
    /// audited.
    ///
    /// **Errors:** `services.statistics.not-allowed`; those of the store.
    // [impl->req~report.statistics.read~1]
    public Counted count(Period period, StudyOrders orders) throws WorkstationException {
        if (!mayLook()) {
            WorkstationException refused =
                    new WorkstationException("services.statistics.not-allowed", "statistics are not for this role");
            audit.appendFailure(Action.READ, "report.statistics", null, refused);
            throw refused;
        }
        Map<String, ReportWay> ways = ways(period);
        Map<String, Integer> returns = returns();
        Map<ReportId, ConformityMark> compared = aftercare.standing();
        List<ReportFact> facts = new ArrayList<>();
        int unreadable = 0;
        for (ReportWay way : ways.values()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("statistics were given up");
            }
            try {
                facts.add(fact(way, returns, compared, orders, period.zone()));
            } catch (WorkstationException e) {
                LOG.warn("a report is in no statistics: {}", e.getMessage());
                unreadable++;
            }
        }
        audit.append(Action.READ, "report.statistics", null, Outcome.SUCCESS, period.first() + " " + period.last());
        return new Counted(
                period,
                facts,
                critical.discoveredBetween(period.from(), period.until()),
                grades.gradedBetween(period.from(), period.until()),
                unreadable,
                clock.instant());
    }

    private Map<String, ReportWay> ways(Period period) throws WorkstationException {
        Set<String> withdrawn = outbox.withdrawn();
        Map<String, ReportWay> ways = new LinkedHashMap<>();
        for (VersionTable.Row row : documents.read(VersionTable::all)) {
            if (!withdrawn.contains(row.report() + "/" + row.version())) {
                ways.computeIfAbsent(row.report(), report -> new ReportWay(row)).add(row);
            }
        }
        ways.values().removeIf(way -> !period.contains(way.firstSigned()));
        return ways;
    }

    /// How often each version was sent back, by its digest.
    private Map<String, Integer> returns() throws WorkstationException {
        Map<String, Integer> returns = new HashMap<>();
        for (CourseTable.Row act : documents.read(CourseTable::all)) {
            if (act.kind().equals(CourseAct.Kind.RETURNED.name())) {
                returns.merge(act.digest(), 1, Integer::sum);
            }
        }
        return returns;
    }

    private ReportFact fact(
            ReportWay way,
            Map<String, Integer> returns,
            Map<ReportId, ConformityMark> compared,
            StudyOrders orders,
            ZoneId zone)
            throws WorkstationException {
        Report report = archive.opened(way.last()).report();
        StudyIdentity study = report.study();
        ConformityMark mark = compared.get(report.id());
        return new ReportFact(
                study.modality(),
                study.bodyPart(),
                orders.urgency(study, HexFormat.of().formatHex(way.last().study())),
                orders.ordered(study),
                arrived(study.studyTime(), zone),
                way.firstSigned(),
                way.temporary(),
                way.issued(),
                report.conclusion(),
                way.digests().stream()
                        .mapToInt(digest -> returns.getOrDefault(digest, 0))
                        .sum(),
                way.isCorrected(),
                way.isByTrainee(),
                mark == null ? null : mark.verdict());
    }

    /// A study that names its day alone is read as midnight: no time to count from.
    private static @Nullable Instant arrived(@Nullable LocalDateTime time, ZoneId zone) {
        return time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? null
                : time.atZone(zone).toInstant();
    }
}
