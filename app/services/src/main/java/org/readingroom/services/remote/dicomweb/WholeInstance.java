package org.readingroom.services.remote.dicomweb;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.readingroom.services.remote.http.HttpFaultException;
import org.readingroom.viewer.codec.FrameLengths;
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
    private static final List<Defect.Kind> CUT = List.of(Defect.Kind.TRUNCATED, Defect.Kind.INFLATE_FAILED);

    /// Classes whose instances always have pixels, as far as they are met in a hospital.
    ///
    /// **Source:** PS3.4 table B.5-1.
    private static final Pattern IMAGES = Pattern.compile("1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1\\."
            + "(1(\\.[123].*)?|2(\\.[12])?|3\\.1|4(\\.[134])?|6\\.[12]|7(\\.[1234])?|12\\.[12].*|13\\.1.*|20|66\\.[47]"
            + "|77\\.1\\.[1-6].*|128(\\.1)?|130|481\\.1)");

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
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of ours in one odd file does not end the fetch of all the others.
            throw HttpFaultException.garbled("a part that the reader cannot cope with", e);
        }
        if (!isWhole(file)) {
            throw HttpFaultException.garbled("an instance is not whole: " + file.defects(), null);
        }
        DataSet data = file.dataSet();
        if (!is(data, Tag.STUDY_INSTANCE_UID, study)
                || !is(data, Tag.SERIES_INSTANCE_UID, series)
                || !is(data, Tag.SOP_INSTANCE_UID, instance)) {
            throw HttpFaultException.garbled("an instance that was not asked for", null);
        }
        return file;
    }

    /// Nothing was cut off it, and it has all the pixels it speaks of.
    static boolean isWhole(DicomFile file) {
        return CUT.stream().noneMatch(file::has) && hasItsPixels(file);
    }

    private static boolean is(DataSet data, int tag, String uid) {
        Optional<String> found = data.string(tag);
        return found.isPresent() && (uid.isEmpty() || found.get().equals(uid));
    }

    private static boolean hasItsPixels(DicomFile file) {
        return switch (file.pixelData().orElse(null)) {
            case null -> !mustHavePixels(file.dataSet());
            case PixelData.Encapsulated compressed -> compressed.isComplete() && FrameLengths.areWhole(file);
            case PixelData.Native plain -> plain.isComplete() && FrameLengths.areWhole(file);
        };
    }

    /// A file cut between two elements looks like one without pixels.
    private static boolean mustHavePixels(DataSet data) {
        return data.string(Tag.SOP_CLASS_UID)
                        .filter(uid -> IMAGES.matcher(uid).matches())
                        .isPresent()
                || data.integer(Tag.ROWS).orElse(0) > 0
                        && data.integer(Tag.BITS_ALLOCATED).orElse(0) > 0;
    }
}
