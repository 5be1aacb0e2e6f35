package org.readingroom.viewer.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

/// Annotation documents as JSON, for storage.
///
/// Numbers are read back to the last bit. Unknown fields are passed over; an unknown kind of annotation, or a
/// higher version, is refused, because writing the document back would lose it.
///
/// ```json
/// {"version": 1, "study": "2.25.1", "annotations": [
///   {"id": "…", "kind": "length", "label": "", "points": [[x, y, z], [x, y, z]],
///    "placement": {"space": "patient", "series": "2.25.2", "frameOfReference": "2.25.3",
///                  "planePoint": [x, y, z], "normal": [x, y, z], "instance": "2.25.4", "frame": 0,
///                  "volume": {"instance": "2.25.4", "frame": 0}},
///    "labelOffset": [right, down]}],
///  "keyImages": [{"instance": "2.25.4", "frame": 0, "note": "", "author": "…", "time": "2026-11-22T08:00:00Z"}]}
/// ```
///
/// **Order:** points are start, end; first, vertex, second; centre, half axis A, half axis B; for every other kind
/// those of [FigureKind], whose codes are its names here. A `calibration` has also `lengthMm` and what it `holdsFor`:
/// `frame` or `series`. `space` is `patient` or `frame`; `frame` counts from zero. `volume`, a frame of the volume that
/// was cut, is left out for marks drawn on a
/// frame.
/// `labelOffset` is left out where a label was not moved. Documents without key images have no such list and are of
/// version 1, which programs that know of none may write back.
/// **Errors:** [AnnotationFormatException] for anything that cannot be read whole.
// [impl->req~annotation.json~1]
public final class AnnotationJson {
    private static final int VERSION = 2;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnnotationJson() {}

