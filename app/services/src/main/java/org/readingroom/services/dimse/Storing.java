package org.readingroom.services.dimse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.archive.SameInstance;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.archive.StoreAnswer.Refused;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Gives files to an archive and makes sure that it holds them.
///
/// An archive that holds an instance already says that all is well and keeps what it has. So it is asked before: what
/// it holds is compared, and given only where it does not. Afterwards it is asked whether it has what it took. One
/// that cannot be asked is believed.
// [impl->req~dimse.store~1]
final class Storing {
    private final Link link;
    private final Lister lister;
    private final Fetcher fetcher;
    private final Map<SopInstanceUid, Refused> refused = new LinkedHashMap<>();
    private final Set<SopInstanceUid> stored = new HashSet<>();

    interface Lister {
        List<ArchiveInstance> list(StudyUid study, SeriesUid series, Progress progress) throws DimseException;
    }

    interface Fetcher {
        byte[] fetch(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
                throws WorkstationException;
    }

    Storing(Link link, Lister lister, Fetcher fetcher) {
        this.link = link;
        this.lister = lister;
        this.fetcher = fetcher;
    }

    StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        List<OutgoingFile> all = new ArrayList<>();
        for (byte[] bytes : files) {
            OutgoingFile file = OutgoingFile.of(bytes);
            if (file.study().equals(study.value())) {
                all.add(file);
            } else {
                refuse(file, true, "services.dimse.store.other-study");
            }
        }
        Optional<Set<SopInstanceUid>> held = held(study, all, progress);
        List<OutgoingFile> toSend = new ArrayList<>();
        for (OutgoingFile file : all) {
            if (held.isPresent() && held.get().contains(file.instance())) {
                compare(study, file, progress);
            } else {
                toSend.add(file);
            }
        }
        send(toSend, all.size(), progress);
        if (held.isPresent() && !toSend.isEmpty()) {
            Set<SopInstanceUid> now = held(study, toSend, progress).orElse(Set.of());
            for (OutgoingFile file : toSend) {
                if (!now.contains(file.instance()) && stored.remove(file.instance())) {
                    refuse(file, false, "services.dimse.store.not-found");
                }
            }
        }
        return new StoreAnswer(
                all.stream()
                        .map(OutgoingFile::instance)
                        .filter(stored::contains)
                        .distinct()
                        .toList(),
                List.copyOf(refused.values()));
    }

    private void refuse(OutgoingFile file, boolean isFinal, String key) {
        refused.put(file.instance(), new Refused(file.instance(), 0, isFinal, key));
    }

    /// Nothing where the archive cannot be asked.
    private Optional<Set<SopInstanceUid>> held(StudyUid study, List<OutgoingFile> files, Progress progress)
            throws DimseException {
        Set<SopInstanceUid> held = new HashSet<>();
        Set<SeriesUid> series = new HashSet<>();
        for (OutgoingFile file : files) {
            if (series.add(file.series())) {
                try {
                    lister.list(study, file.series(), progress).forEach(each -> held.add(each.uid()));
                } catch (DimseException e) {
                    if (e.messageKey().equals("services.dimse.no-service")) {
                        return Optional.empty();
                    }
                    throw e;
                }
            }
        }
        return Optional.of(held);
    }

    private void compare(StudyUid study, OutgoingFile file, Progress progress) throws WorkstationException {
        try {
            byte[] there = fetcher.fetch(study, file.series(), file.instance(), progress);
            if (SameInstance.is(file.file(), DicomReader.read(there))) {
                stored.add(file.instance());
            } else {
                refuse(file, true, "services.dimse.store.other-content");
            }
        } catch (DicomException e) {
            refuse(file, true, "services.dimse.store.other-content");
        } catch (IncompleteException | DimseFailedException | ArchiveException e) {
            refuse(file, false, "services.dimse.store.not-compared");
        }
    }

    private void send(List<OutgoingFile> files, int total, Progress progress) throws DimseException {
        int done = 0;
        while (done < files.size()) {
            List<Proposal> proposals = StoreSender.proposals(files.subList(done, files.size()));
            try (Association association = link.store(proposals)) {
                StoreSender sender = new StoreSender(association);
                while (done < files.size()
                        && proposals.containsAll(StoreSender.proposals(files.subList(done, done + 1)))) {
                    OutgoingFile file = files.get(done++);
                    Optional<Refused> no = sender.store(file, progress);
                    no.ifPresent(each -> refused.put(file.instance(), each));
                    if (no.isEmpty()) {
                        stored.add(file.instance());
                    }
                    progress.at(total - files.size() + done, total);
                }
                association.release();
            }
        }
    }
}
