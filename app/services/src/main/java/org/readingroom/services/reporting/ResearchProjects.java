package org.readingroom.services.reporting;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.Author;
import org.readingroom.report.research.Pseudonyms;
import org.readingroom.report.research.ResearchAct;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.report.research.ResearchJson;
import org.readingroom.report.research.ResearchProject;
import org.readingroom.report.research.ResearchRules;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.Authors;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.ResearchTable;
import org.readingroom.viewer.model.WorkstationException;

/// The research projects of this home: entered by one person, approved by another, each act kept with its
/// audit event or not at all (clauses F11, G24).
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~report.research.approved~1]
public final class ResearchProjects {
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final Author me;
    private final InstantSource clock;
    private final ResearchFiles files;
    private final ResearchRules rules;
    private final SecureRandom random = new SecureRandom();

    /// `folder` is that of the home.
    ResearchProjects(Path folder, Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock) {
        this.files = ResearchFiles.in(folder);
        this.rules = files.rules();
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.me = Authors.of(user);
        this.clock = clock;
    }

    public ResearchRules rules() {
        return rules;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    public boolean mayEnter() {
        return !files.isStopped(Kind.ENTERED) && rules.mayDo(Kind.ENTERED, me);
    }

    /// Whether the hospital's own rule file cannot be read, so that nothing leaves until it is mended.
    public boolean isFileBroken() {
        return files.isBroken();
    }

    /// In the order they were entered.
    public List<ResearchCase> cases() throws WorkstationException {
        List<ResearchAct> acts = new ArrayList<>();
        for (ResearchTable.Row row : documents.read(ResearchTable::all)) {
            acts.add(ResearchJson.read(seal.open(row.body(), act(row.id()))));
        }
        return ResearchCase.of(acts);
    }

    /// What this person may do about `of` now.
    public List<Kind> possible(ResearchCase of) {
        return List.of(Kind.APPROVED, Kind.REFUSED, Kind.WITHDRAWN, Kind.EXPORTED).stream()
                .filter(kind -> refusals(kind, of).isEmpty())
                .toList();
    }

    /// Keeps a new project under an id of its own, with the key of its pseudonyms.
    ///
    /// **Errors:** [ResearchRefusedException] with every rule that said no; those of the store.
    public ResearchProject enter(ResearchProject wish, ResearchFields fields) throws WorkstationException {
        ResearchProject project = new ResearchProject(
                UUID.randomUUID().toString(),
                wish.title(),
                wish.ethics(),
                wish.committee(),
                wish.validUntil(),
                wish.from(),
                wish.to(),
                wish.modality(),
                wish.fields(),
                wish.dates(),
                wish.withCodes(),
                wish.withFreeText());
        refuse(Kind.ENTERED, project.id(), stopped(Kind.ENTERED, rules.refusals(project, fields, me, today())));
        byte[] key = new byte[Pseudonyms.KEY_BYTES];
        random.nextBytes(key);
        byte[] sealed = seal.seal(key, key(project.id()));
        ResearchAct act = act(project.id(), Kind.ENTERED, "", 0, project);
        keep(act, 0, project.id(), sealed);
        return project;
    }

    /// Approves, refuses or withdraws.
    ///
    /// **Errors:** [ResearchRefusedException]; `services.research.changed` when somebody else was faster.
    public void decide(String project, Kind kind, String reason) throws WorkstationException {
        if (kind == Kind.ENTERED || kind == Kind.EXPORTED) {
            throw new IllegalArgumentException("no decision: " + kind);
        }
        ResearchCase of = checked(project, kind);
        keep(act(project, kind, reason.strip(), 0, null), of.acts().size(), project, null);
    }

    /// The project as it stands, when `kind` may be done about it now.
    ResearchCase checked(String project, Kind kind) throws WorkstationException {
        ResearchCase of = cases().stream()
                .filter(each -> each.project().id().equals(project))
                .findFirst()
                .orElseThrow(() -> new WorkstationException("services.research.unknown", "no such project"));
        refuse(kind, project, refusals(kind, of));
        return of;
    }

    /// Writes down that `rows` rows leave, before they do. `before` is the project as it was checked.
    void exported(ResearchCase before, int rows, String digest) throws WorkstationException {
        String project = before.project().id();
        refuse(Kind.EXPORTED, project, refusals(Kind.EXPORTED, before));
        keep(act(project, Kind.EXPORTED, digest, rows, null), before.acts().size(), project, null);
    }

    Pseudonyms pseudonyms(String project) throws WorkstationException {
        Optional<byte[]> sealed = documents.read(t -> ResearchTable.key(t, project));
        return new Pseudonyms(seal.open(
                sealed.orElseThrow(() -> new WorkstationException("services.research.unknown", "no key of a project")),
                key(project)));
    }

    private List<Refusal> refusals(Kind kind, ResearchCase of) {
        return stopped(kind, rules.refusals(kind, of, me, today()));
    }

    private List<Refusal> stopped(Kind kind, List<Refusal> byRules) {
        return files.isStopped(kind)
                ? List.of(new Refusal("research-rule-file", "report.research.rule.file", List.of()))
                : byRules;
    }

    private void refuse(Kind kind, String project, List<Refusal> refusals) throws WorkstationException {
        if (!refusals.isEmpty()) {
            ResearchRefusedException refused = new ResearchRefusedException(refusals);
            audit.appendFailure(Action.EXECUTE, type(kind), project, refused);
            throw refused;
        }
    }

    private ResearchAct act(String project, Kind kind, String words, int rows, @Nullable ResearchProject entered) {
        return new ResearchAct(
                UUID.randomUUID().toString(),
                project,
                kind,
                me.userId(),
                me.displayName(),
                clock.instant(),
                words,
                rows,
                rules.version(),
                entered);
    }

    /// `known` is how many acts there were when the rules were asked.
    private void keep(ResearchAct act, int known, String project, byte @Nullable [] key) throws WorkstationException {
        byte[] body = seal.seal(ResearchJson.write(act), act(act.id()));
        // identifiers and numbers only: the trail holds no words
        String detail =
                act.kind() == Kind.EXPORTED ? project + " rows=" + act.rows() + " sha256=" + act.words() : project;
        AuditTable.Row head = documents.write(t -> {
            if (ResearchTable.count(t, project) != known) {
                throw new WorkstationException("services.research.changed", "another act came between");
            }
            AuditTable.Row event =
                    audit.appendIn(t, Action.EXECUTE, type(act.kind()), project, Outcome.SUCCESS, detail);
            ResearchTable.insert(
                    t, new ResearchTable.Row(act.id(), project, act.at().toEpochMilli(), event.sequence(), body));
            if (key != null) {
                ResearchTable.insertKey(t, project, key);
            }
            return event;
        });
        audit.publish(head);
    }

    private static String type(Kind kind) {
        return "research." + kind.name().toLowerCase(Locale.ROOT);
    }

    private static SealContext act(String id) {
        return new SealContext("research_act", "body", id);
    }

    private static SealContext key(String project) {
        return new SealContext("research_key", "body", project);
    }
}
