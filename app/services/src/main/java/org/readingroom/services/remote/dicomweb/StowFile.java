package org.readingroom.services.remote.dicomweb;

import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.StudyReader;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// A file to be given to an archive, and what it is.
record StowFile(byte[] bytes, DicomFile file, StudyUid study, SeriesUid series, SopInstanceUid instance) {

    /// **Errors:** [DicomException] when the bytes are no DICOM file.
    static StowFile of(byte[] bytes) throws DicomException {
        DicomFile file = DicomReader.read(bytes);
        StudyReader.Identity identity = StudyReader.read(file);
        return new StowFile(
                bytes,
                file,
                identity.study().uid(),
                identity.series().uid(),
                identity.instance().uid());
    }
}
