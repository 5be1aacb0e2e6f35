package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.FrameTime;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.SeriesFacts;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewState;

/// Writes the lines in the corners of a view; what the file does not state is left out, never
/// guessed.
// [impl->req~desk.corner-text~1]
final class CornerText {
    private final Messages words;

    CornerText(Messages words) {
        this.words = words;
    }

    /// Who: name, number, sex and age.
    List<String> patient(DisplaySet set) {
        SeriesFacts facts = set.facts();
        List<String> lines = new ArrayList<>();
        add(lines, facts.patient().name().display());
        add(lines, facts.patient().id().value());
        String sex = facts.patient().sex() == Sex.UNKNOWN
                ? ""
                : words.get("desk.sex." + facts.patient().sex().name().toLowerCase(Locale.ROOT));
        add(lines, (sex + " " + age(facts.patientAge())).strip());
        return lines;
    }

    /// `064Y` as people say it; what is no age is left as the file has it.
    ///
    /// **Source:** PS3.5 section 6.2, AS: three digits, then D, W, M or Y.
    private String age(String dicom) {
        if (!dicom.matches("\\d{3}[DWMY]")) {
            return dicom;
        }
        int number = Integer.parseInt(dicom.substring(0, 3));
        return switch (dicom.charAt(3)) {
            case 'D' -> words.get("desktop.age.days", number);
            case 'W' -> words.get("desktop.age.weeks", number);
            case 'M' -> words.get("desktop.age.months", number);
            default -> words.get("desktop.age.years", number);
        };
    }

    /// Where and when: institution, study date, descriptions.
    List<String> study(DisplaySet set) {
        SeriesFacts facts = set.facts();
        List<String> lines = new ArrayList<>();
        add(lines, facts.institution());
        add(lines, (date(facts.studyDate()) + " " + time(facts.studyTime())).strip());
        add(lines, facts.studyDescription());
        add(lines, set.description());
        return lines;
    }

    /// What: series, position, plane, thickness, exposure.
    List<String> frame(DisplaySet set, ViewState state, int index, int count, @Nullable ImageFrame frame) {
        PlaneKind plane = state.plane();
        List<String> lines = new ArrayList<>();
        if (frame != null) {
            FrameFacts facts = frame.facts();
            if (facts.kvp() > 0) {
                String current = facts.tubeCurrentMa() > 0 ? ", " + number(facts.tubeCurrentMa()) + " mA" : "";
                add(lines, number(facts.kvp()) + " kV" + current);
            }
            if (facts.sliceThicknessMm() > 0) {
                add(lines, words.get("desk.corner.thickness", number(facts.sliceThicknessMm())));
            }
            add(lines, (facts.laterality() + " " + facts.viewPosition()).strip());
        }
        if (plane.isReformat()) {
            String name = words.get("desk.plane." + plane.name().toLowerCase(Locale.ROOT));
            add(lines, state.turn().isNone() ? name : words.get("desk.corner.oblique", name));
        }
        int series = set.facts().seriesNumber();
        String place = words.get("desk.corner.image", Integer.toString(index + 1), Integer.toString(count));
        add(
                lines,
                set.modality() + (series > 0 ? "  " + words.get("desk.corner.series", Integer.toString(series)) : "")
                        + "  " + place);
        return lines;
    }

    /// How: slab, zoom, window.
    List<String> look(ResolvedView view, double zoom, DisplaySet set) {
        List<String> lines = new ArrayList<>();
        if (!view.isThin()) {
            String kind = view.projection().name().toLowerCase(Locale.ROOT);
            add(lines, words.get("desk.slab." + kind, number(view.slab().thicknessMm())));
        }
        add(lines, words.get("desk.corner.zoom", number(zoom * 100)));
        add(lines, view.volume().isColour() ? "" : window(view.voi(), set));
        return lines;
    }

