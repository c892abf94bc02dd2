package org.mingqu.platform.procedures;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/// What the watch over terms does on a later day, for the tests of other rooms.
public final class LaterDay {

    private LaterDay() {}

    public static void look(ApplicationContext context, LocalDate day) {
        context.getBean(DeadlineWatch.class).look(day);
    }
}
