package org.readingroom.services.reporting;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.audit.AuditEvent.Action;
import org.readingroom.services.audit.AuditEvent.Outcome;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.identity.Role;
import org.readingroom.services.identity.User;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.seal.SealContext;
import org.readingroom.services.store.AuditTable;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.PracticeTable;
import org.readingroom.viewer.model.WorkstationException;

/// Since when the people of this home practise, and their licences: entered and put right by an administrator, each
/// correction kept with its audit event or not at all.
///
/// What was signed before keeps what was on record when it was signed.
///
/// **Thread:** any but `fx` and `gl`; blocks until durable.
// [impl->req~identity.practice~1]
public final class PracticeRegister {
    private final Database documents;
    private final Seal seal;
    private final AuditTrail audit;
    private final User user;
    private final InstantSource clock;

    PracticeRegister(Database documents, Seal seal, AuditTrail audit, User user, InstantSource clock) {
        this.documents = documents;
        this.seal = seal;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    public boolean mayEnter() {
        return user.has(Role.ADMINISTRATOR);
    }

    /// Whether `person` is the one who is signed in, for whom a correction holds from the next time on.
    public boolean isSelf(String person) {
        return user.id().equals(person);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Everybody, by login name.
    ///
    /// **Errors:** `services.practice.not-allowed`; those of the store.
    public List<PracticePerson> people() throws WorkstationException {
        refuseIf(!mayEnter(), "not-allowed");
        Map<String, List<PracticeChange>> changes = new HashMap<>();
        for (PracticeTable.Change row : documents.read(PracticeTable::changes)) {
            changes.computeIfAbsent(row.person(), person -> new ArrayList<>())
                    .add(PracticeJson.read(row, seal.open(row.body(), context(row.id(), row.person()))));
        }
        return documents.read(PracticeTable::all).stream()
                .map(entry -> new PracticePerson(
                        entry.person(),
                        entry.display(),
                        roles(entry.roles()),
                        practice(entry),
                        changes.getOrDefault(entry.person(), List.of())))
                .toList();
    }

    /// Puts `to` in the place of `seen`, what was on record when it was decided.
    ///
    /// **Errors:** `services.practice.` and `not-allowed`, `no-reason`, `same`, `licence-half`,
    /// `licence-before`, `licence-taken`, `since-future`, `since-past`, or `changed` when somebody else
    /// was faster; `services.user.unknown`.
    public void enter(String person, Practice seen, Practice to, String reason) throws WorkstationException {
        try {
            refuseIf(!mayEnter(), "not-allowed");
            refuseIf(reason.isBlank(), "no-reason");
            refuseIf(seen.equals(to), "same");
            String fault = to.fault(today());
            refuseIf(!fault.isEmpty(), fault);
            keep(person, new PracticeChange(user.id(), user.displayName(), clock.instant(), seen, to, reason.strip()));
        } catch (WorkstationException e) {
            audit.appendFailure(Action.UPDATE, "user.practice", person, e);
            throw e;
        }
    }

    private void keep(String person, PracticeChange change) throws WorkstationException {
        String id = UUID.randomUUID().toString();
        byte[] body = seal.seal(PracticeJson.write(change), context(id, person));
        Practice to = change.to();
        AuditTable.Row head = documents.write(t -> {
            PracticeTable.Entry now = PracticeTable.of(t, person)
                    .orElseThrow(() -> new WorkstationException("services.user.unknown", "no such user"));
            refuseIf(!practice(now).equals(change.from()), "changed");
            refuseIf(PracticeTable.isTaken(t, person, to.licence()), "licence-taken");
            PracticeTable.enter(
                    t,
                    new PracticeTable.Entry(
                            person,
                            now.display(),
                            now.roles(),
                            kept(to.licence()),
                            kept(PracticeJson.text(to.licenceUntil())),
                            kept(PracticeJson.text(to.since())),
                            kept(to.qualification())));
            // which fields, and none of their values: those lie sealed beside it
            AuditTable.Row event =
                    audit.appendIn(t, Action.UPDATE, "user.practice", person, Outcome.SUCCESS, fields(change));
            PracticeTable.insert(
                    t,
                    new PracticeTable.Change(
                            id, person, user.id(), change.at().toEpochMilli(), event.sequence(), body));
            return event;
        });
        audit.publish(head);
    }

    private static String fields(PracticeChange change) {
        Practice from = change.from();
        Practice to = change.to();
        Map<String, Boolean> isOther = new LinkedHashMap<>();
        isOther.put("since", !PracticeJson.text(from.since()).equals(PracticeJson.text(to.since())));
        isOther.put("licence", !from.licence().equals(to.licence()));
        isOther.put(
                "licence-until", !PracticeJson.text(from.licenceUntil()).equals(PracticeJson.text(to.licenceUntil())));
        isOther.put("qualification", !from.qualification().equals(to.qualification()));
        return isOther.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }

    private static Practice practice(PracticeTable.Entry entry) {
        return new Practice(
                entry.qualification() == null ? "" : entry.qualification(),
                entry.licence() == null ? "" : entry.licence(),
                PracticeJson.day(entry.licenceUntil()),
                PracticeJson.day(entry.since()));
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private static @Nullable String kept(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void refuseIf(boolean isWrong, String why) throws WorkstationException {
        if (isWrong) {
            throw new WorkstationException("services.practice." + why, "refused: " + why);
        }
    }

    private static SealContext context(String id, String person) {
        return new SealContext("practice_change", "body", person + '/' + id);
    }
}
