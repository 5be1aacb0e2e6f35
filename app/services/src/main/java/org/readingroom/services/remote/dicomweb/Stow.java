package org.readingroom.services.remote.dicomweb;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpRequest;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Gives files to an archive, and believes that it holds them once they were read back and are the same.
///
/// Archives answer 200 for a body cut short, for nothing stored, and for an identifier under which they keep
/// other content; and 400 for a request of which they stored a part. So what they say only explains what reading
/// back does not find.
///
/// **Source:** PS3.18 section 10.5.
// [impl->req~archive.store~1]
final class Stow {
    /// chosen: some tens of images, a few seconds on a slow link.
    private static final long BATCH_BYTES = 32L << 20;
    private static final int BATCH_FILES = 100;
    /// chosen: 100 KB/s is as slow as a link may be.
    private static final long SLOWEST_BYTES_A_SECOND = 100_000;

    private static final byte[] LINE_END = {'\r', '\n'};

    private final HttpLink link;
    private final ReadBack readBack;

    Stow(HttpLink link, Wado wado) {
        this.link = link;
        this.readBack = new ReadBack(wado);
    }

    StoreAnswer store(StudyUid study, List<byte[]> files, Progress progress) throws WorkstationException {
        StowTally tally = new StowTally(files.size(), progress);
        List<StowFile> batch = new ArrayList<>();
        long bytes = 0;
        for (byte[] file : files) {
            StowFile each = StowFile.of(file);
            if (!each.study().equals(study)) {
                tally.refused(each, 0, true, "services.archive.other-study");
                continue;
            }
            if (!WholeInstance.isWhole(each.file())) {
                tally.refused(each, 0, true, "services.archive.not-whole");
                continue;
            }
            if (!batch.isEmpty() && (bytes + file.length > BATCH_BYTES || batch.size() == BATCH_FILES)) {
                give(study, List.copyOf(batch), tally);
                batch.clear();
                bytes = 0;
            }
            batch.add(each);
            bytes += file.length;
        }
        if (!batch.isEmpty()) {
            give(study, List.copyOf(batch), tally);
        }
        return tally.answer();
    }

    private void give(StudyUid study, List<StowFile> batch, StowTally tally) throws WorkstationException {
        if (tally.isCancelled()) {
            throw new CancellationException("storing given up");
        }
        StowAnswer answer;
        try {
            answer = StowAnswer.of(link.send(request(study, batch)));
        } catch (HttpFaultException e) {
            if (e.fault() != ServerFault.TOO_LARGE) {
                throw e;
            }
            giveLess(study, batch, tally);
            return;
        }
        List<StowFile> unexplained = new ArrayList<>();
        for (StowFile file : batch) {
            boolean isExplained = answer.failed().containsKey(file.instance().value());
            switch (readBack.of(file)) {
                case SAME -> tally.stored(file);
                case OTHER -> tally.refused(file, 0, true, "services.archive.other-content");
                case MISSING -> {
                    if (isExplained) {
                        tally.refused(
                                file,
                                answer.failed().getOrDefault(file.instance().value(), 0));
                    } else if (!answer.isTurnedDown()) {
                        tally.refused(file, 0, false, "services.archive.not-kept");
                    } else if (batch.size() > 1) {
                        unexplained.add(file);
                    } else {
                        tally.refused(file, 0, true, "services.archive.refused");
                    }
                }
            }
        }
        // One bad file can bring down the request it is in: each that is missing is given again alone.
        for (StowFile file : unexplained) {
            give(study, List.of(file), tally);
        }
    }

    private void giveLess(StudyUid study, List<StowFile> batch, StowTally tally) throws WorkstationException {
        if (batch.size() == 1) {
            tally.refused(batch.getFirst(), 0, true, ServerFault.TOO_LARGE.messageKey());
            return;
        }
        int half = batch.size() / 2;
        give(study, batch.subList(0, half), tally);
        give(study, batch.subList(half, batch.size()), tally);
    }

    private static HttpRequest request(StudyUid study, List<StowFile> batch) throws WorkstationException {
        String boundary = UUID.randomUUID().toString();
        byte[] before = ascii("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n");
        List<byte[]> pieces = new ArrayList<>();
        long bytes = 0;
        for (StowFile file : batch) {
            pieces.add(before);
            pieces.add(file.bytes());
            pieces.add(LINE_END);
            bytes += file.bytes().length;
        }
        pieces.add(ascii("--" + boundary + "--\r\n"));
        return HttpRequest.of("POST", Paths.of(study))
                .body("multipart/related; type=\"application/dicom\"; boundary=" + boundary, pieces)
                .accept("application/dicom+json")
                .within(Duration.ofSeconds(60 + bytes / SLOWEST_BYTES_A_SECOND))
                .expecting(400, 409);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
