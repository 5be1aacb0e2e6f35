package org.readingroom.services.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which requests to a [FhirDouble] go wrong, and how.
///
/// **Thread:** any.
public final class FhirFaults {
    private record Rule(Predicate<FhirRequest> which, Deque<FhirFault> faults) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<FhirFault> sometimes = new ArrayList<>();
    private Random random = new Random(0);
    private double share;

    /// The next requests of any kind meet `faults`, one each.
    public void next(FhirFault... faults) {
        next(request -> true, faults);
    }

    /// The next requests that `which` takes meet `faults`, one each.
    public synchronized void next(Predicate<FhirRequest> which, FhirFault... faults) {
        rules.add(new Rule(which, new ArrayDeque<>(List.of(faults))));
    }

    /// From now on `share` of all requests, between 0 and 1, meet one of `faults`; the same `seed` makes the same row.
    public synchronized void sometimes(long seed, double share, FhirFault... faults) {
        random = new Random(seed);
        this.share = share;
        sometimes.clear();
        sometimes.addAll(List.of(faults));
    }

    public synchronized void none() {
        rules.clear();
        sometimes.clear();
        share = 0;
    }

    synchronized @Nullable FhirFault of(FhirRequest request) {
        for (Rule rule : rules) {
            if (!rule.faults.isEmpty() && rule.which.test(request)) {
                return rule.faults.poll();
            }
        }
        if (!sometimes.isEmpty() && random.nextDouble() < share) {
            return sometimes.get(random.nextInt(sometimes.size()));
        }
        return null;
    }
}
