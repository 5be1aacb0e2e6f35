package org.readingroom.viewer.returned;

import static org.readingroom.viewer.returned.ReportItems.code;
import static org.readingroom.viewer.returned.ReportItems.container;
import static org.readingroom.viewer.returned.ReportItems.item;
import static org.readingroom.viewer.returned.ReportItems.text;
import static org.readingroom.viewer.returned.ReportItems.uid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DecimalString;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.sr.ContentItem;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.GraphicType;
import org.readingroom.viewer.sr.Relationship;
import org.readingroom.viewer.sr.SrCode;

/// One mark or region as a measurement group.
///
/// An area is a planar region with its numbers (TID 1410); of anything else each number names the
/// lines it was taken from (TID 1501); a segment is a volume (TID 1411).
///
/// **Source:** DICOM PS3.16 TID 300, 320, 1410, 1411, 1419, 1501.
final class ReportGroup {
    private static final CodedEntry REFERENCED_SEGMENT = SrCode.dcm("121191", "Referenced Segment");
    private static final CodedEntry SOURCE_SERIES = SrCode.dcm("121232", "Source series for segmentation");
    private static final CodedEntry VOLUME = SrCode.sct("118565006", "Volume");

    private ReportGroup() {}

    static ContentItem of(ReportedMark mark, MarkPlace place) {
        List<ContentItem> shapes = shapes(place);
        boolean isArea =
                shapes.size() == 1 && MarkShape.of(mark.annotation()).getFirst().isArea();
        List<ContentItem> children =
                tracking(mark.name(), NewUid.named(mark.annotation().id().value()));
        if (isArea) {
            children.add(named(shapes.getFirst(), Relationship.CONTAINS, SrCode.IMAGE_REGION));
        }
        String modality = place instanceof MarkPlace.OnImage on ? on.image().modality() : "";
        long distances = mark.measured().measurements().stream()
                .filter(ReportGroup::isDistance)
                .count();
        int pair = 0;
        for (Measurement measurement : mark.measured().measurements()) {
            // of two pairs of points each distance is that of its own pair
            boolean isOfOne = distances == shapes.size() && isDistance(measurement);
            List<ContentItem> from = isArea ? List.of() : isOfOne ? List.of(shapes.get(pair++)) : shapes;
            if (Double.isFinite(measurement.value())) {
                children.add(number(mark.annotation(), measurement, modality, from));
            }
        }
        for (String caveat : mark.caveats()) {
            children.add(text(Relationship.CONTAINS, SrCode.COMMENT, caveat));
        }
        return container(Relationship.CONTAINS, SrCode.MEASUREMENT_GROUP, isArea ? "1410" : "1501", children);
    }

    private static boolean isDistance(Measurement measurement) {
        return measurement.ucum().equals(Measurement.MILLIMETRE)
                || measurement.ucum().equals(Measurement.PIXELS);
    }

    static ContentItem of(ReportedRegion region) {
        List<ContentItem> children = tracking(region.name(), region.trackingUid());
        children.add(item(
                Relationship.CONTAINS,
                REFERENCED_SEGMENT,
                new ContentValue.Image(region.segmentation(), List.of(region.segment())),
                List.of()));
        children.add(uid(Relationship.CONTAINS, SOURCE_SERIES, region.source().value()));
        region.volumeMl()
                .ifPresent(volume -> children.add(item(
                        Relationship.CONTAINS,
                        VOLUME,
                        new ContentValue.Numeric(
                                DecimalString.of(volume), Optional.of(QuantityCode.unit("ml")), Optional.empty()),
                        List.of())));
        return container(Relationship.CONTAINS, SrCode.MEASUREMENT_GROUP, "1411", children);
    }

    private static List<ContentItem> tracking(String name, String uid) {
        List<ContentItem> items = new ArrayList<>();
        items.add(text(Relationship.HAS_OBS_CONTEXT, SrCode.TRACKING_IDENTIFIER, name));
        items.add(uid(Relationship.HAS_OBS_CONTEXT, SrCode.TRACKING_UID, uid));
        return items;
    }

