package org.readingroom.report.redline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;

/// Who changed it, when and why. `version` is 0 and `stage` and `when` are null for what nobody has signed.
public record RedlineAct(
        int version,
        @Nullable Stage stage,
        String userId,
        String who,
        @Nullable Instant when,
        String reason) {
    static RedlineAct of(SigningAct act) {
        return new RedlineAct(
                act.version(),
                act.stage(),
                act.author().userId(),
                act.author().displayName(),
                act.signedAt(),
                act.reason());
    }
}
