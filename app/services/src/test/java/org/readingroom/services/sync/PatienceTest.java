package org.readingroom.services.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.fhir.CriticalMessage;
import org.readingroom.report.fhir.CriticalMessage.Change;
import org.readingroom.report.model.ReportId;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.CaseNews;
import org.readingroom.services.ris.Recall;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.StudyUid;

/// Couriers of what is told beside a report, at a RIS that never does it.
// [utest->req~report.critical.told-ris~1]
class PatienceTest {
    private static final UUID FILING = new UUID(0, 1);
    private static final byte[] CORRECTION = new CriticalMessage(
                    new Patient(new PatientId("DEMO-1", ""), new PersonName("A", "", ""), null, Sex.OTHER),
                    "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[]}",
                    List.of(new Change("Communication", new UUID(0, 3), "entered-in-error")))
            .bytes();
    private static final byte[] NEWS = new CaseNews(FILING, "1", CaseNews.Kind.HELD, "").bytes();
    private static final byte[] RECALL = new Recall(new ReportId("r1"), FILING, List.of(new UUID(0, 2))).bytes();

    private Object answer = false;
    private final RisReports ris = (RisReports) Proxy.newProxyInstance(
            RisReports.class.getClassLoader(), new Class<?>[] {RisReports.class}, (self, method, arguments) -> {
                switch (method.getName()) {
                    case "patient" -> {
                        return Optional.of("7");
                    }
                    default -> {
                        if (arguments[0] instanceof byte[]) {
                            return null; // the bundle arrives, what comes after it does not
                        }
                        if (answer instanceof Exception fault) {
                            throw fault;
                        }
                        return answer;
                    }
                }
            });
    private final RisCourier courier = new RisCourier(ris);

    /// An entry that was tried `attempts` times before.
    private SendFault fails(String kind, byte[] body, int attempts) throws Exception {
        OutboxEntry entry = new OutboxEntry(
                FILING,
                new StudyUid("2.25.1"),
                "",
                0,
                kind,
                "text/plain",
                "ris",
                Instant.EPOCH,
                OutboxEntry.State.WAITING,
                attempts,
                body.length);
        Exception thrown =
                assertThrows(Exception.class, () -> courier.send(new Courier.Parcel(entry, body, Base.NONE, true)));
        return SendFault.of(thrown);
    }

    private static byte[] body(String kind) {
        return switch (kind) {
            case OutboxKinds.CRITICAL -> CORRECTION;
            case OutboxKinds.RECALL -> RECALL;
            case OutboxKinds.CASE -> NEWS;
            default -> "Task/1".getBytes(StandardCharsets.UTF_8);
        };
    }

    /// An outage has cost it a hundred attempts, none of which looked for anything.
    @ParameterizedTest
    @CsvSource({"critical,services.outbox.critical-not-there", "recall,services.outbox.recall-not-there"})
    void onlyLooksThatFoundNothingCount(String kind, String words) throws Exception {
        answer = kind.equals(OutboxKinds.RECALL) ? Recall.Outcome.NOT_THERE : false;
        for (int look = 1; look <= 7; look++) {
            assertEquals(ServerFault.BROKEN, fails(kind, body(kind), 100 + look).fault(), "look " + look);
        }
        Object found = answer;
        answer = new RisException(ServerFault.BROKEN, "", "an outage between", null);
        assertEquals(ServerFault.BROKEN, fails(kind, body(kind), 108).fault());
        answer = found;
        SendFault last = fails(kind, body(kind), 109);
        assertEquals(ServerFault.REFUSED, last.fault());
        assertEquals(words, last.messageKey());
        assertEquals(ServerFault.BROKEN, fails(kind, body(kind), 110).fault(), "a person sent it again");
    }

    /// A server that names no version, and one that has two of what there is one of, never get better by themselves.
    @ParameterizedTest
    @CsvSource({
        "critical,GARBLED,GARBLED,services.outbox.beside-garbled",
        "critical,CONFLICT,BROKEN,services.outbox.beside-contested",
        "recall,GARBLED,GARBLED,services.outbox.beside-garbled",
        "recall,CONFLICT,BROKEN,services.outbox.beside-contested",
        "task,CONFLICT,BROKEN,services.outbox.beside-contested",
        "case,GARBLED,GARBLED,services.outbox.beside-garbled",
        "case,CONFLICT,BROKEN,services.outbox.beside-contested"
    })
    void whatIsNeverUnderstoodIsInTheEndForAPerson(String kind, ServerFault said, ServerFault atFirst, String words)
            throws Exception {
        answer = new RisException(said, "multiple matches", "told to", null);
        for (int tries = 1; tries <= 11; tries++) {
            assertEquals(atFirst, fails(kind, body(kind), tries).fault(), "attempt " + tries);
        }
        SendFault last = fails(kind, body(kind), 12);
        assertEquals(ServerFault.REFUSED, last.fault());
        assertEquals(words, last.messageKey());
        assertEquals("multiple matches", last.answer());
    }
}
