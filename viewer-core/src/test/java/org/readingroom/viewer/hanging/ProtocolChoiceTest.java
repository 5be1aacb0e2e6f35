package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.viewer.hanging.ProtocolChoice.Kind;
import org.readingroom.viewer.hanging.ProtocolChoice.Match;
import org.readingroom.viewer.hanging.ProtocolChoice.Reason;

// [utest->req~hanging.match~1]
class ProtocolChoiceTest {
    private final List<HangingProtocol> shipped = ShippedProtocols.all();

    private Match best(HungSet... sets) {
        return ProtocolChoice.best(shipped, List.of(sets), 1).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "CT, CHEST, CT Chest w/o contrast, ct-chest",
        "CT, '', 胸部CT平扫, ct-chest",
        "CT, '', 肺部低剂量ＣＴ筛查, ct-chest",
        "CT, THORAX, '', ct-chest",
        "CT, HEAD, 胸部CT平扫, ct-chest",
        "CT, '', 上腹部CT增强, ct-abdomen",
        "CT, ABDOMEN, Abdomen^Routine, ct-abdomen",
        "CT, PELVIS, 盆腔CT, ct-abdomen",
        "CT, HEAD, HeadRoutine, ct-head",
        "CT, '', 颅脑CT平扫, ct-head",
        "CT, '', '', default",
        "CT, '', 股骨头CT, default",
        "CT, '', Chestnut Hill clinic, ct-chest",
        "MR, BRAIN, '', mr-brain",
        "MR, '', 头颅MRI平扫+增强, mr-brain",
        "MR, LSPINE, '', mr-spine",
        "MR, '', 腰椎MR平扫, mr-spine",
        "MR, '', 胸椎MRI, mr-spine",
        "MR, KNEE, '', mr-joint",
        "MR, '', 左膝关节MR, mr-joint",
        "MR, '', 肝脏MR, default",
        "CR, CHEST, Chest PA, radiograph-chest",
        "DX, '', 胸部正位片, radiograph-chest",
        "DX, HAND, '', radiograph",
        "CR, '', 术后复查手术区, radiograph",
        "MG, BREAST, 双乳X线摄影, mammography",
        "US, '', 腹部超声, ultrasound",
        "XA, '', 冠脉造影, angiography",
        "NM, '', 全身骨显像, nuclear",
        "OT, '', '', default",
    })
    void theStudyGetsTheProtocolMadeForIt(String modality, String part, String study, String protocol) {
        assertEquals(
                "readingroom." + protocol,
                best(MadeUp.of(modality, "").in(part, study).set()).protocol().id());
    }

    @Test
    void petWithCtIsNotTakenForEitherAlone() {
        HungSet ct = MadeUp.of("CT", "AC CT").in("CHEST", "PET/CT 胸部").set();
        HungSet pet = MadeUp.of("PT", "PET AC").in("CHEST", "PET/CT 胸部").set();
        assertEquals("readingroom.pet-ct", best(ct, pet).protocol().id());
        assertEquals("readingroom.ct-chest", best(ct).protocol().id());
        assertEquals("readingroom.default", best(pet).protocol().id());
    }

    @Test
    void theReasonsNameWhatWasFound() {
        Match match = best(MadeUp.of("CT", "").in("", "胸部CT平扫").set());
        assertEquals(
                List.of(new Reason(Kind.MODALITY, "CT"), new Reason(Kind.REGION, BodyRegion.CHEST)), match.reasons());
        Match other = best(MadeUp.of("OT", "").in("", "").set());
        assertEquals(List.of(), other.reasons());
    }

    @Test
    void wordsLateralityViewAndScreensMustAllBeMet() {
        ProtocolDefinition wanted =
                new ProtocolDefinition(List.of("DX"), List.of(), List.of("trauma", "外伤"), "L", List.of("AP", "LAT"), 2);
        HangingProtocol protocol = shipped.getFirst().withDefinition(wanted);
        HungSet ap = MadeUp.of("DX", "").in("", "左踝外伤").view("L", "AP").set();
        HungSet lateral = MadeUp.of("DX", "").in("", "左踝外伤").view("L", "LAT").set();
        assertTrue(ProtocolChoice.match(protocol, List.of(ap, lateral), 2).isPresent());
        assertEquals(Optional.empty(), ProtocolChoice.match(protocol, List.of(ap, lateral), 1), "screens");
        assertEquals(Optional.empty(), ProtocolChoice.match(protocol, List.of(ap), 2), "a view is missing");
        HungSet right = MadeUp.of("DX", "").in("", "右踝外伤").view("R", "AP").set();
        HungSet rightLateral =
                MadeUp.of("DX", "").in("", "右踝外伤").view("R", "LAT").set();
        assertEquals(Optional.empty(), ProtocolChoice.match(protocol, List.of(right, rightLateral), 2), "side");
        HungSet other = MadeUp.of("DX", "").in("", "左踝复查").view("L", "AP").set();
        HungSet otherLateral =
                MadeUp.of("DX", "").in("", "左踝复查").view("L", "LAT").set();
        assertEquals(Optional.empty(), ProtocolChoice.match(protocol, List.of(other, otherLateral), 2), "words");
    }

    @Test
    void priorsDoNotDecideWhatTheStudyIs() {
        HungSet now = MadeUp.of("CR", "").in("CHEST", "").set();
        HungSet before = MadeUp.of("CT", "").in("HEAD", "").prior(1).set();
        Match match = best(now, before);
        assertEquals("readingroom.radiograph-chest", match.protocol().id());
        assertTrue(match.reasons().stream().anyMatch(reason -> reason.kind() == Kind.PRIORS));
        assertEquals(Optional.empty(), ProtocolChoice.best(shipped, List.of(before), 1), "nothing to read");
    }

    @Test
    void disabledOnesAreLeftOutAndEqualsKeepTheirOrder() {
        HungSet set = MadeUp.of("CT", "").in("CHEST", "").set();
        HangingProtocol chest = shipped.getFirst();
        HangingProtocol mine = chest.withId("mine");
        assertEquals(
                "mine",
                ProtocolChoice.best(List.of(mine, chest), List.of(set), 1)
                        .orElseThrow()
                        .protocol()
                        .id());
        assertEquals(
                chest.id(),
                ProtocolChoice.best(List.of(mine.enabled(false), chest), List.of(set), 1)
                        .orElseThrow()
                        .protocol()
                        .id());
    }

    @Test
    void wordsBeginWhereWordsBegin() {
        assertTrue(Words.isIn(List.of("t1"), "AX_T1_FSE"));
        assertEquals(false, Words.isIn(List.of("t1"), "AX T10"));
        assertEquals(false, Words.isIn(List.of("mip"), "skip"));
        assertTrue(Words.isIn(List.of("增强"), "头颅MR平扫+增强"));
        assertEquals(Set.of(BodyRegion.SPINE), BodyRegion.in("颈椎MR"));
        assertEquals(Set.of(), BodyRegion.in(""));
    }
}
