package org.readingroom.report.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.Author;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.ValidVersions;
import org.readingroom.report.testing.SampleReports;

/// Random people try random acts; what the rules let through is held against the hospital's rules as
/// they are written (7.1.1, 7.1.4), said here a second time and in another way.
// [utest->req~report.workflow.course~1]
// [utest->req~report.workflow.acts~1]
// [utest->req~report.workflow.reread~1]
class CoursePropertyTest {
    private static final LocalDate GOOD = LocalDate.of(2030, 12, 31);
    private static final Set<Stage> BEFORE_ISSUE =
            Set.of(Stage.TEMPORARY, Stage.TRAINEE, Stage.PRIMARY, Stage.COUNTERSIGNATURE);

    private final SigningRules rules = SigningRules.shipped();
    private final List<Author> people = List.of(
            SampleReports.author("t1", AuthorRole.TRAINEE, null),
            SampleReports.author("t2", AuthorRole.TRAINEE, null),
            SampleReports.author("r1", AuthorRole.RADIOLOGIST, GOOD),
            SampleReports.author("r2", AuthorRole.RADIOLOGIST, GOOD),
            SampleReports.author("s1", AuthorRole.SENIOR, GOOD),
            SampleReports.author("s2", AuthorRole.SENIOR, GOOD),
            SampleReports.author("ai", AuthorRole.MACHINE, null));

    private static final class Walk {
        private final List<SignedReport> versions = new ArrayList<>();
        private final List<CourseAct> acts = new ArrayList<>();
        /// How many acts there were when each version was signed.
        private final List<Integer> actsBefore = new ArrayList<>();
    }

    @Test
    void noSequenceOfActsByAnybodyMakesAnUnlawfulChain() {
        Map<Stage, Integer> signed = new EnumMap<>(Stage.class);
        Map<CourseAct.Kind, Integer> done = new EnumMap<>(CourseAct.Kind.class);
        for (int seed = 0; seed < 150; seed++) {
            Walk walk = walk(new Random(seed));
            lawful(walk, "seed " + seed);
            oneIsValid(walk, "seed " + seed);
            walk.versions.forEach(one -> signed.merge(one.act().stage(), 1, Integer::sum));
            walk.acts.forEach(one -> done.merge(one.kind(), 1, Integer::sum));
        }
        for (Stage stage : Stage.values()) {
            assertTrue(signed.getOrDefault(stage, 0) >= 10, () -> stage + " was hardly ever reached: " + signed);
        }
        for (CourseAct.Kind kind : CourseAct.Kind.values()) {
            assertTrue(done.getOrDefault(kind, 0) >= 10, () -> kind + " was hardly ever done: " + done);
        }
    }

    private Walk walk(Random random) {
        Walk walk = new Walk();
        for (int step = 0; step < 2000; step++) {
            Author author = people.get(random.nextInt(people.size()));
            if (random.nextBoolean()) {
                sign(walk, author, random);
            } else {
                act(walk, author, random);
            }
        }
        return walk;
    }

