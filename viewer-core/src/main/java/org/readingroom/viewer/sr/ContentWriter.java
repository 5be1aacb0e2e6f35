package org.readingroom.viewer.sr;

import java.util.List;
import org.readingroom.viewer.coded.CodeItem;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.ReferenceItem;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.PersonName;

/// Writes a content tree; [StructuredReportReader] is the way back.
///
/// **Errors:** [IllegalArgumentException] for what cannot be written: an unreadable item, or a shape
/// without its frame of reference.
/// **Source:** DICOM PS3.3 sections C.17.3 and C.18.
// [impl->req~sr.write~1]
final class ContentWriter {
    private static final int MAPPING_RESOURCE = 0x00080105;

    private ContentWriter() {}

    /// Adds the item and everything under it to `to`.
    static DataSetBuilder write(DataSetBuilder to, ContentItem item) {
        if (item.relationship() != Relationship.ROOT) {
            to.text(Tag.RELATIONSHIP_TYPE, Vr.CS, item.relationship().name().replace('_', ' '));
        }
        if (item.value() instanceof ContentValue.ByReference reference) {
            return to.integers(SrTag.REFERENCED_CONTENT_ITEM_IDENTIFIER, Vr.UL, places(reference.target()));
        }
        item.name().ifPresent(name -> to.sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(CodeItem.of(name))));
        value(to, item.value());
        if (!item.children().isEmpty()) {
            to.sequence(
                    Tag.CONTENT_SEQUENCE,
                    item.children().stream()
                            .map(child -> write(DataSetBuilder.create(), child).build())
                            .toList());
        }
        return to;
    }

    private static long[] places(String path) {
        return java.util.Arrays.stream(path.split("\\."))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static void value(DataSetBuilder to, ContentValue value) {
        switch (value) {
            case ContentValue.Container container -> container(to, container);
            case ContentValue.Text text -> type(to, "TEXT").text(Tag.TEXT_VALUE, Vr.UT, text.text());
            case ContentValue.Coded coded ->
                type(to, "CODE").sequence(Tag.CONCEPT_CODE_SEQUENCE, List.of(CodeItem.of(coded.code())));
            case ContentValue.Numeric number -> number(to, number);
            case ContentValue.Person person -> type(to, "PNAME").text(SrTag.PERSON_NAME, Vr.PN, written(person.name()));
            case ContentValue.Moment moment -> moment(to, moment.text());
            case ContentValue.UidReference uid -> type(to, "UIDREF").text(SrTag.UID, Vr.UI, uid.uid());
            case ContentValue.Image image -> image(to, image);
            case ContentValue.Composite composite -> reference(type(to, "COMPOSITE"), composite.reference());
            case ContentValue.Shape shape ->
                type(to, "SCOORD")
                        .text(Tag.GRAPHIC_TYPE, Vr.CS, shape.type().name())
                        .decimals(Tag.GRAPHIC_DATA, Vr.FL, numbers(shape.points(), 2));
            case ContentValue.Shape3d shape -> shape3d(to, shape);
            case ContentValue.Waveform waveform -> throw unwritten(value);
            case ContentValue.Temporal temporal -> throw unwritten(value);
            case ContentValue.ByReference reference -> throw unwritten(value);
            case ContentValue.Unreadable unreadable -> throw unwritten(value);
        }
    }

    private static IllegalArgumentException unwritten(ContentValue value) {
        return new IllegalArgumentException(value.getClass().getSimpleName() + " is not written");
    }

    private static DataSetBuilder type(DataSetBuilder to, String type) {
        return to.text(Tag.VALUE_TYPE, Vr.CS, type);
    }

    private static void container(DataSetBuilder to, ContentValue.Container container) {
        type(to, "CONTAINER")
                .text(Tag.CONTINUITY_OF_CONTENT, Vr.CS, container.isSeparate() ? "SEPARATE" : "CONTINUOUS");
        if (!container.templateId().isEmpty()) {
            to.sequence(
                    SrTag.CONTENT_TEMPLATE_SEQUENCE,
                    List.of(DataSetBuilder.create()
                            .text(MAPPING_RESOURCE, Vr.CS, "DCMR")
                            .text(SrTag.TEMPLATE_IDENTIFIER, Vr.CS, container.templateId())
                            .build()));
        }
    }

    private static void number(DataSetBuilder to, ContentValue.Numeric number) {
        type(to, "NUM");
        if (number.number().isEmpty()) {
            to.sequence(Tag.MEASURED_VALUE_SEQUENCE, List.of());
        } else {
            CodedEntry unit = number.unit().orElseThrow(() -> new IllegalArgumentException("a number without a unit"));
            to.sequence(
                    Tag.MEASURED_VALUE_SEQUENCE,
                    List.of(DataSetBuilder.create()
                            .text(Tag.NUMERIC_VALUE, Vr.DS, number.number())
                            .sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(CodeItem.of(unit)))
                            .build()));
        }
        number.qualifier()
                .ifPresent(why -> to.sequence(SrTag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE, List.of(CodeItem.of(why))));
    }

    private static String written(PersonName name) {
        String groups = name.alphabetic() + "=" + name.ideographic() + "=" + name.phonetic();
        return groups.replaceAll("=+$", "");
    }

    private static void moment(DataSetBuilder to, String text) {
        if (text.length() == 8) {
            type(to, "DATE").text(SrTag.DATE, Vr.DA, text);
        } else if (text.length() == 6) {
            type(to, "TIME").text(SrTag.TIME, Vr.TM, text);
        } else {
            type(to, "DATETIME").text(SrTag.DATE_TIME, Vr.DT, text);
        }
    }

    private static void image(DataSetBuilder to, ContentValue.Image image) {
        if (image.segments().isEmpty()) {
            reference(type(to, "IMAGE"), image.reference());
            return;
        }
        DataSetBuilder item = DataSetBuilder.create().addAll(ReferenceItem.of(image.reference()));
        item.integers(
                SrTag.REFERENCED_SEGMENT_NUMBER,
                Vr.US,
                image.segments().stream().mapToLong(Integer::longValue).toArray());
        type(to, "IMAGE").sequence(SrTag.REFERENCED_SOP_SEQUENCE, List.of(item.build()));
    }

    private static void reference(DataSetBuilder to, InstanceReference reference) {
        to.sequence(SrTag.REFERENCED_SOP_SEQUENCE, List.of(ReferenceItem.of(reference)));
    }

    private static void shape3d(DataSetBuilder to, ContentValue.Shape3d shape) {
        String frame = shape.frameOfReference()
                .orElseThrow(() -> new IllegalArgumentException("a shape in the patient without frame of reference"))
                .value();
        type(to, "SCOORD3D")
                .text(Tag.GRAPHIC_TYPE, Vr.CS, shape.type().name())
                .decimals(Tag.GRAPHIC_DATA, Vr.FL, numbers(shape.points(), 3))
                .text(SrTag.REFERENCED_FRAME_OF_REFERENCE_UID, Vr.UI, frame);
    }

    private static double[] numbers(List<Vec3> points, int axes) {
        double[] numbers = new double[points.size() * axes];
        for (int i = 0; i < points.size(); i++) {
            Vec3 p = points.get(i);
            numbers[i * axes] = p.x();
            numbers[i * axes + 1] = p.y();
            if (axes == 3) {
                numbers[i * axes + 2] = p.z();
            }
        }
        return numbers;
    }
}
