package org.readingroom.services.reading;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.report.fhir.Filing;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.workflow.ToldVersions;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.services.sync.OutboxKinds;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What leaves the house when a version is signed: finished bytes for each server, made offline and put into the
/// outbox in the transaction of the signature.
///
/// The RIS gets every stage but those that [ToldVersions] holds back, and is told that those before it hold no more.
/// The archive gets it as a document and as a structured report once it was reviewed, since it keeps what it was
/// given; the case is told to be read then too.
/// A new reading goes nowhere before its review: until then what was given out before it holds everywhere.
// [impl->req~report.dispatch~1]
public final class SignedDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(SignedDispatch.class);

    /// An entry with its bytes.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Outgoing(OutboxEntry entry, byte[] bytes) {}

    private final Outbox outbox;
    private final OrderStore orders;
    private final SurvivingPatients survivors;
    private final ReportDocuments documents;
    private final ZoneId zone;

    /// `zone` is that of the times in pictures.
    public SignedDispatch(
            Outbox outbox, OrderStore orders, SurvivingPatients survivors, ReportDocuments documents, ZoneId zone) {
        this.outbox = outbox;
        this.orders = orders;
        this.survivors = survivors;
        this.documents = documents;
        this.zone = zone;
    }

    /// Makes what goes out for the last of `versions`; `pdf` is the form people read. Of one that is held back the RIS
    /// hears no more than that its case is no longer to be written again.
    // [impl->req~report.workflow.reread-valid~1]
    List<Outgoing> finish(List<SignedReport> versions, byte[] pdf) throws WorkstationException {
        SignedReport signed = versions.getLast();
        Optional<Order> order = order(signed.report().study());
        Optional<Outgoing> writtenAgain = writtenAgain(versions, order);
        if (!ToldVersions.isLastTold(versions)) {
            LOG.info(
                    "version {} of {} is held back",
                    signed.act().version(),
                    signed.report().id());
            return writtenAgain.stream().toList();
        }
        UUID operation = UUID.randomUUID();
        List<Outgoing> outgoing = new ArrayList<>();
        byte[] bundle = ReportBundle.write(
                new Filing(versions, pdf, operation, order.map(Order::request).orElse(""), zone));
        outgoing.add(outgoing(signed, operation, OutboxKinds.REPORT, ReportBundle.MEDIA_TYPE, "ris", bundle));
        Stage stage = signed.act().stage();
        if (Stage.isIssued(versions)) {
            UUID document = UUID.randomUUID();
            outgoing.add(outgoing(
                    signed,
                    document,
                    OutboxKinds.DOCUMENT,
                    "application/dicom",
                    "pacs",
                    documents.write(signed, pdf, document)));
            List<SignedReport> earlier = ValidVersions.of(versions.subList(0, versions.size() - 1));
            Optional<SignedReport> before = Stage.isIssued(earlier) ? Optional.of(earlier.getLast()) : Optional.empty();
            documents
                    .narrative(versions, before, true)
                    .ifPresent(bytes -> outgoing.add(outgoing(
                            signed, UUID.randomUUID(), OutboxKinds.NARRATIVE, "application/dicom", "pacs", bytes)));
        }
        if (stage == Stage.REVIEW && order.isPresent()) {
            byte[] task = order.get().id().getBytes(StandardCharsets.UTF_8);
            outgoing.add(outgoing(signed, UUID.randomUUID(), OutboxKinds.TASK, "text/plain", "ris", task));
        }
        writtenAgain.ifPresent(outgoing::add);
        List<UUID> earlier = outbox.filings(signed.report().id());
        if (!earlier.isEmpty()) {
            byte[] recall = new Recall(signed.report().id(), operation, earlier).bytes();
            outgoing.add(outgoing(signed, UUID.randomUUID(), OutboxKinds.RECALL, "text/plain", "ris", recall));
        }
        return outgoing;
    }

    // [impl->req~report.workflow.return-told-ris~1]
    private Optional<Outgoing> writtenAgain(List<SignedReport> versions, Optional<Order> order)
            throws WorkstationException {
        SignedReport signed = versions.getLast();
        if (signed.act().stage() == Stage.REVIEW || order.isEmpty() || !isAfterReturn(versions)) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        byte[] news = new CaseNews(id, order.get().id(), CaseNews.Kind.WRITTEN_AGAIN, "").bytes();
        return Optional.of(outgoing(signed, id, OutboxKinds.CASE, "application/json", "ris", news));
    }

    /// Whether the RIS was told, or will be, that the version before the last was sent back.
    private boolean isAfterReturn(List<SignedReport> versions) throws WorkstationException {
        if (versions.size() < 2) {
            return false;
        }
        SignedReport before = versions.get(versions.size() - 2);
        int version = before.act().version();
        for (UUID told : outbox.told(before.report().id(), version, OutboxKinds.CASE)) {
            if (CaseNews.read(outbox.body(told))
                    .filter(news -> news.kind() == CaseNews.Kind.RETURNED)
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// The Task of the one order that a study of this home answers.
    public Optional<String> task(StudyUid uid) {
        return study(uid).flatMap(here -> order(StudyIdentity.of(here, ""))).map(Order::id);
    }

    /// The study as it is here now, under the number that stands for its patient.
    public Optional<Study> study(StudyUid uid) {
        return documents.study(uid).map(survivors::of);
    }

    /// Those of `signed`, oldest first, that were not withdrawn.
    List<SignedReport> holding(List<SignedReport> signed) throws WorkstationException {
        return new HoldingVersions(outbox.withdrawn()).of(signed);
    }

    void putIn(Transaction transaction, List<Outgoing> outgoing) throws StoreException {
        for (Outgoing each : outgoing) {
            if (each.entry().isReport()) {
                outbox.putVersionIn(transaction, each.entry(), each.bytes());
            } else {
                outbox.putIn(transaction, each.entry(), each.bytes());
            }
        }
    }

    /// Puts in what belongs to no version of a report.
    public void putIn(Transaction transaction, OutboxEntry entry, byte[] bytes) throws StoreException {
        outbox.putIn(transaction, entry, bytes);
    }

    /// To be called when the transaction is through.
    public void queued() {
        outbox.queued();
    }

    private static Outgoing outgoing(
            SignedReport signed, UUID id, String kind, String mediaType, String target, byte[] bytes) {
        return new Outgoing(
                new OutboxEntry(
                        id,
                        signed.report().study().study(),
                        signed.report().id().value(),
                        signed.act().version(),
                        kind,
                        mediaType,
                        target,
                        signed.act().signedAt(),
                        OutboxEntry.State.WAITING,
                        0,
                        bytes.length),
                bytes);
    }

    /// The one order this study answers; nothing when there are several, since only a person knows which.
    private Optional<Order> order(StudyIdentity study) {
        List<Order> found = orders.orders().stream()
                .filter(order -> order.state() != OrderState.CANCELLED && isOf(order, study))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean isOf(Order order, StudyIdentity study) {
        if (!survivors.isOne(order.patient().id(), study.patient().id())) {
            return false;
        }
        return order.study() == null
                ? !study.accessionNumber().isBlank() && order.accessionNumber().equals(study.accessionNumber())
                : order.study().equals(study.study());
    }
}
