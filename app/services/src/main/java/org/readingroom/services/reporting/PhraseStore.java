package org.readingroom.services.reporting;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.readingroom.report.phrase.PhraseBook;
import org.readingroom.report.phrase.PhraseJson;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;

/// The phrase books of this home, sealed: a phrase may hold what somebody saw of a patient.
///
/// ```
/// phrases.<user>       sealed: a PhraseJson document   one person's own
/// phrases.department   the same                        everybody's
/// ```
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~report.phrase.kept~1]
public final class PhraseStore {
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;

    PhraseStore(Database documents, Seal seal, AuditTrail audit, User user) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
    }

    /// Whether the signed-in person may change the book of `owner`.
    public boolean mayWrite(PhraseOwner owner) {
        return owner == PhraseOwner.PERSONAL || user.has(Role.SENIOR) || user.has(Role.ADMINISTRATOR);
    }

    /// **Errors:** as [PhraseJson#read]: a book that cannot be read is never taken for an empty one, which the next
    /// change would write over it.
    public PhraseBook book(PhraseOwner owner) throws WorkstationException {
        String key = key(owner);
        return open(key, documents.read(t -> HomeTable.get(t, key)));
    }

    /// Makes `change` of the book as it is now, and gives it back.
    ///
    /// **Errors:** `services.phrases.no-right` when it is not this person's to change;
    /// `services.phrases.changed` when somebody else changed it in this very moment.
    public PhraseBook change(PhraseOwner owner, UnaryOperator<PhraseBook> change) throws WorkstationException {
        if (!mayWrite(owner)) {
            WorkstationException refused =
                    new WorkstationException("services.phrases.no-right", "the department's book is not theirs");
            audit.appendFailure(Action.UPDATE, "phrases." + owner, null, refused);
            throw refused;
        }
        String key = key(owner);
        Optional<byte[]> before = documents.read(t -> HomeTable.get(t, key));
        PhraseBook changed = change.apply(open(key, before));
        byte[] sealed = seal.seal(PhraseJson.write(changed), context(key));
        Optional<AuditTable.Row> head = documents.write(t -> {
            if (!equal(before, HomeTable.get(t, key))) {
                return Optional.empty();
            }
            HomeTable.put(t, key, sealed);
            return Optional.of(audit.appendIn(t, Action.UPDATE, "phrases." + owner, user.id(), Outcome.SUCCESS, ""));
        });
        audit.publish(head.orElseThrow(
                () -> new WorkstationException("services.phrases.changed", "another change came first")));
        return changed;
    }

    private PhraseBook open(String key, Optional<byte[]> sealed) throws WorkstationException {
        return sealed.isEmpty() ? PhraseBook.EMPTY : PhraseJson.read(seal.open(sealed.get(), context(key)));
    }

    private static boolean equal(Optional<byte[]> one, Optional<byte[]> two) {
        return one.isPresent() == two.isPresent()
                && (one.isEmpty() || java.util.Arrays.equals(one.get(), two.orElseThrow()));
    }

    private String key(PhraseOwner owner) {
        return "phrases." + (owner == PhraseOwner.PERSONAL ? user.id() : "department");
    }

    private static SealContext context(String key) {
        return new SealContext("home", "value", key);
    }
}
