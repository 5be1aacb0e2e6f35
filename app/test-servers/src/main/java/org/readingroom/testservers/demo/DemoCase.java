package org.readingroom.testservers.demo;

import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;

/// One order of the demo department.
///
/// `study` is the name of the synthetic study that answers it. `report` is what was concluded when the study was
/// read long ago; empty while it waits to be read. `age` is how long ago the order was placed.
record DemoCase(
        String study,
        ServiceRequestPriority priority,
        Setting setting,
        String department,
        Duration age,
        String reason,
        String history,
        Coded diagnosis,
        List<Laboratory> laboratory,
        List<Coded> flags,
        String report) {

    /// Where the patient is; its code is of v3-ActCode.
    enum Setting {
        EMER("emergency"),
        IMP("inpatient encounter"),
        AMB("ambulatory");

        private final String display;

        Setting(String display) {
            this.display = display;
        }

        String display() {
            return display;
        }
    }

    /// A code of a system with words in both languages.
    record Coded(String system, String code, String text) {}

    /// A LOINC code with its value; `high` is the upper end of the usual range, `low` its lower one.
    record Laboratory(String loinc, String name, double value, String unit, double low, double high) {
        String interpretation() {
            return value > high ? "H" : value < low ? "L" : "N";
        }
    }

    static DemoCase of(
            String study, ServiceRequestPriority priority, Setting setting, String department, Duration age) {
        return new DemoCase(
                study, priority, setting, department, age, "", "", new Coded("", "", ""), List.of(), List.of(), "");
    }

    DemoCase because(String why, String before, Coded known) {
        return new DemoCase(study, priority, setting, department, age, why, before, known, laboratory, flags, report);
    }

    DemoCase measured(Laboratory... values) {
        return new DemoCase(
                study, priority, setting, department, age, reason, history, diagnosis, List.of(values), flags, report);
    }

    DemoCase marked(Coded... marks) {
        return new DemoCase(
                study,
                priority,
                setting,
                department,
                age,
                reason,
                history,
                diagnosis,
                laboratory,
                List.of(marks),
                report);
    }

    DemoCase concluded(String conclusion) {
        return new DemoCase(
                study, priority, setting, department, age, reason, history, diagnosis, laboratory, flags, conclusion);
    }
}