    /// UTF-8, without indentation.
    public static byte[] write(AnnotationDocument document) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", document.keyImages().isEmpty() ? 1 : VERSION);
        root.put("study", document.study().value());
        ArrayNode list = root.putArray("annotations");
        for (Annotation annotation : document.annotations()) {
            ObjectNode node = list.addObject();
            write(annotation, node);
            LabelOffset moved = document.labelOffset(annotation.id());
            if (!moved.equals(LabelOffset.NONE)) {
                node.putArray("labelOffset").add(moved.right()).add(moved.down());
            }
        }
        if (!document.keyImages().isEmpty()) {
            KeyImagesJson.write(document.keyImages(), root.putArray("keyImages"));
        }
        try {
            return MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    public static AnnotationDocument read(byte[] json) throws AnnotationFormatException {
        try {
            JsonNode root = MAPPER.readTree(json);
            int version = root.path("version").asInt(0);
            if (version > VERSION) {
                throw newer("version " + version);
            }
            if (version < 1 || !root.path("annotations").isArray()) {
                throw new IllegalArgumentException("no version or no list of annotations");
            }
            List<Annotation> annotations = new ArrayList<>();
            Map<AnnotationId, LabelOffset> offsets = new HashMap<>();
            for (JsonNode node : root.path("annotations")) {
                Annotation annotation = annotation(node);
                annotations.add(annotation);
                if (node.hasNonNull("labelOffset")) {
                    offsets.put(annotation.id(), labelOffset(node.path("labelOffset")));
                }
            }
            return new AnnotationDocument(
                    new StudyUid(text(root, "study")),
                    annotations,
                    offsets,
                    KeyImagesJson.read(root.path("keyImages")));
        } catch (IOException | IllegalArgumentException e) {
            throw new AnnotationFormatException("viewer.annotation.damaged", "annotations cannot be read", e);
        }
    }

    private static void write(Annotation annotation, ObjectNode node) {
        node.put("id", annotation.id().value());
        List<Vec3> points = switch (annotation) {
            case Annotation.Length l -> {
                node.put("kind", "length");
                yield List.of(l.start(), l.end());
            }
            case Annotation.Angle a -> {
                node.put("kind", "angle");
                yield List.of(a.first(), a.vertex(), a.second());
            }
            case Annotation.Ellipse e -> {
                node.put("kind", "ellipse");
                yield List.of(e.center(), e.halfAxisA(), e.halfAxisB());
            }
            case Annotation.Figure f -> {
                node.put("kind", f.kind().code());
                yield f.points();
            }
            case Annotation.Calibration c -> {
                node.put("kind", "calibration");
                node.put("lengthMm", c.lengthMm());
                node.put("holdsFor", c.scope().name().toLowerCase(Locale.ROOT));
                yield List.of(c.start(), c.end());
            }
        };
        node.put("label", annotation.label());
        ArrayNode list = node.putArray("points");
        points.forEach(point -> write(point, list.addArray()));
        write(annotation.placement(), node.putObject("placement"));
    }

    private static void write(Placement placement, ObjectNode node) {
        node.put("series", placement.series().value());
        switch (placement) {
            case Placement.InPatient in -> {
                node.put("space", "patient");
                node.put("frameOfReference", in.frameOfReference().value());
                write(in.planePoint(), node.putArray("planePoint"));
                write(in.normal(), node.putArray("normal"));
                FrameRef of = in.volumeFrame();
                if (of != null) {
                    node.putObject("volume")
                            .put("instance", of.instance().value())
                            .put("frame", of.frame());
                }
            }
            case Placement.OnFrame on -> node.put("space", "frame");
        }
        placement.referencedFrame().ifPresent(frame -> {
            node.put("instance", frame.instance().value());
            node.put("frame", frame.frame());
        });
    }

    private static void write(Vec3 v, ArrayNode node) {
        node.add(v.x()).add(v.y()).add(v.z());
    }

    private static Annotation annotation(JsonNode node) throws AnnotationFormatException {
        AnnotationId id = new AnnotationId(text(node, "id"));
        Placement placement = placement(node.path("placement"));
        String label = node.path("label").asText("");
        JsonNode points = node.path("points");
        String kind = text(node, "kind");
        return switch (kind) {
            case "length" -> new Annotation.Length(id, placement, vec(points.path(0)), vec(points.path(1)), label);
            case "angle" ->
                new Annotation.Angle(
                        id, placement, vec(points.path(0)), vec(points.path(1)), vec(points.path(2)), label);
            case "ellipse" ->
                new Annotation.Ellipse(
                        id, placement, vec(points.path(0)), vec(points.path(1)), vec(points.path(2)), label);
            case "calibration" -> calibration(node, id, placement, label);
            default -> {
                FigureKind figure = FigureKind.of(kind).orElseThrow(() -> newer("an annotation of an unknown kind"));
                yield new Annotation.Figure(id, placement, figure, vecs(points), label);
            }
        };
    }

    private static Annotation calibration(JsonNode node, AnnotationId id, Placement placement, String label)
            throws AnnotationFormatException {
        Annotation.Calibration.Scope scope = switch (text(node, "holdsFor")) {
            case "frame" -> Annotation.Calibration.Scope.FRAME;
            case "series" -> Annotation.Calibration.Scope.SERIES;
            default -> throw newer("a calibration of something unknown");
        };
        if (!(placement instanceof Placement.OnFrame on)) {
            throw new IllegalArgumentException("a calibration in the patient");
        }
        JsonNode points = node.path("points");
        return new Annotation.Calibration(
                id, on, vec(points.path(0)), vec(points.path(1)), number(node.path("lengthMm")), scope, label);
    }

    private static Placement placement(JsonNode node) throws AnnotationFormatException {
        SeriesUid series = new SeriesUid(text(node, "series"));
        FrameRef frame = frame(node);
        return switch (text(node, "space")) {
            case "patient" ->
                new Placement.InPatient(
                        series,
                        new FrameOfReferenceUid(text(node, "frameOfReference")),
                        vec(node.path("planePoint")),
                        vec(node.path("normal")),
                        frame,
                        frame(node.path("volume")));
            case "frame" -> {
                if (frame == null) {
                    throw new IllegalArgumentException("a mark on a frame names no frame");
                }
                yield new Placement.OnFrame(series, frame);
            }
            default -> throw newer("an annotation in an unknown space");
        };
    }

    private static @Nullable FrameRef frame(JsonNode node) {
        return node.hasNonNull("instance")
                ? new FrameRef(
                        new SopInstanceUid(text(node, "instance")),
                        node.path("frame").asInt(-1))
                : null;
    }

    private static LabelOffset labelOffset(JsonNode node) {
        if (node.size() != 2) {
            throw new IllegalArgumentException("a label's offset has " + node.size() + " numbers");
        }
        return new LabelOffset(number(node.get(0)), number(node.get(1)));
    }

    private static Vec3 vec(JsonNode node) {
        if (node.size() != 3) {
            throw new IllegalArgumentException("a point has " + node.size() + " coordinates");
        }
        return new Vec3(number(node.get(0)), number(node.get(1)), number(node.get(2)));
    }

    private static List<Vec3> vecs(JsonNode node) {
        List<Vec3> points = new ArrayList<>();
        node.forEach(point -> points.add(vec(point)));
        return points;
    }

    private static double number(JsonNode node) {
        double value = node.asDouble(Double.NaN);
        if (!node.isNumber() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate is not a number");
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return value.asText();
    }

    private static AnnotationFormatException newer(String facts) {
        return new AnnotationFormatException("viewer.annotation.newer-version", facts, null);
    }
}
