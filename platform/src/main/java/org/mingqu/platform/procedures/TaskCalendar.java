package org.mingqu.platform.procedures;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.mingqu.ledger.HashFunction;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.parties.Parties;
import org.mingqu.platform.parties.Role;
import org.mingqu.platform.rules.Refusal;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Paging;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/task-calendars`: the last days of one's tasks as a calendar (iCalendar, RFC 5545) that other programs
/// subscribe to. Its address is the key to it: it names the case and the stage, and no content.
@RestController
@RequestMapping("/api/task-calendars")
class TaskCalendar {

    private static final int KEY_BYTES = 24;
    private static final int MOST_EVENTS = 200;

    private final JdbcClient sql;
    private final TaskStore tasks;
    private final Parties parties;
    private final PageWords words;
    private final Clock clock;
    private final String installation;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    TaskCalendar(
            JdbcClient sql,
            TaskStore tasks,
            Parties parties,
            PageWords words,
            Clock clock,
            @Value("${mingqu.installation}") String installation,
            @Value("${mingqu.address}") String address) {
        this.sql = sql;
        this.tasks = tasks;
        this.parties = parties;
        this.words = words;
        this.clock = clock;
        this.installation = installation;
        this.address = address;
    }

    /// Makes an address for the post in which the person acts; the one before is good no more.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    public CalendarAddress open(Actor actor) {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                        insert into task_calendar (person, organisation, role, key_sm3)
                        values (:person, :organisation, :role, :key)
                        on conflict (person, organisation, role) do update set key_sm3 = :key
                        """)
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .param("key", HashFunction.SM3.of(bytes).hex())
                .update();
        return new CalendarAddress("%s/api/task-calendars/%s".formatted(address, key));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void close(Actor actor) {
        sql.sql("delete from task_calendar where person = :person and organisation = :organisation and role = :role")
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("role", actor.role().name())
                .update();
    }

    /// The calendar itself, for whoever has its address.
    @GetMapping(path = "/{key}", produces = "text/calendar;charset=UTF-8")
    String calendar(@PathVariable String key) {
        var post = find(key).orElseThrow(() -> new Refusal.NotFound("calendar"));
        if (!parties.acts(post.person(), post.organisation(), post.role())) {
            throw new Refusal.NotFound("calendar");
        }
        var calendar = new net.fortuna.ical4j.model.Calendar();
        calendar.add(new ProdId("-//" + installation + "//Mingqu//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        for (var task : open(post)) {
            if (task.due() != null) {
                calendar.add(event(task, task.due()));
            }
        }
        return calendar.toString();
    }

    private List<TaskRow> open(Post post) {
        var today = LocalDate.now(clock);
        var search = new TaskStore.Search(
                post.person(), post.organisation(), post.role(), false, "", "", "", today, today);
        return tasks.find(search, new Paging(0, MOST_EVENTS), clock.getZone());
    }

    private VEvent event(TaskRow task, LocalDate due) {
        var file = task.file();
        var event = new VEvent(
                due,
                "%s %s：%s"
                        .formatted(
                                words.of("work.kind." + file.kind(), Locale.SIMPLIFIED_CHINESE),
                                file.number(),
                                words.stage(file.kind(), task.stage(), Locale.SIMPLIFIED_CHINESE)));
        event.add(new Uid(task.id() + "@mingqu"));
        event.add(new Description(address + "/cases/" + file.id()));
        return event;
    }

    /// Whose calendar it is.
    private record Post(UUID person, UUID organisation, Role role) {}

    private Optional<Post> find(String key) {
        try {
            return sql.sql("select * from task_calendar where key_sm3 = :key")
                    .param(
                            "key",
                            HashFunction.SM3
                                    .of(Base64.getUrlDecoder().decode(key))
                                    .hex())
                    .query((row, _) -> new Post(
                            row.getObject("person", UUID.class),
                            row.getObject("organisation", UUID.class),
                            Role.valueOf(row.getString("role"))))
                    .optional();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    record CalendarAddress(String url) {}
}
