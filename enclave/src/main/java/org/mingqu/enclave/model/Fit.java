package org.mingqu.enclave.model;

import java.util.Arrays;

/// A linear or logistic model with a ridge penalty, fitted exactly: the least of the mean loss plus half the
/// penalty times the squared coefficients, the constant left out of it. Linear models by one solution of the
/// normal equations, logistic ones by Newton's method.
final class Fit {

    private static final double JITTER = 1e-9;
    private static final double CLOSE = 1e-9;
    private static final int MOST_STEPS = 40;
    private static final double LARGEST_STEP = 20;

    private final boolean logistic;
    private final double[] weights;
    private final double[][] factor;

    /// @param weights one for each column of the design, the constant first
    /// @param factor the lower triangle of the Cholesky factor of the second derivative
    private Fit(boolean logistic, double[] weights, double[][] factor) {
        this.logistic = logistic;
        this.weights = weights;
        this.factor = factor;
    }

    double[] weights() {
        return weights.clone();
    }

    /// Fits to some rows of a design.
    ///
    /// @param x rows, the first column all ones
    /// @param y for a logistic model 0 or 1
    static Fit of(boolean logistic, double[][] x, double[] y, int[] rows, double ridge) {
        var width = x[0].length;
        var weights = new double[width];
        double[][] factor = {};
        for (var step = 0; step < (logistic ? MOST_STEPS : 1); step++) {
            var gradient = new double[width];
            var second = new double[width][width];
            for (var row : rows) {
                add(logistic, x[row], y[row], weights, gradient, second);
            }
            for (var i = 0; i < width; i++) {
                var penalty = i == 0 ? 0 : ridge;
                gradient[i] = gradient[i] / rows.length + penalty * weights[i];
                for (var j = 0; j <= i; j++) {
                    second[i][j] /= rows.length;
                }
                second[i][i] += penalty + JITTER;
            }
            factor = cholesky(second);
            var change = solve(factor, gradient);
            var longest = Arrays.stream(change).map(Math::abs).max().orElse(0);
            var scale = logistic && longest > LARGEST_STEP ? LARGEST_STEP / longest : 1;
            for (var i = 0; i < width; i++) {
                weights[i] -= scale * change[i];
            }
            if (longest < CLOSE) {
                break;
            }
        }
        return new Fit(logistic, weights, factor);
    }

    private static void add(
            boolean logistic, double[] x, double y, double[] weights, double[] gradient, double[][] second) {
        var score = dot(x, weights);
        var predicted = logistic ? sigmoid(score) : score;
        var weight = logistic ? predicted * (1 - predicted) : 1;
        for (var i = 0; i < x.length; i++) {
            gradient[i] += (predicted - y) * x[i];
            for (var j = 0; j <= i; j++) {
                second[i][j] += weight * x[i] * x[j];
            }
        }
    }

    /// What the model says of a row: a value, or the chance of 1.
    double predicted(double[] x) {
        var score = dot(x, weights);
        return logistic ? sigmoid(score) : score;
    }

    /// How wrong the model is about a row: the squared error, or the negative logarithm of the chance that it
    /// gave to what is.
    double loss(double[] x, double y) {
        var predicted = predicted(x);
        if (!logistic) {
            return (predicted - y) * (predicted - y);
        }
        return -Math.log(Math.max(1e-15, y > 0.5 ? predicted : 1 - predicted));
    }

    /// By how much of a change of its own value a row moves what the model says of it, from 0 to 1: at 1 the
    /// coefficients are that row's.
    double leverage(double[] x, int rows) {
        var predicted = predicted(x);
        var weight = logistic ? predicted * (1 - predicted) : 1;
        return weight * dot(x, solve(factor, x)) / rows;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    private static double[][] cholesky(double[][] a) {
        var n = a.length;
        var factor = new double[n][n];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j <= i; j++) {
                var sum = a[i][j];
                for (var k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, JITTER)) : sum / factor[j][j];
            }
        }
        return factor;
    }

    private static double[] solve(double[][] factor, double[] right) {
        var n = right.length;
        var x = right.clone();
        for (var i = 0; i < n; i++) {
            for (var k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (var i = n - 1; i >= 0; i--) {
            for (var k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
