package org.readingroom.services.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.identity.UserDirectory;
import org.readingroom.services.ris.Order;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.CourseTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.services.store.StudyNoteTable;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The worklist: the studies of this home with what has become of each.
///
/// **Thread:** any but `fx` and `gl`.
// [impl->req~worklist.items~1]
public final class WorklistService {
    private static final Comparator<WorklistItem> URGENT_THEN_NEWEST = Comparator.comparing(WorklistItem::priority);

    private record Reached(ReadingState state, Instant at, String userId) {}

    private final StudyStore studies;
    private final OrderStore orders;
    private final Database documents;
    private final Outbox outbox;
    private final UserDirectory users;
    private final Seal seal;
    private final SurvivingPatients survivors;
    private final Pinyin pinyin = new Pinyin();
    private final Map<StudyUid, String> keys = new ConcurrentHashMap<>();

    public WorklistService(
            StudyStore studies,
            OrderStore orders,
            Database documents,
            Outbox outbox,
            UserDirectory users,
            Seal seal,
            PatientLinks links) {
        this.survivors = new SurvivingPatients(links);
        this.studies = studies;
        this.orders = orders;
        this.documents = documents;
        this.outbox = outbox;
        this.users = users;
        this.seal = seal;
    }

    /// Every item: urgent before routine, then newest first.
    public List<WorklistItem> items() throws WorkstationException {
        Map<String, Reached> reached = reached();
        Map<String, ReadingPriority> priorities = priorities();
        Map<String, String> names = new HashMap<>();
        Map<String, String> logins = new HashMap<>();
        List<User> people = users.users();
        for (User user : people) {
            names.put(user.id(), user.displayName());
            logins.put(user.id(), user.loginName());
        }
        Map<String, Set<String>> signers = signers(logins);
        AwaitedActs awaited = new AwaitedActs(documents, new CourseActs(documents, seal), outbox.withdrawn(), people);
        Map<String, Instant> formalDue = StandingTemporaries.due(documents.read(VersionTable::all), outbox.withdrawn());
        List<WorklistItem> items = new ArrayList<>();
        for (Study study : studies.studies()) {
            String key = key(study.uid());
            ReadingPriority priority =
                    priorities.getOrDefault(key, ReadingPriority.ofCode(studies.priorityCode(study.uid())));
            items.add(item(survivors.of(study), reached.get(key), priority, names)
                    .signedBy(signers.getOrDefault(key, Set.of()))
                    .waitingFor(awaited.of(study, key).orElse(null))
                    .formalDue(formalDue.get(key)));
        }
        items.sort(URGENT_THEN_NEWEST);
        return List.copyOf(items);
    }

    /// Studies and orders brought together, in the same order.
    public List<WorklistRow> rows() throws WorkstationException {
        List<Order> known = orders.orders().stream().map(survivors::of).toList();
        return WorklistRows.of(new OrderJoin(items(), known, pinyin).rows());
    }

    /// Who reads here, by login name.
    public List<User> readers() throws WorkstationException {
        return users.users().stream()
                .filter(user -> user.has(Role.TRAINEE) || user.has(Role.RADIOLOGIST) || user.has(Role.SENIOR))
                .toList();
    }

    /// Under which number a patient goes.
    public SurvivingPatients survivors() {
        return survivors;
    }

    /// Kept here until the hospital's order says otherwise.
    public void setPriority(StudyUid study, ReadingPriority priority) throws WorkstationException {
        String key = key(study);
        byte[] body = seal.seal(priority.name().getBytes(StandardCharsets.UTF_8), context(key));
        documents.write(t -> {
            StudyNoteTable.save(t, new StudyNoteTable.Row(HexFormat.of().parseHex(key), body));
            return true;
        });
    }

    private WorklistItem item(
            Study study, @Nullable Reached reached, ReadingPriority priority, Map<String, String> names) {
        return row(
                study,
                reached == null ? ReadingState.NEW : reached.state(),
                priority,
                reached == null ? null : reached.at(),
                reached == null ? "" : names.getOrDefault(reached.userId(), ""),
                pinyin);
    }

    static WorklistItem row(
            Study study,
            ReadingState state,
            ReadingPriority priority,
            @Nullable Instant changed,
            String reader,
            Pinyin pinyin) {
        SearchText text = SearchText.of(study, pinyin);
        return new WorklistItem(study, state, priority, text.spoken(), text.initials(), changed, reader, text.folded());
    }

