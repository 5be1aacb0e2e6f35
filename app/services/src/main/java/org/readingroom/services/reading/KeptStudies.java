package org.readingroom.services.reading;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.readingroom.services.fetch.Protection;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.DraftTable;
import org.readingroom.services.store.MadeObjectTable;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.store.VersionTable;
import org.readingroom.services.sync.Outbox;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// Studies that stay on the disk whatever the quota says: with an order that is not done, whoever holds it; with a
/// draft, something unsent, or an object not filed; and, where no order says otherwise, those not signed here.
///
/// A study of which the hospital's list says nothing counts as unread only where there is no such list: priors would
/// else never go.
// [impl->req~cache.protected~1]
public final class KeptStudies implements Protection {
    private final Database documents;
    private final Seal seal;
    private final OrderStore orders;
    private final Outbox outbox;
    private final StudyStore store;

    public KeptStudies(Database documents, Seal seal, OrderStore orders, Outbox outbox, StudyStore store) {
        this.store = store;
        this.documents = documents;
        this.seal = seal;
        this.orders = orders;
        this.outbox = outbox;
    }

    @Override
    public Set<StudyUid> keptOf(Set<StudyUid> studies) throws WorkstationException {
        Set<String> unfinished = new HashSet<>();
        Set<String> signed = new HashSet<>();
        documents.read(t -> {
            DraftTable.all(t).forEach(draft -> unfinished.add(hex(draft.study())));
            MadeObjectTable.unstored(t).forEach(object -> unfinished.add(hex(object.study())));
            VersionTable.all(t).forEach(version -> signed.add(hex(version.study())));
            return true;
        });
        Set<StudyUid> kept = new HashSet<>();
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.state().isOpen()) {
                kept.add(entry.study());
            }
        }
        boolean hasList = !orders.orders().isEmpty();
        Set<String> accessions = new HashSet<>();
        for (Order order : orders.orders()) {
            StudyUid study = order.study();
            if (order.state() == OrderState.WAITING || order.state() == OrderState.CLAIMED) {
                if (study != null) {
                    kept.add(study);
                }
                accessions.add(order.accessionNumber());
            }
        }
        accessions.remove("");
        for (StudyUid study : studies) {
            String key = hex(seal.reference("study", study.value()));
            boolean isOrdered = store.study(study)
                    .filter(one -> accessions.contains(one.accessionNumber()))
                    .isPresent();
            if (isOrdered || unfinished.contains(key) || !hasList && !signed.contains(key)) {
                kept.add(study);
            }
        }
        return kept;
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
