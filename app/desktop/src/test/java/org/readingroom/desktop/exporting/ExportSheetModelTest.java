package org.readingroom.desktop.exporting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.desktop.exporting.ExportChoice.What;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.export.DicomExport.BurnedInCount;
import org.readingroom.services.export.DicomOrder.Packing;

/// Whoever looked at some pictures has not looked at others.
// [utest->req~export.sheet~1]
@SuppressWarnings("NullAway") // nothing here asks the subject
class ExportSheetModelTest {
    private final ExportSheetModel model = new ExportSheetModel(
            new ExportChoice(What.SERIES, Form.DICOM, Packing.FOLDER, false, true, false, false, false, Set.of()),
            null,
            10,
            210,
            Path.of("out"),
            new Words(Locale.ENGLISH));

    @Test
    void aLookAtOneSeriesIsNoneAtTheStudy() {
        model.counted(What.SERIES, new BurnedInCount(10, 0));
        model.lookedAt.set(true);
        assertTrue(model.choice().isLookedAt());
        model.what.set(What.STUDY);
        assertFalse(model.choice().isLookedAt());
        model.what.set(What.SERIES);
        assertFalse(model.choice().isLookedAt(), "asked anew");
    }

    @Test
    void nobodyHasLookedBeforeTheHeadersWereRead() {
        model.lookedAt.set(true);
        assertFalse(model.choice().isLookedAt());
    }

    @Test
    void anAnswerForAnotherChoiceIsDropped() {
        model.what.set(What.STUDY);
        model.counted(What.STUDY, new BurnedInCount(200, 0));
        model.counted(What.SERIES, new BurnedInCount(0, 0));
        assertTrue(model.isAnyPossible().get());
    }
}
