package org.readingroom.report.ui.prior;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.report.prior.PriorOrigin;
import org.readingroom.report.prior.PriorReport;

/// Where an earlier report comes from, in one line of the list.
// [impl->req~report.outside.listed~1]
final class PriorSource {
    /// Words of the message bundles.
    @FunctionalInterface
    interface Say {
        String say(String key, Object... arguments);
    }

    private PriorSource() {}

    static String of(PriorReport prior, Say words) {
        return switch (prior.origin()) {
            case PriorOrigin.Here(var stage, String by) ->
                words.say(
                        prior.isReviewed() ? "report.ui.prior.signed" : "report.ui.prior.not-reviewed",
                        words.say(stage.messageKey()),
                        by);
            case PriorOrigin.Outside outside -> outside(outside, words);
        };
    }

    private static String outside(PriorOrigin.Outside outside, Say words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.say("report.ui.prior.from-ris"));
        parts.add(words.say(outside.state().messageKey()));
        if (!outside.signedBy().isBlank()) {
            parts.add(outside.signedBy());
        }
        if (!outside.isStudyDay()) {
            parts.add(words.say("report.ui.prior.day-of-report"));
        }
        if (!outside.papers().isEmpty()) {
            parts.add(words.say("report.ui.prior.papers", String.join(", ", outside.papers())));
        }
        if (!outside.isWhole()) {
            parts.add(words.say("report.ui.prior.not-whole"));
        }
        return String.join(" · ", parts);
    }
}
