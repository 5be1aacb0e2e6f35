package org.readingroom.services.reading;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;

/// What [WorklistFilter] looks through, and the name as it is spoken.
record SearchText(String spoken, String initials, String folded) {
    static SearchText of(Study study, Pinyin pinyin) {
        return of(
                study.patient(),
                study.accessionNumber(),
                study.description(),
                String.join(" ", study.modalities()),
                study.bodyPart(),
                pinyin);
    }

    static SearchText of(Order order, Pinyin pinyin) {
        return of(
                order.patient(),
                order.accessionNumber(),
                order.description(),
                order.modality(),
                order.bodyPart(),
                pinyin);
    }

    private static SearchText of(
            Patient patient,
            String accessionNumber,
            String description,
            String modalities,
            String bodyPart,
            Pinyin pinyin) {
        String name = patient.name().display();
        String alphabetic = patient.name().alphabetic().replace('^', ' ');
        String spoken = pinyin.of(name);
        String typed = pinyin.typed(name);
        String initials = Pinyin.initials(spoken);
        return new SearchText(
                spoken,
                initials,
                // Most names are written and typed alike: each spelling is kept once.
                WorklistFilter.folded(Stream.of(
                                name,
                                alphabetic,
                                alphabetic.replace(" ", ""),
                                spoken,
                                spoken.replace(" ", ""),
                                typed,
                                typed.replace(" ", ""),
                                initials,
                                patient.id().value(),
                                accessionNumber,
                                description,
                                modalities,
                                bodyPart)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n"))));
    }
}
