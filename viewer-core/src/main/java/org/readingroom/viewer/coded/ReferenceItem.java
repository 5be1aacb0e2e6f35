package org.readingroom.viewer.coded;

import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// References to instances as sequence items; the ways back are [InstanceReference#of] and
/// [SeriesReference#series].
///
/// **Source:** DICOM PS3.3 section 10.8, tables 10-3 and 10-4.
public final class ReferenceItem {
    private ReferenceItem() {}

    public static DataSet of(InstanceReference reference) {
        DataSetBuilder item = DataSetBuilder.create()
                .text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, reference.sopClassUid())
                .text(
                        Tag.REFERENCED_SOP_INSTANCE_UID,
                        Vr.UI,
                        reference.instance().value());
        if (!reference.frames().isEmpty()) {
            item.integers(
                    Tag.REFERENCED_FRAME_NUMBER,
                    Vr.IS,
                    reference.frames().stream().mapToLong(Integer::longValue).toArray());
        }
        return item.build();
    }

    public static List<DataSet> all(List<InstanceReference> references) {
        return references.stream().map(ReferenceItem::of).toList();
    }

    /// A series with its instances under `instanceSequence`; the study stands one level above.
    public static DataSet of(SeriesReference series, int instanceSequence) {
        return DataSetBuilder.create()
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, series.seriesUid())
                .sequence(instanceSequence, all(series.instances()))
                .build();
    }
}
