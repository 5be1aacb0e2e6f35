package org.readingroom.services.store;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// The marks of each study, as the JSON text that the annotation package writes.
///
/// **Thread:** any but `fx` and `gl`; blocks until the text is durable.
public final class AnnotationStore {
    private final Database documents;
    private final Seal seal;
    private final InstantSource clock;
    private final String userId;

    public AnnotationStore(Database documents, Seal seal, InstantSource clock, String userId) {
        this.documents = documents;
        this.seal = seal;
        this.clock = clock;
        this.userId = userId;
    }

    public Optional<String> load(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        Optional<byte[]> body = documents.read(t -> AnnotationTable.body(t, key));
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(seal.open(body.get(), context(key)), StandardCharsets.UTF_8));
    }

    /// Replaces what was there.
    public void save(StudyUid study, String json) throws WorkstationException {
        byte[] key = key(study);
        byte[] body = seal.seal(json.getBytes(StandardCharsets.UTF_8), context(key));
        documents.write(t -> {
            AnnotationTable.save(t, key, userId, clock.millis(), body);
            return true;
        });
    }

    private byte[] key(StudyUid study) {
        return seal.reference("study", study.value());
    }

    private static SealContext context(byte[] key) {
        return new SealContext("annotation", "body", HexFormat.of().formatHex(key));
    }
}
