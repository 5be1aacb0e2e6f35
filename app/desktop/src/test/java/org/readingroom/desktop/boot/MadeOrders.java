package org.readingroom.desktop.boot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderPriority;
import org.readingroom.services.ris.OrderState;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.testing.TestArchive;
import org.readingroom.services.testing.TestRis;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.LesionCtPhantom;
import org.readingroom.viewer.phantom.SyntheticStudy;

/// Five invented orders of a morning: one of a study that is here, one of a study in the archive, one that a colleague
/// gets, one of another patient than its images, and one without images.
final class MadeOrders {
    static final LesionCtPhantom HERE = new LesionCtPhantom(true);
    static final LesionCtPhantom PRIOR = new LesionCtPhantom(false);
    static final SyntheticStudy AWAY = made("orders-away", "A-7");
    static final SyntheticStudy WRONG = made("orders-wrong", "W-1");
    static final SyntheticStudy TAKEN = made("orders-taken", "T-3");

    private MadeOrders() {}

    /// The list of a morning, with what was asked of each case.
    static void put(TestRis ris) {
        Instant now = Instant.now();
        Patient chou = new Patient(
                new PatientId("DEMO-0011", ""),
                PersonName.parse("Yanshi^Chou=演示^丑"),
                LocalDate.of(1958, 8, 17),
                Sex.FEMALE);
        ris.put(order(
                "t1",
                HERE.uid(),
                chou,
                "DEMO26011203",
                OrderPriority.STAT,
                now,
                95,
                30,
                PatientFlag.CRITICAL,
                PatientFlag.EMERGENCY));
        ris.put(order(
                "t2",
                AWAY.uid(),
                invented("A-7"),
                "A-A-7",
                OrderPriority.URGENT,
                now,
                12,
                60,
                PatientFlag.INFECTIOUS,
                PatientFlag.ELDERLY));
        ris.put(order("t3", TAKEN.uid(), invented("T-3"), "A-T-3", OrderPriority.ROUTINE, now, 200, 1440));
        ris.put(order("t4", WRONG.uid(), invented("A-7"), "A-A-8", OrderPriority.ROUTINE, now, 30, 1440));
        ris.put(order("t5", null, invented("N-5"), "A-N-5", OrderPriority.ROUTINE, now, 2, 1440));
        for (String id : List.of("t1", "t2", "t3", "t4", "t5")) {
            ris.put(new RequestForm(
                    id,
                    "Follow-up of the liver lesion after chemotherapy. 肝脏病灶化疗后复查。",
                    "Colon carcinoma, resected 2025; fever since yesterday.",
                    "C18.7 with C78.7",
                    "Oncology",
                    "Dr. Sun",
                    now.minus(Duration.ofMinutes(95)),
                    List.of(
                            new RequestForm.Laboratory("Creatinine", "141", "µmol/L", "45–84", "H", now),
                            new RequestForm.Laboratory("Potassium", "6.4", "mmol/L", "3.5–5.1", "HH", now),
                            new RequestForm.Laboratory("Haemoglobin", "128", "g/L", "115–150", "N", now)),
                    List.of(new RequestForm.EarlierReport(
                            "r1",
                            "CT abdomen",
                            now.minus(Duration.ofDays(70)),
                            "Liver lesion of 40 mm in segment VI.")),
                    List.of("Contrast allergy: rash (2024)")));
        }
    }

    private static SyntheticStudy made(String key, String patient) {
        return new MadeStudy(key, patient, List.of(MadeStudy.Part.of(PRIOR, "Abdomen 5.0")));
    }

    private static Patient invented(String number) {
        return new Patient(
                new PatientId(number, ""),
                PersonName.parse("Invented^" + number),
                LocalDate.of(1958, 8, 17),
                Sex.FEMALE);
    }

    private static Order order(
            String id,
            @Nullable StudyUid study,
            Patient patient,
            String accession,
            OrderPriority priority,
            Instant now,
            int waited,
            int limit,
            PatientFlag... flags) {
        Instant requested = now.minus(Duration.ofMinutes(waited));
        return new Order(
                id,
                "1",
                "request-" + id,
                accession,
                study,
                patient,
                Set.of(flags),
                priority,
                "CT",
                "ABDOMEN",
                "CT abdomen",
                OrderState.WAITING,
                requested,
                requested.plus(Duration.ofMinutes(limit)),
                null);
    }

    /// Each image waits for its turn.
    static TestArchive.Meddler slow(Semaphore gate) {
        return new TestArchive.Meddler() {
            @Override
            public List<byte[]> handOut(SopInstanceUid instance, byte[] file) throws WorkstationException {
                try {
                    gate.acquire();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new WorkstationException("services.server.silent", "given up");
                }
                return List.of(file);
            }
        };
    }
}
