package org.readingroom.testservers.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.readingroom.testservers.demo.DemoCase.Coded;
import org.readingroom.testservers.demo.DemoCase.Laboratory;

/// What the hospital knows of a patient beside the order: diagnosis, laboratory values, marks.
final class HistoryResources {
    private static final String UNITS = "http://unitsofmeasure.org";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private final DemoCase each;
    private final String key;
    private final Reference patient;
    private final Date placed;

    HistoryResources(DemoCase each, String key, Reference patient, Date placed) {
        this.each = each;
        this.key = key;
        this.patient = patient;
        this.placed = placed;
    }

    List<Resource> all() {
        List<Resource> all = new ArrayList<>();
        if (!each.diagnosis().code().isEmpty()) {
            all.add(condition());
        }
        for (Laboratory value : each.laboratory()) {
            all.add(observation(value));
        }
        for (Coded mark : each.flags()) {
            all.add(flag(mark));
        }
        Coded allergy = DemoCases.ALLERGIES.get(each.study());
        if (allergy != null) {
            all.add(allergy(allergy));
        }
        return all;
    }

    private static CodeableConcept concept(Coded coded) {
        CodeableConcept concept = new CodeableConcept().setText(coded.text());
        concept.addCoding().setSystem(coded.system()).setCode(coded.code());
        return concept;
    }

    private static CodeableConcept term(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }

    private Condition condition() {
        Condition condition = new Condition();
        condition.setId("diagnosis-" + key);
        condition.setClinicalStatus(term("condition-clinical", "active"));
        condition.setVerificationStatus(term("condition-ver-status", "provisional"));
        condition.addCategory(term("condition-category", "encounter-diagnosis"));
        condition.setCode(concept(each.diagnosis()));
        condition.setSubject(patient);
        condition.setEncounter(new Reference("Encounter/visit-" + key));
        condition.setRecordedDate(placed);
        return condition;
    }

    private Observation observation(Laboratory value) {
        Observation observation = new Observation();
        observation.setId("lab-" + value.loinc() + "-" + key);
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.addCategory(term("observation-category", "laboratory"));
        observation.setCode(concept(new Coded("http://loinc.org", value.loinc(), value.name())));
        observation.setSubject(patient);
        observation.setEffective(new DateTimeType(placed));
        observation.setIssued(placed);
        observation.setValue(quantity(value.value(), value.unit()));
        observation.addInterpretation(term("v3-ObservationInterpretation", value.interpretation()));
        observation
                .addReferenceRange()
                .setLow(quantity(value.low(), value.unit()))
                .setHigh(quantity(value.high(), value.unit()))
                .setText(String.format(Locale.ROOT, "%s–%s", plain(value.low()), plain(value.high())));
        return observation;
    }

    private static Quantity quantity(double value, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(plain(value)))
                .setUnit(unit)
                .setSystem(UNITS)
                .setCode(unit);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private AllergyIntolerance allergy(Coded known) {
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.setId("allergy-" + key);
        allergy.setClinicalStatus(term("allergyintolerance-clinical", "active"));
        allergy.setVerificationStatus(term("allergyintolerance-verification", "confirmed"));
        allergy.setCode(concept(known));
        allergy.setPatient(patient);
        return allergy;
    }

    private Flag flag(Coded mark) {
        Flag flag = new Flag();
        flag.setId("mark-" + mark.code() + "-" + key);
        flag.setStatus(Flag.FlagStatus.ACTIVE);
        flag.addCategory(term("flag-category", "clinical"));
        flag.setCode(concept(mark));
        flag.setSubject(patient);
        return flag;
    }
}