    /// How the view is played: rates wanted and reached, whose word they are, and what had to be left out.
    List<String> cine(Cine.Told told) {
        List<String> lines = new ArrayList<>();
        if (told.passed() > 0) {
            String reason = told.reason() instanceof WorkstationException known
                    ? words.get(known.messageKey(), known.messageArguments().toArray())
                    : words.get("viewer.frame.failed");
            lines.add(words.get("desk.corner.cine-passed", told.passed(), reason));
        }
        lines.add(words.get(
                told.playing() ? "desk.corner.cine-playing" : "desk.corner.cine-paused",
                words.get(told.order().messageKey())));
        if (told.range() != null) {
            lines.add(words.get(
                    "desk.corner.cine-range",
                    told.range().first() + 1,
                    told.range().last() + 1));
        }
        String stated = told.source() == FrameTime.Source.NONE
                ? words.get("desk.corner.cine-unstated")
                : words.get(told.source().messageKey());
        String source = told.isTyped() ? words.get("desk.corner.cine-typed") : stated;
        String speed = told.speed() == 1 ? "" : " ×" + number(told.speed());
        String wanted = words.get("desk.corner.cine-rate", perSecond(told.wanted()), speed, source);
        lines.add(
                told.reached() > 0 ? words.get("desk.corner.cine-reached", wanted, perSecond(told.reached())) : wanted);
        return lines;
    }

    private static String perSecond(double rate) {
        return number(rate >= 10 ? Math.rint(rate) : Math.rint(rate * 10) / 10);
    }

    /// The second set: what it is, its window and how strong; nothing while it is not drawn.
    List<String> fused(ResolvedView view, @Nullable FusedSet fused) {
        ResolvedView.Overlay overlay = view.overlay();
        if (overlay == null || fused == null) {
            return List.of();
        }
        DisplaySet set = fused.set().displaySet();
        List<String> lines = new ArrayList<>();
        lines.add(words.get(
                "desk.corner.fused",
                (set.modality() + " " + set.description()).strip(),
                number(overlay.opacity() * 100)));
        lines.add(window(overlay.view().voi(), set));
        Alignment alignment = fused.alignment();
        if (alignment != null) {
            lines.add(
                    alignment.way() == Alignment.Way.POINTS
                            ? words.get(
                                    "desk.corner.aligned-points",
                                    Integer.toString(alignment.pairs()),
                                    String.format(Locale.ROOT, "%.1f", alignment.rmsMm()))
                            : words.get("desk.corner.aligned-values"));
        }
        return lines;
    }

    /// That the picture is processed, and how; empty when it is not, as colour never is.
    String processed(ResolvedView view) {
        return view.processing().isNone() || view.volume().isColour()
                ? ""
                : words.get(
                        "desk.corner.processed",
                        String.join(
                                words.get("desk.corner.and"),
                                view.processing().stepKeys().stream()
                                        .map(words::get)
                                        .toList()));
    }

    /// The window, with the unit where the set has more than one to choose from.
    String window(Voi voi, DisplaySet set) {
        return set.otherUnits().isEmpty()
                ? window(voi)
                : window(voi) + "  "
                        + set.frames().getFirst().modalityLut().unit().symbol();
    }

    String window(Voi voi) {
        return switch (voi) {
            case Voi.Window w -> "W " + number(w.width()) + "  L " + number(w.center());
            case Voi.Table t -> t.label().isBlank() ? words.get("desk.corner.table") : t.label();
        };
    }

    /// At most four significant places, none behind the point from 100 on.
    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) {
            return Long.toString(Math.round(value));
        }
        String text = String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    static String date(String dicom) {
        return dicom.matches("\\d{8}")
                ? dicom.substring(0, 4) + "-" + dicom.substring(4, 6) + "-" + dicom.substring(6)
                : dicom;
    }

    static String time(String dicom) {
        return dicom.matches("\\d{4}.*") ? dicom.substring(0, 2) + ":" + dicom.substring(2, 4) : "";
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }
}
