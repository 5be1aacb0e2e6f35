package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.origin.PlainText;

/// Writes the way from stored values to greys: modality LUT, windows, shape.
///
/// **Source:** DICOM PS3.3 sections C.11.1, C.11.4, C.11.6, C.11.8.
final class GreyWriter {
    private static final int MOST_ENTRIES = 0x10000;

    private GreyWriter() {}

    static void write(DataSetBuilder made, PresentationState state) {
        modality(made, state.modalityLut());
        List<DataSet> items = new ArrayList<>();
        boolean isSigned = state.modalityLut() instanceof ModalityLut.Linear scale && scale.toModality(0) < 0;
        for (SoftcopyVoi voi : state.vois()) {
            voi.voi().flatMap(found -> item(found, isSigned)).ifPresent(item -> {
                if (!voi.references().isEmpty()) {
                    item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE, ReferenceItem.all(voi.references()));
                }
                items.add(item.build());
            });
        }
        if (!items.isEmpty()) {
            made.sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, items);
        }
        made.text(Tag.PRESENTATION_LUT_SHAPE, Vr.CS, state.isInverse() ? "INVERSE" : "IDENTITY");
    }

    /// Without one, modality values are the stored values.
    private static void modality(DataSetBuilder made, ModalityLut lut) {
        switch (lut) {
            case ModalityLut.Linear scale -> {
                if (scale.slope() != 1
                        || scale.intercept() != 0
                        || !scale.unit().equals(ValueUnit.NONE)) {
                    made.decimals(Tag.RESCALE_INTERCEPT, Vr.DS, scale.intercept())
                            .decimals(Tag.RESCALE_SLOPE, Vr.DS, scale.slope())
                            .text(Tag.RESCALE_TYPE, Vr.LO, scale.unit().equals(ValueUnit.HOUNSFIELD) ? "HU" : "US");
                }
            }
            case ModalityLut.Table table ->
                made.sequence(
                        Tag.MODALITY_LUT_SEQUENCE,
                        List.of(table(table.firstMapped(), 16, table.values(), false)
                                .text(Tag.MODALITY_LUT_TYPE, Vr.LO, "US")
                                .build()));
        }
    }

    /// Nothing for a table that the standard's sixteen bits cannot hold: then the state gives no
    /// window.
    private static Optional<DataSetBuilder> item(Voi voi, boolean isSigned) {
        return switch (voi) {
            case Voi.Window window -> Optional.of(window(window));
            case Voi.Table table -> {
                int least = isSigned ? Short.MIN_VALUE : 0;
                boolean isHeld = table.values().length <= MOST_ENTRIES
                        && table.firstMapped() >= least
                        && table.firstMapped() <= least + 0xFFFF;
                yield isHeld
                        ? Optional.of(DataSetBuilder.create()
                                .sequence(
                                        Tag.VOILUT_SEQUENCE,
                                        List.of(table(table.firstMapped(), table.bits(), table.values(), isSigned)
                                                .text(Tag.LUT_EXPLANATION, Vr.LO, PlainText.line(table.label(), 64))
                                                .build())))
                        : Optional.empty();
            }
        };
    }

    private static DataSetBuilder window(Voi.Window window) {
        DataSetBuilder item = DataSetBuilder.create()
                .decimals(Tag.WINDOW_CENTER, Vr.DS, window.center())
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, window.width());
        if (!window.label().isBlank()) {
            item.text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, Vr.LO, PlainText.line(window.label(), 64));
        }
        if (window.function() != Voi.Function.LINEAR) {
            item.text(Tag.VOILUT_FUNCTION, Vr.CS, window.function().name());
        }
        return item;
    }

    private static DataSetBuilder table(int first, int bits, int[] values, boolean isSigned) {
        byte[] data = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            data[2 * i] = (byte) values[i];
            data[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return DataSetBuilder.create()
                .integers(
                        Tag.LUT_DESCRIPTOR,
                        isSigned ? Vr.SS : Vr.US,
                        values.length == MOST_ENTRIES ? 0 : values.length,
                        first,
                        bits)
                .bytes(Tag.LUT_DATA, Vr.OW, data);
    }
}
