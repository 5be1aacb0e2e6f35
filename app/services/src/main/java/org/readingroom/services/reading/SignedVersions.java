package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.model.ReportJson;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.sign.SignatureVerifier;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Signed versions on their way to and from the disk.
final class SignedVersions {
    private final Database documents;
    private final Seal seal;

    SignedVersions(Database documents, Seal seal) {
        this.documents = documents;
        this.seal = seal;
    }

    /// Oldest first.
    List<SignedReport> ofStudy(StudyUid study) throws WorkstationException {
        byte[] key = seal.reference("study", study.value());
        List<byte[]> bodies = new ArrayList<>();
        List<SealContext> contexts = new ArrayList<>();
        documents.read(t -> {
            for (VersionTable.Row row : VersionTable.ofStudy(t, key)) {
                VersionTable.body(t, row.report(), row.version()).ifPresent(bodies::add);
                contexts.add(context("body", row.report(), row.version()));
            }
            return true;
        });
        List<SignedReport> versions = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            versions.add(ReportJson.readSigned(seal.open(bodies.get(i), contexts.get(i))));
        }
        return versions;
    }

    byte[] pdf(String report, int version) throws WorkstationException {
        byte[] sealed = documents
                .read(t -> VersionTable.pdf(t, report, version))
                .orElseThrow(() -> new WorkstationException("services.report.unknown", "no such version"));
        return seal.open(sealed, context("pdf", report, version));
    }

    void insert(Transaction transaction, SignedReport signed, byte[] pdf, AuditTable.Row event) throws StoreException {
        String report = signed.report().id().value();
        int version = signed.act().version();
        VersionTable.insert(
                transaction,
                new VersionTable.Row(
                        report,
                        version,
                        seal.reference("study", signed.report().study().study().value()),
                        signed.act().stage().name(),
                        signed.act().author().userId(),
                        signed.act().signedAt().toEpochMilli(),
                        signed.digest(),
                        event.sequence(),
                        event.digest()),
                seal.seal(ReportJson.writeSigned(signed), context("body", report, version)),
                seal.seal(pdf, context("pdf", report, version)));
    }

    /// True when the trail holds the event that the stored row names.
    boolean isAudited(SignedReport signed) throws WorkstationException {
        String report = signed.report().id().value();
        return documents.read(t -> VersionTable.ofReport(t, report).stream()
                .filter(row -> row.version() == signed.act().version())
                .anyMatch(row -> row.digest().equals(signed.digest()) && holds(t, row)));
    }

    /// Each version of a study's report with what `verifier` says of its signature, its place and its audit event.
    List<VersionVerdict> verify(StudyUid study, SignatureVerifier verifier) throws WorkstationException {
        List<VersionVerdict> verdicts = new ArrayList<>();
        String digest = "";
        int number = 0;
        for (SignedReport signed : ofStudy(study)) {
            boolean follows = signed.act().version() == ++number
                    && signed.act().predecessorDigest().equals(digest);
            verdicts.add(new VersionVerdict(signed, verifier.verify(signed), follows, isAudited(signed)));
            digest = signed.digest();
        }
        return verdicts;
    }

    private static boolean holds(Transaction transaction, VersionTable.Row row) {
        try {
            return AuditTable.after(transaction, row.auditSequence() - 1, 1).stream()
                    .anyMatch(event -> event.sequence() == row.auditSequence()
                            && java.util.Arrays.equals(event.digest(), row.auditDigest()));
        } catch (StoreException e) {
            return false;
        }
    }

    static SealContext context(String column, String report, int version) {
        return new SealContext("version", column, report + "/" + version);
    }
}
