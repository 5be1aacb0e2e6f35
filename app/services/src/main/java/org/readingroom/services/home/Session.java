package org.readingroom.services.home;

import java.time.ZoneId;
import java.util.List;
import org.readingroom.report.check.CheckRules;
import org.readingroom.report.check.ReportChecks;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.cache.CachedFrameLoader;
import org.readingroom.services.export.DicomExport;
import org.readingroom.services.export.ExportGate;
import org.readingroom.services.export.RolePolicy;
import org.readingroom.services.fetch.FetchStore;
import org.readingroom.services.hospital.Hospital;
import org.readingroom.services.hospital.HospitalNeeds;
import org.readingroom.services.identity.HomeAuthority;
import org.readingroom.services.identity.UnlockedUser;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.DraftRescue;
import org.readingroom.services.reading.ImportService;
import org.readingroom.services.reading.ObjectService;
import org.readingroom.services.reading.ReportDocuments;
import org.readingroom.services.reading.ReportService;
import org.readingroom.services.reading.SavedFilters;
import org.readingroom.services.reading.SignedDispatch;
import org.readingroom.services.reading.WorklistService;
import org.readingroom.services.reporting.CourseService;
import org.readingroom.services.reporting.PrintedDress;
import org.readingroom.services.reporting.Reporting;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.AnnotationStore;
import org.readingroom.services.store.ArchiveStudies;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.FollowUpStore;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.sync.Outbox;
import org.readingroom.viewer.deidentify.Pseudonyms;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a signed-in person can do. Closing it signs out and wipes the keys.
///
/// **Thread:** any but `fx` and `gl`, as the services it hands out.
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Home home;
    private final UnlockedUser unlocked;
    private final StudyStore studies;
    private final OrderStore orders;
    private final FetchStore fetchStore;
    private final ImportService imports;
    private final CachedFrameLoader frames;
    private final WorklistService worklist;
    private final SavedFilters filters;
    private final AnnotationStore annotations;
    private final FollowUpStore followUps;
    private final Outbox outbox;
    private final ReportService reports;
    private final AuditTrail audit;
    private final ExportGate gate;
    private final ObjectService objects;
    private final DicomExport dicomExport;
    private final Hospital hospital;
    private final Reporting reporting;
    private final CourseService course;
    private final int rescued;
    private boolean isClosed;

    Session(Home home, UnlockedUser unlocked, Progress progress) throws WorkstationException {
        this.home = home;
        this.unlocked = unlocked;
        HomeOptions options = home.options();
        Database documents = home.documents();
        Seal seal = new EnvelopeSeal(unlocked.homeKey(), options.random());
        String userId = unlocked.user().id();
        PatientLinks links = PatientLinks.open(documents, seal);
        this.audit = audit(home, unlocked);
        this.gate = new ExportGate(audit, unlocked.user(), new RolePolicy());
        InstanceFiles files =
                new InstanceFiles(home.folder().resolve("instances"), seal, options.random(), options.probe());
        this.studies = StudyStore.open(home.index(), files, seal, progress);
        this.orders = OrderStore.open(home.index(), seal);
        this.dicomExport =
                new DicomExport(studies, gate, new Pseudonyms(seal::reference), options.random(), options.clock());
        this.fetchStore = FetchStore.of(
                home.index(), seal, studies, files, audit, ArchiveStudies.open(documents, seal), options.clock());
        this.imports = new ImportService(studies, files, audit);
        this.frames = new CachedFrameLoader(studies, options.cacheBytes(), options.decoders());
        this.outbox = new Outbox(documents, seal);
        this.worklist = new WorklistService(studies, orders, documents, outbox, home.directory(), seal, links);
        this.filters = new SavedFilters(documents, seal, userId);
        this.annotations = new AnnotationStore(documents, seal, options.clock(), userId);
        this.followUps = new FollowUpStore(documents, seal, options.clock(), userId, links);
        HomeAuthority authority = HomeAuthority.open(documents, seal, options.clock());
        this.reporting = new Reporting(home.folder(), documents, seal, audit, user(), options.clock(), dispatch());
        ReportChecks checks = new ReportChecks(CheckRules.shipped(), reporting.templates()::find);
        this.reports = new ReportService(
                documents,
                seal,
                dispatch(),
                audit,
                home.directory(),
                unlocked.user(),
                List.of(authority.certificate()),
                options.clock(),
                reporting.against(checks),
                options.renderer().dressed(PrintedDress.of(home.folder(), studies, options.clock(), reporting)),
                new DraftRescue(home.folder(), options.elsewhere(), home.id()));
        this.course = new CourseService(documents, seal, audit, reports, home.directory(), dispatch(), options.clock());
        this.objects = new ObjectService(
                documents,
                seal,
                outbox,
                audit,
                imports,
                options.clock(),
                new ObjectService.Maker(unlocked.user().displayName(), HomeDevice.of(home)));
        audit.noteIfAnchorsDoNotHold();
        this.hospital = HospitalDoor.enter(
                home,
                new HospitalNeeds(
                        home.folder(),
                        home.isDemo(),
                        unlocked.user(),
                        documents,
                        home.index(),
                        seal,
                        audit,
                        studies,
                        orders,
                        links,
                        files,
                        fetchStore,
                        imports,
                        worklist,
                        reports,
                        outbox,
                        options.clock(),
                        options.random()));
        this.rescued = reports.bringBackRescued().size();
        objects.fileQuietly();
        hospital.begin();
    }

    private SignedDispatch dispatch() {
        ZoneId zone = ZoneId.systemDefault();
        ReportDocuments made = new ReportDocuments(studies, HomeDevice.of(home), zone);
        return new SignedDispatch(outbox, orders, worklist.survivors(), made, zone);
    }

    static AuditTrail audit(Home home, UnlockedUser unlocked) {
        HomeOptions options = home.options();
        return new AuditTrail(
                home.documents(),
                new EnvelopeSeal(unlocked.homeKey(), options.random()),
                home.folder().resolve("audit.anchor"),
                options.probe(),
                options.clock(),
                unlocked.user().id());
    }

    public User user() {
        return unlocked.user();
    }

    public StudyStore studies() {
        return studies;
    }

    public OrderStore orders() {
        return orders;
    }

    /// Where images from an archive are kept.
    public FetchStore fetchStore() {
        return fetchStore;
    }

    public ImportService imports() {
        return imports;
    }

    public FrameLoader frames() {
        return frames;
    }

    public WorklistService worklist() {
        return worklist;
    }

    /// The views on the list that this person keeps.
    public SavedFilters filters() {
        return filters;
    }

    public AnnotationStore annotations() {
        return annotations;
    }

    /// How many drafts came back that the disk had not taken, or that a damaged database had held.
    public int rescued() {
        return rescued;
    }

    public FollowUpStore followUps() {
        return followUps;
    }

    public ReportService reports() {
        return reports;
    }

    /// What is done about signed versions beside signing.
    public CourseService course() {
        return course;
    }

    /// What stands around the reports.
    public Reporting reporting() {
        return reporting;
    }

    /// The hospital's servers as this session meets them.
    public Hospital hospital() {
        return hospital;
    }

    public ObjectService objects() {
        return objects;
    }

    public Outbox outbox() {
        return outbox;
    }

    public AuditTrail audit() {
        return audit;
    }

    public DicomExport dicomExport() {
        return dicomExport;
    }

    /// What everything passes that leaves the program.
    public ExportGate gate() {
        return gate;
    }

    /// Further people for this home, by an administrator.
    public Admission admission() {
        return new Admission(home, unlocked, audit);
    }

    /// The password of the signed-in person.
    public SessionPassword password() {
        return new SessionPassword(home.directory(), audit, user());
    }

    /// A second caller waits until the first has closed it.
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            hospital.close();
        } catch (RuntimeException e) {
            LOG.error("the link to the hospital was not closed well", e);
        }
        try {
            audit.append(Action.EXECUTE, "session.close", null, Outcome.SUCCESS, "");
        } catch (WorkstationException e) {
            LOG.warn("signing out was not audited: {}", e.getMessage());
        }
        frames.clear();
        unlocked.close();
        home.closed(this);
    }
}
