package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.reading.SentenceConflict.Choice;
import org.readingroom.report.model.SectionKind;

class ConflictsModelTest {
    private final ConflictsModel model = new ConflictsModel(List.of(
            new SentenceConflict(SectionKind.FINDINGS, "Nodule of 8 mm.", "Nodule of 9 mm.", "Nodule of 7 mm.", "Zhao"),
            new SentenceConflict(SectionKind.IMPRESSION, "Benign.", "", "Probably benign.", "Zhao")));

    // [utest->req~report.conflicts~1]
    @Test
    void nothingIsDecidedBeforeEverySentenceIs() {
        assertEquals(2, model.openProperty().get());
        assertEquals(Optional.empty(), model.choice(0), "nothing is chosen beforehand");
        assertEquals(Optional.empty(), model.decided());
        model.choose(1, Choice.THEIRS);
        assertEquals(Optional.empty(), model.decided());
        model.choose(1, Choice.MINE);
        assertEquals(1, model.openProperty().get(), "deciding one twice decides no other");
        model.choose(0, Choice.BOTH);
        assertEquals(Optional.of(List.of(Choice.BOTH, Choice.MINE)), model.decided());
    }
}
