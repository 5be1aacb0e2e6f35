package org.readingroom.viewer.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~annotation.spine~1]
class SpineTest {
    private static final Vec3 UP = new Vec3(0, 0, 1);
    private static final Vec3 SIDEWAYS = new Vec3(1, 0, 0);
    private static final Placement.InPatient SAGITTAL =
            new Placement.InPatient(Marks.SERIES, Marks.REFERENCE, Vec3.ZERO, SIDEWAYS, Marks.FRAME);

    private static Annotation.Figure named(String level, double z) {
        return named(level, new Vec3(0, 0, z));
    }

    private static Annotation.Figure named(String level, Vec3 at) {
        return new Annotation.Figure(
                new AnnotationId("at " + level), SAGITTAL, FigureKind.SPINE_LABEL, List.of(at), level);
    }

    private static SpineColumn column(Annotation... marks) {
        return SpineColumn.of(List.of(marks), Marks.REFERENCE);
    }

    @Test
    void theUsualRowGoesFromTheAtlasToTheEndOfTheSacrum() {
        List<String> row = new ArrayList<>();
        for (Optional<SpineLevel> at = Optional.of(SpineLevel.C1);
                at.isPresent();
                at = at.get().below()) {
            row.add(at.get().name());
        }
        assertThat(row)
                .containsExactly(
                        "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
                        "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4", "S5");
        assertThat(SpineLevel.L6.below()).contains(SpineLevel.S1);
        assertThat(SpineLevel.L1.above()).contains(SpineLevel.T12);
        assertThat(SpineLevel.T13.above()).contains(SpineLevel.T12);
        assertThat(SpineLevel.C1.above()).isEmpty();
    }

