package org.readingroom.services.store;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;

/// The lesions followed of each patient, as the JSON text that the viewer's `recist` package writes.
///
/// **Thread:** any but `fx` and `gl`; blocks until the text is durable.
// [impl->req~recist.stored~1]
public final class FollowUpStore {
    private final Database documents;
    private final Seal seal;
    private final InstantSource clock;
    private final String userId;
    private final PatientLinks links;

    public FollowUpStore(Database documents, Seal seal, InstantSource clock, String userId, PatientLinks links) {
        this.links = links;
        this.documents = documents;
        this.seal = seal;
        this.clock = clock;
        this.userId = userId;
    }

    /// What is kept under this number; else, after a merge, under one that became it.
    public Optional<String> load(PatientId patient) throws WorkstationException {
        Optional<String> own = stored(patient);
        List<PatientId> merged = own.isEmpty() ? links.mergedInto(patient) : List.of();
        for (PatientId each : merged) {
            own = own.isEmpty() ? stored(each) : own;
        }
        return own;
    }

    private Optional<String> stored(PatientId patient) throws WorkstationException {
        byte[] key = key(patient);
        Optional<byte[]> body = documents.read(t -> FollowUpTable.body(t, key));
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(seal.open(body.get(), context(key)), StandardCharsets.UTF_8));
    }

    /// Replaces what was there.
    public void save(PatientId patient, String json) throws WorkstationException {
        byte[] key = key(patient);
        byte[] body = seal.seal(json.getBytes(StandardCharsets.UTF_8), context(key));
        documents.write(t -> {
            FollowUpTable.save(t, key, userId, clock.millis(), body);
            return true;
        });
    }

    private byte[] key(PatientId patient) {
        return seal.reference("patient", patient.issuer() + "\n" + patient.value());
    }

    private static SealContext context(byte[] key) {
        return new SealContext("follow_up", "body", HexFormat.of().formatHex(key));
    }
}
