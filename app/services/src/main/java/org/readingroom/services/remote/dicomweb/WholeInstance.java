package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.Optional;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Defect;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;

/// Looks whether bytes are one whole DICOM file of the study and series asked for.
// [impl->req~archive.whole~1]
final class WholeInstance {
    private static final List<Defect.Kind> CUT =
            List.of(Defect.Kind.TRUNCATED, Defect.Kind.INFLATE_FAILED, Defect.Kind.NO_FILE_META_INFORMATION);

    private WholeInstance() {}

    /// `instance` is empty when any of the series will do.
    ///
    /// **Errors:** `GARBLED`; the bytes are not to be used.
    static DicomFile check(byte[] bytes, String study, String series, String instance) throws HttpFaultException {
        DicomFile file;
        try {
            file = DicomReader.read(bytes);
        } catch (DicomException e) {
            throw HttpFaultException.garbled("a part is no DICOM file: " + e.getMessage(), e);
        }
        for (Defect.Kind kind : CUT) {
            if (file.has(kind)) {
                throw HttpFaultException.garbled("an instance is not whole: " + kind, null);
            }
        }
        DataSet data = file.dataSet();
        if (!is(data, Tag.STUDY_INSTANCE_UID, study)
                || !is(data, Tag.SERIES_INSTANCE_UID, series)
                || !is(data, Tag.SOP_INSTANCE_UID, instance)) {
            throw HttpFaultException.garbled("an instance that was not asked for", null);
        }
        if (!hasItsPixels(file)) {
            throw HttpFaultException.garbled("an instance without all its pixels", null);
        }
        return file;
    }

    private static boolean is(DataSet data, int tag, String uid) {
        Optional<String> found = data.string(tag);
        return found.isPresent() && (uid.isEmpty() || found.get().equals(uid));
    }

    private static boolean hasItsPixels(DicomFile file) {
        return switch (file.pixelData().orElse(null)) {
            case null -> true;
            case PixelData.Encapsulated compressed ->
                compressed.isComplete() && !compressed.fragments().isEmpty();
            case PixelData.Native plain -> plain.isComplete() && plain.bytes().length() >= pixelBytes(file.dataSet());
        };
    }

    /// What rows, columns and the rest ask for; 0 where they do not say.
    private static long pixelBytes(DataSet data) {
        long samples = data.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        boolean isSubsampled =
                data.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("").endsWith("_422");
        long bits = (long) data.integer(Tag.ROWS).orElse(0)
                * data.integer(Tag.COLUMNS).orElse(0)
                * Math.max(1, data.integer(Tag.NUMBER_OF_FRAMES).orElse(1))
                * (isSubsampled ? 2 : samples)
                * data.integer(Tag.BITS_ALLOCATED).orElse(0);
        return (bits + 7) / 8;
    }
}
