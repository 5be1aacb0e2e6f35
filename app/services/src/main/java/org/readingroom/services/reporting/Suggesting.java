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
    private final SuggestionFiles files;

    Suggesting(
            Database documents,
            Seal seal,
            AuditTrail audit,
            User user,
            InstantSource clock,
            PhraseStore phrases,
            SuggestionFiles files) {
        this.files = files;
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

    /// Who may use which source here.
    public SuggestionFiles files() {
        return files;
    }

    public AiRegisterStore register() {
        return register;
    }
}
