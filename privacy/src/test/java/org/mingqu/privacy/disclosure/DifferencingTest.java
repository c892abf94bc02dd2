package org.mingqu.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.privacy.disclosure.Verdict.Passes;
import org.mingqu.privacy.disclosure.Verdict.Reason;
import org.mingqu.privacy.disclosure.Verdict.Remedy;
import org.mingqu.privacy.disclosure.Verdict.Withheld;
import org.roaringbitmap.RoaringBitmap;

/// Each way of telling few subjects apart, by name, with the reason and the remedy that it meets.
@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferencingTest {

    private static final int SUBJECTS = 1000;

    private final ReleaseHistory history = ReleaseHistory.over(SUBJECTS, DifferencingRule.of(10), 42);

    @Test
    void a_group_is_not_followed_by_the_same_group_without_three_of_it() {
        assertThat(passing("first", range(0, 100))).isEqualTo(1);
        assertThat(withheld("second", range(0, 97))).isEqualTo(Reason.DIFFERENCE);
        assertThat(withheld("third", range(0, 103))).isEqualTo(Reason.DIFFERENCE);
        assertThat(passing("far enough", range(0, 90))).isEqualTo(1);
    }

    @Test
    void two_groups_that_exchange_a_few_subjects_are_told_apart() {
        assertThat(passing("first", range(0, 100))).isEqualTo(1);
        assertThat(withheld("second", range(4, 104))).isEqualTo(Reason.DIFFERENCE);
    }

    @Test
    void all_but_a_few_subjects_is_a_complement() {
        assertThat(withheld("most", range(5, SUBJECTS))).isEqualTo(Reason.COMPLEMENT);
        assertThat(passing("half", range(0, 500))).isEqualTo(1);
        assertThat(withheld("the other half but four", range(504, SUBJECTS))).isEqualTo(Reason.COMPLEMENT);
    }

    @Test
    void a_total_that_has_few_subjects_more_than_the_groups_released_is_withheld() {
        assertThat(passing("inside", range(0, 50), range(50, 120), range(120, 180)))
                .isEqualTo(3);
        assertThat(withheld("total", range(0, 185))).isEqualTo(Reason.UNION);
        assertThat(passing("the total of just those", range(0, 180))).isEqualTo(1);
    }

    @Test
    void groups_that_leave_a_few_subjects_of_a_released_total_do_not_all_pass() {
        assertThat(passing("total", range(0, 185))).isEqualTo(1);
        var review = release("inside", range(0, 50), range(50, 120), range(120, 180));
        assertThat(review.passing()).as("the smallest is withheld").isEqualTo(2);
        assertThat(review.verdicts().getFirst()).isInstanceOf(Withheld.class);
        assertThat(review.heldBack())
                .as("a table with a suppressed cell goes out")
                .isFalse();
    }

    @Test
    void a_released_total_and_small_suppressed_groups_do_not_give_the_suppressed_ones_together() {
        assertThat(passing("total", range(0, 200))).isEqualTo(1);
        var review = release("inside", range(0, 100), range(100, 193), range(193, 197), range(197, 200));
        assertThat(review.passing()).as("seven subjects in two groups").isEqualTo(1);
    }

    /// A + B - C - D is one subject: no two cells come close, and neither do the cells of one table.
    @Test
    void a_combination_of_several_releases_that_isolates_a_subject_is_found_and_named() {
        var a = either(range(0, 100), range(200, 300));
        var b = either(range(100, 200), range(300, 400));
        var c = either(range(0, 100), range(100, 200));
        var d = either(range(200, 300), range(300, 399));
        assertThat(passing("a", a)).isEqualTo(1);
        assertThat(passing("b", b)).isEqualTo(1);
        assertThat(passing("c", c)).isEqualTo(1);
        var verdict = release("d", d).verdicts().getFirst();
        assertThat(verdict).isInstanceOfSatisfying(Withheld.class, withheld -> {
            assertThat(withheld.reason()).isEqualTo(Reason.COMBINATION);
            assertThat(withheld.releases()).containsExactly("a", "b", "c");
            assertThat(withheld.cells()).isEqualTo(4);
            assertThat(withheld.from()).isEqualTo(1);
            assertThat(withheld.to()).isEqualTo(9);
        });
    }

    @Test
    void what_was_released_and_what_follows_from_it_passes_again() {
        passing("first", range(0, 100), range(100, 200));
        assertThat(release("again", range(0, 100), range(100, 200)).verdicts()).containsOnly(new Passes(true));
        passing("a third group", range(200, 203 + 30));
        assertThat(release("together", range(0, 200)).verdicts()).containsOnly(new Passes(true));
    }

    @Test
    void a_withheld_cell_names_the_cells_it_may_be_merged_with() {
        passing("total", range(0, 300));
        var review = release("inside", range(0, 140), range(140, 288), range(288, 296), range(296, 300));
        var withheld = (Withheld) review.verdicts().get(2);
        assertThat(withheld.reason()).isEqualTo(Reason.TOO_FEW);
        assertThat(withheld.remedies().getFirst()).isEqualTo(new Remedy.MergeWith(List.of(3)));
        var merged = release("merged", range(0, 140), range(140, 288), range(288, 300));
        assertThat(merged.passing()).as("and may be").isEqualTo(3);
    }

    @Test
    void a_reader_who_was_told_nothing_is_not_asked_who_received_the_earlier_release() {
        passing("to one partner", range(0, 100));
        var verdict = (Withheld)
                release("to another partner", range(0, 99)).verdicts().getFirst();
        assertThat(verdict.releases()).containsExactly("to one partner");
    }

    @Test
    void new_subjects_of_a_later_version_are_not_told_apart_while_they_are_few() {
        passing("first", range(0, 100));
        var grown = history.grown(SUBJECTS + 20);
        var with = either(range(0, 100), range(SUBJECTS, SUBJECTS + 5));
        assertThat(grown.release(new Table("later", List.of(with))).passing()).isZero();
        var enough = either(range(0, 100), range(SUBJECTS, SUBJECTS + 12));
        assertThat(grown.release(new Table("later", List.of(enough))).passing()).isEqualTo(1);
    }

    @Test
    void cells_that_overlap_and_subjects_that_do_not_exist_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("t", List.of(range(0, 20), range(19, 40))));
        assertThatIllegalArgumentException().isThrownBy(() -> release("t", range(SUBJECTS - 20, SUBJECTS + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ReleaseHistory.fromBytes(new byte[] {1, 2, 3, 4, 5}));
        var longer = Arrays.copyOf(history.toBytes(), history.toBytes().length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> ReleaseHistory.fromBytes(longer));
    }

    private Review release(String name, RoaringBitmap... cells) {
        return history.release(new Table(name, List.of(cells)));
    }

    private int passing(String name, RoaringBitmap... cells) {
        return release(name, cells).passing();
    }

    private Reason withheld(String name, RoaringBitmap cell) {
        return ((Withheld) release(name, cell).verdicts().getFirst()).reason();
    }

    private static RoaringBitmap range(int from, int to) {
        return RoaringBitmap.bitmapOfRange(from, to);
    }

    private static RoaringBitmap either(RoaringBitmap... parts) {
        return RoaringBitmap.or(new ArrayList<>(List.of(parts)).toArray(RoaringBitmap[]::new));
    }
}
