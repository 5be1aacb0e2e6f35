package org.readingroom.services.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.readingroom.services.fetch.KeptFor;
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
import org.readingroom.viewer.model.Study;
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
    private final String me;

    /// `me` is the login name of the signed-in person.
    public KeptStudies(Database documents, Seal seal, OrderStore orders, Outbox outbox, StudyStore store, String me) {
        this.me = me;
        this.store = store;
        this.documents = documents;
        this.seal = seal;
        this.orders = orders;
        this.outbox = outbox;
    }

    @Override
    public Set<StudyUid> keptOf(Set<StudyUid> studies) throws WorkstationException {
        return reasonsOf(studies).keySet();
    }

    /// Those of `studies` that stay, each with its first reason.
    public Map<StudyUid, KeptFor> reasonsOf(Set<StudyUid> studies) throws WorkstationException {
        Set<String> unfinished = new HashSet<>();
        Set<String> signed = new HashSet<>();
        documents.read(t -> {
            DraftTable.all(t).forEach(draft -> unfinished.add(hex(draft.study())));
            MadeObjectTable.unstored(t).forEach(object -> unfinished.add(hex(object.study())));
            VersionTable.all(t).forEach(version -> signed.add(hex(version.study())));
            return true;
        });
        Set<StudyUid> unsent = new HashSet<>();
        for (OutboxEntry entry : outbox.entries()) {
            if (entry.state().isOpen()) {
                unsent.add(entry.study());
            }
        }
        Ordered ordered = new Ordered(me);
        orders.orders().forEach(ordered::add);
        boolean hasList = !orders.orders().isEmpty();
        Map<StudyUid, KeptFor> reasons = new HashMap<>();
        for (StudyUid study : studies) {
            String key = hex(seal.reference("study", study.value()));
            String accession = store.study(study).map(Study::accessionNumber).orElse("");
            if (unsent.contains(study)) {
                reasons.put(study, KeptFor.UNSENT);
            } else if (ordered.isMine(study, accession)) {
                reasons.put(study, KeptFor.MINE);
            } else if (unfinished.contains(key)) {
                reasons.put(study, KeptFor.UNFINISHED);
            } else if (ordered.isOpen(study, accession) || !hasList && !signed.contains(key)) {
                reasons.put(study, KeptFor.UNREAD);
            }
        }
        return reasons;
    }

    /// What the orders that are not done are about, by study and by accession number.
    private static final class Ordered {
        private final String me;
        private final Set<StudyUid> open = new HashSet<>();
        private final Set<StudyUid> mine = new HashSet<>();
        private final Set<String> openNumbers = new HashSet<>();
        private final Set<String> mineNumbers = new HashSet<>();

        Ordered(String me) {
            this.me = me;
        }

        void add(Order order) {
            if (order.state() != OrderState.WAITING && order.state() != OrderState.CLAIMED) {
                return;
            }
            Order.Reader owner = order.owner();
            boolean isMine = owner != null && owner.id().equals(me);
            StudyUid study = order.study();
            if (study != null) {
                (isMine ? mine : open).add(study);
            }
            if (!order.accessionNumber().isEmpty()) {
                (isMine ? mineNumbers : openNumbers).add(order.accessionNumber());
            }
        }

        boolean isMine(StudyUid study, String accession) {
            return mine.contains(study) || mineNumbers.contains(accession);
        }

        boolean isOpen(StudyUid study, String accession) {
            return open.contains(study) || openNumbers.contains(accession);
        }
    }

    private static String hex(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
