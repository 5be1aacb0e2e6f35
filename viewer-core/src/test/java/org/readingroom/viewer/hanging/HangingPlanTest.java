package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

// [utest->req~hanging.each-set-once~1]
class HangingPlanTest {
    private static HangingProtocol shipped(String id) {
        return ShippedProtocols.all().stream()
                .filter(protocol -> protocol.id().equals("readingroom." + id))
                .findFirst()
                .orElseThrow();
    }

    private static HangingPlan plan(String protocol, int group, List<HungSet> sets) {
        return HangingPlan.of(shipped(protocol).groups().get(group), sets, List.of());
    }

    @Test
    void mammogramsHangRightBesideLeftWhateverTheirOrder() {
        HungSet rcc = MadeUp.of("MG", "RCC").view("R", "CC").set();
        HungSet lcc = MadeUp.of("MG", "LCC").view("L", "CC").set();
        HungSet rmlo = MadeUp.of("MG", "RMLO").view("R", "MLO").set();
        HungSet lmlo = MadeUp.of("MG", "LMLO").view("L", "MLO").set();
        List<HungSet> sets = new ArrayList<>(List.of(lmlo, rcc, rmlo, lcc));
        assertEquals(List.of(rcc, lcc, rmlo, lmlo), plan("mammography", 0, sets).sets());
        Collections.reverse(sets);
        assertEquals(List.of(rcc, lcc), plan("mammography", 1, sets).sets());
        assertEquals(List.of(rmlo, lmlo), plan("mammography", 2, sets).sets());
    }

    @Test
    void aMissingMammogramLeavesItsPlaceEmpty() {
        HungSet lcc = MadeUp.of("MG", "LCC").view("L", "CC").set();
        HungSet unknown = MadeUp.of("MG", "?").view("", "").set();
        HangingPlan plan = plan("mammography", 1, List.of(lcc, unknown));
        assertEquals(Arrays.asList(null, lcc), plan.sets());
        assertEquals(List.of(unknown), plan.left(), "what no view shows is named, not dropped");
    }

    @Test
    void aSpotViewStandsBackBehindTheWholeBreast() {
        HungSet spot = MadeUp.of("MG", "RCC spot").view("R", "CC").set();
        HungSet whole = MadeUp.of("MG", "RCC").view("R", "CC").set();
        assertSame(whole, plan("mammography", 1, List.of(spot, whole)).sets().getFirst());
        assertSame(spot, plan("mammography", 1, List.of(spot)).sets().getFirst());
    }

    @Test
    void brainSequencesStandInTheirPlacesInBothLanguages() {
        HungSet t2 = MadeUp.of("MR", "Ax T2 FSE").plane(SetPlane.AXIAL).set();
        HungSet flair = MadeUp.of("MR", "T2 FLAIR 水抑制").plane(SetPlane.AXIAL).set();
        HungSet t1 = MadeUp.of("MR", "横断位T1WI").plane(SetPlane.AXIAL).set();
        HungSet contrast = MadeUp.of("MR", "T1 增强").plane(SetPlane.AXIAL).set();
        HungSet adc = MadeUp.of("MR", "ADC").plane(SetPlane.AXIAL).set();
        HungSet dwi = MadeUp.of("MR", "弥散 DWI b1000").plane(SetPlane.AXIAL).set();
        List<HungSet> sets = List.of(flair, contrast, adc, t2, dwi, t1);
        assertEquals(List.of(t1, t2, flair, dwi), plan("mr-brain", 0, sets).sets());
        assertEquals(List.of(t1, contrast), plan("mr-brain", 1, sets).sets());
        assertEquals(List.of(dwi, adc), plan("mr-brain", 2, sets).sets());
    }

