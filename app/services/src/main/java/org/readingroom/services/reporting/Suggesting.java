package org.readingroom.services.reporting;

import java.time.InstantSource;
import org.readingroom.report.template.TemplateLibrary;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.SignedArchive;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;

/// What suggestions need of this home: what they come from, the ledger of what was done with them, the register.
///
/// **Thread:** any.
public final class Suggesting {
    private final DepartmentReports archive;
    private final SuggestionLedger ledger;
    private final AiRegisterStore register;

    Suggesting(Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock, PhraseStore phrases) {
        SignedArchive signed = new SignedArchive(documents, seal);
        this.archive = new DepartmentReports(signed, phrases, TemplateLibrary.shipped());
        this.ledger = new SuggestionLedger(documents, seal, audit, user, clock);
        this.register = new AiRegisterStore(documents, seal, audit, user, clock, signed, ledger);
    }

    public DepartmentReports archive() {
        return archive;
    }

    public SuggestionLedger ledger() {
        return ledger;
    }

    public AiRegisterStore register() {
        return register;
    }
}
