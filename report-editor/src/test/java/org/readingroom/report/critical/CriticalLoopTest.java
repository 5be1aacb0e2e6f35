package org.readingroom.report.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalEvent.Mark;

// [utest->req~report.critical.loop~1]
// [utest->req~report.critical.order~1]
// [utest->req~report.critical.rights~1]
class CriticalLoopTest {
    private final Loops loops = new Loops();

    @Test
    void goesFromDiscoveryToWhatTheWardDidWithTheTimesOfEachStep() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofMinutes(2)).perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        loops.after(Duration.ofMinutes(3)).perform(0, Loops.told(), Loops.RESIDENT);
        loops.after(Duration.ofMinutes(4))
                .perform(0, CriticalAct.of(CriticalKind.ACKNOWLEDGED).with(Loops.NURSE), Loops.RESIDENT);
        CriticalCase loop = loops.after(Duration.ofMinutes(20))
                .perform(
                        0,
                        CriticalAct.of(CriticalKind.HANDLED).with(Loops.NURSE).saying("溶栓"),
                        Loops.RESIDENT);

        assertThat(loop.state()).isEqualTo(CriticalState.HANDLED);
        assertThat(loop.events())
                .extracting(event -> event.kind() + " " + event.by().name() + " " + event.occurredAt())
                .containsExactly(
                        "DISCOVERED 住院甲 2026-11-30T02:00:00Z",
                        "VERIFIED 主任乙 2026-11-30T02:02:00Z",
                        "NOTIFIED 住院甲 2026-11-30T02:05:00Z",
                        "ACKNOWLEDGED 住院甲 2026-11-30T02:09:00Z",
                        "HANDLED 住院甲 2026-11-30T02:29:00Z");
        assertThat(loop.events()).allMatch(event -> event.marks().isEmpty());
    }

    @Test
    void noStepCanBeLeftOut() {
        assertThat(loops.refused(Optional.empty(), Loops.told(), Loops.SENIOR)).containsExactly("order");
        loops.begin(Loops.found(), Loops.RESIDENT);
        assertThat(loops.refused(0, Loops.told(), Loops.SENIOR)).containsExactly("order-discovered");
        loops.perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.ACKNOWLEDGED).with(Loops.NURSE), Loops.RESIDENT))
                .containsExactly("order-verified");
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.ACKNOWLEDGED), Loops.WARD))
                .containsExactly("order-verified");
        loops.perform(0, Loops.told(), Loops.RESIDENT);
        assertThat(loops.refused(0, Loops.told(), Loops.RESIDENT)).containsExactly("order-notified");
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.HANDLED).saying("x"), Loops.WARD))
                .containsExactly("order-notified");
        loops.perform(0, CriticalAct.of(CriticalKind.ACKNOWLEDGED), Loops.WARD);
        loops.perform(0, CriticalAct.of(CriticalKind.HANDLED).saying("x"), Loops.WARD);
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.EXCLUDED).saying("x"), Loops.SENIOR))
                .containsExactly("order-handled");
    }

    @Test
    void oneFindingHasOneOpenLoop() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        CriticalAct same = CriticalAct.found(Loops.finding("2.25.1", "pulmonary-embolism", "其他说法"));
        assertThat(loops.refused(Optional.empty(), same, Loops.SENIOR)).containsExactly("already-open");
        CriticalAct otherStudy = CriticalAct.found(Loops.finding("2.25.2", "pulmonary-embolism", "右肺动脉"));
        assertThat(loops.refused(Optional.empty(), otherStudy, Loops.SENIOR)).isEmpty();
        loops.perform(0, CriticalAct.of(CriticalKind.EXCLUDED).saying("伪影"), Loops.SENIOR);
        assertThat(loops.refused(Optional.empty(), same, Loops.SENIOR)).isEmpty();
    }

    @Test
    void whatNoEntryNamesGoesByItsWords() {
        loops.begin(CriticalAct.found(Loops.finding("2.25.1", CriticalEntry.OTHER, "气管 断裂。")), Loops.RESIDENT);
        CriticalAct same = CriticalAct.found(Loops.finding("2.25.1", CriticalEntry.OTHER, "气管断裂"));
        CriticalAct another = CriticalAct.found(Loops.finding("2.25.1", CriticalEntry.OTHER, "膈肌破裂"));
        assertThat(loops.refused(Optional.empty(), same, Loops.RESIDENT)).containsExactly("already-open");
        assertThat(loops.refused(Optional.empty(), another, Loops.RESIDENT)).isEmpty();
    }

    @Test
    void aMachineOnlySuspectsAndTellsNobody() {
        CriticalFinding finding = Loops.finding("2.25.1", "pulmonary-embolism", "疑似充盈缺损");
        loops.begin(CriticalAct.suspected(finding), Loops.AI);
        for (CriticalKind kind : CriticalKind.values()) {
            if (kind != CriticalKind.SUSPECTED) {
                CriticalAct act = new CriticalAct(kind, null, "x", Loops.CALL, finding, null);
                assertThat(loops.refused(0, act, Loops.AI)).contains("machine-only-suspects");
            }
        }
        assertThat(CriticalClock.of(loops.loop(0), CriticalRules.shipped(), loops.now))
                .isEmpty();
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR))
                .containsExactly("order-suspected");
        loops.perform(0, Loops.found(), Loops.RESIDENT);
        assertThat(loops.loop(0).state()).isEqualTo(CriticalState.DISCOVERED);
        assertThat(loops.loop(0).finding().words()).isEqualTo("右肺动脉主干充盈缺损。");
    }

    @Test
    void anyReaderDismissesWhatOnlyAMachineSuspects() {
        loops.begin(CriticalAct.suspected(Loops.finding("2.25.1", "pulmonary-embolism", "疑似")), Loops.AI);
        loops.perform(0, CriticalAct.of(CriticalKind.EXCLUDED).saying("血管搏动伪影"), Loops.RADIOLOGIST);
        assertThat(loops.loop(0).state()).isEqualTo(CriticalState.EXCLUDED);
    }

    @Test
    void onlyASeniorVerifiesUnlessOneIsNamedWhoSaidSo() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        CriticalAct verified = CriticalAct.of(CriticalKind.VERIFIED);
        assertThat(loops.refused(0, verified, Loops.RADIOLOGIST)).containsExactly("senior-verifies");
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.EXCLUDED).saying("x"), Loops.RADIOLOGIST))
                .containsExactly("role");
        CriticalAct own = verified.with(CriticalContact.by(Medium.PHONE, "住院甲", "", ""));
        assertThat(loops.refused(0, own, Loops.RESIDENT)).containsExactly("senior-named");
        loops.perform(0, verified.with(CriticalContact.by(Medium.PHONE, "主任乙", "", "13900000000")), Loops.RESIDENT);
        assertThat(loops.loop(0).events().getLast().marks()).containsExactly(Mark.SPOKEN);
    }

    @Test
    void theRuleFileDecidesWhetherASeniorVerifiesTheirOwnDiscovery() throws IOException {
        Loops strict = new Loops(rules("\"discovererMayVerify\": true", "\"discovererMayVerify\": false"));
        strict.begin(Loops.found(), Loops.SENIOR);
        assertThat(strict.refused(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR))
                .containsExactly("own-discovery");
        loops.begin(Loops.found(), Loops.SENIOR);
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR))
                .isEmpty();
    }

    // [utest->req~report.critical.read-back~1]
    @Test
    void aCallNamesPersonAndNumberAndIsReadBack() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        CriticalAct call = CriticalAct.of(CriticalKind.NOTIFIED);
        assertThat(loops.refused(0, call, Loops.RESIDENT)).containsExactly("ward-person");
        assertThat(loops.refused(0, call.with(CriticalContact.by(Medium.PHONE, " ", "急诊", "")), Loops.RESIDENT))
                .containsExactly("ward-person", "phone", "read-back");
        assertThat(loops.refused(0, call.with(CriticalContact.by(Medium.IN_PERSON, "护士丁", "", "")), Loops.RESIDENT))
                .containsExactly("read-back");
        CriticalContact system = new CriticalContact("护士丁", "", "", Medium.SYSTEM, "x");
        assertThat(loops.refused(0, call.with(system), Loops.RESIDENT)).containsExactly("system-speaks");
        assertThat(loops.refused(0, CriticalAct.of(CriticalKind.UNREACHED), Loops.RESIDENT))
                .containsExactly("who-unreached");
    }

    // [utest->req~report.critical.backfill~1]
    @Test
    void whatIsEnteredLaterKeepsBothTimesAndFitsBetweenItsNeighbours() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofMinutes(1)).perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        loops.after(Duration.ofHours(5));
        Instant told = Loops.START.plus(Duration.ofMinutes(6));
        assertThat(loops.refused(0, Loops.told().at(Loops.START), Loops.RESIDENT))
                .containsExactly("before-step");
        assertThat(loops.refused(0, Loops.told().at(loops.now.plusSeconds(1)), Loops.RESIDENT))
                .containsExactly("in-future");
        CriticalEvent event =
                loops.perform(0, Loops.told().at(told), Loops.RESIDENT).events().getLast();
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-30T02:06:00Z"));
        assertThat(event.recordedAt()).isEqualTo(Instant.parse("2026-11-30T07:01:00Z"));
        assertThat(event.marks()).containsExactly(Mark.BACKFILLED);
    }

    @Test
    void aCorrectionIsOneMoreEventAndTheFirstStays() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofMinutes(2)).perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        loops.after(Duration.ofMinutes(10)).perform(0, Loops.told(), Loops.RESIDENT);
        CriticalEvent told = loops.loop(0).events().getLast();
        loops.after(Duration.ofMinutes(1));
        CriticalContact right = new CriticalContact("医师戊", "急诊科", "8121", Medium.PHONE, "肺栓塞");
        Instant at = Loops.START.plus(Duration.ofMinutes(9));
        CriticalAct correction = CriticalAct.correction(told, at, right, "误填");
        assertThat(loops.refused(0, correction, Loops.RADIOLOGIST)).containsExactly("correct-own");
        assertThat(loops.refused(0, correction.saying(""), Loops.RESIDENT)).containsExactly("reason");
        assertThat(loops.refused(0, correction.at(Loops.START), Loops.RESIDENT)).containsExactly("before-step");
        CriticalCase loop = loops.perform(0, correction, Loops.RESIDENT);

        assertThat(loop.events()).contains(told).hasSize(4);
        CriticalEvent now = loop.last(CriticalKind.NOTIFIED).orElseThrow();
        assertThat(now.occurredAt()).isEqualTo(at);
        assertThat(now.contact()).isEqualTo(right);
        assertThat(loop.state()).isEqualTo(CriticalState.NOTIFIED);
        CriticalEvent first = loop.events().getFirst();
        assertThat(loops.refused(0, CriticalAct.correction(first, at, null, "x"), Loops.RESIDENT))
                .containsExactly("after-step");
    }

    @Test
    void aLaterCorrectionKeepsWhatAnEarlierOneSetRight() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        loops.after(Duration.ofMinutes(10)).perform(0, Loops.told(), Loops.RESIDENT);
        CriticalEvent told = loops.loop(0).events().getLast();
        CriticalContact right = new CriticalContact("医师戊", "急诊科", "8121", Medium.PHONE, "肺栓塞");
        Instant nine = Instant.parse("2026-11-30T02:09:00Z");
        Instant eight = Instant.parse("2026-11-30T02:08:00Z");
        loops.perform(0, CriticalAct.correction(told, nine, right, "误填"), Loops.RESIDENT);
        CriticalCase loop = loops.perform(0, CriticalAct.correction(told, eight, null, "时间有误"), Loops.RESIDENT);

        CriticalEvent now = loop.last(CriticalKind.NOTIFIED).orElseThrow();
        assertThat(now.occurredAt()).isEqualTo(eight);
        assertThat(now.contact()).isEqualTo(right);
        assertThat(loop.step().contact()).isEqualTo(right);
        assertThat(CriticalRate.times(loops.all()).getFirst().notifiedTo()).isEqualTo("医师戊");
    }

    @Test
    void aClockThatWentBackStopsNobodyAndIsSaid() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.after(Duration.ofHours(-1)).perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        assertThat(loops.loop(0).events().getLast().marks()).containsExactly(Mark.CLOCK_DOUBTED);
    }

    @Test
    void theWardsSystemIsBelievedAndItsTimesMarkedWhereTheyDoNotFit() {
        loops.begin(Loops.found(), Loops.RESIDENT);
        loops.perform(0, CriticalAct.of(CriticalKind.VERIFIED), Loops.SENIOR);
        loops.perform(0, CriticalAct.of(CriticalKind.SENT), CriticalActor.PROGRAM);
        CriticalAct received =
                CriticalAct.of(CriticalKind.NOTIFIED).with(CriticalContact.by(Medium.SYSTEM, "护士丁", "急诊科", ""));
        loops.perform(0, received.at(loops.now.plusSeconds(40)), Loops.WARD);
        assertThat(loops.loop(0).events().getLast().marks()).containsExactly(Mark.CLOCK_DOUBTED);
    }

    @Test
    void everyRefusalKindAndStateHasWordsInBothLanguages() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Messages messages = Messages.of(locale);
            for (CriticalState state : CriticalState.values()) {
                assertThat(messages.get(state.messageKey())).doesNotContain("report.critical");
                assertThat(messages.get(
                                "report.critical.rule.order-" + state.name().toLowerCase(Locale.ROOT)))
                        .doesNotContain("report.critical");
            }
            for (CriticalKind kind : CriticalKind.values()) {
                assertThat(messages.get(kind.messageKey())).doesNotContain("report.critical");
            }
            for (Medium medium : Medium.values()) {
                assertThat(messages.get(medium.messageKey())).doesNotContain("report.critical");
            }
            for (Mark mark : Mark.values()) {
                assertThat(messages.get(mark.messageKey())).doesNotContain("report.critical");
            }
        }
    }

    static CriticalRules rules(String what, String instead) throws IOException {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/critical-acts-1.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(what);
            return CriticalRules.read(
                    new ByteArrayInputStream(text.replace(what, instead).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
