package org.mingqu.privacy.risk;

/// What every class of a data set must keep to.
///
/// @param k the least number of records of a class; at least 1
/// @param l the least number of different sensitive values of a class; 1 asks for nothing
/// @param suppressible the greatest share of records that may be left out, from 0 to 1
public record Target(int k, int l, double suppressible) {

    public Target {
        if (k < 1 || l < 1 || !(suppressible >= 0 && suppressible <= 1)) {
            throw new IllegalArgumentException("a target needs k and l of 1 or more and a share from 0 to 1");
        }
    }
}
