package org.readingroom.services.hospital;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.fetch.ArchiveFetcher;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkMonitor;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.link.LinkStatus;
import org.readingroom.services.link.Servers;
import org.readingroom.services.reading.IncomingReports;
import org.readingroom.services.reporting.OutsideReports;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.store.IndexAudit;
import org.readingroom.services.sync.OutboxSender;
import org.readingroom.services.sync.ServerReports;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;

/// The hospital as one session meets it: its archive, its information system, what is fetched from them and
/// sent to them, and whether they can be reached. A part whose server is not set is absent.
///
/// **Thread:** any but `fx` and `gl`; [#close] waits until nothing is being sent.
/// **Owner:** the session, which closes it first.
// [impl->req~guarantee.misbehaving~1]
// [impl->req~guarantee.outage~1]
public final class Hospital implements AutoCloseable {
    /// Chosen: somebody waits at the door, and a server that is there answers in less.
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(5);

    private final HospitalNeeds needs;
    private final SettingsStore settings;
    private final HospitalSettings current;
    private final LaneRunner lanes = new LaneRunner(Runnable::run);
    private final Clients clients;
    private final @Nullable LinkProbe risProbe;
    private final LinkMonitor links;
    private final Drill drill;
    private final @Nullable Archive archive;
    private final @Nullable RisWorklist risWorklist;
    private final LocalCache cache;
    private final @Nullable ArchiveFetcher fetcher;
    private final @Nullable AheadWatch ahead;
    private final @Nullable OrderWatch orders;
    private final @Nullable RisReports risReports;
    private final OutboxSender sender;
    private final IncomingReports incoming;
    private final @Nullable ReportWatch reportWatch;
    private final OutsideReports outside;
    private final AheadWatch outsideAhead;

    /// Nothing is asked of any server before [#begin].
    public Hospital(HospitalNeeds needs, SettingsStore settings, Clients.Maker maker) throws WorkstationException {
        this.needs = needs;
        this.settings = settings;
        this.current = settings.current();
        this.clients = maker.make(lanes);
        Servers servers = current.servers();
        this.risProbe = clients.risProbe(servers)
                .<LinkProbe>map(probe -> new ContactProbe(probe, settings.offlineDays(), needs.clock()))
                .orElse(null);
        this.links = new LinkMonitor(probes(clients.pacsProbe(servers).orElse(null), risProbe), lanes, needs.clock());
        this.drill = new Drill(
                links,
                needs.audit(),
                needs.outbox(),
                needs.folder(),
                needs.user().displayName());
        this.archive = clients.archive(servers, links.witness(LinkKind.PACS)).orElse(null);
        this.risWorklist =
                clients.risWorklist(servers, links.witness(LinkKind.RIS)).orElse(null);
        this.cache = new LocalCache(needs, settings);
        this.fetcher = archive == null ? null : FetchParts.fetcher(archive, cache, needs, lanes);
        this.ahead = archive == null || fetcher == null ? null : FetchParts.ahead(archive, fetcher, needs, lanes);
        this.orders = risWorklist == null
                ? null
                : new OrderWatch(
                        risWorklist,
                        needs.orders(),
                        new PatientMoves(needs.patients(), needs.audit()),
                        lanes,
                        OrderWatch.EVERY);
        this.risReports =
                clients.risReports(servers, links.witness(LinkKind.RIS)).orElse(null);
        this.sender = Sending.sender(needs, archive, risReports, lanes);
        this.incoming = needs.reports()
                .incoming(
                        new ServerReports(needs.documents(), needs.seal(), needs.audit(), needs.clock()),
                        needs.outbox());
        this.reportWatch = risReports == null ? null : new ReportWatch(incoming, risReports, lanes);
        this.outside = OutsideAhead.reports(clients, servers, links.witness(LinkKind.RIS), needs);
        this.outsideAhead = OutsideAhead.watch(outside, needs, lanes);
    }

    private static Map<LinkKind, LinkProbe> probes(@Nullable LinkProbe pacs, @Nullable LinkProbe ris) {
        Map<LinkKind, LinkProbe> probes = new EnumMap<>(LinkKind.class);
        if (pacs != null) {
            probes.put(LinkKind.PACS, pacs);
        }
        if (ris != null) {
            probes.put(LinkKind.RIS, ris);
        }
        return probes;
    }

