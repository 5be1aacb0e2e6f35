package org.readingroom.viewer.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.outline.OutlineNode;
import org.readingroom.viewer.outline.Phrase;

/// A presentation state as readable text.
public final class PresentationOutline {
    private PresentationOutline() {}

    public static OutlineNode of(PresentationState state) {
        List<OutlineNode> lines = new ArrayList<>();
        lines.add(OutlineNode.of(
                Phrase.key("viewer.presentation.kind"),
                Phrase.key("viewer.presentation.kind." + term(state.kind().name()))));
        String creator = state.creator().display();
        if (!creator.isEmpty()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.presentation.creator"), creator));
        }
        state.warningKeys().forEach(key -> lines.add(OutlineNode.of(Phrase.key(key), Phrase.NONE)));
        for (SoftcopyVoi voi : state.vois()) {
            voi.voi().ifPresent(found -> lines.add(voi(found)));
        }
        if (state.presentationLut().isPresent()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.presentation.lut"), Phrase.NONE));
        }
        if (state.isInverse()) {
            lines.add(OutlineNode.of(Phrase.key("viewer.presentation.inverse"), Phrase.NONE));
        }
        if (!state.transform().equals(SpatialTransform.NONE)) {
            lines.add(OutlineNode.of(
                    Phrase.key("viewer.presentation.transform"),
                    Phrase.key(
                            state.transform().isFlipped()
                                    ? "viewer.presentation.turned-and-flipped"
                                    : "viewer.presentation.turned",
                            Integer.toString(state.transform().rotationDegrees()))));
        }
        for (DisplayedArea area : state.areas()) {
            lines.add(OutlineNode.of(
                    Phrase.key("viewer.presentation.area"),
                    Phrase.key(
                            "viewer.presentation.area." + term(area.mode().name()),
                            area.left() + "," + area.top() + " – " + area.right() + "," + area.bottom(),
                            String.format(Locale.ROOT, "%.3g", area.value()))));
        }
        state.shutter()
                .ifPresent(shutter -> lines.add(OutlineNode.of(
                        Phrase.key("viewer.presentation.shutter"), "P %d".formatted((shutter.argb() & 0xFF) * 257))));
        state.mask()
                .ifPresent(mask -> lines.add(OutlineNode.of(
                        Phrase.key("viewer.presentation.mask"),
                        mask.kind()
                                + mask.maskNumbers().stream().map(n -> " " + n).collect(Collectors.joining()))));
        for (GraphicLayer layer : state.layers()) {
            lines.add(layer(state, layer));
        }
        for (SeriesReference series : state.images()) {
            for (InstanceReference reference : series.instances()) {
                lines.add(OutlineNode.of(
                        Phrase.key("viewer.presentation.image"),
                        reference.instance().value()));
            }
        }
        return OutlineNode.of(Phrase.key("viewer.presentation.title"), state.name())
                .withFact("label", state.label())
                .with(lines);
    }

    private static String term(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static OutlineNode voi(Voi voi) {
        return switch (voi) {
            case Voi.Window window ->
                OutlineNode.of(
                        Phrase.key("viewer.presentation.window"),
                        String.format(
                                        Locale.ROOT,
                                        "C %.6g  W %.6g  %s",
                                        window.center(),
                                        window.width(),
                                        window.label())
                                .strip());
            case Voi.Table table -> OutlineNode.of(Phrase.key("viewer.presentation.voi-lut"), table.label());
        };
    }

    private static OutlineNode layer(PresentationState state, GraphicLayer layer) {
        List<OutlineNode> lines = new ArrayList<>();
        int shapes = 0;
        for (GraphicAnnotation annotation : state.annotations()) {
            if (annotation.layer().equals(layer.name())) {
                shapes += annotation.graphics().size();
                annotation
                        .texts()
                        .forEach(
                                text -> lines.add(OutlineNode.of(Phrase.key("viewer.presentation.text"), text.text())));
            }
        }
        if (shapes > 0) {
            lines.add(OutlineNode.of(Phrase.key("viewer.presentation.shapes"), Integer.toString(shapes)));
        }
        state.overlayLayers().entrySet().stream()
                .filter(entry -> entry.getValue().equals(layer.name()))
                .map(entry -> "%04X".formatted(entry.getKey()))
                .sorted()
                .forEach(group -> lines.add(OutlineNode.of(Phrase.key("viewer.presentation.overlay"), group)));
        return OutlineNode.of(
                        Phrase.key("viewer.presentation.layer"), (layer.name() + "  " + layer.description()).strip())
                .with(lines);
    }
}
