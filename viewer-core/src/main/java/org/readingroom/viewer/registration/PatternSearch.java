package org.readingroom.viewer.registration;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/// Finds a place where a function is largest without asking for its slope: along each axis, then on in the direction
/// that led up. Where no axis leads up, along six other directions at right angles to each other, as a ridge may run
/// between the axes; with half the step where nothing does.
///
/// **Source:** R. Hooke, T. A. Jeeves, "Direct search" solution of numerical and statistical problems, JACM 8(2), 1961,
/// doi:10.1145/321062.321069.
final class PatternSearch {
    /// chosen: never reached by volumes that fit; keeps a jagged function from being searched for ever.
    private static final int MOST_ROUNDS = 200;

    private static final long SEED = 20_260_102L;

    private final ToDoubleFunction<double[]> function;
    private final BooleanSupplier cancelled;

    PatternSearch(ToDoubleFunction<double[]> function, BooleanSupplier cancelled) {
        this.function = function;
        this.cancelled = cancelled;
    }

    /// From `start`, with steps from `step` down to `least`.
    ///
    /// **Errors:** [CancellationException].
    double[] from(double[] start, double step, double least) {
        double[] best = start.clone();
        double height = function.applyAsDouble(best);
        Random random = new Random(SEED);
        double[][] axes = axes(best.length);
        double[][] along = axes;
        boolean isTurned = false;
        int rounds = 0;
        for (double size = step; size >= least && rounds < MOST_ROUNDS; rounds++) {
            double[] next = best.clone();
            double reached = explore(next, along, height, size);
            if (reached <= height) {
                size /= isTurned ? 2 : 1;
                along = isTurned ? axes : turned(axes.length, random);
                isTurned = !isTurned;
                continue;
            }
            double[] onward = new double[best.length];
            for (int i = 0; i < best.length; i++) {
                onward[i] = 2 * next[i] - best[i];
            }
            best = next;
            height = reached;
            double further = explore(onward, along, function.applyAsDouble(onward), size);
            if (further > height) {
                best = onward;
                height = further;
            }
        }
        return best;
    }

    /// Moves `point` along each direction that leads up; returns how high it stands then.
    private double explore(double[] point, double[][] directions, double height, double size) {
        double reached = height;
        for (double[] direction : directions) {
            double[] here = point.clone();
            for (double side : new double[] {size, -size}) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("registration given up");
                }
                for (int i = 0; i < point.length; i++) {
                    point[i] = here[i] + side * direction[i];
                }
                double value = function.applyAsDouble(point);
                if (value > reached) {
                    reached = value;
                    break;
                }
                System.arraycopy(here, 0, point, 0, point.length);
            }
        }
        return reached;
    }

    private static double[][] axes(int count) {
        double[][] axes = new double[count][count];
        for (int i = 0; i < count; i++) {
            axes[i][i] = 1;
        }
        return axes;
    }

    /// Directions at right angles to each other, by Gram and Schmidt.
    private static double[][] turned(int count, Random random) {
        double[][] directions = new double[count][count];
        for (int i = 0; i < count; i++) {
            double[] one = directions[i];
            for (int k = 0; k < count; k++) {
                one[k] = random.nextGaussian();
            }
            for (int before = 0; before < i; before++) {
                double along = dot(one, directions[before]);
                for (int k = 0; k < count; k++) {
                    one[k] -= along * directions[before][k];
                }
            }
            double length = Math.sqrt(dot(one, one));
            for (int k = 0; k < count; k++) {
                one[k] /= length;
            }
        }
        return directions;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
