package org.readingroom.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.reading.CaseClaims;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.seal.DataKey;
import org.readingroom.services.seal.EnvelopeSeal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.IndexSchema;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.services.testing.Orders;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;

class CaseModelTest {
    private static final Order.Reader ME = new Order.Reader("me", "我");
    private static final Order.Reader ZHAO = new Order.Reader("zhao", "赵医师");

    @TempDir
    @Nullable
    Path folder;

    private final TestRis ris = new TestRis().put(Orders.waiting("t1", 1));
    private final StepRunner runner = new StepRunner();
    private final StatusViewModel status = new StatusViewModel();
    private final List<String> overruled = new ArrayList<>();
    private boolean isJournalThere = true;
    private @Nullable Database index;
    private @Nullable CaseModel model;

    @BeforeEach
    void open() throws Exception {
        index = Database.open(
                folder.resolve("index.db"), Database.Durability.REBUILDABLE, IndexSchema.SCHEMA, WriteProbe.NONE);
        OrderStore orders =
                OrderStore.open(index, new EnvelopeSeal(DataKey.random(new SecureRandom()), new SecureRandom()));
        model = new CaseModel(
                new CaseClaims(ris, orders, ME), runner, status, new Words(Locale.ENGLISH), (order, reason) -> {
                    if (!isJournalThere) {
                        throw new WorkstationException("services.store.disk-full", "as the test wants");
                    }
                    overruled.add(order.id() + " " + reason);
                });
    }

    @AfterEach
    void close() {
        index.close();
    }

    // [utest->req~worklist.claim~1]
    @Test
    void openingACaseThatNobodyHasTakesItWhenThatIsWanted() {
        model.open(ris.order("t1"), false);
        runner.runAll();
        assertEquals(new CaseHold.Free(), model.holdProperty().get());
        model.open(ris.order("t1"), true);
        runner.runAll();
        assertEquals(new CaseHold.Mine(true), model.holdProperty().get());
        assertEquals("me", ris.order("t1").owner().id());
    }

