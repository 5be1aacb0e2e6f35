package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.WorkstationException;

/// Finds out once what an archive can do, with the first search, and remembers it until the program ends: a server
/// may be another one tomorrow.
///
/// An archive that holds nothing yet cannot be tried; it is asked again with the next search.
///
/// **Thread:** any.
// [impl->req~archive.traits~1]
final class TraitProbe {
    private final HttpLink link;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ArchiveTraits known;

    TraitProbe(HttpLink link) {
        this.link = link;
    }

    ArchiveTraits traits() throws WorkstationException {
        lock.lock();
        try {
            if (known != null) {
                return known;
            }
            Optional<ArchiveTraits> found = probe();
            known = found.orElse(null);
            return found.orElse(ArchiveTraits.SAFE);
        } finally {
            lock.unlock();
        }
    }

    private Optional<ArchiveTraits> probe() throws WorkstationException {
        List<String> first = studies("studies?limit=1&offset=0");
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String uid = first.getFirst();
        boolean pages =
                first.size() == 1 && !studies("studies?limit=1&offset=1").contains(uid);
        boolean decodes;
        try {
            // %2E is a full stop: whoever decodes finds the one study, whoever does not finds none.
            decodes = studies("studies?limit=2&StudyInstanceUID=" + uid.replace(".", "%2E"))
                    .equals(List.of(uid));
        } catch (HttpFaultException e) {
            if (e.fault() != ServerFault.REFUSED && e.fault() != ServerFault.BROKEN) {
                throw e;
            }
            decodes = false;
        }
        return Optional.of(new ArchiveTraits(decodes, pages));
    }

    private List<String> studies(String path) throws WorkstationException {
        return JsonAttributes.list(link.send(HttpRequest.get(path).accept("application/dicom+json"))).stream()
                .flatMap(row -> row.text(Tag.STUDY_INSTANCE_UID).stream())
                .toList();
    }
}