    /// Lets a person in who proved to be one of this home, unless the information system was missed for too
    /// long; it is asked once more before anybody is sent away.
    ///
    /// **Errors:** [SignInRefusedException], `services.signin.offline-too-long`.
    // [impl->req~hospital.offline-days~1]
    public void admit() throws WorkstationException {
        boolean isOver = offlineLeft().isOver();
        if (isOver && risProbe != null && !risProbe.ask(AT_THE_DOOR).isWelcome()) {
            throw new SignInRefusedException(
                    "services.signin.offline-too-long",
                    List.of(current.offlineSignInDays()),
                    "no contact with the information system for too long");
        }
        settings.offlineDays().seen();
    }

    /// Begins to watch, to fetch and to send.
    public void begin() {
        links.begin();
        if (ahead != null) {
            ahead.begin();
        }
        if (orders != null) {
            if (ahead != null) {
                orders.onChange(ahead::hurry);
            }
            orders.onChange(outsideAhead::hurry);
            orders.begin();
            outsideAhead.begin();
        }
        links.onChange(this::linkChanged);
        sender.start();
        ReportWatch watch = reportWatch;
        if (watch != null) {
            watch.begin();
            // what the server refused as changed is looked at while the person is still there
            sender.onChange(id -> watch.hurry());
        }
        lanes.start(Lane.IO, Priority.PREFETCH, () -> IndexAudit.run(needs.studies(), needs.index()));
    }

    /// What waits after a failure is fetched, and orders are asked for, as soon as the server is back.
    private void linkChanged(LinkStatus status) {
        if (fetcher != null && status.kind() == LinkKind.PACS && status.state() == LinkState.UP) {
            fetcher.retryNow();
            fetcher.resume();
            if (ahead != null) {
                ahead.hurry();
            }
        }
        if (orders != null && status.kind() == LinkKind.RIS && status.state() == LinkState.UP) {
            orders.hurry();
            outsideAhead.hurry();
        }
        Sending.tell(sender, status);
    }

    /// Where pictures come from, over DICOMweb or DIMSE.
    public Optional<Archive> archive() {
        return Optional.ofNullable(archive);
    }

    /// Where a study can be sent.
    public List<Receiver> receivers() throws WorkstationException {
        return Receiver.of(clients, current.servers(), archive, links.witness(LinkKind.PACS));
    }

    public Optional<RisWorklist> risWorklist() {
        return Optional.ofNullable(risWorklist);
    }

    /// Who asks for the orders again and again.
    public Optional<OrderWatch> orders() {
        return Optional.ofNullable(orders);
    }

    public Optional<StudyFetcher> fetcher() {
        return Optional.ofNullable(fetcher);
    }

    /// What of the archive lies on this disk, and how much of it may.
    public LocalCache cache() {
        return cache;
    }

    /// Holds other limits of the cache from now on, see [LocalCache#keep].
    public int limitCache(CacheLimits limits) throws WorkstationException {
        return cache.keep(limits, fetcher);
    }

    /// Brings what waits to the servers that are set; without any it only takes a person's decisions.
    public OutboxSender sender() {
        return sender;
    }

    /// Changes of reports that wait for a person.
    public IncomingReports incoming() {
        return incoming;
    }

    /// Who asks for such changes again and again.
    public Optional<ReportWatch> reportWatch() {
        return Optional.ofNullable(reportWatch);
    }

    /// What other systems reported of patients.
    public OutsideReports outside() {
        return outside;
    }

    public Optional<RisReports> risReports() {
        return Optional.ofNullable(risReports);
    }

    public LinkMonitor links() {
        return links;
    }

    public Drill drill() {
        return drill;
    }

    /// What this session works with; [SettingsStore#keep] is for the next.
    public Servers servers() {
        return current.servers();
    }

    public SettingsStore settings() {
        return settings;
    }

    /// How long signing in without the information system goes on, for a calm word while it is far away.
    public OfflineDays.Left offlineLeft() throws WorkstationException {
        return settings.offlineDays().left(current);
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
        if (fetcher != null) {
            fetcher.close();
        }
        if (orders != null) {
            orders.close();
        }
        outsideAhead.close();
        sender.close();
        if (reportWatch != null) {
            reportWatch.close();
        }
        links.close();
        clients.close();
        lanes.close();
    }
}