    private void sign(Walk walk, Author author, Random random) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        Report before = walk.versions.isEmpty()
                ? SampleReports.chestCt()
                : walk.versions.getLast().report();
        Report report = edited(before, random);
        SigningRules now = rules.following(walk.acts);
        SigningSituation situation = new SigningSituation(
                stage, author, report, "病理", List.copyOf(walk.versions), List.of(), SampleReports.TODAY);
        if (!now.refusals(situation).isEmpty()) {
            return;
        }
        int version = walk.versions.size() + 1;
        SigningAct act = new SigningAct(
                stage,
                author,
                version,
                version == 1 ? "" : "digest-" + (version - 1),
                SampleReports.NOW,
                "",
                now.version());
        walk.versions.add(new SignedReport(report, act, new byte[0], "digest-" + version, new byte[0]));
        walk.actsBefore.add(walk.acts.size());
    }

    private static Report edited(Report report, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> add(report, SectionKind.ADDENDUM, "补充。");
            case 1 -> add(report, SectionKind.CONSULTATION, "会诊意见。");
            case 2 -> add(report, SectionKind.IMPRESSION, "建议随访。");
            case 3 -> add(report, SectionKind.TECHNIQUE, "平扫。");
            case 4 -> ReportEdits.setText(report, SectionKind.ADDENDUM, "").apply(report);
            default -> report;
        };
    }

    private static Report add(Report report, SectionKind kind, String words) {
        return ReportEdits.setText(report, kind, report.text(kind) + words).apply(report);
    }

    private void act(Walk walk, Author author, Random random) {
        CourseAct.Kind kind = CourseAct.Kind.values()[random.nextInt(CourseAct.Kind.values().length)];
        List<String> codes = List.of("side", "CORRECTION", "AMENDMENT", "nonsense");
        List<String> to = List.of("clinic", "patient", "r1", "s2", "");
        int about = walk.versions.size() - random.nextInt(2);
        CourseAct act = new CourseAct(
                "a" + walk.acts.size(),
                "digest-" + about,
                about,
                kind,
                author.userId(),
                author.displayName(),
                SampleReports.NOW,
                codes.get(random.nextInt(codes.size())),
                random.nextInt(4) == 0 ? " " : "原因",
                to.get(random.nextInt(to.size())),
                "",
                rules.version());
        ReportCourse course = new ReportCourse(walk.versions, walk.acts);
        if (rules.acts().refusals(act, course, author, SampleReports.TODAY).isEmpty()) {
            walk.acts.add(act);
        }
    }

    private static void lawful(Walk walk, String seed) {
        boolean isIssued = false;
        String authorOfPrimary = "";
        for (int i = 0; i < walk.versions.size(); i++) {
            SignedReport version = walk.versions.get(i);
            String who = version.act().author().userId();
            List<CourseAct> since = walk.acts.subList(i == 0 ? 0 : walk.actsBefore.get(i - 1), walk.actsBefore.get(i));
            Report before = i == 0 ? null : walk.versions.get(i - 1).report();
            assertNotEquals("ai", who, seed);
            switch (version.act().stage()) {
                case TEMPORARY -> assertEquals(0, i, seed);
                case TRAINEE -> assertTrue(who.startsWith("t"), seed);
                case PRIMARY -> {
                    assertFalse(who.startsWith("t"), seed);
                    authorOfPrimary = who;
                }
                case COUNTERSIGNATURE -> {
                    assertEquals(before, version.report(), seed);
                    assertNotEquals(authorOfPrimary, who, seed);
                }
                case CONSULTATION ->
                    assertEquals(
                            who,
                            only(since, CourseAct.Kind.CONSULTATION_ASKED, seed).to(),
                            seed);
                case REVIEW -> {
                    assertTrue(who.startsWith("s"), seed);
                    assertNotEquals(authorOfPrimary, who, seed);
                    assertFalse(authorOfPrimary.isEmpty(), seed);
                    assertTrue(since.stream().noneMatch(act -> act.kind() == CourseAct.Kind.RETURNED), seed);
                    isIssued = true;
                }
                case ADDENDUM -> assertTrue(isIssued, seed);
                case CORRECTION, REREAD, AMENDMENT -> {
                    assertTrue(isIssued, seed);
                    int ground = ground(walk, i);
                    List<CourseAct> asked = walk.acts.subList(
                            ground == 0 ? 0 : walk.actsBefore.get(ground), walk.actsBefore.get(ground + 1));
                    CourseAct granted = only(asked, CourseAct.Kind.CHANGE_GRANTED, seed);
                    CourseAct requested = only(asked, CourseAct.Kind.CHANGE_REQUESTED, seed);
                    boolean isCorrected = version.act().stage() == Stage.CORRECTION;
                    assertEquals(isCorrected ? "CORRECTION" : "AMENDMENT", granted.code(), seed);
                    assertNotEquals(requested.userId(), granted.userId(), seed);
                    if (version.act().stage() == Stage.AMENDMENT) {
                        reviewed(walk, ground, i, seed);
                    } else {
                        assertNotEquals(granted.userId(), who, seed);
                    }
                }
            }
            if (before != null) {
                kept(version, before, seed);
            }
            if (isIssued) {
                assertFalse(BEFORE_ISSUE.contains(version.act().stage()), seed);
            }
            if (since.stream().anyMatch(act -> act.kind() == CourseAct.Kind.RETURNED)) {
                Stage returned = walk.versions.get(i - 1).act().stage();
                assertTrue(
                        version.act().stage() == returned
                                || returned == Stage.TRAINEE
                                || returned == Stage.COUNTERSIGNATURE
                                || returned == Stage.CONSULTATION,
                        seed);
            }
        }
        for (CourseAct act : walk.acts) {
            assertFalse(act.userId().equals("ai"), seed);
            assertFalse(act.words().isBlank(), seed);
        }
    }

    /// The version that `at` changes: the last before it that is no new reading.
    private static int ground(Walk walk, int at) {
        int ground = at - 1;
        while (walk.versions.get(ground).act().stage() == Stage.REREAD) {
            ground--;
        }
        return ground;
    }

    /// Written by one, reviewed by another who is a senior, and not sent back in between.
    private static void reviewed(Walk walk, int ground, int at, String seed) {
        String who = walk.versions.get(at).act().author().userId();
        assertTrue(who.startsWith("s"), seed);
        assertTrue(at - ground >= 2, seed + ": given out on one signature");
        for (int i = ground + 1; i < at; i++) {
            SignedReport reading = walk.versions.get(i);
            assertFalse(reading.act().author().userId().startsWith("t"), seed);
            assertNotEquals(who, reading.act().author().userId(), seed);
            boolean isReturned = walk.acts.stream()
                    .anyMatch(act -> act.kind() == CourseAct.Kind.RETURNED
                            && act.digest().equals(reading.digest()));
            assertEquals(i < at - 1, isReturned, seed);
        }
    }

    /// After each signature there is one version that holds, it never is a new reading that nobody reviewed, and a
    /// report given out stays so.
    // [utest->req~report.workflow.reread-valid~1]
    private static void oneIsValid(Walk walk, String seed) {
        SignedReport valid = null;
        for (int i = 0; i < walk.versions.size(); i++) {
            SignedReport version = walk.versions.get(i);
            valid = version.act().stage() == Stage.REREAD ? valid : version;
            List<SignedReport> soFar = walk.versions.subList(0, i + 1);
            assertEquals(valid, ValidVersions.of(soFar).getLast(), seed);
            assertEquals(version != valid, ValidVersions.isBeingReread(soFar), seed);
            assertEquals(Stage.isIssued(soFar), Stage.isIssued(ValidVersions.of(soFar)), seed);
        }
        for (CourseAct act : walk.acts) {
            if (act.kind() == CourseAct.Kind.COPY_RECALLED || act.kind() == CourseAct.Kind.FAMILY_TOLD) {
                Stage about = walk.versions.get(act.version() - 1).act().stage();
                assertTrue(about == Stage.CORRECTION || about == Stage.AMENDMENT, seed + ": " + about);
            }
        }
    }

    /// What others added is never lost, and after review a diagnosis changes only by a granted new
    /// reading.
    private static void kept(SignedReport version, Report before, String seed) {
        Report now = version.report();
        assertTrue(now.text(SectionKind.CONSULTATION).startsWith(before.text(SectionKind.CONSULTATION)), seed);
        assertTrue(now.text(SectionKind.ADDENDUM).startsWith(before.text(SectionKind.ADDENDUM)), seed);
        if (Set.of(Stage.ADDENDUM, Stage.CONSULTATION, Stage.CORRECTION, Stage.COUNTERSIGNATURE)
                .contains(version.act().stage())) {
            assertEquals(before.text(SectionKind.FINDINGS), now.text(SectionKind.FINDINGS), seed);
            assertEquals(before.text(SectionKind.IMPRESSION), now.text(SectionKind.IMPRESSION), seed);
        }
    }

    /// The last of `kind`; a request that was withdrawn and made once more is there twice.
    private static CourseAct only(List<CourseAct> acts, CourseAct.Kind kind, String seed) {
        return acts.stream()
                .filter(act -> act.kind() == kind)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError(seed + ": no " + kind));
    }
}
