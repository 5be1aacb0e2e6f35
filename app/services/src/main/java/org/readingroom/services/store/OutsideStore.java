package org.readingroom.services.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.readingroom.report.prior.OutsideReport;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealBrokenException;
import org.readingroom.services.seal.SealContext;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.WorkstationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What other systems reported of patients, as the RIS told it last: read only, sealed, and there when the
/// RIS is not.
///
/// It is a copy of what lies there. A row that cannot be read is as if it had never been asked for.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~report.outside.kept~1]
public final class OutsideStore {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideStore.class);
    private static final String TABLE = "outside_report";
    /// chosen: as long as the images of a case that nobody looks at, three times over: a follow-up comes in
    /// three months.
    static final Duration UNUSED = Duration.ofDays(100);
    private static final Duration USED_AGAIN = Duration.ofDays(1);
    /// chosen: some ten thousand patients.
    static final long MOST_BYTES = 256L << 20;

    /// All that was told of `patient` at `asked`. `isWhole` is false when there is more.
    public record Kept(Patient patient, Instant asked, List<OutsideReport> reports, boolean isWhole) {
        public Kept {
            reports = List.copyOf(reports);
        }
    }

    private final Database documents;
    private final Seal seal;
    private final InstantSource clock;

    public OutsideStore(Database documents, Seal seal, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.clock = clock;
    }

    /// Nothing when it was never asked for, or is gone since.
    public Optional<Kept> kept(PatientId patient) throws WorkstationException {
        byte[] key = key(patient);
        Optional<byte[]> body = documents.read(t -> OutsideTable.body(t, key));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OutsideJson.read(seal.open(body.get(), context(key))));
        } catch (SealBrokenException | StoreException e) {
            LOG.warn("what another system reported cannot be read and is asked for again: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// When it was asked for last.
    public Optional<Instant> asked(PatientId patient) throws WorkstationException {
        byte[] key = key(patient);
        return documents.read(t -> OutsideTable.asked(t, key)).map(Instant::ofEpochMilli);
    }

    /// Takes the place of all that was told before. Too much room, or what nobody wanted for long, goes in
    /// the same act.
    public void save(Kept kept) throws WorkstationException {
        byte[] key = key(kept.patient().id());
        byte[] body = seal.seal(OutsideJson.write(kept), context(key));
        long unused = clock.instant().minus(UNUSED).toEpochMilli();
        documents.write(t -> {
            OutsideTable.save(t, key, kept.asked().toEpochMilli(), body);
            OutsideTable.shrink(t, unused, MOST_BYTES);
            return true;
        });
    }

    /// Somebody reads of this patient; written once a day.
    public void used(PatientId patient) throws WorkstationException {
        byte[] key = key(patient);
        long now = clock.millis();
        Optional<Long> before = documents.read(t -> OutsideTable.used(t, key));
        if (before.isPresent() && now - before.get() >= USED_AGAIN.toMillis()) {
            documents.write(t -> {
                OutsideTable.used(t, key, now);
                return true;
            });
        }
    }

    public void forget(PatientId patient) throws WorkstationException {
        byte[] key = key(patient);
        documents.write(t -> {
            OutsideTable.delete(t, key);
            return true;
        });
    }

    private byte[] key(PatientId patient) {
        return seal.reference("patient", patient.issuer() + "\n" + patient.value());
    }

    private static SealContext context(byte[] key) {
        return new SealContext(TABLE, "body", HexFormat.of().formatHex(key));
    }
}