    @Test
    void openingTheCaseOfSomebodyElseTakesNothing() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        model.open(ris.order("t1"), true);
        runner.runAll();
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get());
        assertEquals("zhao", ris.order("t1").owner().id());
        assertTrue(status.messageProperty().get().contains("赵医师"));
    }

    @Test
    void aLockThatIsLostWhileReadingIsTold() throws Exception {
        model.open(ris.order("t1"), true);
        runner.runAll();
        ris.release(ris.order("t1"), ME);
        ris.claim(ris.order("t1"), ZHAO);
        model.follow(ris.order("t1"));
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get());
        assertTrue(status.messageProperty().get().contains("赵医师"));
    }

    @Test
    void overrulingNeedsAReasonAndLastsWhileTheOtherHoldsIt() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        model.open(ris.order("t1"), true);
        model.overrule("  ");
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get());
        model.overrule(" by phone ");
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get(), "not before it is on record");
        runner.runAll();
        assertEquals(List.of("t1 by phone"), overruled);
        ris.touch("t1");
        model.follow(ris.order("t1"));
        assertEquals(new CaseHold.Overruled("赵医师"), model.holdProperty().get(), "a new version asks nothing again");
        ris.release(ris.order("t1"), ZHAO);
        model.follow(ris.order("t1"));
        assertEquals(new CaseHold.Free(), model.holdProperty().get());
    }

    // [utest->req~worklist.overrule~1]
    @Test
    void whatCannotGoOnRecordIsNotDone() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        model.open(ris.order("t1"), true);
        isJournalThere = false;
        model.overrule("by phone");
        runner.runAll();
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get());
        assertEquals(
                new Words(Locale.ENGLISH).get("services.store.disk-full"),
                status.messageProperty().get());
    }

    // [utest->req~worklist.overrule~1]
    @Test
    void aReasonHoldsForTheOneWhoHeldTheCaseThen() throws Exception {
        Order.Reader qian = new Order.Reader("qian", "钱医师");
        ris.claim(ris.order("t1"), ZHAO);
        model.open(ris.order("t1"), true);
        model.overrule("by phone");
        runner.runAll();
        ris.release(ris.order("t1"), ZHAO);
        ris.claim(ris.order("t1"), qian);
        model.follow(ris.order("t1"));
        assertEquals(new CaseHold.Other("钱医师"), model.holdProperty().get(), "passed on between two looks");
        assertTrue(status.messageProperty().get().contains("钱医师"));
        model.overrule("by phone, too");
        ris.release(ris.order("t1"), qian);
        ris.claim(ris.order("t1"), ZHAO);
        model.follow(ris.order("t1"));
        assertTrue(status.messageProperty().get().contains("赵医师"), "told anew");
        runner.runAll();
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get(), "passed on while it went on record");
    }

    @Test
    void withoutTheHospitalTheCaseIsMineButNotConfirmed() throws Exception {
        model.open(ris.order("t1"), false);
        ris.fail(ServerFault.UNREACHABLE);
        model.claim(ris.order("t1"));
        runner.runAll();
        assertEquals(new CaseHold.Mine(false), model.holdProperty().get());
        ris.fail(null);
        ris.claim(ris.order("t1"), ZHAO);
        model.confirm();
        runner.runAll();
        assertEquals(new CaseHold.Other("赵医师"), model.holdProperty().get(), "found when the link came back");
    }

    /// A signature takes a moment, and the next case may be open when it is made.
    @Test
    void theCaseThatWasSignedIsHandedOnAndNotTheOneThatIsOpenByNow() {
        ris.put(Orders.waiting("t2", 2));
        model.open(ris.order("t1"), true);
        runner.runAll();
        model.open(ris.order("t2"), true);
        runner.runAll();
        model.handOn(ris.order("t1"));
        runner.runAll();
        assertEquals(null, ris.order("t1").owner());
        assertEquals("me", ris.order("t2").owner().id());
        assertEquals(new CaseHold.Mine(true), model.holdProperty().get());
    }

    @Test
    void aCaseOfSomebodyElseIsNotHandedOnForThem() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        model.handOn(ris.order("t1"));
        runner.runAll();
        assertEquals("zhao", ris.order("t1").owner().id());
    }

    // [utest->req~worklist.finished~1]
    @Test
    void aCaseThatAnotherFinishesStaysReadOnlyUntilItIsOpenedAnew() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        model.open(ris.order("t1"), true);
        model.follow(Orders.of("t1", "3", 1, OrderState.COMPLETED, ZHAO, null));
        assertEquals(new CaseHold.Finished("赵医师"), model.holdProperty().get());
        assertTrue(model.holdProperty().get().isReadOnly());
        assertEquals(
                "赵医师 has finished this case: the report is read-only until you open it anew.",
                status.messageProperty().get());
        model.follow(Orders.of("t1", "4", 1, OrderState.WAITING, null, null));
        assertEquals(new CaseHold.Finished("赵医师"), model.holdProperty().get(), "their words were still not read here");
        model.open(Orders.of("t1", "4", 1, OrderState.WAITING, null, null), false);
        assertEquals(new CaseHold.Free(), model.holdProperty().get());
    }

    @Test
    void whoWritesAllTheSameIsStoppedWhenTheOtherFinishesButNotByTheirOwnSignature() throws Exception {
        ris.claim(ris.order("t1"), ZHAO);
        Order done = Orders.of("t1", "3", 1, OrderState.COMPLETED, ZHAO, null);
        model.open(ris.order("t1"), true);
        model.overrule("by phone");
        runner.runAll();
        model.follow(done);
        assertEquals(new CaseHold.Finished("赵医师"), model.holdProperty().get());
        model.open(ris.order("t1"), true);
        model.overrule("by phone");
        runner.runAll();
        model.signed(ris.order("t1"));
        model.follow(done);
        assertEquals(new CaseHold.None(), model.holdProperty().get(), "the hospital was told so from here");
    }

    @Test
    void anotherCaseAndAClosedOneChangeNothing() {
        model.open(ris.order("t1"), true);
        runner.runAll();
        model.follow(Orders.of("t2", "1", 2, OrderState.CLAIMED, ZHAO, null));
        assertEquals(new CaseHold.Mine(true), model.holdProperty().get());
        model.open(Orders.of("t3", "1", 3, OrderState.COMPLETED, ZHAO, null), true);
        runner.runAll();
        assertEquals(new CaseHold.None(), model.holdProperty().get(), "nobody's lock is asked for");
        model.open(null, true);
        assertEquals(new CaseHold.None(), model.holdProperty().get());
    }
}
