package org.readingroom.services.remote.dicomweb;

import org.readingroom.services.archive.SameInstance;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Fetches what was given to an archive and compares the two.
// [impl->req~archive.read-back~1]
final class ReadBack {
    private final Wado wado;

    ReadBack(Wado wado) {
        this.wado = wado;
    }

    enum Held {
        SAME,
        OTHER,
        MISSING
    }

    /// **Errors:** when it cannot be found out; then nothing may be said of the file.
    Held of(StowFile given) throws WorkstationException {
        byte[] held;
        try {
            held = wado.instance(given.study(), given.series(), given.instance(), Progress.IGNORED);
        } catch (HttpFaultException e) {
            if (e.fault() == ServerFault.MISSING) {
                return Held.MISSING;
            }
            throw e;
        }
        return SameInstance.is(given.file(), DicomReader.read(held)) ? Held.SAME : Held.OTHER;
    }
}
