package org.mingqu.platform.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.mingqu.district.Scenario;
import tools.jackson.databind.JsonNode;

/// The duties of supervision since December of last year, month by month, each played on its day: most are met in time,
/// one is late, some are owed by now, by the authority as well.
final class YearOfDuties {

    /// The day of a month on which people see to it.
    private static final int DAY = 3;

    private static final Set<String> MONTHLY = Set.of("partner-report", "usage-backup", "security-check");
    private static final Set<String> OPEN_THIS_YEAR =
            Set.of("graded-protection", "cryptography-assessment", "drill", "training", "emergency-plan");

    private final Cast cast;
    private final Cases cases;
    private final Supervising supervising;
    private final Words words;
    private final LocalDate today;
    private final LocalDate begin;

    YearOfDuties(Cast cast, Cases cases, Supervising supervising, Words words, LocalDate today) {
        this.cast = cast;
        this.cases = cases;
        this.supervising = supervising;
        this.words = words;
        this.today = today;
        this.begin = begin(today);
    }

    /// The first day of the operation.
    static LocalDate begin(LocalDate today) {
        return LocalDate.of(today.getYear() - 1, 12, 1);
    }

    List<Play.Scene> scenes(Scenario first) {
        var scenes = new ArrayList<Play.Scene>();
        scenes.add(new Play.Scene(
                "past.year",
                () -> cast.daysAgo(ago(begin), () -> {
                    var agreement = cases.granted(first, words.of("variant.lastyear"), Map.of());
                    cases.signAll(agreement, first);
                    return agreement;
                })));
        scenes.add(new Play.Scene("duties.remits", supervising::remits));
        for (var month = YearMonth.from(begin); !month.atDay(DAY).isAfter(today); month = month.plusMonths(1)) {
            var played = month;
            scenes.add(
                    new Play.Scene("duties." + played, () -> cast.daysAgo(ago(played.atDay(DAY)), () -> kept(played))));
        }
        scenes.add(new Play.Scene("duties.now", this::now));
        return scenes;
    }

    private int ago(LocalDate day) {
        return (int) (today.toEpochDay() - day.toEpochDay());
    }

    private String kept(YearMonth month) {
        supervising.look();
        supervising.keep(Cases.OPERATOR, it -> isKept(it, month));
        supervising.keep(Cases.AUTHORITY, it -> isKept(it, month));
        supervising.accept(Cases.AUTHORITY, _ -> true);
        supervising.accept("caizheng", _ -> true);
        supervising.accept("wangxin", _ -> true);
        supervising.accept("gongan", _ -> true);
        return "";
    }

    /// What is not left for later, or altogether.
    private boolean isKept(JsonNode duty, YearMonth month) {
        var code = duty.required("code").asString();
        var from = LocalDate.parse(duty.required("from").asString());
        var isOfNow = !LocalDate.parse(duty.required("until").asString()).isBefore(today);
        var ago = YearMonth.from(today).compareTo(month);
        if (MONTHLY.contains(code)) {
            return !isLeft(code, from, month);
        }
        if (code.equals("inspection")) {
            return !isOfNow;
        }
        return from.getYear() < today.getYear() || (!OPEN_THIS_YEAR.contains(code) && ago > 0);
    }

    /// The authority's check of two months ago, the operator's backup and report of last month; the report of four
    /// months ago came a month late.
    private boolean isLeft(String code, LocalDate from, YearMonth month) {
        var last = YearMonth.from(today).minusMonths(1);
        return switch (code) {
            case "security-check" -> YearMonth.from(from).equals(last.minusMonths(1));
            case "usage-backup" -> YearMonth.from(from).equals(last);
            default ->
                YearMonth.from(from).equals(last)
                        || (YearMonth.from(from).equals(last.minusMonths(3)) && month.equals(last.minusMonths(2)));
        };
    }

    /// What is on its way today: one report waits for acceptance, one proof of training was returned.
    private String now() {
        supervising.look();
        Predicate<JsonNode> training = it -> it.required("code").asString().equals("training");
        Predicate<JsonNode> plan = it -> it.required("code").asString().equals("emergency-plan");
        supervising.keep(Cases.OPERATOR, training.or(plan));
        supervising.giveBack(Cases.AUTHORITY, training);
        return "";
    }
}
