package org.readingroom.desktop.boot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.request.RequestState;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.RequestForm;

/// What the ward's request tells the checks: what it asks for, and what it says of the patient's past.
///
/// A request that is not known to be that of the report's study tells nothing: another patient's left knee must not
/// call a right one wrong.
// [impl->req~report.check.facts~1]
record OrderFacts(String request, List<String> history) {
    private static final OrderFacts NOTHING = new OrderFacts("", List.of());

    static OrderFacts of(RequestState state, StudyIdentity study) {
        return switch (state) {
            case RequestState.None none -> NOTHING;
            case RequestState.Asking asking -> of(asking.order(), null, study);
            case RequestState.Shown shown -> of(shown.order(), shown.form(), study);
            case RequestState.Failed failed -> of(failed.order(), null, study);
        };
    }

    private static OrderFacts of(Order order, @Nullable RequestForm form, StudyIdentity study) {
        boolean isOfStudy = order.study() == null
                ? !order.accessionNumber().isBlank() && order.accessionNumber().equals(study.accessionNumber())
                : order.study().equals(study.study());
        if (!isOfStudy) {
            return NOTHING;
        }
        if (form == null) {
            return new OrderFacts(order.description(), List.of());
        }
        List<String> history = Stream.concat(
                        Stream.of(form.clinicalHistory(), form.diagnosis()),
                        form.reports().stream().map(RequestForm.EarlierReport::conclusion))
                .filter(words -> !words.isBlank())
                .toList();
        return new OrderFacts((order.description() + "。" + form.reason()).strip(), history);
    }
}
