package org.mingqu.guard;

/// Short ways to a verdict.
final class Judged {

    static final Guard GUARD = new Guard();

    private Judged() {}

    static Plan plan(String sql, Lane lane) {
        return plan(sql, Story.grant(), lane);
    }

    static Plan plan(String sql, Grant grant, Lane lane) {
        return switch (GUARD.judge(sql, grant, lane)) {
            case Verdict.Allowed(var plan) -> plan;
            case Verdict.Refused(var findings) -> throw new AssertionError(sql + "\n" + findings);
        };
    }

    static Finding finding(String sql, Lane lane) {
        return switch (GUARD.judge(sql, Story.grant(), lane)) {
            case Verdict.Allowed(var plan) -> throw new AssertionError("allowed: " + sql + "\n" + plan.sql());
            case Verdict.Refused(var findings) -> findings.getFirst();
        };
    }

    static String rule(String sql, Lane lane) {
        return finding(sql, lane).rule();
    }
}
