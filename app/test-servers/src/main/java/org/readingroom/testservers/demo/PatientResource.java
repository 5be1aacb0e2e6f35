package org.readingroom.testservers.demo;

import java.time.ZoneId;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;

/// A patient as the pictures name them: the number of the hospital, the name in Chinese and in letters.
final class PatientResource {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private PatientResource() {}

    /// HAPI takes no id of digits alone from a client.
    static String id(StudyFacts study) {
        return "patient-" + CaseResources.id(study.patientId());
    }

    static Patient of(StudyFacts study) {
        Patient patient = new Patient();
        patient.setId(id(study));
        patient.addIdentifier()
                .setSystem(CaseResources.HOSPITAL + "/patients")
                .setValue(study.patientId())
                .getType()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0203")
                .setCode("MR");
        String[] groups = study.patientName().split("=");
        if (groups.length > 1) {
            patient.addName(name(groups[1], "IDE", ""));
        }
        patient.addName(name(groups[0], "ABC", " "));
        patient.setGender(
                switch (study.sex()) {
                    case "M" -> AdministrativeGender.MALE;
                    case "F" -> AdministrativeGender.FEMALE;
                    case "O" -> AdministrativeGender.OTHER;
                    default -> AdministrativeGender.UNKNOWN;
                });
        StudyFacts.date(study.birthDate())
                .ifPresent(date -> patient.setBirthDate(
                        Date.from(date.atStartOfDay(ZoneId.systemDefault()).toInstant())));
        return patient;
    }

    private static HumanName name(String group, String representation, String between) {
        String[] parts = group.split("\\^");
        HumanName name = new HumanName().setFamily(parts[0]);
        name.addExtension(REPRESENTATION, new CodeType(representation));
        if (parts.length > 1 && !parts[1].isBlank()) {
            name.addGiven(parts[1]);
            return name.setText(parts[0] + between + parts[1]);
        }
        return name.setText(parts[0]);
    }
}
