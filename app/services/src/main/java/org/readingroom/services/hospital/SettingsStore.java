package org.readingroom.services.hospital;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.SettingsFile;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.HomeTable;
import org.readingroom.viewer.model.WorkstationException;

/// The settings of the hospital's servers, sealed in the home: passwords and tokens lie nowhere in the clear.
///
/// **Thread:** any but `fx`; blocks.
// [impl->req~hospital.settings~1]
public final class SettingsStore {
    private static final String KEY = "hospital.settings";
    private static final SealContext CONTEXT = new SealContext("home", "value", KEY);

    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final boolean isDemo;
    private final OfflineDays offlineDays;

    public SettingsStore(
            Database documents, Seal seal, AuditTrail audit, User user, boolean isDemo, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.isDemo = isDemo;
        this.offlineDays = new OfflineDays(documents, seal, clock);
    }

    /// Nothing while no servers were ever set.
    public Optional<HospitalSettings> kept() throws WorkstationException {
        Optional<byte[]> sealed = documents.read(t -> HomeTable.get(t, KEY));
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(SettingsFile.parse(seal.open(sealed.get(), CONTEXT), Path.of("/")));
    }

    public HospitalSettings current() throws WorkstationException {
        return kept().orElse(HospitalSettings.NONE);
    }

    /// Whether the signed-in person may change what is set: an administrator, anybody where nothing is set yet or
    /// all is invented.
    public boolean mayChange() throws WorkstationException {
        return isDemo || user.roles().contains(Role.ADMINISTRATOR) || kept().isEmpty();
    }

    /// Keeps other settings; the next session works with them. The same ones again change nothing.
    ///
    /// **Errors:** `services.servers.administrator-only`.
    public void keep(HospitalSettings settings) throws WorkstationException {
        byte[] plain = SettingsFile.write(settings);
        try {
            if (kept().equals(Optional.of(settings))) {
                return;
            }
            if (!mayChange()) {
                WorkstationException refused = new WorkstationException(
                        "services.servers.administrator-only", "servers are changed by an administrator");
                audit.appendFailure(Action.UPDATE, "hospital.settings", null, refused);
                throw refused;
            }
            byte[] sealed = seal.seal(plain, CONTEXT);
            audit.publish(documents.write(t -> {
                HomeTable.put(t, KEY, sealed);
                // New servers are met for the first time: the days count from here.
                offlineDays.beginIn(t);
                return audit.appendIn(t, Action.UPDATE, "hospital.settings", null, Outcome.SUCCESS, "");
            }));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// How long this desk may still be signed in to without the information system.
    public OfflineDays offlineDays() {
        return offlineDays;
    }
}
