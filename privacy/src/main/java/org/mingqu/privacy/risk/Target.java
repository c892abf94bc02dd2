package org.mingqu.privacy.risk;

import org.jspecify.annotations.Nullable;

/// What every class of a data set must keep to, and the data set as a whole.
///
/// Which to ask for: k against being found again; l or entropy against a class that is certain to have a value;
/// closeness against a class that is only likely to; the standard's risk where the rules ask for it (GB/T
/// 42460).
///
/// @param k the least number of records of a class; at least 1
/// @param l the least number of different sensitive values of a class; 1 asks for nothing
/// @param entropy the least entropy of the sensitive values of a class, as e to its power: so many values that
///     are equally common would have it; 1 asks for nothing
/// @param closeness t, the greatest distance of a class's sensitive values from those of all records, from 0 to
///     1; 1 asks for nothing
/// @param ordered whether the sensitive values are steps of a scale, so that a near one is less far than
///     another
/// @param sharing to whom the data go and in which context; the risk must then be below [Evaluation#ACCEPTED];
///     null asks for nothing
/// @param suppressible the greatest share of records that may be left out, from 0 to 1
public record Target(
        int k,
        int l,
        double entropy,
        double closeness,
        boolean ordered,
        @Nullable SharingContext sharing,
        double suppressible) {

    public Target {
        if (k < 1
                || l < 1
                || !(entropy >= 1)
                || !(closeness >= 0 && closeness <= 1)
                || !(suppressible >= 0 && suppressible <= 1)) {
            throw new IllegalArgumentException(
                    "a target needs k, l and entropy of 1 or more, and closeness and a share from 0 to 1");
        }
    }

    /// A way of sharing in a context.
    public record SharingContext(Sharing to, Context in) {}

    /// Classes of at least k records and l sensitive values.
    public Target(int k, int l, double suppressible) {
        this(k, l, 1, 1, false, null, suppressible);
    }

    /// The same with sensitive values of at least this entropy.
    public Target withEntropy(double least) {
        return new Target(k, l, least, closeness, ordered, sharing, suppressible);
    }

    /// The same with sensitive values of each class at most t from those of all records.
    public Target withCloseness(double t, boolean scale) {
        return new Target(k, l, entropy, t, scale, sharing, suppressible);
    }

    /// The same with a risk by GB/T 42460 that is accepted.
    public Target withAcceptedRisk(Sharing to, Context in) {
        return new Target(k, l, entropy, closeness, ordered, new SharingContext(to, in), suppressible);
    }

    /// The same without a bound of what may be left out.
    Target withAnySuppression() {
        return new Target(k, l, entropy, closeness, ordered, sharing, 1);
    }

    /// The least size of a class by k and by the way of sharing.
    int least() {
        return sharing == null ? k : Math.max(k, sharing.to().least());
    }

    boolean looksAtValues() {
        return l > 1 || entropy > 1 || closeness < 1;
    }
}
