package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

class AnnotationJsonTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1");

    // [utest->req~annotation.json~1]
    @Test
    void everyDocumentIsReadBackToTheLastBit() throws AnnotationFormatException {
        Random random = new Random(20261122);
        List<Annotation> marks = Stream.concat(
                        IntStream.range(0, 200).mapToObj(i -> AnnotationEditPropertyTest.mark(random)),
                        Stream.of(new Annotation.Length(
                                new AnnotationId("reformat"),
                                new Placement.InPatient(
                                        Marks.SERIES,
                                        Marks.REFERENCE,
                                        new Vec3(1 / 3.0, Double.MIN_VALUE, -0.0),
                                        new Vec3(0, 0, 1),
                                        null,
                                        new FrameRef(new SopInstanceUid("2.25.6"), 3)),
                                new Vec3(0.1 + 0.2, 1e300, 5e-324),
                                Vec3.ZERO,
                                "结节 <1> \"x\"")))
                .toList();
        AnnotationDocument document = new AnnotationDocument(
                STUDY,
                marks,
                Map.of(
                        marks.getFirst().id(),
                        new LabelOffset(0.1 + 0.2, -1 / 3.0),
                        marks.getLast().id(),
                        new LabelOffset(-40, 1e-300)),
                List.of(
                        new KeyImage(
                                new FrameRef(new SopInstanceUid("2.25.6"), 11),
                                "右上叶 \"结节\"",
                                "Wang^Fang",
                                Instant.parse("2026-11-22T08:00:00.123456789Z")),
                        new KeyImage(new FrameRef(new SopInstanceUid("2.25.6"), 0), "", "", Instant.EPOCH)));
        assertThat(AnnotationJson.read(AnnotationJson.write(document))).isEqualTo(document);
    }

    @Test
    void unknownFieldsArePassedOver() throws AnnotationFormatException {
        String json = text(new AnnotationDocument(STUDY, List.of(Marks.length(Marks.on(), Vec3.ZERO, Vec3.ZERO))))
                .replace("\"kind\"", "\"colour\":{\"r\":1},\"kind\"");
        assertThat(read(json).annotations()).hasSize(1);
    }

    /// What was stored before labels could be moved, and by whoever does not know that they can.
    @Test
    void aLabelThatWasNotMovedStandsWhereItWould() throws AnnotationFormatException {
        AnnotationDocument document =
                new AnnotationDocument(STUDY, List.of(Marks.length(Marks.on(), Vec3.ZERO, Vec3.ZERO)));
        assertThat(text(document)).doesNotContain("labelOffset");
        assertThat(read(text(document))
                        .labelOffset(document.annotations().getFirst().id()))
                .isEqualTo(LabelOffset.NONE);
    }

    /// Programs that know of no key images would lose them by writing the document back.
    @Test
    void onlyADocumentWithKeyImagesIsOfTheVersionThatHasThem() throws AnnotationFormatException {
        AnnotationDocument without = AnnotationDocument.empty(STUDY);
        AnnotationDocument with = without.withKeyImages(
                List.of(new KeyImage(new FrameRef(new SopInstanceUid("2.25.6"), 0), "", "", Instant.EPOCH)));
        assertThat(text(without)).contains("\"version\":1").doesNotContain("keyImages");
        assertThat(text(with)).contains("\"version\":2");
        assertThat(read(text(without)).keyImages()).isEmpty();
        for (String damaged : List.of(
                text(with).replace("\"frame\":0", "\"frame\":-1"),
                text(with).replace("1970-01-01T00:00:00Z", "yesterday"),
                text(with).replace("\"author\"", "\"writer\""),
                text(with).replace("\"note\":\"\"", "\"note\":\"" + "x".repeat(KeyImage.LONGEST_NOTE + 1) + "\""),
                text(with).replace("[{", "{\"a\":{").replace("}]", "}}"))) {
            assertThat(damaged).isNotEqualTo(text(with));
            assertThatThrownBy(() -> read(damaged)).isInstanceOf(AnnotationFormatException.class);
        }
    }

    @Test
    void whatANewerVersionWroteIsRefusedAndNotDropped() {
        String json = text(new AnnotationDocument(STUDY, List.of(Marks.length(Marks.on(), Vec3.ZERO, Vec3.ZERO))));
        for (String newer : List.of(
                json.replace("\"version\":1", "\"version\":3"),
                json.replace("\"length\"", "\"spline\""),
                json.replace("\"frame\",", "\"sphere\","))) {
            assertThat(newer).isNotEqualTo(json);
            assertThatThrownBy(() -> read(newer))
                    .isInstanceOfSatisfying(
                            AnnotationFormatException.class,
                            e -> assertThat(e.messageKey()).isEqualTo("viewer.annotation.newer-version"));
        }
    }

    @Test
    void damagedDocumentsAreRefusedWithWords() {
        String json = text(new AnnotationDocument(STUDY, List.of(Marks.length(Marks.on(), Vec3.ZERO, Vec3.ZERO))));
        for (String damaged : List.of(
                "",
                "{}",
                "[]",
                "null",
                json.substring(0, json.length() / 2),
                json.replace("\"points\":[[0.0,", "\"points\":[[\"NaN\","),
                json.replace("\"points\":[[0.0,", "\"points\":[["),
                json.replace("\"id\"", "\"ix\""),
                json.replace("\"frame\":0", "\"frame\":-1"),
                json.replace("\"label\"", "\"labelOffset\":[1],\"label\""),
                json.replace("\"label\"", "\"labelOffset\":[1e9,0],\"label\""),
                json.replace("\"2.25.1\"", "\"\""))) {
            assertThat(damaged).isNotEqualTo(json);
            assertThatThrownBy(() -> read(damaged))
                    .as(damaged)
                    .isInstanceOfSatisfying(
                            AnnotationFormatException.class,
                            e -> assertThat(e.messageKey()).isEqualTo("viewer.annotation.damaged"));
        }
    }

    private static String text(AnnotationDocument document) {
        return new String(AnnotationJson.write(document), StandardCharsets.UTF_8);
    }

    private static AnnotationDocument read(String json) throws AnnotationFormatException {
        return AnnotationJson.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