    @Test
    void namesAreReadAsPeopleWriteThem() {
        assertThat(SpineLevel.of(" l5 ")).contains(SpineLevel.L5);
        assertThat(SpineLevel.of("Th12")).contains(SpineLevel.T12);
        assertThat(SpineLevel.of("D3")).contains(SpineLevel.T3);
        for (String wrong : List.of("", "L7", "C8", "T0", "5", "L5/S1", "TH", "lumbar")) {
            assertThat(SpineLevel.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void acrossTheSpineEachPlaneHasTheNearestNameAndBetweenTheBonesTheDisc() {
        // middles 40 mm apart: 0.38 of that is bone on either side, 15.2 mm
        Annotation.Figure l3 = named("L3", 80);
        Annotation.Figure l4 = named("L4", 40);
        Annotation.Figure l5 = named("L5", 0);
        SpineColumn column = column(l4, l5, l3);
        assertThat(where(column, l4, 40)).contains("L4");
        assertThat(where(column, l4, 54.9)).contains("L4");
        assertThat(where(column, l4, 55.5)).contains("L3/L4");
        assertThat(where(column, l3, 61)).contains("L3/L4");
        assertThat(where(column, l4, 24.5)).contains("L4/L5");
        assertThat(where(column, l5, 16)).contains("L4/L5");
        assertThat(where(column, l5, 40)).isEmpty();
        // beyond the ends as far as the neighbour on the other side, with the usual name
        assertThat(where(column, l5, -16)).contains("L5/S1");
        assertThat(where(column, l5, -20.5)).isEmpty();
        assertThat(where(column, l3, 96)).contains("L2/L3");
        for (double z = -19.9; z < 99.9; z += 0.37) {
            double at = z;
            assertThat(List.of(l3, l4, l5).stream()
                            .filter(l -> where(column, l, at).isPresent()))
                    .as("one name at %s", z)
                    .hasSize(1);
        }
    }

    private static Optional<String> where(SpineColumn column, Annotation.Figure mark, double z) {
        Optional<String> one = column.nameOn(mark, new Vec3(77, -12, z), UP);
        assertThat(column.nameOn(mark, new Vec3(-4, 3, z), new Vec3(0, 0, -1))).isEqualTo(one);
        return one;
    }

    @Test
    void aVertebraThatIsMissingInTheRowLendsNoDisc() {
        Annotation.Figure l2 = named("L2", 80);
        Annotation.Figure l5 = named("L5", 0);
        // nobody named L3 and L4: their place has no name
        assertThat(where(column(l2, l5), l2, 40)).isEmpty();
        assertThat(where(column(l2, l5), l5, 17)).contains("L4/L5");
    }

    @Test
    void alongTheSpineANameIsSeenAsFarAsAVertebraIsWide() {
        Annotation.Figure l5 = named("L5", new Vec3(2, 10, 0));
        SpineColumn column = column(l5, named("L4", new Vec3(2, 8, 38)));
        for (double x : new double[] {-17.9, 2, 21.9}) {
            assertThat(column.nameOn(l5, new Vec3(x, 90, 90), SIDEWAYS)).contains("L5");
        }
        assertThat(column.nameOn(l5, new Vec3(22.1, 0, 0), SIDEWAYS)).isEmpty();
        assertThat(column.nameOn(l5, new Vec3(0, 29, 0), new Vec3(0, 1, 0))).contains("L5");
        assertThat(column.nameOn(l5, new Vec3(0, 31, 0), new Vec3(0, 1, 0))).isEmpty();
    }

    /// Slices through the last disc lean by 30 degrees: the plane is asked, not the height.
    @Test
    void aLeaningSliceIsNamedWhereItMeetsTheSpine() {
        Annotation.Figure l5 = named("L5", 0);
        SpineColumn column = column(l5, named("S1", new Vec3(0, 20, -34.641)));
        Vec3 along = new Vec3(0, -0.5, Math.sqrt(0.75));
        assertThat(column.nameOn(l5, new Vec3(60, 0, 0), along)).contains("L5");
        assertThat(column.nameOn(l5, along.times(-18), along)).contains("L5/S1");
    }

    @Test
    void anotherFrameOfReferenceHasItsOwnColumn() {
        assertThat(SpineColumn.of(List.of(named("L5", 0)), new FrameOfReferenceUid("2.25.99"))
                        .vertebrae())
                .isEmpty();
    }

    @Test
    void theNextNameIsBelowOrAboveAndNeverGivenTwice() {
        Annotation.Figure l5 = named("L5", 0);
        Annotation.Figure l4 = named("L4", 40);
        assertThat(SpineNaming.next(column(l5), l5, true)).contains(SpineLevel.S1);
        assertThat(SpineNaming.next(column(l5), l5, false)).contains(SpineLevel.L4);
        assertThat(SpineNaming.next(column(l5, l4), l5, false)).as("taken").isEmpty();
        assertThat(SpineNaming.next(column(), named("S5", 0), true)).isEmpty();
        assertThat(SpineNaming.next(column(), named("a rib", 0), true)).isEmpty();
    }

    @Test
    void thoseNamedAfterAWrongOneFollowItInOneStepBackToo() {
        List<Annotation.Figure> placed =
                List.of(named("S1", -30), named("L5", 0), named("L4", 40), named("L3", 80), named("L1", 150));
        assertThat(renamed(placed, "L5", "L4", true)).containsExactly("S1", "L4", "L3", "L2", "T12");
        assertThat(renamed(placed, "L5", "L6", true)).containsExactly("S1", "L6", "L5", "L4", "L2");
        assertThat(renamed(placed, "L5", "L4", false)).containsExactly("S1", "L4", "L4", "L3", "L1");
        // a thirteenth thoracic one on the way down
        List<Annotation.Figure> down = List.of(named("T11", 90), named("T12", 60), named("L1", 30), named("L2", 0));
        assertThat(renamed(down, "L1", "T13", true)).containsExactly("T11", "T12", "T13", "L1");
    }

    @Test
    void aRowThatWouldRunPastTheEndIsRefused() {
        List<Annotation.Figure> placed = List.of(named("C3", 0), named("C2", 15), named("C1", 30));
        assertThat(SpineNaming.renaming(placed, placed.getFirst().id(), SpineLevel.C2, true))
                .isEmpty();
    }

    private static List<String> renamed(List<Annotation.Figure> placed, String wrong, String right, boolean follow) {
        AnnotationDocument before = new AnnotationDocument(new StudyUid("2.25.1"), List.copyOf(placed));
        AnnotationEdit edit = SpineNaming.renaming(
                        placed,
                        new AnnotationId("at " + wrong),
                        SpineLevel.of(right).orElseThrow(),
                        follow)
                .orElseThrow();
        AnnotationDocument after = edit.apply(before);
        assertThat(edit.revert(after)).isEqualTo(before);
        return after.annotations().stream().map(Annotation::label).toList();
    }
}
