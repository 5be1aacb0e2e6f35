package org.readingroom.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

// [utest->req~hanging.opening-group~1]
class GroupFitTest {
    private static final HungSet T1 = head("T1 Ax").plane(SetPlane.AXIAL).set();
    private static final HungSet T2 = head("T2 Ax").plane(SetPlane.AXIAL).set();
    private static final HungSet FLAIR = head("FLAIR Ax").plane(SetPlane.AXIAL).set();
    private static final HungSet DIFFUSION =
            head("DWI b1000").plane(SetPlane.AXIAL).set();

    @Test
    void anMrOfOneSeriesStandsAlone() {
        assertEquals("One series", opening(List.of(T1)));
    }

    @Test
    void anMrOfTwoOrThreeSeriesStandsTogether() {
        assertEquals("T1, T2, FLAIR, DWI", opening(List.of(T2, T1)));
        assertEquals("T1, T2, FLAIR, DWI", opening(List.of(T2, FLAIR, T1)));
        assertEquals("T1, T2, FLAIR, DWI", opening(List.of(T2, FLAIR, DIFFUSION, T1)));
    }

    /// Without a prior nothing opens beside an empty place.
    @Test
    void whatAsksForAPriorWaitsForIt() {
        HungSet prior = head("T1 Ax").plane(SetPlane.AXIAL).prior(1).set();
        PresentationGroup pair = brain().groups().stream()
                .filter(PresentationGroup::asksForPriors)
                .findFirst()
                .orElseThrow();
        assertEquals(0, GroupFit.of(pair, List.of(T1)));
        assertEquals(1, GroupFit.of(pair, List.of(T1, prior)));
    }

    private static MadeUp head(String series) {
        return MadeUp.of("MR", series).in("HEAD", "Head MR");
    }

    private static String opening(List<HungSet> sets) {
        HangingProtocol brain = brain();
        return brain.groups().get(GroupFit.opening(brain, sets)).description().en();
    }

    private static HangingProtocol brain() {
        return ShippedProtocols.all().stream()
                .filter(protocol -> protocol.id().equals("readingroom.mr-brain"))
                .findFirst()
                .orElseThrow();
    }
}
