package org.readingroom.services.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.readingroom.services.audit.AuditVerdict.Finding;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.VersionTable;
import org.readingroom.viewer.model.WorkstationException;

/// Finds any change, gap, change of order or cut in the trail.
///
/// What it cannot see: sign-in attempts after the last session, cut off before the next one; and a home put
/// back as a whole, anchor file included, to an earlier copy.
// [impl->req~audit.verify~1]
final class AuditVerifier {
    private static final int PAGE = 1000;

    private final Database documents;
    private final AuditAnchor anchor;

    AuditVerifier(Database documents, AuditAnchor anchor) {
        this.documents = documents;
        this.anchor = anchor;
    }

    AuditVerdict verify() throws WorkstationException {
        return documents.read(this::verify);
    }

    /// Whether the trail still has the events that the two anchors name; a new trail has neither.
    List<Finding> verifyAnchors() throws WorkstationException {
        return documents.read(t -> {
            List<Finding> findings = new ArrayList<>();
            Map<Long, List<byte[]>> expected = new HashMap<>();
            anchors(t, expected, findings);
            for (Map.Entry<Long, List<byte[]>> entry : expected.entrySet()) {
                List<AuditTable.Row> found = AuditTable.after(t, entry.getKey() - 1, 1);
                for (byte[] digest : entry.getValue()) {
                    if (found.isEmpty() || !Arrays.equals(found.getFirst().digest(), digest)) {
                        findings.add(new Finding("services.audit.cut", entry.getKey()));
                    }
                }
            }
            return findings;
        });
    }

    private AuditVerdict verify(Transaction transaction) throws StoreException {
        List<Finding> findings = new ArrayList<>();
        Map<Long, List<byte[]>> expected = expected(transaction, findings);
        byte[] previous = AuditChain.beginning();
        long last = 0;
        long events = 0;
        List<AuditTable.Row> page = AuditTable.after(transaction, Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (AuditTable.Row row : page) {
                check(row, last, previous, findings);
                for (byte[] digest : expected.getOrDefault(row.sequence(), List.of())) {
                    if (!Arrays.equals(digest, row.digest())) {
                        findings.add(new Finding("services.audit.replaced", row.sequence()));
                    }
                }
                expected.remove(row.sequence());
                previous = row.digest();
                last = row.sequence();
                events++;
            }
            page = AuditTable.after(transaction, last, PAGE);
        }
        expected.keySet().stream()
                .sorted()
                .forEach(sequence -> findings.add(new Finding("services.audit.cut", sequence)));
        return new AuditVerdict(events, findings);
    }

    private static void check(AuditTable.Row row, long last, byte[] previous, List<Finding> findings) {
        if (row.sequence() != last + 1) {
            findings.add(new Finding("services.audit.gap", row.sequence()));
        }
        if (!row.algorithm().equals(AuditChain.ALGORITHM)) {
            findings.add(new Finding("services.audit.algorithm", row.sequence()));
        } else if (!Arrays.equals(row.digest(), AuditChain.digest(row))) {
            findings.add(new Finding("services.audit.changed", row.sequence()));
        }
        if (!Arrays.equals(row.previous(), previous)) {
            findings.add(new Finding("services.audit.unlinked", row.sequence()));
        }
    }

    /// The digests that sealed anchors and signed versions say the trail had.
    private Map<Long, List<byte[]>> expected(Transaction transaction, List<Finding> findings) throws StoreException {
        Map<Long, List<byte[]>> expected = new HashMap<>();
        anchors(transaction, expected, findings);
        for (VersionTable.Row version : VersionTable.all(transaction)) {
            expected.computeIfAbsent(version.auditSequence(), key -> new ArrayList<>())
                    .add(version.auditDigest());
        }
        return expected;
    }

    private void anchors(Transaction transaction, Map<Long, List<byte[]>> expected, List<Finding> findings)
            throws StoreException {
        try {
            // The file first: the first look at the database fixes what we see of it, and an event appended after
            // that moves the file on.
            Optional<AuditAnchor.Position> inFile = anchor.inFile();
            Optional<AuditAnchor.Position> inDatabase = anchor.inDatabase(transaction);
            if (inDatabase.isPresent() || inFile.isPresent()) {
                expect(expected, inDatabase, findings);
                expect(expected, inFile, findings);
            }
        } catch (SealBrokenException e) {
            findings.add(new Finding("services.audit.anchor-broken", 0));
        }
    }

    private static void expect(
            Map<Long, List<byte[]>> expected, Optional<AuditAnchor.Position> position, List<Finding> findings) {
        if (position.isEmpty()) {
            findings.add(new Finding("services.audit.anchor-missing", 0));
        } else {
            expected.computeIfAbsent(position.get().sequence(), key -> new ArrayList<>())
                    .add(position.get().digest());
        }
    }
}
