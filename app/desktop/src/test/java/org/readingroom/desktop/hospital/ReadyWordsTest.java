package org.readingroom.desktop.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.readingroom.desktop.hospital.ReadyCases.here;
import static org.readingroom.desktop.hospital.ReadyCases.ordered;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.CacheFigures;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.fetch.FetchTrouble;
import org.readingroom.services.fetch.KeptFor;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;

// [utest->req~hospital.ready~1]
class ReadyWordsTest {
    private static final Words EN = new Words(Locale.ENGLISH);
    private static final Words ZH = new Words(Locale.SIMPLIFIED_CHINESE);

    private static ReadyRow row(Readiness readiness, boolean isComing, @Nullable FetchTrouble trouble) {
        return new ReadyRow(
                ordered(1, OrderState.WAITING, null), false, new ReadyStand(readiness, isComing, trouble), 0);
    }

    private static String said(Words words, ReadyRow row) {
        ReadyWords.State state = ReadyWords.state(words, row);
        return state.tone() + ": " + state.text();
    }

    @Test
    void onlyWhatIsWholeIsSaidToBeWhole() {
        FetchTrouble noRoom = new FetchTrouble("services.fetch.no-room", 0, false);
        assertEquals("done: Whole, 120 images", said(EN, row(new Readiness(120, 120, true), false, null)));
        assertEquals(
                "attention: 120 here, perhaps incomplete: more may come",
                said(EN, row(new Readiness(120, 120, false, true), false, null)));
        assertEquals("plain: Arriving: 3 of 120", said(EN, row(new Readiness(3, 120, false), true, null)));
        assertEquals("plain: Arriving: 0 of ?", said(EN, row(Readiness.NOTHING, true, null)));
        assertEquals("attention: Only 3 of 120 here", said(EN, row(new Readiness(3, 120, false), false, null)));
        assertEquals("quiet: Not here", said(EN, row(Readiness.NOTHING, false, null)));
        assertEquals(
                "attention: 3 of 120 here. There is no room on the disk to fetch images ahead",
                said(EN, row(new Readiness(3, 120, false), false, noRoom)));
        assertEquals(
                "plain: 12 images here; the archive was not asked for them",
                said(EN, new ReadyRow(here(1, ReadingState.NEW, "", Set.of(), null), false, ReadyStand.NOTHING, 0)));
        assertEquals("done: 完整，120 幅", said(ZH, row(new Readiness(120, 120, true), false, null)));
        assertEquals("plain: 正在取回：3/120", said(ZH, row(new Readiness(3, 120, false), true, null)));
    }

    @Test
    void picturesOfAnotherPatientAreReadyForNobody() {
        Order order = ReadyCases.order(1, ReadyCases.study(1), OrderState.WAITING, null);
        Patient other = new Patient(new PatientId("Q", ""), PersonName.parse("Other^One"), null, Sex.MALE);
        Order mistaken = new Order(
                "t1",
                "1",
                "r1",
                "A1",
                order.study(),
                other,
                Set.of(),
                order.priority(),
                "CT",
                "",
                "",
                OrderState.WAITING,
                null,
                null,
                null);
        ReadyStand whole = new ReadyStand(new Readiness(12, 12, true), false, null);
        ReadyRow right = new ReadyRow(here(1, ReadingState.NEW, "", Set.of(), order), false, whole, 0);
        ReadyRow wrong = new ReadyRow(here(1, ReadingState.NEW, "", Set.of(), mistaken), false, whole, 0);
        assertEquals("done: Whole, 12 images", said(EN, right));
        assertEquals("critical: ≠ Whole, 12 images", said(EN, wrong));
        assertTrue(ReadyWords.state(EN, wrong).tip().contains("another patient"));
        assertEquals(
                "Whole here: 0 of 0 of my cases, 1 of 2 of the room.", ReadyWords.summary(EN, List.of(right, wrong)));
    }

    @Test
    void theSummaryCountsOnlyWhatIsWholeAsReady() {
        ReadyRow whole = row(new Readiness(9, 9, true), false, null);
        ReadyRow unsure = row(new Readiness(9, 9, false, true), false, null);
        ReadyRow mine = new ReadyRow(whole.row(), true, whole.stand(), 0);
        assertEquals(
                "Whole here: 1 of 1 of my cases, 1 of 2 of the room.",
                ReadyWords.summary(EN, List.of(mine, whole, unsure)));
    }

    @Test
    void theCacheIsToldInFiguresAndWhenItIsFull() {
        CacheFigures usual = new CacheFigures(
                7,
                3L << 30,
                Map.of(KeptFor.MINE, 2, KeptFor.UNREAD, 3),
                1536L << 20,
                20L << 30,
                CacheLimits.of(100, 30, 4));
        assertEquals(
                "The local cache holds 7 studies, 3.0 GiB of at most 100 GiB; what nobody opened for 30 days leaves it.",
                ReadyWords.room(EN, usual));
        assertEquals("20 GiB are free on the disk, of which 4.0 GiB stay free.", ReadyWords.disk(EN, usual));
        assertEquals("Never taken off: 5 studies, 1.5 GiB (2 mine · 3 unread).", ReadyWords.kept(EN, usual));
        assertEquals("始终保留：5 项检查，1.5 GiB（我的 2 项 · 未阅 3 项）。", ReadyWords.kept(ZH, usual));
        assertEquals("", ReadyWords.full(EN, usual));
        CacheFigures kept = new CacheFigures(7, 3L << 30, Map.of(), 1L << 30, 20L << 30, CacheLimits.of(1, 30, 4));
        assertTrue(ReadyWords.full(EN, kept).startsWith("What is never taken off fills the cache"));
        CacheFigures disk = new CacheFigures(7, 3L << 30, Map.of(), 0, 4L << 30, CacheLimits.of(100, 30, 4));
        assertTrue(ReadyWords.full(EN, disk).startsWith("The disk is fuller"));
    }

    @Test
    void sizesAreInTheLargestBinaryUnitThatFits() {
        assertEquals("0 B", ByteWords.of(0));
        assertEquals("1023 B", ByteWords.of(1023));
        assertEquals("1.0 KiB", ByteWords.of(1024));
        assertEquals("9.9 KiB", ByteWords.of(10_137));
        assertEquals("10 KiB", ByteWords.of(10_240));
        assertEquals("1.0 MiB", ByteWords.of(1_048_575), "not 1024 KiB");
        assertEquals("100 GiB", ByteWords.of(100L << 30));
        assertEquals("2.0 TiB", ByteWords.of(2L << 40));
    }
}
