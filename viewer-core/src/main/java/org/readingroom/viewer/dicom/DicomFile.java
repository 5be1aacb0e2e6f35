package org.readingroom.viewer.dicom;

import java.util.List;
import java.util.Optional;

/// One Part 10 file, read.
///
/// `fileMeta` is empty when the file has none. `transferSyntax` is the one the bytes turned out to follow;
/// where that is not the declared one, `defects` says so. An empty `defects` means a file without fault.
///
/// **Source:** DICOM PS3.10 section 7.
public record DicomFile(
        DataSet fileMeta,
        DataSet dataSet,
        TransferSyntax transferSyntax,
        Optional<PixelData> pixelData,
        List<Defect> defects) {
    public DicomFile {
        defects = List.copyOf(defects);
    }

    public boolean has(Defect.Kind kind) {
        return defects.stream().anyMatch(defect -> defect.kind() == kind);
    }
}
