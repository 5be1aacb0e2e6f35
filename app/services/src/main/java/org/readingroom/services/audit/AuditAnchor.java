package org.readingroom.services.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.HomeTable;
import org.readingroom.services.store.StoreException;
import org.readingroom.services.store.Transaction;
import org.readingroom.services.store.WriteProbe;

/// Where the chain is known to have reached, sealed, in two places: in the database, in the transaction that
/// appends, and in a file beside it, after the commit.
///
/// A chain alone cannot tell that its end was cut off, nor that all of it was computed anew; the sealed anchor
/// can, since making one wants the key. The file catches what the anchor in the database cannot: that the
/// database as a whole was put back to an earlier state. It may lag behind by a crash, never run ahead.
final class AuditAnchor {
    private static final String KEY = "audit.anchor";
    private static final SealContext IN_DATABASE = new SealContext("home", KEY, "");
    private static final SealContext IN_FILE = new SealContext("file", KEY, "");

    record Position(long sequence, byte[] digest) {
        static Position of(AuditTable.Row row) {
            return new Position(row.sequence(), row.digest());
        }

        private byte[] encoded() {
            return ByteBuffer.allocate(8 + digest.length)
                    .putLong(sequence)
                    .put(digest)
                    .array();
        }

        private static Position decoded(byte[] bytes) {
            return new Position(ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, 8, bytes.length));
        }
    }

    private final Seal seal;
    private final Path file;
    private final WriteProbe probe;
    private long published;

    AuditAnchor(Seal seal, Path file, WriteProbe probe) {
        this.seal = seal;
        this.file = file;
        this.probe = probe;
    }

    void move(Transaction transaction, AuditTable.Row head) throws StoreException {
        HomeTable.put(transaction, KEY, seal.seal(Position.of(head).encoded(), IN_DATABASE));
    }

    /// To be called when the transaction is committed; of two at once the later event wins.
    synchronized void publish(AuditTable.Row head) throws StoreException {
        if (head.sequence() < published) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            probe.at("anchor");
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(seal.seal(Position.of(head).encoded(), IN_FILE));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            probe.at("anchor rename");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            published = head.sequence();
            probe.at("anchor done");
        } catch (IOException e) {
            throw StoreException.of(e);
        }
    }

    Optional<Position> inDatabase(Transaction transaction) throws StoreException, SealBrokenException {
        Optional<byte[]> sealed = HomeTable.get(transaction, KEY);
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(Position.decoded(seal.open(sealed.get(), IN_DATABASE)));
    }

    Optional<Position> inFile() throws SealBrokenException {
        try {
            return Optional.of(Position.decoded(seal.open(Files.readAllBytes(file), IN_FILE)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
