package org.readingroom.services.remote.dicomweb;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final TransferChoice choice;

    Wado(HttpLink link, TransferChoice choice) {
        this.link = link;
        this.choice = choice;
    }

    void series(StudyUid study, SeriesUid series, InstanceSink sink, Progress progress) throws WorkstationException {
        String path = Paths.of(study, series);
        climb(
                series,
                accept -> link.stream(HttpRequest.get(path).accept(accept), (head, body) -> {
                    ArrivingBody arriving = new ArrivingBody(body, progress);
                    MultipartReader parts = parts(head, arriving);
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
                    arriving.tell(choice);
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
        climb(series, accept -> files.addAll(parts(path, accept, progress)));
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
            ArrivingBody arriving = new ArrivingBody(body, progress);
            MultipartReader parts = parts(head, arriving);
            for (Optional<MultipartReader.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                bodies.add(part.get().body());
            }
            arriving.tell(choice);
            return bodies;
        });
    }

    private static MultipartReader parts(HttpAnswer head, InputStream body) throws HttpFaultException {
        byte[] boundary = Boundary.of(head.contentType())
                .orElseThrow(() -> HttpFaultException.garbled("no answer in parts", null));
        return new MultipartReader(body, boundary, MOST_PART_BYTES);
    }

    /// Asks for each encoding in turn until the server gives one.
    private void climb(SeriesUid series, Rung ask) throws WorkstationException {
        List<String> accepts = choice.accepts(series);
        for (int at = 0; ; at++) {
            try {
                ask.ask(accepts.get(at));
                choice.refuses(accepts.subList(0, at));
                return;
            } catch (HttpFaultException e) {
                if (e.fault() != ServerFault.REFUSED || at + 1 == accepts.size()) {
                    throw e;
                }
            }
        }
    }

    private interface Rung {
        void ask(String accept) throws WorkstationException;
    }
}
