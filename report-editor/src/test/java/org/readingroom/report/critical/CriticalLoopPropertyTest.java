package org.readingroom.report.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.model.ReportFormatException;

/// Whatever is tried in whatever order by whomever: what came to be is judged by itself, not by the rules.
// [utest->req~report.critical.order~1]
class CriticalLoopPropertyTest {
    private static final List<CriticalActor> ACTORS =
            List.of(Loops.RESIDENT, Loops.SENIOR, Loops.RADIOLOGIST, Loops.AI, Loops.WARD, CriticalActor.PROGRAM);
    private static final List<String> ENTRIES = List.of("pulmonary-embolism", "aortic-dissection", CriticalEntry.OTHER);

    @Test
    void noOrderOfEventsSkipsAStepOrOpensAFindingTwice() throws ReportFormatException {
        int handled = 0;
        int accepted = 0;
        for (int seed = 0; seed < 450; seed++) {
            Loops loops = new Loops();
            Random random = new Random(seed);
            for (int i = 0; i < 120; i++) {
                loops.after(Duration.ofSeconds(random.nextInt(20) == 0 ? -600 : random.nextInt(90)));
                accepted += tryOne(loops, random) ? 1 : 0;
                assertThat(openTwice(loops)).as("seed %s", seed).isFalse();
            }
            for (CriticalCase loop : loops.all()) {
                judge(loop, seed);
                handled += loop.state() == CriticalState.HANDLED ? 1 : 0;
            }
        }
        // the generator reaches what it is to judge
        assertThat(handled).isGreaterThan(50);
        assertThat(accepted).isGreaterThan(4000);
    }

    private static boolean tryOne(Loops loops, Random random) {
        CriticalActor actor = ACTORS.get(random.nextInt(ACTORS.size()));
        CriticalKind kind = CriticalKind.values()[random.nextInt(CriticalKind.values().length)];
        boolean isNew = loops.all().isEmpty() || random.nextInt(8) == 0;
        int index = isNew ? -1 : random.nextInt(loops.all().size());
        CriticalFinding finding = Loops.finding(
                "2.25." + (1 + random.nextInt(2)),
                ENTRIES.get(random.nextInt(ENTRIES.size())),
                "所见" + random.nextInt(2));
        Instant at = random.nextInt(3) == 0 ? loops.now.minusSeconds(random.nextInt(900) - 60) : null;
        CriticalEvent wrong = isNew
                ? null
                : loops.loop(index)
                        .events()
                        .get(random.nextInt(loops.loop(index).events().size()));
        CriticalAct act = new CriticalAct(
                kind,
                at,
                random.nextInt(4) == 0 ? "" : "x",
                random.nextInt(4) == 0 ? null : random.nextBoolean() ? Loops.CALL : Loops.NURSE,
                kind == CriticalKind.SUSPECTED || kind == CriticalKind.DISCOVERED ? finding : null,
                kind == CriticalKind.CORRECTED && wrong != null ? wrong.id() : null);
        Optional<CriticalCase> loop = isNew ? Optional.empty() : Optional.of(loops.loop(index));
        if (!loops.refused(loop, act, actor).isEmpty()) {
            return false;
        }
        if (isNew) {
            loops.begin(act, actor);
        } else {
            loops.perform(index, act, actor);
        }
        return true;
    }

    private static boolean openTwice(Loops loops) {
        Set<String> open = new HashSet<>();
        return loops.all().stream()
                .filter(loop -> loop.events().stream()
                        .noneMatch(
                                event -> event.kind() == CriticalKind.HANDLED || event.kind() == CriticalKind.EXCLUDED))
                .anyMatch(loop -> !open.add(loop.finding().key()));
    }

    /// By the plain list of what was written down.
    private static void judge(CriticalCase loop, int seed) throws ReportFormatException {
        Set<CriticalKind> seen = new HashSet<>();
        Instant before = Instant.MIN;
        for (CriticalEvent event : loop.events()) {
            String what = "seed " + seed + " " + event;
            switch (event.kind()) {
                case VERIFIED -> assertThat(seen).as(what).contains(CriticalKind.DISCOVERED);
                case NOTIFIED -> assertThat(seen).as(what).contains(CriticalKind.VERIFIED);
                case ACKNOWLEDGED -> assertThat(seen).as(what).contains(CriticalKind.NOTIFIED);
                case HANDLED -> assertThat(seen).as(what).contains(CriticalKind.ACKNOWLEDGED);
                default -> {}
            }
            boolean isStep = switch (event.kind()) {
                case SENT, UNREACHED, ESCALATED, CORRECTED -> false;
                default -> true;
            };
            if (isStep) {
                assertThat(seen.add(event.kind())).as(what + " twice").isTrue();
                Instant at = event.occurredAt();
                assertThat(!at.isBefore(before) || event.is(Mark.CLOCK_DOUBTED))
                        .as(what + " goes back unmarked")
                        .isTrue();
                before = loop.corrected(event).occurredAt();
            }
            if (event.by().side() == CriticalActor.Side.MACHINE) {
                assertThat(event.kind()).as(what).isEqualTo(CriticalKind.SUSPECTED);
            }
            if (event.kind() == CriticalKind.VERIFIED && !event.is(Mark.SPOKEN)) {
                assertThat(event.by()).as(what).isEqualTo(Loops.SENIOR);
            }
            assertThat(CriticalJson.read(CriticalJson.write(event))).isEqualTo(event);
        }
    }
}
