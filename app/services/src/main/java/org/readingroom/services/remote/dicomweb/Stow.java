package org.readingroom.services.remote.dicomweb;

import java.util.List;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Nothing is stored yet.
final class Stow {
    Stow(HttpLink link, Wado wado) {}

    StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        if (files.isEmpty()) {
            return new StoreAnswer(List.of(), List.of());
        }
        throw new ArchiveException(ServerFault.REFUSED, "this archive is only read", null);
    }
}
