package org.readingroom.desktop.worklist;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.ris.PatientFlag;

/// The marks of special patients: each a letter in a frame of its colour, said in full by its tooltip.
// [impl->req~worklist.flags~1]
public final class FlagBadges extends HBox {
    /// **Order:** as they come: the gravest first.
    public FlagBadges(Collection<PatientFlag> flags, Words words) {
        super(3);
        setAlignment(Pos.CENTER_LEFT);
        String all = flags.stream().map(flag -> words.get(flag.messageKey())).collect(Collectors.joining(" · "));
        for (PatientFlag flag : flags) {
            String name = flag.name().toLowerCase(Locale.ROOT);
            Label badge = new Label(words.get("desktop.flag." + name));
            badge.getStyleClass().addAll("flag-badge", "flag-" + name);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badge.setTooltip(new Tooltip(all));
            badge.setAccessibleText(words.get(flag.messageKey()));
            getChildren().add(badge);
        }
    }
}
