package org.readingroom.services.reporting;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.quality.Conformity;
import org.readingroom.report.quality.ConformityMark;
import org.readingroom.report.quality.ConformitySource;
import org.readingroom.report.quality.FollowUpItem;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AftercareTable;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.viewer.model.WorkstationException;

/// What became of cases after their reports: whether the diagnosis held, and what is still to be looked
/// after. It only grows; each entry is kept with its audit event, or not at all.
///
/// **Thread:** any but `fx` and `gl`; blocks until it is durable.
public final class Aftercare {
    private final AftercareFiles files;
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;
    private final SignedArchive archive;

    /// `folder` is that of the home.
    Aftercare(Path folder, Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock) {
        this.files = AftercareFiles.in(folder);
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.archive = new SignedArchive(documents, seal);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Whether this person may say if a diagnosis held, by the rule file.
    public boolean mayCompare() {
        return files.mayCompare(Authors.of(user).roles());
    }

    /// Whether the hospital's own rule file cannot be read, so that nobody compares until it is mended.
    public boolean isFileBroken() {
        return files.isBroken();
    }

    /// What comparisons found, oldest first.
    public List<ConformityMark> marks() throws WorkstationException {
        List<ConformityMark> marks = new ArrayList<>();
        for (AftercareTable.Row row : documents.read(AftercareTable::all)) {
            if (row.kind().equals(AftercareKind.COMPARED.name())) {
                marks.add(AftercareJson.mark(row, opened(row)));
            }
        }
        return List.copyOf(marks);
    }

    /// The last mark of each report: the one that holds.
    public Map<ReportId, ConformityMark> standing() throws WorkstationException {
        Map<ReportId, ConformityMark> standing = new LinkedHashMap<>();
        marks().forEach(mark -> standing.put(mark.report(), mark));
        return standing;
    }

    /// Says of a reviewed report whether it held.
    ///
    /// **Errors:** `services.aftercare.` and `not-allowed`, `not-issued`, `in-future` or `no-words`.
    // [impl->req~report.conformity~1]
    public void compare(ReportId report, Conformity verdict, ConformitySource source, LocalDate found, String words)
            throws WorkstationException {
        List<SignedReport> versions = archive.ofReport(report);
        refuseIf(isFileBroken(), "rule-file");
        refuseIf(!mayCompare(), "not-allowed");
        refuseIf(!Stage.isIssued(versions), "not-issued");
        refuseIf(found.isAfter(today()), "in-future");
        refuseIf(ConformityMark.needsWords(verdict) && words.isBlank(), "no-words");
        ConformityMark mark = new ConformityMark(
                report,
                ValidVersions.of(versions).getLast().act().version(),
                verdict,
                source,
                found,
                words.strip(),
                user.id(),
                user.displayName(),
                clock.instant());
        keep(report.value(), AftercareKind.COMPARED, AftercareJson.write(mark), verdict + " " + source);
    }

    /// What is open first, by its day; then what ended, the last first.
    // [impl->req~report.follow-up.list~1]
    public List<FollowUpItem> items() throws WorkstationException {
        Map<String, FollowUpItem> items = new LinkedHashMap<>();
        for (AftercareTable.Row row : documents.read(AftercareTable::all)) {
            switch (AftercareKind.valueOf(row.kind())) {
                case OPENED -> items.put(row.item(), AftercareJson.item(row, opened(row)));
                case DONE, DROPPED -> {
                    FollowUpItem open = items.get(row.item());
                    if (open != null) {
                        items.put(row.item(), open.ended(AftercareJson.end(row, opened(row))));
                    }
                }
                case COMPARED -> {}
            }
        }
        Comparator<FollowUpItem> byDay = Comparator.comparing(FollowUpItem::due);
        List<FollowUpItem> ordered = new ArrayList<>(items.values().stream()
                .filter(FollowUpItem::isOpen)
                .sorted(byDay)
                .toList());
        ordered.addAll(items.values().stream()
                .filter(item -> !item.isOpen())
                .sorted(byDay.reversed())
                .toList());
        return List.copyOf(ordered);
    }

    /// **Errors:** `services.aftercare.past-day` or `no-what`.
    // [impl->req~report.follow-up.kept~1]
    public void open(StudyIdentity study, LocalDate due, String what) throws WorkstationException {
        refuseIf(due.isBefore(today()), "past-day");
        refuseIf(what.isBlank(), "no-what");
        String day =
                study.studyTime() == null ? "" : study.studyTime().toLocalDate().toString();
        FollowUpItem item = new FollowUpItem(
                UUID.randomUUID().toString(),
                study.study(),
                String.join(
                        " · ",
                        study.patient().name().display(),
                        study.patient().id().value(),
                        study.modality(),
                        day),
                due,
                what.strip(),
                user.id(),
                user.displayName(),
                clock.instant(),
                null);
        keep(item.id(), AftercareKind.OPENED, AftercareJson.write(item), "");
    }

    /// Ends an item: it was done, or is no longer wanted for the reason in `words`.
    ///
    /// **Errors:** `services.aftercare.no-reason` or `ended`.
    // [impl->req~report.follow-up.kept~1]
    public void end(String item, boolean isDone, String words) throws WorkstationException {
        refuseIf(!isDone && words.isBlank(), "no-reason");
        Instant now = clock.instant();
        FollowUpItem.End end = new FollowUpItem.End(isDone, words.strip(), user.id(), user.displayName(), now);
        keep(item, isDone ? AftercareKind.DONE : AftercareKind.DROPPED, AftercareJson.write(end), "");
    }

    /// `detail` holds codes alone, no words of a person.
    private void keep(String item, AftercareKind kind, byte[] body, String detail) throws WorkstationException {
        String id = UUID.randomUUID().toString();
        AuditTable.Row head = documents.write(t -> {
            if (kind == AftercareKind.DONE || kind == AftercareKind.DROPPED) {
                refuseIf(!AftercareTable.kinds(t, item).equals(List.of(AftercareKind.OPENED.name())), "ended");
            }
            AuditTable.Row event = audit.appendIn(
                    t,
                    Action.EXECUTE,
                    "aftercare." + kind.name().toLowerCase(java.util.Locale.ROOT),
                    item,
                    Outcome.SUCCESS,
                    detail);
            AftercareTable.insert(
                    t,
                    new AftercareTable.Row(
                            id,
                            item,
                            kind.name(),
                            user.id(),
                            clock.instant().toEpochMilli(),
                            event.sequence(),
                            seal.seal(body, context(id, item, kind.name()))));
            return event;
        });
        audit.publish(head);
    }

    private byte[] opened(AftercareTable.Row row) throws WorkstationException {
        return seal.open(row.body(), context(row.id(), row.item(), row.kind()));
    }

    private static void refuseIf(boolean isWrong, String why) throws WorkstationException {
        if (isWrong) {
            throw new WorkstationException("services.aftercare." + why, "refused: " + why);
        }
    }

    private static SealContext context(String id, String item, String kind) {
        return new SealContext("aftercare", "body", kind + '/' + item + '/' + id);
    }
}
