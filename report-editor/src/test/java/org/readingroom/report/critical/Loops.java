package org.readingroom.report.critical;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.viewer.model.StudyUid;

/// People, findings and loops for tests, driven as the store drives them.
final class Loops {
    static final Instant START = Instant.parse("2026-11-30T02:00:00Z");
    static final CriticalActor RESIDENT = reader("u1", "住院甲", AuthorRole.TRAINEE);
    static final CriticalActor SENIOR = reader("u2", "主任乙", AuthorRole.SENIOR);
    static final CriticalActor RADIOLOGIST = reader("u3", "医师丙", AuthorRole.RADIOLOGIST);
    static final CriticalActor AI = CriticalActor.machine("ct-detector 1.0");
    static final CriticalActor WARD = CriticalActor.ward("护士丁");
    static final CriticalContact CALL = new CriticalContact("护士丁", "急诊科", "8120", Medium.PHONE, "张某，急性肺栓塞");
    static final CriticalContact NURSE = CriticalContact.by(Medium.PHONE, "护士丁", "急诊科", "8120");

    private final CriticalLoop rules;
    private final List<CriticalCase> all = new ArrayList<>();
    Instant now = START;

    Loops(CriticalRules rules) {
        this.rules = new CriticalLoop(rules);
    }

    Loops() {
        this(CriticalRules.shipped());
    }

    static CriticalActor reader(String id, String name, AuthorRole role) {
        return new CriticalActor(id, name, Set.of(role), CriticalActor.Side.READER);
    }

    static CriticalFinding finding(String study, String entry, String words) {
        CriticalDictionary dictionary = CriticalDictionary.shipped();
        return CriticalFinding.of(
                dictionary, dictionary.entry(entry).orElseThrow(), new StudyUid(study), "r1", "s1", words);
    }

    static CriticalAct found() {
        return CriticalAct.found(finding("2.25.1", "pulmonary-embolism", "右肺动脉主干充盈缺损。"));
    }

    static CriticalAct told() {
        return CriticalAct.of(CriticalKind.NOTIFIED).with(CALL);
    }

    Loops after(Duration time) {
        now = now.plus(time);
        return this;
    }

    List<CriticalCase> all() {
        return List.copyOf(all);
    }

    CriticalCase loop(int index) {
        return all.get(index);
    }

    /// The ids of the rules that said no, without their common beginning.
    List<String> refused(Optional<CriticalCase> loop, CriticalAct act, CriticalActor actor) {
        return rules.refusals(loop, all, act, actor, now).stream()
                .map(Refusal::messageKey)
                .map(key -> key.replace("report.critical.rule.", ""))
                .toList();
    }

    List<String> refused(int loop, CriticalAct act, CriticalActor actor) {
        return refused(Optional.of(all.get(loop)), act, actor);
    }

    CriticalCase begin(CriticalAct act, CriticalActor actor) {
        requireAllowed(Optional.empty(), act, actor);
        CriticalCase loop =
                new CriticalCase(UUID.randomUUID(), List.of(rules.event(Optional.empty(), act, actor, now)));
        all.add(loop);
        return loop;
    }

    CriticalCase perform(int index, CriticalAct act, CriticalActor actor) {
        Optional<CriticalCase> loop = Optional.of(all.get(index));
        requireAllowed(loop, act, actor);
        all.set(index, loop.get().with(rules.event(loop, act, actor, now)));
        return all.get(index);
    }

    private void requireAllowed(Optional<CriticalCase> loop, CriticalAct act, CriticalActor actor) {
        List<String> refusals = refused(loop, act, actor);
        if (!refusals.isEmpty()) {
            throw new AssertionError(act.kind() + " was refused: " + refusals);
        }
    }
}
