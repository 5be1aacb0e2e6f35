package org.readingroom.viewer.sr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.PersonName;

/// Reads what one content item says.
///
/// **Source:** DICOM PS3.3 sections C.17.3.2.1 and C.18.
final class ContentValues {
    private ContentValues() {}

    static ContentValue value(DataSet item) {
        int[] reference = item.integers(SrTag.REFERENCED_CONTENT_ITEM_IDENTIFIER);
        if (reference.length > 0) {
            StringBuilder target = new StringBuilder();
            for (int place : reference) {
                target.append(target.isEmpty() ? "" : ".").append(place);
            }
            return new ContentValue.ByReference(target.toString(), false);
        }
        String type = item.string(Tag.VALUE_TYPE).orElse("").strip();
        return known(item, type).orElseGet(() -> new ContentValue.Unreadable(type));
    }

    /// Template Identifier (0040,DB00) of the item, or empty.
    static String template(DataSet item) {
        return item.item(SrTag.CONTENT_TEMPLATE_SEQUENCE)
                .flatMap(template -> template.string(SrTag.TEMPLATE_IDENTIFIER))
                .orElse("");
    }

    private static Optional<ContentValue> known(DataSet item, String type) {
        return switch (type) {
            case "TEXT" -> item.string(Tag.TEXT_VALUE).map(ContentValue.Text::new);
            case "CODE" -> CodedEntry.of(item, Tag.CONCEPT_CODE_SEQUENCE).map(ContentValue.Coded::new);
            case "NUM" -> numeric(item);
            case "PNAME" ->
                item.string(SrTag.PERSON_NAME).map(PersonName::parse).map(ContentValue.Person::new);
            case "DATE" -> item.string(SrTag.DATE).map(ContentValue.Moment::new);
            case "TIME" -> item.string(SrTag.TIME).map(ContentValue.Moment::new);
            case "DATETIME" -> item.string(SrTag.DATE_TIME).map(ContentValue.Moment::new);
            case "UIDREF" -> item.string(SrTag.UID).map(ContentValue.UidReference::new);
            case "IMAGE" ->
                reference(item)
                        .map(found -> new ContentValue.Image(
                                InstanceReference.of(found).orElseThrow(),
                                list(found, SrTag.REFERENCED_SEGMENT_NUMBER)));
            case "COMPOSITE" -> reference(item).flatMap(InstanceReference::of).map(ContentValue.Composite::new);
            case "WAVEFORM" ->
                reference(item)
                        .map(found -> new ContentValue.Waveform(
                                InstanceReference.of(found).orElseThrow(),
                                list(found, SrTag.REFERENCED_WAVEFORM_CHANNELS)));
            case "SCOORD" -> shape(item);
            case "SCOORD3D" -> shape3d(item);
            case "TCOORD" -> temporal(item);
            case "CONTAINER" ->
                Optional.of(new ContentValue.Container(
                        !item.string(Tag.CONTINUITY_OF_CONTENT).orElse("").equals("CONTINUOUS"), template(item)));
            default -> Optional.empty();
        };
    }

    /// An empty Measured Value Sequence is a number that was not taken; the qualifier says why.
    private static Optional<ContentValue> numeric(DataSet item) {
        Optional<CodedEntry> qualifier = CodedEntry.of(item, SrTag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE);
        Optional<DataSet> measured = item.item(Tag.MEASURED_VALUE_SEQUENCE);
        return Optional.of(new ContentValue.Numeric(
                measured.flatMap(value -> value.string(Tag.NUMERIC_VALUE)).orElse(""),
                measured.flatMap(value -> CodedEntry.of(value, Tag.MEASUREMENT_UNITS_CODE_SEQUENCE)),
                qualifier));
    }
    /// The first item of Referenced SOP Sequence that names an instance.
    private static Optional<DataSet> reference(DataSet item) {
        return item.items(SrTag.REFERENCED_SOP_SEQUENCE).stream()
                .filter(found -> InstanceReference.of(found).isPresent())
                .findFirst();
    }

    private static List<Integer> list(DataSet item, int tag) {
        return Arrays.stream(item.integers(tag)).boxed().toList();
    }

    private static Optional<ContentValue> shape(DataSet item) {
        double[] numbers = item.decimals(Tag.GRAPHIC_DATA);
        if (numbers.length < 2 || numbers.length % 2 != 0 || !finite(numbers)) {
            return Optional.empty();
        }
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Vec3(numbers[i], numbers[i + 1], 0));
        }
        return Optional.of(new ContentValue.Shape(type(item), points));
    }

    private static Optional<ContentValue> shape3d(DataSet item) {
        double[] numbers = item.decimals(Tag.GRAPHIC_DATA);
        if (numbers.length < 3 || numbers.length % 3 != 0 || !finite(numbers)) {
            return Optional.empty();
        }
        List<Vec3> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 3) {
            points.add(new Vec3(numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        Optional<FrameOfReferenceUid> frame = item.string(SrTag.REFERENCED_FRAME_OF_REFERENCE_UID)
                .filter(uid -> !uid.isBlank())
                .map(FrameOfReferenceUid::new);
        return Optional.of(new ContentValue.Shape3d(type(item), frame, points));
    }

    private static GraphicType type(DataSet item) {
        return GraphicType.of(item.string(Tag.GRAPHIC_TYPE).orElse(""));
    }

    private static Optional<ContentValue> temporal(DataSet item) {
        List<String> places = new ArrayList<>();
        for (int tag :
                new int[] {SrTag.REFERENCED_SAMPLE_POSITIONS, SrTag.REFERENCED_TIME_OFFSETS, SrTag.REFERENCED_DATE_TIME
                }) {
            places.addAll(item.strings(tag));
        }
        String range = item.string(SrTag.TEMPORAL_RANGE_TYPE).orElse("");
        return places.isEmpty() ? Optional.empty() : Optional.of(new ContentValue.Temporal(range, places));
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
