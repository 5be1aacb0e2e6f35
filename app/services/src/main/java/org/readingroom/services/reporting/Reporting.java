package org.readingroom.services.reporting;

import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;

/// What stands around the reports of one signed-in person: one store for each part.
///
/// **Thread:** any but `fx` and `gl`, as what it hands out.
public final class Reporting {
    private final PhraseStore phrases;

    public Reporting(Database documents, Seal seal, AuditTrail audit, User user) {
        this.phrases = new PhraseStore(documents, seal, audit, user);
    }

    public PhraseStore phrases() {
        return phrases;
    }
}
