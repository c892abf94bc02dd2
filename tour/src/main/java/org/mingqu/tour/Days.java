package org.mingqu.tour;

import static org.mingqu.tour.Person.form;
import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;

/// The installation's calendar: the day on the wall, or one that is turned.
final class Days {

    /// The day of a month on which people see to what they owe.
    private static final int DESK_DAY = 3;

    private final Person nobody;
    private LocalDate today;
    private Consumer<YearMonth> monthly = _ -> {};

    private Days(Person nobody, LocalDate today) {
        this.nobody = nobody;
        this.today = today;
    }

    /// As the installation counts them.
    static Days of(Person nobody) {
        var installation = nobody.get("/api/session").required("installation");
        return new Days(nobody, LocalDate.parse(text(installation, "today")));
    }

    LocalDate today() {
        return today;
    }

    /// What is done at the beginning of each month on the way.
    void eachMonth(Consumer<YearMonth> work) {
        monthly = work;
    }

    /// Lives on until a day; whatever watches over terms looks at each day between.
    void until(LocalDate day) {
        for (var month = YearMonth.from(today); !month.atDay(DESK_DAY).isAfter(day); month = month.plusMonths(1)) {
            if (month.atDay(DESK_DAY).isAfter(today)) {
                turn(month.atDay(DESK_DAY));
                monthly.accept(month);
            }
        }
        turn(day);
    }

    private void turn(LocalDate day) {
        if (day.isAfter(today)) {
            today = LocalDate.parse(
                    text(nobody.post("/api/demonstration/calendar", form().put("to", day.toString())), "today"));
            Expect.same("expect.day", day, today);
        }
    }
}
