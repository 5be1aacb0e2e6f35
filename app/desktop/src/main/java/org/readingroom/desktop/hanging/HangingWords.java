package org.readingroom.desktop.hanging;

import java.util.List;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.BodyRegion;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.PresentationGroup;
import org.readingroom.viewer.hanging.ProtocolChoice.Match;
import org.readingroom.viewer.hanging.ProtocolChoice.Reason;

/// Says which protocol hung the pictures, and why.
final class HangingWords {
    private final Words words;

    HangingWords(Words words) {
        this.words = words;
    }

    String name(HangingProtocol protocol) {
        return protocol.name().in(words.locale());
    }

    String stage(HangingProtocol protocol, int group) {
        PresentationGroup shown = protocol.groups().get(group);
        String name = shown.description().in(words.locale());
        return name.isEmpty() ? shown.layout().label() : name;
    }

    /// Such as `modality CT, chest`; for a protocol that asks nothing, that none asks for such a study.
    String reasons(Match match) {
        List<String> reasons = match.reasons().stream().map(this::reason).toList();
        return reasons.isEmpty()
                ? words.get("desk.hanging.reason.none")
                : String.join(words.get("desk.corner.and"), reasons);
    }

    private String reason(Reason reason) {
        return switch (reason.kind()) {
            case MODALITY -> words.get("desk.hanging.reason.modality", reason.value());
            case REGION ->
                words.get("desk.hanging.reason.region", words.get(((BodyRegion) reason.value()).messageKey()));
            case PROCEDURE -> words.get("desk.hanging.reason.procedure", reason.value());
            case LATERALITY -> words.get("desk.hanging.reason.laterality", reason.value());
            case VIEW -> words.get("desk.hanging.reason.view", reason.value());
            case SCREENS -> words.get("desk.hanging.reason.screens", reason.value());
            case PRIORS -> words.get("desk.hanging.reason.priors", reason.value());
        };
    }
}
