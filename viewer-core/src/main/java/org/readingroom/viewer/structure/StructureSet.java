package org.readingroom.viewer.structure;

import java.util.List;

/// A structure set. `warningKeys` are message keys of what could not be read.
///
/// **Source:** DICOM PS3.3 section A.19.
public record StructureSet(String label, String name, String date, List<Roi> rois, List<String> warningKeys) {
    public StructureSet {
        rois = List.copyOf(rois);
        warningKeys = List.copyOf(warningKeys);
    }
}
