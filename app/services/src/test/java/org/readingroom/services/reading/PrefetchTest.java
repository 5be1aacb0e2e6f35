package org.readingroom.services.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.fetch.StudyFetcher;
import org.readingroom.services.link.Listening;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.testing.QuickHome;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Priority;

// [utest->req~fetch.ahead~1]
class PrefetchTest {
    private final TestArchive archive = new TestArchive();
    private final QuickHome.Clock clock = new QuickHome.Clock();
    private final Map<StudyUid, Readiness> known = new HashMap<>();
    private final List<String> wanted = new ArrayList<>();
    private final StudyFetcher fetcher = new StudyFetcher() {
        @Override
        public Readiness readiness(StudyUid study) {
            return known.getOrDefault(study, Readiness.NOTHING);
        }

        @Override
        public void want(StudyUid study, Priority priority) {
            wanted.add(study.value() + " " + priority);
        }

        @Override
        public void giveUp(StudyUid study) {}

        @Override
        public Listening onChange(Consumer<StudyUid> listener) {
            return () -> {};
        }
    };
    private final Prefetch prefetch = new Prefetch(
            archive,
            fetcher,
            order -> order.owner() != null && order.owner().id().equals("me"),
            clock);

    private static Order order(
            String id,
            int study,
            boolean isUidKnown,
            OrderPriority priority,
            OrderState state,
            @Nullable String owner) {
        return new Order(
                id,
                "1",
                "R" + id,
                "ACC-DEMO-" + study,
                isUidKnown ? new StudyUid("2.25.100" + study) : null,
                new Patient(new PatientId("DEMO-" + study, ""), PersonName.parse("Demo^One"), null, Sex.UNKNOWN),
                Set.of(),
                priority,
                "CT",
                "CHEST",
                "",
                state,
                Instant.EPOCH,
                null,
                owner == null ? null : new Order.Reader(owner, owner));
    }

    @Test
    void mineComeBeforeTheRoomsTheUrgentFirstAndOthersNot() throws Exception {
        for (int study = 1; study <= 5; study++) {
            archive.put(SmallDicom.of(study, 1).bytes());
        }
        List<Order> orders = List.of(
                order("a", 1, true, OrderPriority.ROUTINE, OrderState.WAITING, null),
                order("b", 2, false, OrderPriority.STAT, OrderState.WAITING, null),
                order("c", 3, true, OrderPriority.ROUTINE, OrderState.CLAIMED, "me"),
                order("d", 4, true, OrderPriority.STAT, OrderState.CLAIMED, "somebody"),
                order("e", 5, true, OrderPriority.STAT, OrderState.COMPLETED, "me"),
                order("f", 7, true, OrderPriority.STAT, OrderState.WAITING, null));

        prefetch.plan(orders);

        List<String> first = List.of("2.25.1003 PREFETCH", "2.25.1002 PREFETCH", "2.25.1001 PREFETCH");
        assertEquals(first, wanted);
        prefetch.plan(orders);
        assertEquals(first, wanted, "what was asked for this minute is not asked for again");
        archive.put(SmallDicom.of(7, 1).bytes());
        prefetch.plan(orders);
        assertEquals("2.25.1007 PREFETCH", wanted.getLast(), "its images came later");
    }

    @Test
    void priorsOfTheSamePatientFollow() throws Exception {
        archive.put(SmallDicom.of(1, 1).bytes());
        SmallDicom other = SmallDicom.of(8, 1).withPatient("Wang^XiaoDong=王^小东", "DEMO-1");
        archive.put(other.bytes());
        archive.put(SmallDicom.of(9, 1).bytes());

        prefetch.plan(List.of(order("a", 1, true, OrderPriority.ROUTINE, OrderState.WAITING, null)));

        assertEquals(List.of("2.25.1001 PREFETCH", "2.25.1008 PREFETCH"), wanted);
    }

    @Test
    void whatIsNotKnownToBeWholeIsAskedForAgainAndWhatGrewToo() throws Exception {
        StudyUid study = new StudyUid("2.25.1001");
        archive.put(SmallDicom.of(1, 1).bytes());
        List<Order> orders = List.of(order("a", 1, true, OrderPriority.ROUTINE, OrderState.WAITING, null));
        prefetch.plan(orders);
        known.put(study, new Readiness(1, 1, false, true));
        clock.advance(Duration.ofMinutes(3));

        prefetch.plan(orders);

        assertEquals(2, wanted.size(), "all that was listed is here, which may be a part");
        known.put(study, new Readiness(1, 1, true));
        clock.advance(Duration.ofMinutes(3));
        prefetch.plan(orders);
        assertEquals(2, wanted.size(), "whole");
        archive.put(SmallDicom.of(1, 2).bytes());
        clock.advance(Duration.ofMinutes(3));
        prefetch.plan(orders);
        assertEquals(3, wanted.size(), "the archive has more by now");
    }

    @Test
    void whatFailsForOneIsNotLostForTheOthersAndComesTheNextTime() throws Exception {
        archive.put(SmallDicom.of(1, 1).bytes());
        archive.put(SmallDicom.of(2, 1).bytes());
        archive.put(
                SmallDicom.of(8, 1).withPatient("Wang^XiaoDong=王^小东", "DEMO-2").bytes());
        int[] asked = {0};
        archive.meddle(new TestArchive.Meddler() {
            @Override
            public void before(String request) throws WorkstationException {
                if (++asked[0] == 3) {
                    throw new ArchiveException(ServerFault.BROKEN, "500", null);
                }
            }
        });
        List<Order> orders = List.of(
                order("a", 1, true, OrderPriority.STAT, OrderState.WAITING, null),
                order("b", 2, true, OrderPriority.ROUTINE, OrderState.WAITING, null));

        assertThrows(ArchiveException.class, () -> prefetch.plan(orders));

        List<String> all = List.of("2.25.1001 PREFETCH", "2.25.1002 PREFETCH", "2.25.1008 PREFETCH");
        assertEquals(all, wanted, "the third request was for the priors of the first");
        prefetch.plan(orders);
        assertEquals("2.25.1001 PREFETCH", wanted.get(3));
    }

    @Test
    void aPriorThatHadToLeaveTheDiskIsNotBroughtBack() throws Exception {
        archive.put(SmallDicom.of(1, 1).bytes());
        archive.put(
                SmallDicom.of(8, 1).withPatient("Wang^XiaoDong=王^小东", "DEMO-1").bytes());
        List<Order> orders = List.of(order("a", 1, true, OrderPriority.ROUTINE, OrderState.WAITING, null));
        prefetch.plan(orders);
        wanted.clear();
        clock.advance(Duration.ofMinutes(3));

        prefetch.plan(orders);

        assertEquals(List.of("2.25.1001 PREFETCH"), wanted);
    }
}
