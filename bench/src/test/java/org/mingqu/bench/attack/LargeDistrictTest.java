package org.mingqu.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.disclosure.DifferencingRule;
import org.mingqu.privacy.disclosure.ReleaseHistory;
import org.mingqu.privacy.disclosure.Verdict.Passes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeDistrictTest {

    @Test
    void cells_that_come_too_close_are_withheld_in_a_large_district_too() {
        var district = new LargeDistrict(40_000, 400, 3);
        var history = ReleaseHistory.over(40_000, new DifferencingRule(10, 500, 400_000, 10_000, 100_000_000), 3);
        for (var i = 0; i < 40; i++) {
            history.release(district.earlier(i));
        }
        assertThat(history.exact()).as("beyond the bound").isFalse();
        var verdicts = history.release(district.next()).verdicts();
        assertThat(verdicts.subList(0, district.traps())).noneMatch(Passes.class::isInstance);
        assertThat(verdicts).anyMatch(Passes.class::isInstance);
    }
}
