package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.ColourProfile;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.display.SplitLabel;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.VoiChoice;

/// Words for what of the file is in force on a picture: its window, its mask, its colour profile; and why a display set
/// stands apart.
final class FileText {
    private static final Map<String, String> NUCLEAR = Map.of(
            "E", "desk.nuclear.energy",
            "D", "desk.nuclear.detector",
            "R", "desk.nuclear.rotation",
            "RR", "desk.nuclear.interval",
            "T", "desk.nuclear.time");

    private final Messages words;

    FileText(Messages words) {
        this.words = words;
    }

    /// Why the set stands apart from the rest of its series, coarsest first; empty when it does not.
    // [impl->req~desk.split-reason~1]
    List<String> apart(DisplaySet set) {
        return set.labels().stream()
                .map(this::apart)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// The codes of a nuclear label, such as `E1 D2`, become words one by one.
    private String apart(SplitLabel label) {
        if (!label.messageKey().equals("viewer.split.nuclear")) {
            return words.get(label.messageKey(), label.arguments().toArray());
        }
        return Pattern.compile("(RR|[EDRT])(\\d+)")
                .matcher(label.arguments().getFirst().toString())
                .results()
                .map(code -> words.get(NUCLEAR.getOrDefault(code.group(1), ""), code.group(2)))
                .collect(Collectors.joining("  "));
    }

    /// Lines for the corner of a frame; `mask` says how it was made where it is a difference.
    List<String> lines(ImageFrame frame, String modality, DataPresentation data, @Nullable MaskSubtraction mask) {
        List<String> lines = new ArrayList<>();
        if (mask != null) {
            lines.addAll(subtracted(mask));
        } else {
            String window = window(frame, modality, data);
            if (!window.isEmpty()) {
                lines.add(window);
            }
        }
        ColourProfile profile = frame.extras().colourProfile();
        // [impl->req~desk.colour-profile~1]
        if (profile != null && profile.isChanging()) {
            lines.add(
                    profile.name().isBlank()
                            ? words.get("desk.corner.profile-unnamed")
                            : words.get("desk.corner.profile", profile.name()));
        }
        return lines;
    }

    /// `soft tissue · 2 of 3`: which of the file's windows, where there are several; empty for the reader's own.
    // [impl->req~desk.voi-key~1]
    private String window(ImageFrame frame, String modality, DataPresentation data) {
        List<VoiChoice> choices = LayerCommands.choices(frame, modality);
        int chosen = LayerCommands.chosen(choices, data);
        if (chosen < 0 || choices.isEmpty()) {
            return "";
        }
        if (!(choices.get(chosen) instanceof VoiChoice.OfFile file)) {
            return words.get("desk.corner.whole-range");
        }
        int count = choices.size() - 1;
        String place =
                count > 1 ? words.get("desk.corner.of", Integer.toString(chosen + 1), Integer.toString(count)) : "";
        boolean isNamed = !file.explanation().isBlank() && file.sample() instanceof Voi.Window;
        return !isNamed ? place : place.isEmpty() ? file.explanation() : file.explanation() + " · " + place;
    }

    // [impl->req~desk.mask~1]
    private List<String> subtracted(MaskSubtraction mask) {
        List<String> lines = new ArrayList<>();
        lines.add(words.get("desk.corner.subtracted", frames(mask.maskFrames())));
        if (mask.contrastFrames().size() > 1) {
            lines.add(words.get("desk.corner.averaged", frames(mask.contrastFrames())));
        }
        if (!mask.explanation().isBlank()) {
            lines.add(mask.explanation());
        }
        lines.add(words.get("desk.corner.difference"));
        return lines;
    }

    /// `1–3, 7`, counted from one as in the file.
    static String frames(List<Integer> fromZero) {
        List<int[]> runs = new ArrayList<>();
        for (int frame : fromZero.stream().sorted().distinct().toList()) {
            if (!runs.isEmpty() && runs.getLast()[1] == frame) {
                runs.getLast()[1] = frame + 1;
            } else {
                runs.add(new int[] {frame + 1, frame + 1});
            }
        }
        return runs.stream()
                .map(run -> run[0] == run[1] ? Integer.toString(run[0]) : run[0] + "–" + run[1])
                .collect(Collectors.joining(", "));
    }
}
