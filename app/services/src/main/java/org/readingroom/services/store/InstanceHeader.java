package org.readingroom.services.store;

import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.StudyReader;
import org.readingroom.viewer.model.Instance;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.Study;

/// What the index keeps of one file, at every level; counts are those of this file.
///
/// `priority` is the code of Requested Procedure Priority (0040,1003), empty when absent.
public record InstanceHeader(Study study, Series series, Instance instance, String transferSyntaxUid, String priority) {
    private static final int REQUESTED_PROCEDURE_PRIORITY = 0x00401003;

    /// **Errors:** [DicomException] when a UID that the index needs is missing.
    public static InstanceHeader of(DicomFile file) throws DicomException {
        StudyReader.Identity identity = StudyReader.read(file);
        return new InstanceHeader(
                identity.study(),
                identity.series(),
                identity.instance(),
                file.transferSyntax().uid(),
                file.dataSet().string(REQUESTED_PROCEDURE_PRIORITY).orElse("").strip());
    }

    public SopInstanceUid uid() {
        return instance.uid();
    }
}
