package org.readingroom.viewer.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// Copies keys of an object into its directory record.
///
/// Dates and numbers that a record must have and its object lacks are made up as other writers do: 19000101, 000000.
record RecordKeys(DataSet object, DataSetBuilder record) {
    private static final int VERIFICATION_DATE_TIME = 0x0040A030;
    private static final int VERIFYING_OBSERVER_SEQUENCE = 0x0040A073;

    RecordKeys required(int tag, Vr vr, String otherwise) {
        List<String> values = object.strings(tag);
        boolean isThere = !values.isEmpty() && !values.getFirst().isEmpty();
        record.text(tag, vr, isThere ? values.toArray(String[]::new) : new String[] {otherwise});
        return this;
    }

    RecordKeys date(int tag) {
        return required(tag, Vr.DA, "19000101");
    }

    RecordKeys time(int tag) {
        return required(tag, Vr.TM, "000000");
    }

    /// Of type 2: there, with or without a value.
    RecordKeys optional(int tag, Vr vr) {
        record.text(tag, vr, object.strings(tag).toArray(String[]::new));
        return this;
    }

    RecordKeys numbers(int... tags) {
        for (int tag : tags) {
            object.vr(tag).ifPresent(vr -> {
                if (vr == Vr.IS) {
                    record.text(tag, vr, object.strings(tag).toArray(String[]::new));
                } else {
                    record.bytes(tag, vr, object.bytes(tag));
                }
            });
        }
        return this;
    }

    RecordKeys sequence(int tag) {
        record.sequence(tag, object.items(tag));
        return this;
    }

    /// Series and what in them is meant, without whatever else the object says of them.
    RecordKeys references(int seriesSequence, int imageSequence, int sopSequence) {
        List<DataSet> series = new ArrayList<>();
        for (DataSet each : object.items(seriesSequence)) {
            DataSetBuilder item = DataSetBuilder.create();
            each.string(Tag.SERIES_INSTANCE_UID).ifPresent(uid -> item.text(Tag.SERIES_INSTANCE_UID, Vr.UI, uid));
            for (int within : new int[] {imageSequence, sopSequence}) {
                if (each.contains(within)) {
                    item.sequence(within, each.items(within));
                }
            }
            series.add(item.build());
        }
        if (!series.isEmpty()) {
            record.sequence(seriesSequence, series);
        }
        return this;
    }

    void verified() {
        boolean isVerified = object.string(Tag.VERIFICATION_FLAG).orElse("").equals("VERIFIED");
        Optional<String> when = object.items(VERIFYING_OBSERVER_SEQUENCE).stream()
                .map(item -> item.string(VERIFICATION_DATE_TIME).orElse(""))
                .filter(text -> !text.isEmpty())
                .max(String::compareTo);
        if (isVerified && when.isPresent()) {
            record.text(VERIFICATION_DATE_TIME, Vr.DT, when.get());
        }
    }
}
