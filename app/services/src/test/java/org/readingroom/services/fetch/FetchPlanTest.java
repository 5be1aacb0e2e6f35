package org.readingroom.services.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.readingroom.services.archive.ArchiveInstance;
import org.readingroom.services.fetch.FetchPlan.Step;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;

// [utest->req~fetch.order~1]
class FetchPlanTest {
    private static final StudyUid STUDY = new StudyUid("2.25.1001");
    private static final SeriesUid SERIES = new SeriesUid("2.25.1001.1");

    private static List<ArchiveInstance> instances(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ArchiveInstance(
                        new SopInstanceUid("2.25.1001.1." + number),
                        SERIES,
                        STUDY,
                        "1.2.840.10008.5.1.4.1.1.2",
                        number,
                        1))
                .toList();
    }

    @Test
    void theWholeSeriesIsAskedForOnlyWhenTheFirstPicturesHaveCome() throws Exception {
        FetchPlan plan = new FetchPlan(STUDY);
        plan.series(List.of(new Series(SERIES, STUDY, "CT", 1, "", "", "", 40)));
        plan.done(plan.take(), series -> series.listed(instances(40), Set.of()));
        List<Step> heads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            heads.add(assertInstanceOf(Step.One.class, plan.take()));
        }
        CompletableFuture<Step> next = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                next.complete(plan.take());
            } catch (InterruptedException e) {
                next.completeExceptionally(e);
            }
        });

        for (Step head : heads) {
            Thread.sleep(20);
            assertNull(next.getNow(null));
            plan.done(
                    head, series -> series.arrived(((Step.One) head).instance().uid()));
        }

        assertInstanceOf(Step.Whole.class, next.get(60, TimeUnit.SECONDS));
        assertEquals(3, plan.here());
    }
}
