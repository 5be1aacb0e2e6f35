package org.readingroom.testservers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.phantom.DemoDepartment;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.phantom.SyntheticStudy;

/// The studies of the demo department: the synthetic set, and folders of real files where there are any.
final class DemoStudies {
    // chosen: a folder with fewer files is a specimen, with more it fills the archive for long
    private static final int LEAST = 28;
    private static final int MOST = 300;

    /// One study with the order that asked for it.
    record Ordered(DemoCase order, StudyFacts facts, Consumer<Consumer<byte[]>> files) {}

    private DemoStudies() {}

    static List<Ordered> synthetic() {
        List<Ordered> all = new ArrayList<>();
        for (SyntheticStudy study : DemoDepartment.studies()) {
            DemoCase order = DemoCases.all().stream()
                    .filter(each -> each.study().equals(study.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no order asks for " + study.name()));
            all.add(new Ordered(
                    order,
                    StudyFacts.of(
                            study.instance(0).dataSet(),
                            study.instance(study.size() - 1).dataSet()),
                    taker -> study.drawn().map(SyntheticInstance::toBytes).forEach(taker)));
        }
        return all;
    }

    /// Every folder below `place` that holds one series of some length.
    static List<Ordered> real(Path place) throws IOException {
        List<Ordered> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(place)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                List<Path> files = files(folder);
                if (files.size() >= LEAST && files.size() <= MOST) {
                    real(folder, files, all.size() + 1, all);
                }
            }
        }
        return all;
    }

    private static void real(Path folder, List<Path> files, int number, List<Ordered> all) {
        DataSet image;
        try {
            image = DicomReader.read(files.getFirst()).dataSet();
        } catch (DicomException e) {
            return;
        }
        StudyFacts facts = StudyFacts.of(image).withAccession("SHARED%04d".formatted(number));
        if (facts.studyUid().isEmpty() || facts.patientId().isEmpty()) {
            return;
        }
        DemoCase order = DemoCase.of(
                folder.getFileName().toString(),
                ServiceRequestPriority.ROUTINE,
                DemoCase.Setting.AMB,
                "放射科 Radiology",
                Duration.ofMinutes(90L + number));
        all.add(new Ordered(order, facts, taker -> files.forEach(file -> taker.accept(bytes(file)))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
