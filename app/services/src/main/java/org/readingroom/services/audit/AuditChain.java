package org.readingroom.services.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;

/// How one event is tied to the one before it.
///
/// `digest = H(algorithm, sequence, time, user, action, type, object, outcome, detail, previous digest)`, each
/// text with its length in front. The algorithm is stored with every event, so that SM3 may follow SHA-256 in
/// the same chain (clause G33).
public final class AuditChain {
    static final String ALGORITHM = "SHA-256";
    private static final byte[] BEGINNING = sha256("readingroom audit".getBytes(StandardCharsets.US_ASCII));

    private AuditChain() {}

    /// What the first event names as the one before it.
    static byte[] beginning() {
        return BEGINNING.clone();
    }

    /// Appends `event`, whose own sequence number is ignored, behind the last one.
    // [impl->req~audit.chain~1]
    public static AuditTable.Row append(Transaction transaction, AuditEvent event) throws StoreException {
        Optional<AuditTable.Row> last = AuditTable.last(transaction);
        long sequence = last.map(AuditTable.Row::sequence).orElse(0L) + 1;
        byte[] previous = last.map(AuditTable.Row::digest).orElseGet(AuditChain::beginning);
        AuditTable.Row open = new AuditTable.Row(
                sequence,
                event.time().toEpochMilli(),
                event.user(),
                event.action().code(),
                event.type(),
                event.object(),
                event.outcome().name(),
                event.detail(),
                ALGORITHM,
                previous,
                new byte[0]);
        AuditTable.Row row = withDigest(open, digest(open));
        AuditTable.insert(transaction, row);
        return row;
    }

    /// The digest that `row` should carry; its own is not looked at.
    static byte[] digest(AuditTable.Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, row.algorithm());
            out.writeLong(row.sequence());
            out.writeLong(row.time());
            text(out, row.user());
            text(out, row.action());
            text(out, row.type());
            String object = row.object();
            out.writeBoolean(object != null);
            text(out, object == null ? "" : object);
            text(out, row.outcome());
            text(out, row.detail());
            out.writeInt(row.previous().length);
            out.write(row.previous());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return sha256(bytes.toByteArray());
    }

    private static AuditTable.Row withDigest(AuditTable.Row row, byte[] digest) {
        return new AuditTable.Row(
                row.sequence(),
                row.time(),
                row.user(),
                row.action(),
                row.type(),
                row.object(),
                row.outcome(),
                row.detail(),
                row.algorithm(),
                row.previous(),
                digest);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance(ALGORITHM).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no " + ALGORITHM, e);
        }
    }
}
