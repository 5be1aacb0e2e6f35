package org.readingroom.services.home;

import java.util.Optional;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.hospital.Hospital;
import org.readingroom.services.hospital.HospitalNeeds;
import org.readingroom.services.hospital.SettingsStore;
import org.readingroom.services.identity.SignInRefusedException;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.viewer.model.WorkstationException;

/// The last step of signing in: takes offered servers in, and opens unless the hospital was missed for too long.
final class HospitalDoor {
    private HospitalDoor() {}

    static Hospital enter(Home home, HospitalNeeds needs) throws WorkstationException {
        SettingsStore settings = new SettingsStore(
                needs.documents(), needs.seal(), needs.audit(), needs.user(), needs.isDemo(), needs.clock());
        Optional<HospitalSettings> offered = home.offered();
        if (offered.isPresent()) {
            settings.keep(offered.get());
        }
        Hospital entered = new Hospital(needs, settings, home.options().clients());
        try {
            entered.admit();
            needs.audit().append(Action.EXECUTE, "session.open", null, Outcome.SUCCESS, "");
            return entered;
        } catch (SignInRefusedException e) {
            entered.close();
            needs.audit().appendFailure(Action.EXECUTE, "session.open", null, e);
            throw e;
        } catch (WorkstationException | RuntimeException e) {
            entered.close();
            throw e;
        }
    }
}
