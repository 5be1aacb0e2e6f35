package org.readingroom.services.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.ExpectedTable.Counts;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What the archive is known to hold of the studies of this home, so that half a study is known as half after a
/// restart too.
///
/// `here` is never written higher than what the index holds: it is raised after the rows are there, and lowered before
/// they go.
///
/// **Thread:** any but `fx` and `gl`; blocks.
// [impl->req~fetch.expected~1]
public final class ExpectedStudies {
    /// How many instances the archive has, and how many of them are here. `isListed` is false while the archive was
    /// not asked for all; `isWanted` says that somebody asked for the study and did not give it up.
    public record Standing(int total, int here, boolean isListed, boolean isWanted) {
        public boolean isWhole() {
            return isListed && total > 0 && here >= total;
        }
    }

    /// One instance that came from the archive, and its size.
    public record Fetched(SopInstanceUid instance, long bytes) {}

    private final Database index;
    private final Seal seal;
    private final Map<StudyUid, Optional<Standing>> standings = new ConcurrentHashMap<>();

    public ExpectedStudies(Database index, Seal seal) {
        this.index = index;
        this.seal = seal;
    }

    /// Nothing for a study that no archive was asked for.
    public Optional<Standing> standing(StudyUid study) throws WorkstationException {
        Optional<Standing> known = standings.get(study);
        if (known == null) {
            byte[] key = key(study);
            known = index.read(t -> ExpectedTable.counts(t, key))
                    .map(found -> new Standing(found.total(), found.here(), found.isListed(), found.isWanted()));
            Optional<Standing> other = standings.putIfAbsent(study, known);
            return other == null ? known : other;
        }
        return known;
    }

    public Optional<ExpectedStudy> of(StudyUid study) throws WorkstationException {
        byte[] key = key(study);
        Optional<byte[]> body = index.read(t -> ExpectedTable.body(t, key));
        return body.isEmpty() ? Optional.empty() : Optional.of(ExpectedJson.read(seal.open(body.get(), context(key))));
    }

    public void save(ExpectedStudy study, int here, boolean isWanted) throws WorkstationException {
        byte[] key = key(study.study());
        byte[] body = seal.seal(ExpectedJson.write(study), context(key));
        Counts counts = new Counts(study.total(), here, study.isListed(), isWanted);
        index.write(t -> {
            ExpectedTable.save(t, key, counts, body);
            return true;
        });
        standings.put(study.study(), Optional.of(new Standing(counts.total(), here, counts.isListed(), isWanted)));
    }

    /// Notes instances that are in the index now, and how many of the study there are.
    public void arrived(StudyUid study, int here, List<Fetched> fetched) throws WorkstationException {
        byte[] key = key(study);
        index.write(t -> {
            for (Fetched one : fetched) {
                ExpectedTable.fetched(t, instanceKey(one.instance()), key, one.bytes());
            }
            ExpectedTable.here(t, key, here);
            return true;
        });
        standings.computeIfPresent(
                study, (uid, now) -> now.map(old -> new Standing(old.total(), here, old.isListed(), old.isWanted())));
    }

    public void want(StudyUid study, boolean isWanted) throws WorkstationException {
        byte[] key = key(study);
        index.write(t -> {
            ExpectedTable.wanted(t, key, isWanted);
            return true;
        });
        standings.computeIfPresent(
                study, (uid, now) -> now.map(old -> new Standing(old.total(), old.here(), old.isListed(), isWanted)));
    }

    /// Studies that were asked for and are not whole.
    public List<StudyUid> unfinished() throws WorkstationException {
        List<StudyUid> studies = new ArrayList<>();
        for (IndexTable.Row row : index.read(ExpectedTable::unfinished)) {
            studies.add(
                    ExpectedJson.read(seal.open(row.body(), context(row.key()))).study());
        }
        return List.copyOf(studies);
    }

    private byte[] key(StudyUid study) {
        return seal.reference(IndexTable.Level.STUDY.table(), study.value());
    }

    private byte[] instanceKey(SopInstanceUid instance) {
        return seal.reference(IndexTable.Level.INSTANCE.table(), instance.value());
    }

    private static SealContext context(byte[] key) {
        return new SealContext("expected", "body", HexFormat.of().formatHex(key));
    }
}