    private static ContentItem number(
            Annotation annotation, Measurement measurement, String modality, List<ContentItem> shapes) {
        QuantityCode quantity = QuantityCode.of(measurement, modality);
        List<ContentItem> children = new ArrayList<>();
        quantity.modifier()
                .ifPresent(which -> children.add(code(Relationship.HAS_CONCEPT_MOD, SrCode.DERIVATION, which)));
        method(annotation)
                .ifPresent(how -> children.add(code(Relationship.HAS_CONCEPT_MOD, SrCode.MEASUREMENT_METHOD, how)));
        for (ContentItem shape : shapes) {
            children.add(named(shape, Relationship.INFERRED_FROM, SrCode.PATH));
        }
        return item(
                Relationship.CONTAINS,
                quantity.concept(),
                new ContentValue.Numeric(
                        DecimalString.of(measurement.value()),
                        Optional.of(QuantityCode.unit(measurement.ucum())),
                        Optional.empty()),
                children);
    }

    /// What the number alone does not tell.
    private static Optional<CodedEntry> method(Annotation annotation) {
        return annotation instanceof Annotation.Figure figure
                ? switch (figure.kind()) {
                    case COBB -> Optional.of(QuantityCode.own("COBB", "Cobb angle"));
                    case CARDIOTHORACIC -> Optional.of(QuantityCode.own("CTR", "Cardiothoracic ratio"));
                    case LEG_AXIS -> Optional.of(QuantityCode.own("LEG", "Mechanical axis of the leg"));
                    default -> Optional.empty();
                }
                : Optional.empty();
    }

    private static ContentItem named(ContentItem shape, Relationship relationship, CodedEntry name) {
        return new ContentItem("", relationship, Optional.of(name), shape.value(), shape.children());
    }

    private static List<ContentItem> shapes(MarkPlace place) {
        return switch (place) {
            case MarkPlace.OnImage on ->
                on.shapes().stream()
                        .map(shape -> item(Relationship.CONTAINS, SrCode.IMAGE_REGION, flat(shape), List.of(image(on))))
                        .toList();
            case MarkPlace.InPatient in ->
                in.shapes().stream()
                        .map(shape -> item(
                                Relationship.CONTAINS,
                                SrCode.IMAGE_REGION,
                                spatial(shape, in.frameOfReference()),
                                List.of()))
                        .toList();
        };
    }

    private static ContentItem image(MarkPlace.OnImage on) {
        return new ContentItem(
                "",
                Relationship.SELECTED_FROM,
                Optional.empty(),
                new ContentValue.Image(on.image().reference(on.frame()), List.of()),
                List.of());
    }

    /// DICOM puts (0.5, 0.5) at the centre of the first pixel.
    private static ContentValue flat(MarkShape shape) {
        MarkShape moved = shape.mapped(p -> new Vec3(p.x() + 0.5, p.y() + 0.5, 0));
        return switch (shape.kind()) {
            case POINT -> new ContentValue.Shape(GraphicType.POINT, moved.points());
            case LINE -> new ContentValue.Shape(GraphicType.POLYLINE, moved.points());
            case POLYGON -> new ContentValue.Shape(GraphicType.POLYLINE, closed(moved.points()));
            case ELLIPSE -> new ContentValue.Shape(GraphicType.ELLIPSE, ends(moved));
        };
    }

    private static ContentValue spatial(MarkShape shape, FrameOfReferenceUid reference) {
        Optional<FrameOfReferenceUid> frame = Optional.of(reference);
        return switch (shape.kind()) {
            case POINT -> new ContentValue.Shape3d(GraphicType.POINT, frame, shape.points());
            case LINE -> new ContentValue.Shape3d(GraphicType.POLYLINE, frame, shape.points());
            case POLYGON -> new ContentValue.Shape3d(GraphicType.POLYGON, frame, closed(shape.points()));
            case ELLIPSE -> new ContentValue.Shape3d(GraphicType.ELLIPSE, frame, ends(shape));
        };
    }

    private static List<Vec3> ends(MarkShape ellipse) {
        return MarkShape.axisEnds(
                ellipse.points().get(0),
                ellipse.points().get(1),
                ellipse.points().get(2));
    }

    private static List<Vec3> closed(List<Vec3> points) {
        List<Vec3> closed = new ArrayList<>(points);
        closed.add(points.getFirst());
        return closed;
    }
}
