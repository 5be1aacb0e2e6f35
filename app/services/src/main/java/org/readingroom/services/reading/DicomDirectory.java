package org.readingroom.services.reading;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.WorkstationException;

/// The files that a DICOMDIR names.
///
/// **Source:** DICOM PS3.3 annex F; Referenced File ID (0004,1500) is a path of components, root first.
final class DicomDirectory {
    private DicomDirectory() {}

    /// Each file once, in the order of the records; a name that would leave the folder of the DICOMDIR is
    /// not followed.
    static List<Path> files(Path dicomDir) throws WorkstationException {
        Path root = dicomDir.toAbsolutePath().normalize().getParent();
        DicomFile directory = DicomReader.read(dicomDir);
        Set<Path> files = new LinkedHashSet<>();
        for (DataSet item : directory.dataSet().items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> parts = item.strings(Tag.REFERENCED_FILE_ID);
            if (parts.isEmpty()) {
                continue;
            }
            try {
                Path file = root.resolve(String.join("/", parts)).normalize();
                if (file.startsWith(root)) {
                    files.add(file);
                }
            } catch (InvalidPathException e) {
                // No such file can be on this disk; the summary of what was found shows the rest.
                continue;
            }
        }
        if (files.isEmpty()) {
            throw new WorkstationException(
                    "services.import.directory-empty", List.of(), "a DICOMDIR that names no files", null);
        }
        return new ArrayList<>(files);
    }
}
