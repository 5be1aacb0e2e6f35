package org.readingroom.services.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.ExpectedTable.Counts;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;
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
// [impl->req~fetch.settled~1]
public final class ExpectedStudies {
    /// chosen: a scanner that sends pauses for less between two series of an examination.
    public static final Duration SETTLED = Duration.ofMinutes(5);

    /// chosen: what is on screen is asked for three times within it while the archive is there.
    private static final Duration UNASKED = Duration.ofMinutes(1);

    /// How many instances the archive has, and how many of them are here. `isListed` is false while the archive was
    /// not asked for all; `isWanted` says that somebody asked for the study and did not give it up; `same` is how
    /// long after the first time the archive last gave the same list, at `confirmed`.
    public record Standing(int total, int here, boolean isListed, boolean isWanted, Duration same, Instant confirmed) {
        /// All that the archive listed is here; it may have more by now.
        public boolean isAllHere() {
            return isListed && total > 0 && here >= total;
        }

        /// An archive that is still being sent to lists a part as if it were all: a list counts when it stood a while.
        public boolean isWhole() {
            return isAllHere() && same.compareTo(SETTLED) >= 0;
        }

        /// All that was listed is here, and for a while nobody could ask whether there is more.
        private boolean isDoubtful(Instant now) {
            return isAllHere() && !isWhole() && Duration.between(confirmed, now).compareTo(UNASKED) > 0;
        }

        private Standing withHere(int other) {
            return new Standing(total, other, isListed, isWanted, same, confirmed);
        }

        private Standing withWanted(boolean other) {
            return new Standing(total, here, isListed, other, same, confirmed);
        }
    }

    /// One instance that came from the archive, and its size.
    public record Fetched(SopInstanceUid instance, long bytes) {}

    private final Database index;
    private final Seal seal;
    private final ArchiveStudies archived;
    private final InstantSource clock;
    /// Held while a row and what is known of it here change together.
    private final Object changing = new Object();
    private final Map<StudyUid, Optional<Standing>> standings = new ConcurrentHashMap<>();

    public ExpectedStudies(Database index, Seal seal, ArchiveStudies archived, InstantSource clock) {
        this.archived = archived;
        this.clock = clock;
        this.index = index;
        this.seal = seal;
    }

    /// Nothing for a study that no archive was asked for.
    public Optional<Standing> standing(StudyUid study) throws WorkstationException {
        Optional<Standing> known = standings.get(study);
        if (known == null) {
            byte[] key = key(study);
            known = read(key);
            Optional<Standing> other = standings.putIfAbsent(study, known);
            return other == null ? known : other;
        }
        return known;
    }

    private Optional<Standing> read(byte[] key) throws WorkstationException {
        return index.read(t -> ExpectedTable.found(t, key))
                .map(found -> new Standing(
                        found.counts().total(),
                        found.counts().here(),
                        found.counts().isListed(),
                        found.counts().isWanted(),
                        Duration.ofMillis(found.sameMillis()),
                        Instant.ofEpochMilli(found.confirmed())));
    }

    /// Whether what the archive listed of a study may have been a part of it: it was listed while it may still have
    /// been sent, and nobody could ask since. One of an earlier day has long been sent. `taken` is null when nobody
    /// knows the day.
    public boolean isDoubtful(StudyUid study, @Nullable LocalDateTime taken) throws WorkstationException {
        Instant now = clock.instant();
        LocalDateTime dayAgo =
                LocalDateTime.ofInstant(now, ZoneId.systemDefault()).minusDays(1);
        boolean isRecent = taken == null || !taken.isBefore(dayAgo);
        return isRecent && standing(study).filter(one -> one.isDoubtful(now)).isPresent();
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
        archived.note(List.of(study.study()));
        synchronized (changing) {
            index.write(t -> {
                ExpectedTable.save(t, key, counts, body);
                return true;
            });
            standings.put(study.study(), read(key));
        }
    }

    /// The archive was asked for all lists of `study` just now, and this is what it gave; the row is there.
    public void listed(ExpectedStudy study) throws WorkstationException {
        byte[] key = key(study.study());
        String all = study.series().stream()
                .flatMap(series -> series.instances().stream())
                .map(instance -> instance.uid().value())
                .sorted()
                .collect(Collectors.joining("\n"));
        byte[] list = seal.reference("expected.list", all);
        long now = clock.millis();
        synchronized (changing) {
            index.write(t -> {
                ExpectedTable.listed(t, key, list, now);
                return true;
            });
            standings.put(study.study(), read(key));
        }
    }

    /// Studies that came from an archive and of which the index says nothing, since it was made anew, are asked for
    /// again; until then they are not known to be whole. Those that came by hand stay as they are.
    // [impl->req~fetch.known-after-rebuild~1]
    public void bringBack(StudyStore studies) throws WorkstationException {
        List<StudyUid> old = new ArrayList<>();
        Set<String> known = index.read(ExpectedTable::keys);
        for (Study study : studies.studies()) {
            boolean isKnown = known.contains(HexFormat.of().formatHex(key(study.uid())));
            if (isKnown) {
                old.add(study.uid());
            } else if (archived.contains(study.uid())) {
                List<ExpectedSeries> series = studies.series(study.uid()).stream()
                        .map(one -> new ExpectedSeries(one, false, List.of()))
                        .toList();
                save(
                        new ExpectedStudy(study.uid(), study.patient().id().value(), series),
                        study.instanceCount(),
                        study.instanceCount() > 0);
            }
        }
        archived.note(old);
    }

    /// Notes instances that are in the index now, and how many of the study there are.
    public void arrived(StudyUid study, int here, List<Fetched> fetched) throws WorkstationException {
        byte[] key = key(study);
        synchronized (changing) {
            index.write(t -> {
                for (Fetched one : fetched) {
                    ExpectedTable.fetched(t, instanceKey(one.instance()), key, one.bytes());
                }
                ExpectedTable.here(t, key, here);
                return true;
            });
            standings.computeIfPresent(study, (uid, now) -> now.map(old -> old.withHere(here)));
        }
    }

    public void want(StudyUid study, boolean isWanted) throws WorkstationException {
        byte[] key = key(study);
        synchronized (changing) {
            index.write(t -> {
                ExpectedTable.wanted(t, key, isWanted);
                return true;
            });
            standings.computeIfPresent(study, (uid, now) -> now.map(old -> old.withWanted(isWanted)));
        }
    }

    /// Studies that were asked for and are not known to be whole.
    public List<StudyUid> unfinished() throws WorkstationException {
        List<StudyUid> studies = new ArrayList<>();
        for (IndexTable.Row row : index.read(t -> ExpectedTable.unfinished(t, SETTLED.toMillis()))) {
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
