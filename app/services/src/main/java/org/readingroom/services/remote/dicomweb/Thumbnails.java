package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.Optional;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Small pictures that the archive draws itself: of the series, or where it cannot, of the instance in its middle.
/// Never for diagnosis.
///
/// **Source:** PS3.18 section 10.4.1.1.3.
// [impl->req~archive.thumbnail~1]
final class Thumbnails {
    /// The comma as it is: not every server decodes percent signs.
    private static final String VIEWPORT = "?viewport=128,128";

    private static final int MOST_BYTES = 4 << 20;

    private final HttpLink link;
    private final Qido qido;

    Thumbnails(HttpLink link, Qido qido) {
        this.link = link;
        this.qido = qido;
    }

    Optional<byte[]> of(StudyUid study, SeriesUid series) throws WorkstationException {
        List<ArchiveInstance> instances = qido.instances(study, series, Progress.IGNORED);
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        ArchiveInstance middle = instances.get(instances.size() / 2);
        Optional<byte[]> drawn = rendered(Paths.of(study, series, middle.uid()) + "/rendered");
        return drawn.isPresent() ? drawn : rendered(Paths.of(study, series) + "/thumbnail");
    }

    /// Nothing when the archive draws no such thing, as for documents.
    private Optional<byte[]> rendered(String path) throws WorkstationException {
        try {
            HttpAnswer answer = link.send(
                    HttpRequest.get(path + VIEWPORT).accept("image/jpeg").upTo(MOST_BYTES));
            return Optional.of(answer.body()).filter(Thumbnails::isPicture);
        } catch (HttpFaultException e) {
            if (e.fault() == ServerFault.REFUSED || e.fault() == ServerFault.MISSING || e.status() == 500) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isPicture(byte[] bytes) {
        boolean isJpeg = bytes.length > 4
                && (bytes[0] & 0xFF) == 0xFF
                && (bytes[1] & 0xFF) == 0xD8
                && (bytes[bytes.length - 1] & 0xFF) == 0xD9;
        boolean isPng = bytes.length > 8 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        return isJpeg || isPng;
    }
}
