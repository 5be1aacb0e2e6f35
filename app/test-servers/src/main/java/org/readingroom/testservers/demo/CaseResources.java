package org.readingroom.testservers.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/// The resources of one order: patient, visit, request, study, and the task to read it.
///
/// Ids are made from those of the hospital, so that filling twice changes nothing.
final class CaseResources {
    static final String HOSPITAL = "http://demo-hospital.example";
    private static final String DICOM_CODES = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String IDENTIFIER_TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String REQUESTER = "ward-doctor";
    private static final String ARCHIVE = "pacs";

    private final DemoCase each;
    private final StudyFacts study;
    private final Instant now;
    private final String key;
    private final Reference patient;
    private final Reference visit;

    CaseResources(DemoCase each, StudyFacts study, Instant now) {
        this.each = each;
        this.study = study;
        this.now = now;
        this.key = id(study.accession());
        this.patient = new Reference("Patient/" + PatientResource.id(study));
        this.visit = new Reference("Encounter/visit-" + key);
    }

    static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9.-]", "-");
    }

    /// What every order leans on: people of the hospital and its archive.
    static List<Resource> common(String dicomWeb) {
        List<Resource> all = new ArrayList<>();
        for (String[] person : new String[][] {
            {"resident", "演示住院医师 (Demo Resident)"},
            {"radiologist", "演示医师 (Demo Radiologist)"},
            {"senior", "演示主任医师 (Demo Senior)"},
            {REQUESTER, "临床医师 (Ward doctor)"}
        }) {
            Practitioner practitioner = new Practitioner();
            practitioner.setId(person[0]);
            practitioner.addIdentifier().setSystem(HOSPITAL + "/staff").setValue(person[0]);
            practitioner.addName().setText(person[1]);
            all.add(practitioner);
        }
        Endpoint endpoint = new Endpoint();
        endpoint.setId(ARCHIVE);
        endpoint.setStatus(Endpoint.EndpointStatus.ACTIVE);
        endpoint.getConnectionType()
                .setSystem("http://terminology.hl7.org/CodeSystem/endpoint-connection-type")
                .setCode("dicom-wado-rs");
        endpoint.addPayloadType().setText("DICOM");
        endpoint.setAddress(dicomWeb);
        all.add(endpoint);
        return all;
    }

    List<Resource> all() {
        HistoryResources history = new HistoryResources(each, key, patient, placed());
        List<Resource> all = new ArrayList<>();
        all.add(PatientResource.of(study));
        all.add(encounter());
        all.addAll(history.all());
        all.add(request(history.all()));
        all.add(imagingStudy());
        if (!each.report().isEmpty()) {
            all.add(report());
        }
        all.add(task());
        return all;
    }

    private Date placed() {
        return Date.from(now.minus(each.age()));
    }

    private Encounter encounter() {
        Encounter encounter = new Encounter();
        encounter.setId("visit-" + key);
        encounter.setStatus(
                each.report().isEmpty() ? Encounter.EncounterStatus.INPROGRESS : Encounter.EncounterStatus.FINISHED);
        encounter
                .getClass_()
                .setSystem(ACT_CODES)
                .setCode(each.setting().name())
                .setDisplay(each.setting().display());
        encounter.setSubject(patient);
        encounter.setServiceType(new CodeableConcept().setText(each.department()));
        encounter.setPeriod(new Period().setStart(placed()));
        return encounter;
    }

    private ServiceRequest request(List<Resource> history) {
        ServiceRequest request = new ServiceRequest();
        request.setId("order-" + key);
        request.addIdentifier(accession());
        request.setStatus(
                each.report().isEmpty()
                        ? ServiceRequest.ServiceRequestStatus.ACTIVE
                        : ServiceRequest.ServiceRequestStatus.COMPLETED);
        request.setIntent(ServiceRequest.ServiceRequestIntent.ORDER);
        request.setPriority(each.priority());
        request.addCategory()
                .addCoding()
                .setSystem("http://snomed.info/sct")
                .setCode("363679005")
                .setDisplay("Imaging");
        request.getCode().setText(study.description());
        request.addOrderDetail(new CodeableConcept(new Coding(DICOM_CODES, study.modality(), null)));
        request.addBodySite().setText(study.bodyPart());
        request.setSubject(patient);
        request.setEncounter(visit);
        request.setAuthoredOn(placed());
        request.setRequester(requester());
        request.addReasonCode().setText(each.reason());
        request.addNote().setText(each.history());
        history.stream()
                .filter(resource -> resource instanceof Condition || resource instanceof Observation)
                .forEach(resource ->
                        request.addSupportingInfo(new Reference(resource.fhirType() + "/" + resource.getIdPart())));
        return request;
    }

    private Reference requester() {
        return new Reference("Practitioner/" + REQUESTER).setDisplay("临床医师 (Ward doctor)，" + each.department());
    }

    private Identifier accession() {
        Identifier accession = new Identifier();
        accession.getType().addCoding().setSystem(IDENTIFIER_TYPES).setCode("ACSN");
        return accession.setSystem(HOSPITAL + "/accession").setValue(study.accession());
    }

    private ImagingStudy imagingStudy() {
        ImagingStudy imaging = new ImagingStudy();
        imaging.setId("study-" + key);
        imaging.addIdentifier().setSystem("urn:dicom:uid").setValue("urn:oid:" + study.studyUid());
        imaging.addIdentifier(accession());
        imaging.setStatus(ImagingStudy.ImagingStudyStatus.AVAILABLE);
        for (String modality : study.modalities()) {
            imaging.addModality(new Coding(DICOM_CODES, modality, null));
        }
        imaging.setSubject(patient);
        imaging.setEncounter(visit);
        imaging.setStarted(Date.from(study.started().toInstant()));
        imaging.addBasedOn(new Reference("ServiceRequest/order-" + key));
        imaging.addEndpoint(new Reference("Endpoint/" + ARCHIVE));
        imaging.setDescription(study.description());
        return imaging;
    }

    private DiagnosticReport report() {
        DiagnosticReport report = new DiagnosticReport();
        report.setId("report-" + key);
        report.addIdentifier(accession());
        report.addBasedOn(new Reference("ServiceRequest/order-" + key));
        report.setStatus(DiagnosticReport.DiagnosticReportStatus.FINAL);
        report.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0074")
                .setCode("RAD");
        report.getCode()
                .addCoding()
                .setSystem("http://loinc.org")
                .setCode("18748-4")
                .setDisplay("Diagnostic imaging study");
        report.getCode().setText(study.description());
        report.setSubject(patient);
        report.setEncounter(visit);
        report.setEffective(new DateTimeType(Date.from(study.started().toInstant())));
        report.setIssued(Date.from(study.started().toInstant().plus(Duration.ofHours(2))));
        report.addResultsInterpreter(new Reference("Practitioner/senior"));
        report.addImagingStudy(new Reference("ImagingStudy/study-" + key));
        report.setConclusion(each.report());
        return report;
    }

    private Task task() {
        Task task = new Task();
        task.setId("reading-" + key);
        task.addIdentifier().setSystem(HOSPITAL + "/reading").setValue(study.accession());
        task.addBasedOn(new Reference("ServiceRequest/order-" + key));
        task.setStatus(each.report().isEmpty() ? Task.TaskStatus.READY : Task.TaskStatus.COMPLETED);
        task.setIntent(Task.TaskIntent.ORDER);
        task.setPriority(Task.TaskPriority.fromCode(each.priority().toCode()));
        task.getCode().setText("阅片报告 Read and report");
        task.setFocus(new Reference("ServiceRequest/order-" + key));
        task.setFor(patient);
        task.setEncounter(visit);
        task.setAuthoredOn(placed());
        task.setLastModified(placed());
        if (each.report().isEmpty()) {
            task.getRestriction()
                    .setPeriod(
                            new Period().setEnd(Date.from(now.minus(each.age()).plus(limit()))));
        } else {
            task.setOwner(new Reference("Practitioner/senior").setDisplay("演示主任医师 (Demo Senior)"));
            task.addOutput()
                    .setType(new CodeableConcept().setText("report"))
                    .setValue(new Reference("DiagnosticReport/report-" + key));
        }
        return task;
    }

    /// Chosen: half an hour for an emergency, as many departments promise; then two hours, six, a day.
    private Duration limit() {
        return switch (each.priority()) {
            case STAT -> Duration.ofMinutes(30);
            case ASAP -> Duration.ofHours(2);
            case URGENT -> Duration.ofHours(6);
            default -> Duration.ofHours(24);
        };
    }
}
