package org.readingroom.services.remote.dicomweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.readingroom.viewer.model.SeriesUid;

/// In which encoding instances are asked for.
///
/// As stored, so that nothing is lost and nobody computes; where a server refuses that, in whatever it likes best,
/// which
/// by the standard is uncompressed. Over a slow link, losslessly compressed, but only where the server itself
/// offers it in its lists: some break down when they are asked for what they cannot make. What was refused is not
/// asked for again.
///
/// **Thread:** any.
/// **Source:** PS3.18 section 8.7.3.5; Available Transfer Syntax UID (0008,3002), PS3.4 C.3.4.
// [impl->req~archive.transfer-syntax~2]
final class TransferChoice {
    static final String DICOM = "multipart/related; type=\"application/dicom\"";
    static final String STORED = DICOM + "; transfer-syntax=*";

    /// chosen: below 100 Mbit/s, decoding on one core is quicker than what compression saves on the way.
    static final double SLOW_BYTES_PER_SECOND = 12e6;

    /// JPEG-LS, JPEG 2000 and JPEG, each the lossless one, the quickest to decode for its size first.
    private static final List<String> LOSSLESS =
            List.of("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.70");

    /// chosen: answers shorter than this are all waiting.
    private static final long LEAST_BYTES = 256 << 10;

    private static final double WEIGHT_OF_LAST = 0.3;
    private static final int MOST_SERIES = 10_000;

    private final Map<SeriesUid, String> offered = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile double bytesPerSecond;

    /// The values of the header Accept, best first.
    List<String> accepts(SeriesUid series) {
        List<String> accepts = new ArrayList<>();
        String lossless = offered.get(series);
        if (lossless != null && bytesPerSecond > 0 && bytesPerSecond < SLOW_BYTES_PER_SECOND) {
            accepts.add(DICOM + "; transfer-syntax=" + lossless);
        }
        accepts.add(STORED);
        accepts.removeAll(refused);
        accepts.add(DICOM);
        return accepts;
    }

    /// A server that takes `DICOM` refused these before.
    void refuses(List<String> accepts) {
        refused.addAll(accepts);
    }

    /// What a list says of one series: for each instance the encodings the server can give it in.
    void offers(SeriesUid series, List<List<String>> available) {
        Optional<String> common = LOSSLESS.stream()
                .filter(syntax -> available.stream().allMatch(each -> each.contains(syntax)))
                .findFirst();
        if (common.isPresent() && !available.isEmpty() && offered.size() < MOST_SERIES) {
            offered.put(series, common.get());
        }
    }

    /// So much came in so long, from the first byte to the last.
    void took(long bytes, long nanos) {
        if (bytes < LEAST_BYTES || nanos <= 0) {
            return;
        }
        double last = bytes * 1e9 / nanos;
        double before = bytesPerSecond;
        bytesPerSecond = before == 0 ? last : before + WEIGHT_OF_LAST * (last - before);
    }
}
