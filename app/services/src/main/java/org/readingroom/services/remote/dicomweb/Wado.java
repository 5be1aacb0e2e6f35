package org.readingroom.services.remote.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.InstanceSink;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpAnswer;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Fetches instances, frames and bulk data; what is handed over is whole and is what was asked for.
///
/// **Source:** PS3.18 section 10.4.
// [impl->req~archive.retrieve~1]
final class Wado {
    /// chosen: a multi-frame object of two gigabytes cannot be held in one array anyway.
    private static final long MOST_PART_BYTES = Integer.MAX_VALUE - 64;

    private final HttpLink link;
    private final TransferLadder ladder;
    private final AtomicInteger rung = new AtomicInteger();

    Wado(HttpLink link, TransferLadder ladder) {
        this.link = link;
        this.ladder = ladder;
    }

    void series(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress) throws WorkstationException {
        String path = Paths.of(study, series);
        climb(accept -> link.stream(HttpRequest.get(path).accept(accept), (head, body) -> {
            MultipartReader parts = parts(head, body, progress);
            HttpFaultException damaged = null;
            int count = 0;
            for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                byte[] file = part.get().body();
                try {
                    WholeInstance.check(file, study.value(), series.value(), "");
                } catch (HttpFaultException e) {
                    // One bad instance does not keep the others back; it is told when they are here.
                    damaged = damaged == null ? e : damaged;
                    continue;
                }
                sink.arrived(file);
                progress.at(++count, Progress.UNKNOWN);
            }
            if (damaged != null) {
                throw damaged;
            }
            return count;
        }));
    }

    byte[] instance(StudyUid study, SeriesUid series, SopInstanceUid instance, Progress progress)
            throws WorkstationException {
        String path = Paths.of(study, series, instance);
        List<byte[]> files = new ArrayList<>();
        climb(accept -> files.addAll(parts(path, accept, progress)));
        if (files.size() != 1) {
            throw HttpFaultException.garbled(files.size() + " instances instead of one", null);
        }
        WholeInstance.check(files.getFirst(), study.value(), series.value(), instance.value());
        return files.getFirst();
    }

    /// The frames of these numbers, counted from one, in the order asked for, as the archive stores them.
    List<byte[]> frames(StudyUid study, SeriesUid series, SopInstanceUid instance, List<Integer> numbers)
            throws WorkstationException {
        String list = String.join(",", numbers.stream().map(String::valueOf).toList());
        List<byte[]> frames = parts(
                Paths.of(study, series, instance) + "/frames/" + list,
                "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*",
                Progress.IGNORED);
        if (frames.size() != numbers.size()) {
            throw HttpFaultException.garbled(frames.size() + " frames instead of " + numbers.size(), null);
        }
        return frames;
    }

    /// What a Bulk Data URI of the metadata points to; only under the archive's own address.
    byte[] bulkData(String uri) throws WorkstationException {
        List<byte[]> parts = parts(uri, "multipart/related; type=\"application/octet-stream\"", Progress.IGNORED);
        if (parts.size() != 1) {
            throw HttpFaultException.garbled(parts.size() + " bulk data parts", null);
        }
        return parts.getFirst();
    }

    List<JsonAttributes> metadata(StudyUid study, SeriesUid series) throws WorkstationException {
        return JsonAttributes.list(
                link.send(HttpRequest.get(Paths.of(study, series) + "/metadata").accept("application/dicom+json")));
    }

    private List<byte[]> parts(String path, String accept, Progress progress) throws WorkstationException {
        return link.stream(HttpRequest.get(path).accept(accept), (head, body) -> {
            List<byte[]> bodies = new ArrayList<>();
            MultipartReader parts = parts(head, body, progress);
            for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                bodies.add(part.get().body());
            }
            return bodies;
        });
    }

    private static MultipartReader parts(HttpAnswer head, InputStream body, Progress progress)
            throws HttpFaultException {
        byte[] boundary = Boundary.of(head.contentType())
                .orElseThrow(() -> HttpFaultException.garbled("no answer in parts", null));
        return new MultipartReader(new Cancellable(body, progress), boundary, MOST_PART_BYTES);
    }

    /// Asks in the way that worked last, and on the way down when the server does not give that encoding.
    private void climb(Rung ask) throws WorkstationException {
        HttpFaultException first = null;
        for (int at = rung.get(); at < ladder.accepts().size(); at++) {
            try {
                ask.ask(ladder.accepts().get(at));
                rung.set(at);
                return;
            } catch (HttpFaultException e) {
                first = first == null ? e : first;
                if (e.fault() != ServerFault.REFUSED) {
                    throw e;
                }
            }
        }
        throw first == null ? new ArchiveException(ServerFault.REFUSED, "no encoding left to ask for", null) : first;
    }

    private interface Rung {
        void ask(String accept) throws WorkstationException;
    }

    /// Ends the reading when nobody waits for it any longer.
    private static final class Cancellable extends java.io.FilterInputStream {
        private final Progress progress;

        Cancellable(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (progress.isCancelled()) {
                throw new CancellationException("fetch given up");
            }
            return super.read(into, offset, length);
        }
    }
}
