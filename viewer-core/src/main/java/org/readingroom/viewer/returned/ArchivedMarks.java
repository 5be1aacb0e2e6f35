package org.readingroom.viewer.returned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.MeasurementGroup;
import org.readingroom.viewer.sr.MeasurementGroups;
import org.readingroom.viewer.sr.StructuredReport;

/// Finds what a report measured on images, whoever wrote it.
///
/// A number is shown in the words and with the unit of the report; a unit that nobody knows stands as
/// it is written, and a number without a unit is shown as one. Shapes whose image is not named are
/// left out.
///
/// **Source:** DICOM PS3.16 TID 1500, 1410, 1411, 1501.
// [impl->req~returned.archived~1]
public final class ArchivedMarks {
    private ArchivedMarks() {}

    /// The marks of a report that can be placed; segments are regions of their own objects and not
    /// among them.
    public static List<ArchivedMark> of(StructuredReport report, SopInstanceUid document) {
        String author = author(report);
        List<ArchivedMark> marks = new ArrayList<>();
        for (MeasurementGroup group : MeasurementGroups.of(report)) {
            numbers(group)
                    .forEach((shapes, numbers) -> marks.add(new ArchivedMark(
                            document,
                            group.trackingUid(),
                            name(group),
                            author,
                            report.contentDate(),
                            numbers,
                            List.copyOf(shapes))));
        }
        return marks;
    }

    /// The numbers of a group by the shapes that they were taken from, so that none stands beside the line of
    /// another.
    ///
    /// A number without shapes of its own belongs to those of the group; where the group has none, to the one
    /// place there is, and to none of several.
    private static Map<Set<ArchivedMark.Shape>, List<String>> numbers(MeasurementGroup group) {
        Map<Set<ArchivedMark.Shape>, List<String>> numbers = new LinkedHashMap<>();
        Set<ArchivedMark.Shape> whole = shapes(group.regions());
        if (!whole.isEmpty()) {
            numbers.put(whole, new ArrayList<>());
        }
        group.quantities().stream()
                .map(quantity -> shapes(quantity.regions()))
                .filter(own -> !own.isEmpty())
                .forEach(own -> numbers.putIfAbsent(own, new ArrayList<>()));
        Set<ArchivedMark.Shape> common = !group.regions().isEmpty() || numbers.size() != 1
                ? whole
                : numbers.keySet().iterator().next();
        for (MeasurementGroup.Quantity quantity : group.quantities()) {
            List<String> beside = numbers.get(quantity.regions().isEmpty() ? common : shapes(quantity.regions()));
            if (beside != null) {
                beside.add(words(quantity));
            }
        }
        return numbers;
    }

    private static Set<ArchivedMark.Shape> shapes(List<MeasurementGroup.Region> regions) {
        Set<ArchivedMark.Shape> shapes = new LinkedHashSet<>();
        regions.forEach(region -> shapes.addAll(shapes(region)));
        return shapes;
    }

    private static String name(MeasurementGroup group) {
        String finding = group.finding().map(CodedEntry::text).orElse("");
        String id = group.trackingIdentifier();
        return finding.isEmpty() || finding.equals(id) ? id : id.isEmpty() ? finding : id + ", " + finding;
    }

    /// Who verified it, else who observed it, else the device that did.
    private static String author(StructuredReport report) {
        if (!report.verifications().isEmpty()) {
            return report.verifications().getFirst().observer().display();
        }
        return observer(report, "121008")
                .or(() -> observer(report, "121013"))
                .or(() -> observer(report, "121014"))
                .orElse("");
    }

    private static Optional<String> observer(StructuredReport report, String code) {
        return report.root().children().stream()
                .filter(item -> item.isNamed(code, "DCM"))
                .map(item -> switch (item.value()) {
                    case ContentValue.Person person -> person.name().display();
                    case ContentValue.Text text -> text.text().strip();
                    default -> "";
                })
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    static String words(MeasurementGroup.Quantity quantity) {
        ContentValue.Numeric value = quantity.value();
        String unit = value.unit().map(CodedEntry::unit).orElse("");
        StringBuilder words = new StringBuilder(quantity.name().text());
        for (CodedEntry modifier : quantity.modifiers()) {
            words.append(", ").append(modifier.text());
        }
        String number = value.number().isEmpty()
                ? value.qualifier().map(CodedEntry::text).orElse("–")
                : ShortNumber.of(value.number());
        return (words + ": " + number + " " + unit).strip();
    }

    private static List<ArchivedMark.Shape> shapes(MeasurementGroup.Region region) {
        return switch (region.shape()) {
            case ContentValue.Shape flat ->
                region.image().map(image -> flat(flat, image)).orElse(List.of());
            case ContentValue.Shape3d spatial ->
                spatial.frameOfReference().isEmpty()
                        ? List.of()
                        : ShapeLines.of(spatial.type(), spatial.points()).stream()
                                .map(line -> new ArchivedMark.Shape(Optional.empty(), spatial.frameOfReference(), line))
                                .toList();
            default -> List.of();
        };
    }

    /// A shape on several frames is drawn on each; one that names no frame is on the first.
    private static List<ArchivedMark.Shape> flat(ContentValue.Shape shape, InstanceReference image) {
        List<List<Vec3>> lines = ShapeLines.of(shape.type(), shape.points()).stream()
                .map(line -> line.stream()
                        .map(p -> new Vec3(p.x() - 0.5, p.y() - 0.5, 0))
                        .toList())
                .toList();
        List<Integer> frames = image.frames().isEmpty() ? List.of(1) : image.frames();
        return frames.stream()
                .filter(frame -> frame > 0)
                .flatMap(frame -> lines.stream()
                        .map(line -> new ArchivedMark.Shape(
                                Optional.of(new FrameRef(image.instance(), frame - 1)), Optional.empty(), line)))
                .toList();
    }
}
