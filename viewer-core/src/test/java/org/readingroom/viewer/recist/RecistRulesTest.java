package org.readingroom.viewer.recist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.annotation.AnnotationId;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Tables worked out by hand from the guideline's text.
// [utest->req~recist.rules~1]
class RecistRulesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

    private static StudyUid study(int index) {
        return new StudyUid("2.25." + (100 + index));
    }

    /// What stands for the readings: a number of millimetres, or `absent`, `small`, `present`, `grown`, `px
    /// 12`; `-` for no reading.
    private static Lesion lesion(String name, LesionRole role, boolean isNode, String organ, String... readings) {
        List<LesionReading> all = new ArrayList<>();
        for (int i = 0; i < readings.length; i++) {
            LocalDate date = FIRST.plusDays(60L * i);
            switch (readings[i]) {
                case "-" -> {}
                case "absent" -> all.add(LesionReading.seen(study(i), date, LesionState.ABSENT));
                case "small" -> all.add(LesionReading.seen(study(i), date, LesionState.TOO_SMALL));
                case "present" -> all.add(LesionReading.seen(study(i), date, LesionState.PRESENT));
                case "grown" -> all.add(LesionReading.seen(study(i), date, LesionState.PROGRESSION));
                default -> {
                    boolean isPixels = readings[i].startsWith("px ");
                    double value = Double.parseDouble(isPixels ? readings[i].substring(3) : readings[i]);
                    all.add(LesionReading.measured(
                            study(i),
                            date,
                            new Measurement(
                                    isNode ? Quantity.SHORT_AXIS : Quantity.LONG_AXIS,
                                    value,
                                    isPixels ? Measurement.PIXELS : "mm"),
                            new AnnotationId(name + i)));
                }
            }
        }
        return new Lesion(name, role, isNode, organ, all);
    }

    private static Lesion target(String name, String organ, String... readings) {
        return lesion(name, LesionRole.TARGET, false, organ, readings);
    }

    private static Lesion node(String name, String... readings) {
        return lesion(name, LesionRole.TARGET, true, "", readings);
    }

    private static Lesion other(String name, String... readings) {
        return lesion(name, LesionRole.NON_TARGET, false, "", readings);
    }

    private static RecistTable table(Lesion... lesions) {
        return RecistRules.table(new FollowUp(List.of(lesions)));
    }

    @Test
    void sumsChangesAndResponsesThroughFourStudies() {
        // by hand: 40 + 30.4 + 20 = 90.4; 30 + 20 + 12 = 62 (-31.4 %); 28 + 15.2 + 9 = 52.2; 34 + 20 + 9 = 63
        RecistTable table = table(
                target("T1", "lung", "40", "30", "28", "34"),
                target("T2", "liver", "30.4", "20", "15.2", "20"),
                node("T3", "20", "12", "9", "9"));
        assertThat(table.notes()).isEmpty();
        List<RecistColumn> c = table.columns();
        assertThat(c.stream().map(RecistColumn::sumMm)).containsExactly(90.4, 62.0, 52.2, 63.0);
        assertThat(c.get(0).overall()).isNull();
        assertThat(c.get(1).percentFromBaseline().orElseThrow()).isCloseTo(-31.415929, within(1e-6));
        assertThat(c.get(1).target()).isEqualTo(Response.PR);
        assertThat(c.get(2).percentFromNadir().orElseThrow()).isCloseTo(-15.806452, within(1e-6));
        assertThat(c.get(2).target()).isEqualTo(Response.PR);
        // 63 against 52.2 is 20.7 % and 10.8 mm more, though still 30.3 % below baseline
        assertThat(c.get(3).nadirMm()).isEqualTo(52.2);
        assertThat(c.get(3).percentFromNadir().orElseThrow()).isCloseTo(20.689655, within(1e-6));
        assertThat(c.get(3).percentFromBaseline().orElseThrow()).isCloseTo(-30.309735, within(1e-6));
        assertThat(c.get(3).overall()).isEqualTo(Response.PD);
    }

    @ParameterizedTest
    @CsvSource({
        // exactly at the thresholds, and a tenth beside them
        "100, 70, PR",
        "100, 70.1, SD",
        "50, 60, PD",
        "50, 59.9, SD",
        "20, 24.9, SD",
        "20, 25, PD",
        "24, 29, PD",
        "30, 35.9, SD",
        "30, 36, PD",
        "33.3, 23.31, PR",
        "33.3, 23.4, SD",
        "100, 120, PD",
        "15, absent, CR",
        "15, small, PR"
    })
    void theThresholdsBelongToTheirResponse(String first, String second, Response expected) {
        RecistColumn column =
                table(target("T1", "lung", first, second)).columns().get(1);
        assertThat(column.target()).isEqualTo(expected);
        assertThat(column.overall()).isEqualTo(expected);
    }

    @Test
    void aCompleteResponseNeedsNodesBelowTenMillimetresAndNothingElseLeft() {
        Lesion gone = target("T1", "lung", "20", "absent", "absent", "absent");
        RecistTable table = table(gone, node("T2", "18", "10", "9.9", "16"));
        assertThat(table.columns().get(1).target()).isEqualTo(Response.PR);
        assertThat(table.columns().get(2).target()).isEqualTo(Response.CR);
        assertThat(table.columns().get(2).sumMm()).as("its size still counts").isEqualTo(9.9);
        assertThat(table.columns().get(3).target()).isEqualTo(Response.PD);
    }

    @Test
    void whatComesBackAfterACompleteResponseIsProgress() {
        RecistTable table = table(target("T1", "lung", "20", "absent", "6"));
        assertThat(table.columns().get(2).nadirMm()).isEqualTo(0.0);
        assertThat(table.columns().get(2).percentFromNadir()).isEmpty();
        assertThat(table.columns().get(2).overall()).isEqualTo(Response.PD);
    }

    @Test
    void aMissingTargetIsNotEvaluatedUnlessTheOthersHaveGrownEnough() {
        RecistTable table =
                table(target("T1", "lung", "20", "20", "42", "20"), target("T2", "liver", "15", "-", "-", "15"));
        assertThat(table.columns().get(1).sumMm()).isNull();
        assertThat(table.columns().get(1).overall()).isEqualTo(Response.NE);
        assertThat(table.columns().get(1).notes()).containsExactly(RecistNote.of("missing", "T2"));
        assertThat(table.columns().get(2).overall())
                .as("42 alone is 20 % over 35")
                .isEqualTo(Response.PD);
        assertThat(table.columns().get(3).nadirMm()).as("no sum, no nadir").isEqualTo(35.0);
        assertThat(table.columns().get(3).overall()).isEqualTo(Response.SD);
    }

    @Test
    void pixelsAreNeverAddedToMillimetres() {
        RecistTable later = table(target("T1", "lung", "20", "20"), target("T2", "liver", "15", "px 15"));
        assertThat(later.columns().get(1).sumMm()).isNull();
        assertThat(later.columns().get(1).overall()).isEqualTo(Response.NE);
        assertThat(later.columns().get(1).notes()).containsExactly(RecistNote.of("no-millimetres", "T2"));
        RecistTable first = table(target("T1", "lung", "px 20", "px 10"));
        assertThat(first.columns().get(0).sumMm()).isNull();
        assertThat(first.notes()).containsExactly(RecistNote.of("no-millimetres", "T1"));
        assertThat(first.columns().get(1).overall()).isNull();
    }

    @Test
    void targetsThatTheRulesDoNotAllowGetASumAndNoResponse() {
        RecistTable small = table(target("T1", "lung", "9.9", "30"), node("T2", "14.9", "9"));
        assertThat(small.notes())
                .containsExactly(
                        RecistNote.of("too-small", "T1", "9.9"), RecistNote.of("too-small-node", "T2", "14.9"));
        assertThat(small.columns().get(1).sumMm()).isEqualTo(39.0);
        assertThat(small.columns().get(1).overall()).isNull();
        assertThat(small.columns().get(1).target()).isNull();
        assertThat(table(target("T1", "lung", "10"), node("T2", "15")).notes()).isEmpty();
        RecistTable many = table(
                target("T1", "Liver", "20"),
                target("T2", "liver ", "20"),
                target("T3", "liver", "20"),
                node("T4", "20"),
                node("T5", "20"),
                node("T6", "20"),
                target("T7", "", "20"));
        assertThat(many.notes())
                .containsExactly(
                        RecistNote.of("too-many", "7"),
                        RecistNote.of("too-many-of-organ", "liver", "3"),
                        RecistNote.of("too-many-nodes", "3"),
                        RecistNote.of("no-organ", "T7"));
        assertThat(table(target("T1", "lung", "20", "20"), target("T2", "lung", "-", "20"))
                        .notes())
                .containsExactly(RecistNote.of("not-at-baseline", "T2"));
    }

    @Test
    void aNewLesionIsProgressWhateverTheOthersDo() {
        RecistTable table = table(
                target("T1", "lung", "40", "20", "20"), lesion("X1", LesionRole.NEW, false, "brain", "-", "-", "7"));
        assertThat(table.columns().get(1).overall()).isEqualTo(Response.PR);
        assertThat(table.columns().get(2).target()).isEqualTo(Response.PR);
        assertThat(table.columns().get(2).overall()).isEqualTo(Response.PD);
        assertThat(table.columns().get(2).notes()).containsExactly(RecistNote.of("new", "X1"));
    }

    /// By the guideline's section 4.3.3 and 4.3.5 N2 is new, which is progress, and X1 is not.
    @Test
    void otherLesionsUnseenAtBaselineAndNewOnesSeenThereGetNoResponse() {
        Lesion target = target("T1", "lung", "40", "20");
        for (String first : List.of("-", "absent")) {
            RecistTable late = table(target, other("N2", first, "present"));
            assertThat(late.notes()).containsExactly(RecistNote.of("not-seen-at-baseline", "N2"));
            assertThat(late.columns().get(1).sumMm()).isEqualTo(20.0);
            assertThat(late.columns().get(1).overall()).isNull();
        }
        RecistTable early = table(target, lesion("X1", LesionRole.NEW, false, "", "present", "present"));
        assertThat(early.notes()).containsExactly(RecistNote.of("seen-at-baseline", "X1"));
        assertThat(early.columns().get(1).overall()).isNull();
        assertThat(table(target, lesion("X1", LesionRole.NEW, false, "", "absent", "7"))
                        .columns()
                        .get(1)
                        .overall())
                .isEqualTo(Response.PD);
    }

    @Test
    void otherLesionsFollowTablesOneAndTwoOfTheGuideline() {
        // target: 40 to nothing, other as given, the response over all
        String[][] cases = {
            {"absent", "absent", "CR"}, {"absent", "present", "PR"}, {"absent", "-", "PR"}, {"absent", "grown", "PD"},
            {"20", "absent", "PR"}, {"20", "present", "PR"}, {"20", "-", "PR"}, {"40", "present", "SD"},
            {"40", "-", "SD"}, {"40", "grown", "PD"}, {"-", "present", "NE"}, {"60", "absent", "PD"}
        };
        for (String[] one : cases) {
            assertThat(table(target("T1", "lung", "40", one[0]), other("N1", "present", one[1]), present())
                            .columns()
                            .get(1)
                            .overall())
                    .as("%s and %s", one[0], one[1])
                    .isEqualTo(Response.valueOf(one[2]));
        }
        String[][] alone = {{"absent", "CR"}, {"present", "NON_CR_NON_PD"}, {"-", "NE"}, {"grown", "PD"}};
        for (String[] one : alone) {
            assertThat(table(other("N1", "present", one[0]), present())
                            .columns()
                            .get(1)
                            .overall())
                    .isEqualTo(Response.valueOf(one[1]));
        }
    }

    /// So that there is a second study even where nothing else was looked at in it; it says nothing.
    private static Lesion present() {
        return lesion("X9", LesionRole.NEW, false, "", "-", "absent");
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(table().columns()).isEmpty();
        assertThat(table(target("T1", "lung")).columns()).isEmpty();
        assertThatThrownBy(() -> new FollowUp(List.of(other("N1"), other("N1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // [utest->req~recist.follow-up~1]
    @Test
    void aNodeNeedsItsShortAxisAndAnotherLesionItsLongest() {
        AnnotationId id = new AnnotationId("m");
        Measurement along = new Measurement(Quantity.LONG_AXIS, 22, "mm");
        Measurement across = new Measurement(Quantity.SHORT_AXIS, 14, "mm");
        Measured both = new Measured(id, List.of(along, across), List.of());
        Measured line = new Measured(id, List.of(new Measurement(Quantity.LENGTH, 30, "mm")), List.of());
        assertThat(LesionSize.of(both, true)).contains(across);
        assertThat(LesionSize.of(both, false)).contains(along);
        assertThat(LesionSize.of(line, true)).isEmpty();
        assertThat(LesionSize.of(line, false).orElseThrow().value()).isEqualTo(30);
        Measured turned = new Measured(id, List.of(new Measurement(Quantity.LONG_AXIS, 9, "mm"), across), List.of());
        assertThat(LesionSize.of(turned, true).orElseThrow().value())
                .as("the shorter of the two")
                .isEqualTo(9);
        assertThat(LesionSize.of(turned, false).orElseThrow().value()).isEqualTo(14);
    }

    @Test
    void namesGoOnAndReadingsOfAStudyAreReplaced() {
        FollowUp followUp = FollowUp.EMPTY.with(target("T1", "lung", "40")).with(target("T2", "lung", "30"));
        assertThat(followUp.nextName(LesionRole.TARGET)).isEqualTo("T3");
        assertThat(followUp.without("T1").nextName(LesionRole.TARGET)).isEqualTo("T1");
        assertThat(followUp.nextName(LesionRole.NEW)).isEqualTo("X1");
        Lesion again = followUp.find("T1").orElseThrow().with(LesionReading.seen(study(0), FIRST, LesionState.ABSENT));
        assertThat(again.readings()).hasSize(1);
        assertThat(followUp.with(again).lesions()).hasSize(2).first().isEqualTo(again);
    }

    @Test
    void lesionsAreReadBackFromJsonAndDamageIsRefused() throws Exception {
        Patient person = new Patient(
                new PatientId("P-1", ""), new PersonName("Demo^Xiao", "示^小", ""), LocalDate.of(1960, 2, 3), Sex.FEMALE);
        FollowUp followUp = new FollowUp(List.of(
                target("T1", "肺", "40.12345678901", "small", "absent"),
                node("T2", "px 17", "-", "12"),
                other("N1", "present", "grown", "-")));
        String json = FollowUpJson.write(followUp, person);
        assertThat(FollowUpJson.patient(json, person.id())).contains(person);
        assertThat(FollowUpJson.patient("{\"version\":1,\"lesions\":[]}", person.id()))
                .as("written before")
                .isEmpty();
        assertThat(FollowUpJson.read(json)).isEqualTo(followUp);
        for (String bad : List.of(
                "",
                "[]",
                "{\"version\":1}",
                json.replace("\"version\":1", "\"version\":2"),
                json.replace("measured", "guessed"),
                json.replace("40.12345678901", "\"x\""),
                json.replace("2026-01-10", "2026-13-10"),
                json.replace("\"name\":\"T2\"", "\"name\":\"T1\""))) {
            assertThatThrownBy(() -> FollowUpJson.read(bad)).as(bad).isInstanceOf(FollowUpFormatException.class);
        }
    }
}
