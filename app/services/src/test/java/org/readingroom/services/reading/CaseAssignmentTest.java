package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RisException;

// [utest->req~worklist.assign~1]
class CaseAssignmentTest extends OneCase {
    private static final Order.Reader QIAN = new Order.Reader("qian", "钱医师");
    private static final Order.Reader ZHAO = new Order.Reader("zhao", "赵医师");
    private @Nullable CaseAssignment assignment;

    @BeforeEach
    void begin() {
        assignment = new CaseAssignment(ris, orders, ME);
    }

    @Test
    void aFreeCaseGoesToTheColleague() throws Exception {
        assertInstanceOf(ClaimAnswer.Confirmed.class, assignment.assign(known(), null, QIAN));
        assertEquals(QIAN, ris.order("t1").owner());
        assertEquals(QIAN, known().owner());
    }

    @Test
    void onesOwnCaseIsHandedOver() throws Exception {
        ris.claim(ris.order("t1"), ME);
        Order mine = ris.order("t1");
        assertInstanceOf(ClaimAnswer.Confirmed.class, assignment.assign(mine, null, QIAN));
        assertEquals(QIAN, ris.order("t1").owner());
    }

    @Test
    void nobodyElsesCaseIsTakenAway() throws Exception {
        Order seen = known();
        ris.claim(ris.order("t1"), ZHAO);
        ClaimAnswer.Lost lost = assertInstanceOf(ClaimAnswer.Lost.class, assignment.assign(seen, null, QIAN));
        assertEquals("赵医师", lost.holder());
        assertEquals(ZHAO, ris.order("t1").owner());
        assertEquals(ZHAO, known().owner(), "and it is known here who has it");
    }

    @Test
    void whoHasSignedAndIsDoneLetsGo() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        assertInstanceOf(ClaimAnswer.Confirmed.class, assignment.assign(ris.order("t1"), ZHAO, QIAN));
        assertEquals(QIAN, ris.order("t1").owner());
    }

    @Test
    void aChangeThatIsNoClaimIsNoHindrance() throws Exception {
        Order seen = known();
        ris.touch("t1");
        assertInstanceOf(ClaimAnswer.Confirmed.class, assignment.assign(seen, null, QIAN));
        assertEquals(QIAN, ris.order("t1").owner());
    }

    @Test
    void theSameColleagueTwiceIsNoQuestionToTheHospital() throws Exception {
        assignment.assign(known(), null, QIAN);
        ris.fail(ServerFault.UNREACHABLE);
        assertInstanceOf(ClaimAnswer.Confirmed.class, assignment.assign(known(), null, QIAN));
    }

    @Test
    void withoutTheHospitalNothingIsGiven() throws Exception {
        Order before = known();
        ris.fail(ServerFault.UNREACHABLE);
        assertThrows(RisException.class, () -> assignment.assign(before, null, QIAN));
        assertEquals(before, known());
        ris.fail(null);
        assertNull(ris.order("t1").owner());
    }
}
