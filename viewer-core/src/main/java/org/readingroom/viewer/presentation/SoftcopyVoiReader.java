package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.Voi;

/// Reads the windows and VOI LUTs of a presentation state.
///
/// **Source:** DICOM PS3.3 section C.11.8.
final class SoftcopyVoiReader {
    private SoftcopyVoiReader() {}

    /// `modality` is what the tables are entered with.
    static List<SoftcopyVoi> vois(DataSet data, ModalityLut modality) {
        List<SoftcopyVoi> vois = new ArrayList<>();
        for (DataSet item : data.items(Tag.SOFTCOPY_VOILUT_SEQUENCE)) {
            vois.add(new SoftcopyVoi(InstanceReference.all(item, Tag.REFERENCED_IMAGE_SEQUENCE), voi(item, modality)));
        }
        return vois;
    }

    private static Optional<Voi> voi(DataSet item, ModalityLut modality) {
        Optional<LookupTable> table = item.item(Tag.VOILUT_SEQUENCE).flatMap(LookupTable::of);
        if (table.isPresent()) {
            LookupTable lut = table.get();
            return Optional.of(new Voi.Table(firstMapped(lut, modality), lut.bits(), lut.values(), lut.explanation()));
        }
        double center = item.decimal(Tag.WINDOW_CENTER).orElse(Double.NaN);
        double width = item.decimal(Tag.WINDOW_WIDTH).orElse(0);
        if (!Double.isFinite(center) || !(width > 0) || !Double.isFinite(width)) {
            return Optional.empty();
        }
        Voi.Function function =
                switch (item.string(Tag.VOILUT_FUNCTION).orElse("LINEAR").strip()) {
                    case "SIGMOID" -> Voi.Function.SIGMOID;
                    case "LINEAR_EXACT" -> Voi.Function.LINEAR_EXACT;
                    default -> width < 1 ? Voi.Function.LINEAR_EXACT : Voi.Function.LINEAR;
                };
        return Optional.of(new Voi.Window(
                center,
                width,
                function,
                item.string(Tag.WINDOW_CENTER_WIDTH_EXPLANATION).orElse("")));
    }

    /// C.11.2.1.1: the first value mapped is signed when modality values can be; a state in implicit encoding
    /// has no pixels that would tell the reader of its attributes.
    private static int firstMapped(LookupTable lut, ModalityLut modality) {
        boolean signed = modality instanceof ModalityLut.Linear && modality.toModality(0) < 0;
        return signed ? (short) lut.firstMapped() : lut.firstMapped();
    }
}