    @Test
    void oneSeriesIsCutAgainOnlyWhereAViewAsks() {
        HungSet scout =
                MadeUp.of("CT", "Topogram").type("ORIGINAL\\PRIMARY\\LOCALIZER").set();
        HungSet chest = MadeUp.of("CT", "chest 1 mm").plane(SetPlane.AXIAL).set();
        List<HungSet> sets = List.of(scout, chest);
        assertEquals(List.of(chest, chest, chest), plan("ct-chest", 3, sets).sets());
        assertEquals(List.of(chest), plan("ct-chest", 1, sets).sets());
        assertEquals(List.of(scout), plan("ct-chest", 1, sets).left());
        HangingPlan pair = plan("ct-chest", 2, sets);
        assertSame(chest, pair.sets().getFirst());
        assertNull(pair.sets().get(1), "no prior, and the current one is not put in its place");
    }

    @Test
    void lateSetsTakeEmptyViewsAndMoveNone() {
        HungSet first = MadeUp.of("CR", "PA").view("", "AP").set();
        PresentationGroup pair = shipped("radiograph-chest").groups().getFirst();
        HangingPlan before = HangingPlan.of(pair, List.of(first), List.of());
        HungSet better = MadeUp.of("CR", "PA").view("", "PA").set();
        HungSet prior = MadeUp.of("CR", "PA").view("", "PA").prior(1).set();
        HangingPlan after = HangingPlan.of(pair, List.of(better, first, prior), before.sets());
        assertEquals(List.of(first, prior), after.sets());
        assertEquals(List.of(better), after.left());
    }

    @Test
    void moreViewsThanSeriesStayEmpty() {
        HungSet only = MadeUp.of("US", "").flat().set();
        HangingPlan plan = plan("ultrasound", 2, List.of(only));
        assertEquals(9, plan.sets().size());
        assertSame(only, plan.sets().getFirst());
        assertEquals(8, plan.sets().stream().filter(Objects::isNull).count());
    }

    @Test
    void aHugeStudyIsPlannedAtOnce() {
        List<HungSet> sets = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            sets.add(MadeUp.of("MR", "series " + i)
                    .in("HEAD", "")
                    .plane(SetPlane.AXIAL)
                    .set());
        }
        long begun = System.nanoTime();
        HangingPlan plan = plan("mr-brain", 0, sets);
        long took = (System.nanoTime() - begun) / 1_000_000;
        assertEquals(4996, plan.left().size());
        assertTrue(took < 20_000, took + " ms");
    }

    @RepeatedTest(60)
    void everySetStandsOnceUnlessAskedAndNoneIsLost(RepetitionInfo which) {
        Random random = new Random(which.getCurrentRepetition());
        List<HungSet> sets = new ArrayList<>();
        List<String> modalities = List.of("CT", "MR", "MG", "PT", "CR", "US");
        List<String> words = List.of("T1", "T2 压脂", "flair", "肺窗", "bone", "", "scout");
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            MadeUp made = MadeUp.of(
                    modalities.get(random.nextInt(modalities.size())), words.get(random.nextInt(words.size())));
            if (random.nextBoolean()) {
                made.plane(SetPlane.values()[random.nextInt(3)]);
            }
            if (random.nextBoolean()) {
                made.view(random.nextBoolean() ? "L" : "R", random.nextBoolean() ? "CC" : "MLO");
            }
            sets.add(made.prior(random.nextInt(3)).set());
        }
        for (HangingProtocol protocol : ShippedProtocols.all()) {
            for (PresentationGroup group : protocol.groups()) {
                HangingPlan plan = HangingPlan.of(group, sets, List.of());
                assertEquals(group.layout().views(), plan.sets().size());
                Set<String> seen = new HashSet<>();
                for (int i = 0; i < plan.sets().size(); i++) {
                    HungSet set = plan.sets().get(i);
                    boolean mayRepeat =
                            i < group.views().size() && group.views().get(i).repeats();
                    if (set != null) {
                        assertTrue(seen.add(set.id()) || mayRepeat, protocol.id() + " shows a set twice");
                    }
                }
                Set<String> all = new HashSet<>(seen);
                plan.left().forEach(set -> assertTrue(all.add(set.id()), "a set is both shown and left"));
                assertEquals(sets.size(), all.size(), "every set is shown or left, seed " + which);
            }
        }
    }
}
