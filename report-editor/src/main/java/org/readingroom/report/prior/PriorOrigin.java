package org.readingroom.report.prior;

import java.util.List;
import org.readingroom.report.model.Stage;

/// Where an earlier report comes from, and who answers for it.
public sealed interface PriorOrigin {
    /// Signed here: `stage` is that of the version that holds, `signedBy` the last who signed.
    record Here(Stage stage, String signedBy) implements PriorOrigin {}

    /// Written in another system and read from the RIS. `isStudyDay` is false when only the day is known on
    /// which it was given out. `signedBy` may be empty; `papers` and `isWhole` are as in [OutsideReport].
    record Outside(OutsideState state, boolean isStudyDay, String signedBy, List<String> papers, boolean isWhole)
            implements PriorOrigin {
        public Outside {
            papers = List.copyOf(papers);
        }
    }
}