    /// How far each study is, by its key: a draft on top of what was signed counts as a draft only while
    /// nothing was signed, since the signed stage is what colleagues wait for. A new reading
    /// changes nothing of that before its review.
    private Map<String, Reached> reached() throws WorkstationException {
        Map<String, Reached> reached = new HashMap<>();
        Map<String, Instant> issued = outbox.issued();
        Set<String> withdrawn = outbox.withdrawn();
        Map<String, String> digests = new HashMap<>();
        documents.read(t -> {
            for (DraftTable.Row draft : DraftTable.all(t)) {
                reached.put(
                        hex(draft.study()),
                        new Reached(ReadingState.DRAFT, Instant.ofEpochMilli(draft.saved()), draft.author()));
            }
            for (VersionTable.Row version : VersionTable.all(t)) {
                boolean isHolding = !withdrawn.contains(version.report() + "/" + version.version());
                if (isHolding && !version.stage().equals(Stage.REREAD.name())) {
                    String key = hex(version.study());
                    reached.put(key, reached(version, issued, reached.get(key)));
                    digests.put(key, version.digest());
                }
            }
            for (CourseTable.Row act : CourseTable.all(t)) {
                if (act.kind().equals(CourseAct.Kind.RETURNED.name())
                        && act.digest().equals(digests.get(hex(act.study())))) {
                    reached.put(
                            hex(act.study()),
                            new Reached(ReadingState.RETURNED, Instant.ofEpochMilli(act.at()), act.person()));
                }
            }
            return true;
        });
        return reached;
    }

    /// Who signed each study's report and is done with it, by its key, as login names: not whose version was withdrawn,
    /// or is the last and was sent back, or who is writing once more, since they are to sign again.
    // [impl->req~worklist.handed-on~1]
    private Map<String, Set<String>> signers(Map<String, String> logins) throws WorkstationException {
        Map<String, Set<String>> signers = new HashMap<>();
        Map<String, VersionTable.Row> last = new HashMap<>();
        HoldingVersions holding = new HoldingVersions(outbox.withdrawn());
        for (VersionTable.Row version : documents.read(VersionTable::all)) {
            if (holding.isHolding(version.report(), version.version(), version.stage())) {
                last.put(hex(version.study()), version);
                signers.computeIfAbsent(hex(version.study()), key -> new HashSet<>())
                        .add(logins.getOrDefault(version.signer(), ""));
            }
        }
        for (CourseTable.Row act : documents.read(CourseTable::all)) {
            VersionTable.Row version = last.get(hex(act.study()));
            if (act.kind().equals(CourseAct.Kind.RETURNED.name())
                    && version != null
                    && version.digest().equals(act.digest())) {
                signers.getOrDefault(hex(act.study()), new HashSet<>())
                        .remove(logins.getOrDefault(version.signer(), ""));
            }
        }
        for (DraftTable.Row draft : documents.read(DraftTable::all)) {
            signers.getOrDefault(hex(draft.study()), new HashSet<>()).remove(logins.getOrDefault(draft.author(), ""));
        }
        return signers;
    }

    /// A reviewed version is issued in the moment that the RIS says so.
    // [impl->req~report.issued~1]
    private static Reached reached(VersionTable.Row version, Map<String, Instant> issued, @Nullable Reached before) {
        boolean isIssued = before != null && before.state().compareTo(ReadingState.AWAITING_ISSUE) >= 0;
        ReadingState state = state(Stage.valueOf(version.stage()), isIssued);
        Instant at = issued.get(version.report() + "/" + version.version());
        return state == ReadingState.AWAITING_ISSUE && at != null
                ? new Reached(ReadingState.ISSUED, at, version.signer())
                : new Reached(state, Instant.ofEpochMilli(version.signedAt()), version.signer());
    }

    private static ReadingState state(Stage stage, boolean isIssued) {
        return switch (stage) {
            case TEMPORARY -> ReadingState.TEMPORARY_SIGNED;
            case TRAINEE -> ReadingState.TRAINEE_SUBMITTED;
            case PRIMARY, COUNTERSIGNATURE -> ReadingState.PRIMARY_SIGNED;
            case CONSULTATION -> isIssued ? ReadingState.AWAITING_ISSUE : ReadingState.PRIMARY_SIGNED;
            case REVIEW, ADDENDUM, CORRECTION, REREAD, AMENDMENT -> ReadingState.AWAITING_ISSUE;
        };
    }

    /// What this desk noted of studies, by the hexadecimal of their keys.
    public Map<String, ReadingPriority> priorities() throws WorkstationException {
        Map<String, ReadingPriority> priorities = new HashMap<>();
        for (StudyNoteTable.Row row : documents.read(StudyNoteTable::all)) {
            String key = hex(row.study());
            priorities.put(
                    key,
                    ReadingPriority.valueOf(new String(seal.open(row.body(), context(key)), StandardCharsets.UTF_8)));
        }
        return priorities;
    }

    private String key(StudyUid study) {
        return keys.computeIfAbsent(study, uid -> hex(seal.reference("study", uid.value())));
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }

    private static SealContext context(String key) {
        return new SealContext("study_note", "body", key);
    }
}
